import { type CreateSampler, combine, levelsOfStep } from './sampler.js';

/**
 * DDIM with η = 0 (Song et al. 2010.02502, Eq. 12): keeps the noise that the prediction implies and moves it to the next
 * level. First order, deterministic.
 */
export const createDdim: CreateSampler = (levels) => ({
  stochastic: false,
  step(original, i, sample) {
    const { from, to } = levelsOfStep(levels, i);
    const kept = to.sigma / from.sigma;
    return combine(kept, sample, to.alpha - kept * from.alpha, original);
  },
});
