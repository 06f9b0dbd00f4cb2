import type { ArtworkCredit, Cell, Generation } from '../../core/index.js';
import { creditsDue } from '../../core/packs/index.js';
import { REFUSED_WHYS } from '../../engine/basics/index.js';
import type { Translate } from '../i18n/index.js';
import { kindName } from '../text/index.js';
import { isRunning } from './status.js';

/** That its work had to be begun again, as long as that goes on. */
export function begunAgainNotices(generation: Generation, t: Translate): string[] {
  return isRunning(generation) && generation.attempt - generation.waits > 1 ? [t('notice.begun_again')] : [];
}

/** Pictures that the painter shows none of, by why. */
export function refusedNotices({ cells }: Generation, t: Translate): string[] {
  return REFUSED_WHYS.flatMap((why) => {
    const numbers = cells.flatMap(({ index, refused }) => (refused === why ? [index + 1] : []));
    return numbers.length === 0 ? [] : [t('notice.refused', { why, count: numbers.length, cells: numbers.join(', ') })];
  });
}

/** That something else paints it than painted what it is made of. */
export function insteadNotices({ settings: { painter = 'kaleido', insteadOf } }: Generation, t: Translate): string[] {
  return insteadOf === undefined ? [] : [t('notice.instead_of', { was: insteadOf, now: painter })];
}

/**
 * Latents that the blocklist made the worker sample again, and which list it was; not the word, as everybody sees the
 * card.
 */
export function resampledNotices({ cells, blocklist }: Generation, t: Translate): string[] {
  return cells.flatMap((cell) =>
    cell.resampled.map(({ kind, rule }) =>
      t('notice.resampled', {
        kind: kindName(t, kind),
        cell: cell.index + 1,
        list: blocklist.includes(rule) ? 'own' : 'built_in',
      }),
    ),
  );
}

/**
 * Things that were centred in their boxes, each once, with the pictures that it is so in.
 * @param centredOf names of a picture's centred things
 */
export function centredNotices(
  { cells }: Generation,
  centredOf: (cell: Cell) => readonly string[],
  t: Translate,
): string[] {
  const pictures = new Map<string, number[]>();
  for (const cell of cells) {
    for (const thing of centredOf(cell)) pictures.set(thing, [...(pictures.get(thing) ?? []), cell.index + 1]);
  }
  return [...pictures].map(([thing, numbers]) =>
    t('notice.centred', { thing, count: numbers.length, cells: numbers.join(', ') }),
  );
}

/** Who made what a pack is drawn after, where a licence wants that said: emoji carry no metadata. */
export function creditNotices(
  { cells, settings }: Generation,
  artworksOf: (cell: Cell) => readonly ArtworkCredit[],
  t: Translate,
): string[] {
  if (settings.moods === undefined) return [];
  return creditsDue(cells.flatMap(artworksOf)).map(({ set = '', author = '', licence = '' }) =>
    t('pack.credit', { set, author, licence }),
  );
}

/**
 * What of another model's latents this one could not keep: once for all cells, and from the moment that the request was
 * accepted.
 */
export function lostNotices({ tasks, cells }: Generation, t: Translate): string[] {
  const given = cells.length > 0 ? cells : tasks.flatMap((task) => (task.mode === 'keep' ? [] : [task]));
  const lost = given.flatMap((one) => one.lost ?? []);
  return [...new Set(lost.map(({ kind, how }) => t(`notice.lost_${how}`, { kind: kindName(t, kind) })))];
}
