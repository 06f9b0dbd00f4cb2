import type { NoiseLevel } from '../../engine/samplers/index.js';
import type { NoiseConfig } from './config.js';

/** ᾱ of the last timestep where it is to be 0: what float16 can hold beside it, so that σ stays finite. */
const LEAST_CUMULATIVE_ALPHA = 2 ** -24;
/** Of Karras et al. 2206.00364, Eq. 5. */
const RHO = 7;

/**
 * The noise of every timestep as its standard deviation beside a clean picture of scale 1, rising:
 * σ_t = √((1 − ᾱ_t)/ᾱ_t), ᾱ_t = Π_{i ≤ t} (1 − β_i).
 */
export function trainingSigmas(config: NoiseConfig): Float64Array {
  const betas = config.trained_betas ?? betasOf(config);
  const cumulative = new Float64Array(betas.length);
  betas.reduce((product, beta, t) => {
    cumulative[t] = product * (1 - beta);
    return cumulative[t]!;
  }, 1);
  if (config.rescale_betas_zero_snr) rescaleToNoSignal(cumulative);
  return cumulative.map((alpha) => Math.sqrt((1 - alpha) / alpha));
}

/** Signal and noise of unit power together, of a standard deviation beside a clean picture of scale 1. */
export function levelOf(sigma: number): NoiseLevel {
  const power = Math.hypot(1, sigma);
  return { alpha: 1 / power, sigma: sigma / power };
}

/** The noise at a timestep, between two of them by their share. */
export function sigmaAt(sigmas: Float64Array, timestep: number): number {
  const low = Math.min(Math.floor(timestep), sigmas.length - 2);
  return sigmas[low]! + (timestep - low) * (sigmas[low + 1]! - sigmas[low]!);
}

/** The timestep of a noise, between two of them by the logarithm of theirs. */
export function timestepOf(sigmas: Float64Array, sigma: number): number {
  const above = sigmas.findIndex((one) => one > sigma);
  const high = Math.max(1, above < 0 ? sigmas.length - 1 : above);
  const [low, top] = [Math.log(sigmas[high - 1]!), Math.log(sigmas[high]!)];
  const share = (Math.log(sigma) - low) / (top - low);
  return high - 1 + Math.min(1, Math.max(0, share));
}

/** Noise that falls by Karras et al. 2206.00364, Eq. 5, from the training's most to its least. */
export function karrasSigmas(sigmas: Float64Array, steps: number): number[] {
  const [most, least] = [sigmas.at(-1)! ** (1 / RHO), sigmas[0]! ** (1 / RHO)];
  return Array.from({ length: steps }, (_, i) => (most + (i / Math.max(1, steps - 1)) * (least - most)) ** RHO);
}

function betasOf({ num_train_timesteps: count, beta_start, beta_end, beta_schedule }: NoiseConfig): number[] {
  const between = (from: number, to: number) =>
    Array.from({ length: count }, (_, t) => from + (t / (count - 1)) * (to - from));
  if (beta_schedule === 'linear') return between(beta_start, beta_end);
  if (beta_schedule === 'scaled_linear') return between(beta_start ** 0.5, beta_end ** 0.5).map((root) => root ** 2);
  // Nichol & Dhariwal 2102.09672, Eq. 17.
  const f = (u: number) => Math.cos((((u + 0.008) / 1.008) * Math.PI) / 2) ** 2;
  return Array.from({ length: count }, (_, t) => Math.min(1 - f((t + 1) / count) / f(t / count), 0.999));
}

/** Moves √ᾱ so that the last timestep is noise alone and the first stays (Lin et al. 2305.08891, Algorithm 1). */
function rescaleToNoSignal(cumulative: Float64Array): void {
  const [first, last] = [Math.sqrt(cumulative[0]!), Math.sqrt(cumulative.at(-1)!)];
  cumulative.forEach((alpha, t) => {
    cumulative[t] = (((Math.sqrt(alpha) - last) * first) / (first - last)) ** 2;
  });
  cumulative[cumulative.length - 1] = LEAST_CUMULATIVE_ALPHA;
}
