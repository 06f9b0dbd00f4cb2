import type { ArtworkCredit } from '../types.js';

/** Licences that ask for the name of who made a work. */
const NAMES_AUTHOR = /\bBY\b/i;

/** Of works, those whose licences want their authors named, each set once. */
export function creditsDue(works: readonly ArtworkCredit[]): ArtworkCredit[] {
  const due = works.filter(({ licence }) => licence !== undefined && NAMES_AUTHOR.test(licence));
  return [...new Map(due.map((work) => [work.set, work])).values()];
}

/** One line for each work: what it shows, its set, author, licence and where it is from. */
export function licenceLines(works: readonly ArtworkCredit[]): string[] {
  const each = new Map(works.map((work) => [work.picture, work]));
  return [...each.values()].map(({ thing, picture, set, author, licence, source }) => {
    const from = [set, author, licence, source].filter((part) => part !== undefined);
    return `${thing} (${picture}): ${from.join(', ') || '–'}`;
  });
}
