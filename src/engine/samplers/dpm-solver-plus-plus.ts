import { type CreateSampler, combine, levelsOfStep } from './sampler.js';
import type { NoiseLevel } from './schedule.js';

/**
 * DPM-Solver++(2M) (Lu et al. 2211.01095, Algorithm 2): second-order multistep solver of the probability-flow ODE in
 * data prediction, over λ = log(α/σ). Deterministic; 10–20 steps do. x_0 is the predicted clean image:
 *
 *     h_i = λ_i − λ_{i−1},  r_i = h_{i−1} / h_i
 *     D_i = (1 + 1/(2·r_i))·x_0(x_{i−1}) − 1/(2·r_i)·x_0(x_{i−2})
 *     x_i = (σ_i/σ_{i−1})·x_{i−1} − α_i·(e^{−h_i} − 1)·D_i
 *
 * The first step has no history and the last one goes to λ = ∞, so both are first order, D_i = x_0(x_{i−1}) (which for
 * the last one means returning the prediction). At t near T the cosine schedule's λ falls steeply, even to −∞ where
 * alpha is 0: the weight of the extrapolation is h/(2·h_previous), which such a long previous step sends to 0, so λ
 * needs no clipping.
 */
export const createDpmSolverPlusPlus: CreateSampler = (levels) => {
  let previous: { original: Float32Array; i: number } | undefined;
  return {
    stochastic: false,
    step(original, i, sample) {
      const { from, to } = levelsOfStep(levels, i);
      const h = lambda(to) - lambda(from);
      const before = previous && previous.i === i - 1 ? levels[previous.i] : undefined;
      let data = original;
      if (previous && before && to.sigma > 0) {
        const extrapolation = h / (2 * (lambda(from) - lambda(before)));
        data = combine(1 + extrapolation, original, -extrapolation, previous.original);
      }
      previous = { original, i };
      return combine(to.sigma / from.sigma, sample, -to.alpha * Math.expm1(-h), data);
    },
  };
};

function lambda({ alpha, sigma }: NoiseLevel): number {
  return Math.log(alpha / sigma);
}
