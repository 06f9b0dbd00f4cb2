import type { Origin, Pin } from '../../core/index.js';

import type { Translate } from '../i18n/index.js';
import { deletePanel } from '../panels/index.js';
import { acceptedReply, cardReply, type Reply, type ReplyContext } from '../replies/index.js';

import { cellOfMark, markOfCell, PIN_MARK, type ReactionMeaning } from './reactions.js';

export interface ReactionContext extends ReplyContext {
  t: Translate;
  origin: Origin;
  generationId: string;
  /** Put on, or taken off. */
  isAdded: boolean;
}

const NONE: Reply = { type: 'none' };

/**
 * What a reaction does. A number rerolls its cell (or votes for that), unless the same person has the pin on the grid as well: a
 * cell is pinned for as long as one person has both, whichever came first. Taking a reaction off takes back what it
 * did, as far as that is a vote or a pin; a picture that was made stays so. Before anything is deleted, a button asks.
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
