import { type CreateSampler, combine, levelsOfStep } from './sampler.js';

/**
 * Ancestral sampling (Ho et al. 2006.11239, Eq. 6–7), written for any two levels s < t so that timesteps may be skipped
 * (Kingma et al. 2107.00630, Appendix A). The same as DDIM with η = 1. The last step, where σ_s = 0, returns the
 * prediction itself. x_0 is the predicted clean image:
 *
 *     α_{t|s}  = α_t / α_s
 *     σ²_{t|s} = σ_t² − α²_{t|s}·σ_s²
 *     μ        = (α_{t|s}·σ_s²/σ_t²)·x_t + (α_s·σ²_{t|s}/σ_t²)·x_0        as Eq. 7
 *     x_s      ~ N(μ, σ²_{t|s}·σ_s²/σ_t²)                                as Eq. 6
 *
 * @throws TypeError by `step` without noise where there is any left
 */
export const createDdpm: CreateSampler = (levels) => ({
  stochastic: true,
  step(original, i, sample, noise) {
    const { from: t, to: s } = levelsOfStep(levels, i);
    const alphaBetween = t.alpha / s.alpha;
    const varianceBetween = t.sigma ** 2 - alphaBetween ** 2 * s.sigma ** 2;
    const fromSample = (alphaBetween * s.sigma ** 2) / t.sigma ** 2;
    const fromOriginal = (s.alpha * varianceBetween) / t.sigma ** 2;
    const mean = combine(fromSample, sample, fromOriginal, original);
    const deviation = (Math.sqrt(Math.max(varianceBetween, 0)) * s.sigma) / t.sigma;
    if (deviation === 0) return mean;
    if (!noise) throw new TypeError(`DDPM needs noise at step ${i}.`);
    return combine(1, mean, deviation, noise);
  },
});
