import type { Origin, Pin } from '../../core/index.js';
import { LATENT_KINDS, type LatentKind } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';
import { deletePanel } from '../panels/index.js';
import { acceptedReply, cardReply, type Reply, type ReplyContext } from '../replies/index.js';
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

/** Everything that the meaning of a reaction depends on. */
export interface ReactionContext extends ReplyContext {
  t: Translate;
  origin: Origin;
  generationId: string;
  /** Put on, or taken off. */
  isAdded: boolean;
}

const NONE: Reply = { type: 'none' };

/**
 * What a reaction does. A number rerolls its cell (or votes for that), unless the same person has the pin on the grid
 * as well: a cell is pinned for as long as one person has both, whichever came first. Taking a reaction off takes back
 * what it did, as far as that is a vote or a pin; a picture that was made stays so. Before anything is deleted, a
 * button asks.
 */
export async function reactTo(meaning: ReactionMeaning, context: ReactionContext): Promise<Reply> {
  const { actor, core, t, generationId, isAdded } = context;
  switch (meaning.type) {
    case 'reroll-all':
      return vote(context, null, isAdded);
    case 'kind':
      return setPins(context, [{ cell: null, kind: meaning.kind }], isAdded);
    case 'delete':
      if (!isAdded) return NONE;
      return deletePanel(await core.deletable(actor, generationId), t);
    case 'cell': {
      const marks = await core.mark(actor, generationId, markOfCell(meaning.cell), isAdded);
      if (marks.includes(PIN_MARK)) return setPins(context, [{ cell: meaning.cell, kind: null }], isAdded);
      return vote(context, meaning.cell, isAdded);
    }
    case 'pin': {
      const marks = await core.mark(actor, generationId, PIN_MARK, isAdded);
      const cells = marks.map(cellOfMark).filter((cell) => cell !== null);
      // The numbers were votes until now.
      if (isAdded) for (const cell of cells) await vote(context, cell, false);
      return setPins(
        context,
        cells.map((cell) => ({ cell, kind: null })),
        isAdded,
      );
    }
  }
}

async function vote(context: ReactionContext, cell: number | null, isFor: boolean): Promise<Reply> {
  const { actor, core, generationId, origin } = context;
  const { accepted } = await core.voteReroll(actor, generationId, cell, isFor, origin);
  return accepted === null ? NONE : acceptedReply(context, accepted);
}

async function setPins(context: ReactionContext, pins: readonly Pin[], isPinned: boolean): Promise<Reply> {
  const { actor, core, generationId } = context;
  if (pins.length === 0) return NONE;
  for (const pin of pins) {
    if (isPinned) await core.pin(actor, generationId, pin);
    else await core.unpin(actor, generationId, pin);
  }
  return cardReply(context, await core.show(actor, generationId));
}
