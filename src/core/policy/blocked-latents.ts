import { type LatentKind, type Latents, latentTexts } from '../../engine/latents/index.js';
import { findBlocked } from './blocklist/index.js';

/** A blocked term in a latent. */
export interface BlockedLatent {
  kind: LatentKind;
  term: string;
}

/**
 * The first blocked term in the texts of latents; null when there is none.
 * @param terms as a generation's `blocklist` has them
 */
export function findBlockedLatent(latents: Latents, terms: readonly string[]): BlockedLatent | null {
  for (const { kind, text } of latentTexts(latents)) {
    const term = findBlocked(text, terms);
    if (term !== null) return { kind, term };
  }
  return null;
}
