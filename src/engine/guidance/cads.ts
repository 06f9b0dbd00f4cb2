/** Condition-annealed diffusion sampler (Sadat et al. 2310.17347). */
export interface CadsOptions {
  /** Times in `RANGES.part`, `tau1` below `tau2`, between which the noise fades out. */
  tau1: number;
  tau2: number;
  /** Of the noise, in `RANGES.cadsScale`. */
  scale: number;
  /** ψ, weight of the rescaled condition, in `RANGES.part`. */
  mix: number;
}

/** When the noise fades out, and its rescaling: the settings of 2310.17347 for Stable Diffusion 2.1. */
export const CADS_TIMES = { tau1: 0.6, tau2: 0.9, mix: 1 };

/**
 * How much of the condition is left at time t (condition-annealed sampling, Sadat et al. 2310.17347, Section 3), linear
 * between two times:
 *
 *     γ(t) = 1                         t ≤ τ1
 *          = (τ2 − t)/(τ2 − τ1)        τ1 < t < τ2
 *          = 0, noise only             t ≥ τ2
 *
 * @param t time in (0, 1], 1 at pure noise
 * @returns 0–1
 */
export function cadsGamma(t: number, { tau1, tau2 }: Pick<CadsOptions, 'tau1' | 'tau2'>): number {
  if (t <= tau1) return 1;
  if (t >= tau2) return 0;
  return (tau2 - t) / (tau2 - tau1);
}

/**
 * A condition with annealed noise, rescaled to the mean and the standard deviation of y and mixed with the unscaled one
 * by ψ (2310.17347, Section 3):
 *
 *     ŷ = √γ·y + s·√(1 − γ)·n
 *     ŷ_rescaled = (ŷ − mean(ŷ))/std(ŷ)·std(y) + mean(y)
 *     ŷ_final = ψ·ŷ_rescaled + (1 − ψ)·ŷ
 *
 * @param condition y, the real entries of one row only (no padding)
 * @param gamma 0–1, from `cadsGamma`
 * @param noise N(0, 1) draws, same length
 * @returns newly allocated; equal to y where γ = 1
 */
export function noiseCondition(
  condition: Float32Array,
  gamma: number,
  { scale, mix }: Pick<CadsOptions, 'scale' | 'mix'>,
  noise: Float32Array,
): Float32Array {
  if (gamma === 1) return condition.slice();
  const signal = Math.sqrt(gamma);
  const amount = scale * Math.sqrt(1 - gamma);
  const noised = condition.map((value, k) => signal * value + amount * noise[k]!);
  const wanted = moments(condition);
  const got = moments(noised);
  const stretch = got.deviation > 0 ? wanted.deviation / got.deviation : 0;
  return noised.map((value) => mix * ((value - got.mean) * stretch + wanted.mean) + (1 - mix) * value);
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}
