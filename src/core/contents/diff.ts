import { isDeepStrictEqual } from 'node:util';
import { LATENT_KINDS, type LatentKind } from '../../engine/latents/index.js';
import type { Generation, GenerationOrigin } from '../types.js';

/** Where cell by cell the same number means the same place; elsewhere a cell has no counterpart in the parent. */
const SAME_PLACES: ReadonlySet<GenerationOrigin> = new Set(['plan', 'reroll', 'reroll_cell', 'edit', 'splice']);

/**
 * For each cell of a child generation, in order, the kinds whose latents are not those of the parent's cell of the same
 * number. Empty where nothing changed, where the parent has no such cell, and throughout for a grid whose cells are
 * others than the parent's (variations, painted plans, used latents).
 */
export function latentDiff(child: Generation, parent: Generation): LatentKind[][] {
  return child.cells.map(({ index, latents }) => {
    const before = parent.cells.find((cell) => cell.index === index)?.latents;
    if (before === undefined || !SAME_PLACES.has(child.origin)) return [];
    return LATENT_KINDS.filter((kind) => !isDeepStrictEqual(latents[kind], before[kind]));
  });
}
