import { latentDiff } from '../../core/contents/index.js';
import type { Cell, Generation, Pin } from '../../core/index.js';
import { formatLatent, type LatentKind, presentKinds } from '../../engine/latents/index.js';
import { KIND_LOOKS, shorten } from '../text/index.js';

import type { CardCell } from './card.js';
import { isSamePin } from './pin-code.js';

/** More cells get shorter lines, so that nine still fit into one message on every platform. */
const FEW_CELLS = 4;
const SHORT = 0.6;

/**
 * The cells of a generation in words, one line for each latent.
 * @param parent whose cells to compare with, when it is known
 */
export function cardCells(generation: Generation, parent: Generation | null, pins: readonly Pin[]): CardCell[] {
  const changed = parent === null ? [] : latentDiff(generation, parent);
  const scale = generation.cells.length > FEW_CELLS ? SHORT : 1;
  return generation.cells.map((cell, place) => ({
    number: cell.index + 1,
    latents: presentKinds(cell.latents).map((kind) => ({
      kind,
      emoji: KIND_LOOKS[kind].emoji,
      text: shorten(formatLatent(kind, cell.latents), Math.round(KIND_LOOKS[kind].line * scale)),
      origin: cell.origins[kind] ?? 'sampled',
      isPinned: isKindPinned(kind, cell, pins),
      isChanged: changed[place]?.includes(kind) ?? false,
    })),
    isPinned: pins.some((pin) => isSamePin(pin, { cell: cell.index, kind: null })),
  }));
}

function isKindPinned(kind: LatentKind, { index }: Cell, pins: readonly Pin[]): boolean {
  return pins.some((pin) => pin.kind === kind && (pin.cell === null || pin.cell === index));
}
