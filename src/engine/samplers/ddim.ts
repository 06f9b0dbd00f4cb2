import { type CreateSampler, combine, levelsOfStep } from './sampler.js';

/**
 * DDIM with η = 0 (Song et al. 2010.02502): keeps the noise that the prediction implies and moves it to the next level.
 * First order, deterministic. From level t to level s, x_0 the predicted clean image:
 *
 *     ε   = (x_t − α_t·x_0) / σ_t           Eq. 12, "predicted x0", solved for the noise
 *     x_s = α_s·x_0 + σ_s·ε                 Eq. 12 with its σ = 0
 *         = (σ_s/σ_t)·x_t + (α_s − (σ_s/σ_t)·α_t)·x_0
 */
export const createDdim: CreateSampler = (levels) => ({
  stochastic: false,
  step(original, i, sample) {
    const { from, to } = levelsOfStep(levels, i);
    const kept = to.sigma / from.sigma;
    return combine(kept, sample, to.alpha - kept * from.alpha, original);
  },
});
