import { isDeepStrictEqual } from 'node:util';
import type { Cell, Generation, GenerationOrigin, Pin } from '../../core/types.js';
import { formatLatent, presentKinds } from '../../engine/latents/kinds.js';
import type { LatentKind } from '../../engine/latents/latents.js';
import type { CardCell, CardLatent } from '../card.js';
import { KIND_EMOJI } from '../latent-words.js';
import { isSamePin } from '../pin-code.js';
import { shorten } from '../shorten.js';

/** Longest line of each kind on a card of up to four cells; the panel of latents shows them whole. */
const LINE: Readonly<Record<LatentKind, number>> = { description: 120, boxes: 90, blobs: 70, palette: 70, tokens: 32 };
/** More cells get shorter lines, so that nine still fit into one message on every platform. */
const FEW_CELLS = 4;
const SHORT = 0.6;

/** Children whose cells stand for the parent's cells of the same number. */
const COMPARABLE: readonly GenerationOrigin[] = ['reroll', 'reroll_cell', 'edit', 'splice'];

/**
 * The cells of a generation in words, one line for each latent.
 * @param parent whose cells to compare with, when it is known
 */
export function cardCells(generation: Generation, parent: Generation | null, pins: readonly Pin[]): CardCell[] {
  const comparable = parent !== null && COMPARABLE.includes(generation.origin) ? parent.cells : [];
  const scale = generation.cells.length > FEW_CELLS ? SHORT : 1;
  return generation.cells.map((cell) => {
    const before = comparable.find(({ index }) => index === cell.index);
    return {
      number: cell.index + 1,
      latents: presentKinds(cell.latents).map((kind) => cardLatent(kind, cell, before, pins, scale)),
      isPinned: pins.some((pin) => isSamePin(pin, { cell: cell.index, kind: null })),
    };
  });
}

function cardLatent(
  kind: LatentKind,
  cell: Cell,
  before: Cell | undefined,
  pins: readonly Pin[],
  scale: number,
): CardLatent {
  return {
    kind,
    emoji: KIND_EMOJI[kind],
    text: shorten(formatLatent(kind, cell.latents), Math.round(LINE[kind] * scale)),
    origin: cell.origins[kind] ?? 'sampled',
    isPinned: pins.some((pin) => pin.kind === kind && (pin.cell === null || pin.cell === cell.index)),
    isChanged: before !== undefined && !isDeepStrictEqual(before.latents[kind], cell.latents[kind]),
  };
}
