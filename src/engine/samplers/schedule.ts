/** Signal and noise scale at one noise level: x_t = alpha·x0 + sigma·ε with alpha² + sigma² = 1. */
export interface NoiseLevel {
  alpha: number;
  sigma: number;
}

/** The part of a bundle's manifest that fixes the noise (docs/bundle.md, "Pixels and noise"). */
export interface ScheduleConfig {
  timesteps: number;
  max_beta: number;
  snr_power: number;
}

/**
 * ᾱ_t for t = 0 … timesteps − 1 of `squaredcos_cap_v2` (Nichol & Dhariwal 2102.09672, Eq. 17, with β capped at
 * `max_beta`):
 *
 *     f(u) = cos²((u + 0.008)/1.008 · π/2)
 *     β_t  = min(1 − f((t + 1)/T)/f(t/T), max_beta)
 *     ᾱ_t  = Π_{i ≤ t} (1 − β_i)
 */
export function cumulativeAlphas({ timesteps, max_beta }: ScheduleConfig): Float64Array {
  const f = (u: number) => Math.cos((((u + 0.008) / 1.008) * Math.PI) / 2) ** 2;
  const alphas = new Float64Array(timesteps);
  let product = 1;
  for (let t = 0; t < timesteps; t++) {
    const beta = Math.min(1 - f((t + 1) / timesteps) / f(t / timesteps), max_beta);
    product *= 1 - beta;
    alphas[t] = product;
  }
  return alphas;
}

/**
 * `steps` timesteps in falling order with trailing spacing (Lin et al. 2305.08891, Table 2): the first is always the
 * noisiest one, timesteps − 1, or of the part that is gone through. Halves round up.
 *
 * @param steps 1 … start · timesteps
 * @param start how much of the timesteps is gone through, of (0, 1]; 1 begins at noise
 */
export function trailingTimesteps(steps: number, timesteps: number, start = 1): number[] {
  const span = Math.round(start * timesteps);
  return Array.from({ length: steps }, (_, i) => Math.round(span - (i * span) / steps) - 1);
}

/**
 * The noise levels at `timesteps` for one resolution, followed by the final clean one (alpha 1, sigma 0). The
 * signal-to-noise ratio is that of the plain cosine schedule divided by `scale`^snr_power, because averaging pixels
 * removes noise but not signal (Matryoshka diffusion, Gu et al. 2310.15111):
 *
 *     SNR_r(t) = ᾱ_t/(1 − ᾱ_t) / scale^snr_power
 *     α² = SNR_r/(1 + SNR_r),  σ² = 1/(1 + SNR_r)
 *
 * @param scale the resolution's side over that of the smallest one, ≥ 1
 */
export function noiseLevels(config: ScheduleConfig, scale: number, timesteps: readonly number[]): NoiseLevel[] {
  const alphas = cumulativeAlphas(config);
  const divisor = scale ** config.snr_power;
  const levels = timesteps.map((t) => {
    const alphaBar = alphas[t]!;
    const snr = alphaBar / (1 - alphaBar) / divisor;
    return { alpha: Math.sqrt(snr / (1 + snr)), sigma: Math.sqrt(1 / (1 + snr)) };
  });
  return [...levels, { alpha: 1, sigma: 0 }];
}
