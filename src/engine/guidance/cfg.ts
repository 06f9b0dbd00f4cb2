import type { GuidanceRule } from './rule.js';

/**
 * Classifier-free guidance (Ho & Salimans 2207.12598; Kaleido, Gu et al. 2405.21048, Eq. 8), of predictions of the
 * clean image. Null drops the prompt and the latents together:
 *
 *     x = x_null + γ·(x_cond − x_null)
 */
export function createCfg(): GuidanceRule {
  return (conditional, unconditional, scale) => {
    const guided = new Float32Array(conditional.length);
    for (let k = 0; k < guided.length; k++) {
      guided[k] = unconditional[k]! + scale * (conditional[k]! - unconditional[k]!);
    }
    return guided;
  };
}
