/**
 * Whether to guide at a noise level (limited interval guidance, Kynkäänniemi et al. 2404.07724): at high noise guidance
 * drives every seed to the same picture, at low noise it does nothing. Outside the interval only the conditional
 * prediction is needed, which halves the denoiser's rows.
 *
 * @param sigma noise level σ of the largest resolution, 0–1
 * @param scale guidance scale γ; 1 never guides
 * @param interval [low, high], both ends included; absent means the whole range
 */
export function guidesAt(sigma: number, scale: number, interval?: readonly [low: number, high: number]): boolean {
  if (scale === 1) return false;
  return !interval || (sigma >= interval[0] && sigma <= interval[1]);
}
