import { LATENT_KINDS, type LatentKind } from '../../engine/latents/index.js';
import { KIND_LOOKS } from '../text/index.js';

/** What an emoji on a grid means. */
export type ReactionMeaning =
  | { type: 'reroll-all' }
  /** cell: index from 0. Rerolls it, or pins it for a person who has the pin on the grid too. */
  | { type: 'cell'; cell: number }
  /** Turns the numbers of the same person into pins. */
  | { type: 'pin' }
  | { type: 'kind'; kind: LatentKind }
  | { type: 'delete' };

/** The mark under which a pin is remembered. */
export const PIN_MARK = '📌';

const MEANINGS: ReadonlyMap<string, ReactionMeaning> = new Map<string, ReactionMeaning>([
  ['🔁', { type: 'reroll-all' }],
  ['🔄', { type: 'reroll-all' }],
  [PIN_MARK, { type: 'pin' }],
  ['🗑', { type: 'delete' }],
  ...LATENT_KINDS.map((kind) => [normaliseEmoji(KIND_LOOKS[kind].emoji), { type: 'kind', kind }] as const),
]);

/** An emoji without variation selectors, which platforms add and leave out as they like. */
export function normaliseEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0E\uFE0F]/g, '');
}

/** What an emoji means; null for those that mean nothing to us. */
export function meaningOf(emoji: string): ReactionMeaning | null {
  const plain = normaliseEmoji(emoji);
  const cell = cellOfMark(plain);
  return cell === null ? (MEANINGS.get(plain) ?? null) : { type: 'cell', cell };
}

/** The mark under which a number on a grid is remembered: its keycap. */
export function markOfCell(cell: number): string {
  return `${cell + 1}\u20E3`;
}

/** The cell of such a mark, as an index from 0; null for other marks. */
export function cellOfMark(mark: string): number | null {
  const digit = /^([1-9])\u20E3$/.exec(mark)?.[1];
  return digit === undefined ? null : Number(digit) - 1;
}
