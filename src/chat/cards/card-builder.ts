import type {
  ArtworkCredit,
  BlobStore,
  Cell,
  Clock,
  Generation,
  GenerationStore,
  Pin,
  Progress,
  QueuePosition,
} from '../../core/index.js';
import type { PromptNotice } from '../../core/prompts/index.js';
import { createTranslator } from '../i18n/index.js';
import { cardActions } from './actions.js';
import type { Card } from './card.js';
import { cardCells } from './cells.js';
import {
  begunAgainNotices,
  centredNotices,
  creditNotices,
  insteadNotices,
  lostNotices,
  refusedNotices,
  resampledNotices,
} from './notices.js';
import { cardPicture } from './picture.js';
import { promptNoticeText } from './prompt-notices.js';
import { cardFacts, progressFraction, statusText } from './status.js';

/** Makes cards of generations, in the requester's language. */
export interface CardBuilder {
  build(input: CardInput): Promise<Card>;
}

/** A generation at a moment, for somebody who reads a language (BCP 47 tag). */
export interface CardInput {
  generation: Generation;
  pins: readonly Pin[];
  /** While it waits. */
  position?: QueuePosition;
  /** While it runs. */
  progress?: Progress;
  locale: string;
}

/** What cards are made with. */
export interface CardBuilderOptions {
  blobs: Pick<BlobStore, 'get'>;
  /** Where parents are found, for what changed. */
  generations: Pick<GenerationStore, 'find'>;
  /**
   * What the requester should know of how a generation's prompt was read; the same at every edit of a card. Default:
   * nothing.
   */
  promptNotices?: (generation: Generation) => readonly PromptNotice[];
  /**
   * Names of a picture's things that did not fill the boxes chosen for them; the same at every edit of a card. Default:
   * none.
   */
  centredOf?: (cell: Cell) => readonly string[];
  /** What a picture is drawn after; default: nothing. */
  artworksOf?: (cell: Cell) => readonly ArtworkCredit[];
  clock: Clock;
}

/** A card builder over the store and its pictures; keeps no state. */
export function createCardBuilder({
  blobs,
  generations,
  promptNotices = () => [],
  centredOf = () => [],
  artworksOf = () => [],
  clock,
}: CardBuilderOptions): CardBuilder {
  return {
    async build({ generation, pins, position, progress, locale }) {
      const t = createTranslator(locale);
      const { id, status, prompt, userId, settings, parentId, isExhausted, standIn } = generation;
      const hasCells = generation.cells.length > 0;
      const isGone = status === 'deleted';
      const [parent, picture] = await Promise.all([
        parentId !== null && hasCells ? generations.find(parentId) : null,
        cardPicture(generation, progress, blobs, t),
      ]);
      return {
        generationId: id,
        state: status,
        title: prompt,
        requesterId: userId,
        status: statusText({ generation, position, progress, t, locale, now: clock() }),
        progress: progressFraction(generation, progress),
        // Of a pack all that differs is the mood, which a fact tells.
        cells: isGone || settings.moods ? [] : cardCells(generation, parent, pins),
        facts: isGone ? [] : cardFacts(generation, t),
        notices: isGone
          ? []
          : [
              ...begunAgainNotices(generation, t),
              ...promptNotices(generation).map((notice) => promptNoticeText(notice, t)),
              ...refusedNotices(generation, t),
              ...insteadNotices(generation, t),
              ...(isExhausted ? [t('notice.exhausted')] : []),
              ...(standIn === undefined ? [] : [t('notice.stand_in', { why: standIn })]),
              ...centredNotices(generation, centredOf, t),
              ...creditNotices(generation, artworksOf, t),
              ...lostNotices(generation, t),
              ...resampledNotices(generation, t),
            ],
        picture,
        isPrivate: settings.isPrivate,
        isSpoiler: settings.isSpoiler,
        actions: cardActions(generation, pins, t),
      };
    },
  };
}
