import type { LatentKind, Latents } from '../../engine/latents/index.js';
import { findBlocked } from './blocklist/index.js';

/** A blocked term in a latent. */
export interface BlockedLatent {
  kind: LatentKind;
  term: string;
}

/** Each text that latents hold: the description, and the label of each box. */
export function textsOf({ description, boxes = [] }: Latents): { kind: LatentKind; text: string }[] {
  return [
    ...(description === undefined ? [] : [{ kind: 'description' as const, text: description }]),
    ...boxes.map(({ label }) => ({ kind: 'boxes' as const, text: label })),
  ];
}

/**
 * The first blocked term in the texts of latents; null when there is none.
 * @param terms as a generation's `blocklist` has them
 */
export function findBlockedLatent(latents: Latents, terms: readonly string[]): BlockedLatent | null {
  for (const { kind, text } of textsOf(latents)) {
    const term = findBlocked(text, terms);
    if (term !== null) return { kind, term };
  }
  return null;
}
