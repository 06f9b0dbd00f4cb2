import type { NoiseConfig } from './config.js';
import { eulerOf } from './euler.js';
import type { CreateScheduler } from './scheduler.js';

/**
 * Euler's method that goes below the next noise and adds some anew (k-diffusion's ancestral sampling):
 *
 *     σ_up² = σ′²·(σ² − σ′²)/σ²,  σ_down² = σ′² − σ_up²
 *     x ← x + (σ_down − σ)·ε + σ_up·z
 *
 * Of a state of unit power that is DDPM, which takes its steps here. It has no noise levels of Karras'.
 */
export function eulerAncestral(config: NoiseConfig): CreateScheduler {
  return eulerOf({ ...config, use_karras_sigmas: false }, 'ddpm');
}
