import type { Stand } from '../languages/index.js';
import type { Gathering } from './gathering.js';

/** A stand is said of something unknown where nothing is named before, in the same phrase. */
export function linkUnknown(g: Gathering, stand: Stand, k: number): boolean {
  const { unknownAt, named, open, view } = g;
  if (unknownAt === undefined || named.length > 0 || open.thing) return false;
  for (let at = unknownAt + 1; at < k; at++) if (view.isPauseAt(at)) return false;
  g.isOfUnknown = true;
  g.unknownStand = stand;
  return true;
}

/** @param k where the unknown word is; in languages that have the head last it may be what was spoken of before */
export function hangOnUnknown(g: Gathering, k: number): void {
  g.unknownAt = k;
  if (g.standing?.isTurned === true && g.named.length === 1) g.isOfUnknown = true;
}

/** Stands of what is there by itself as well: “a zorblax with a pizza”. */
const APART: ReadonlySet<Stand | undefined> = new Set<Stand | undefined>(['with', 'beside']);

/**
 * What hangs on something unknown is not painted in its place, unless more is named that does not, or it stands beside
 * it: what is worn, and what somebody does something with, is not.
 */
export function settleUnknown({ isOfUnknown, unknownStand, named, company }: Gathering): void {
  if (!isOfUnknown || !named.every(({ stand }, k) => k === 0 || stand !== undefined)) return;
  const isApart = APART.has(unknownStand) && named.every(({ sense }) => !company.isWorn(sense));
  if (!isApart) named.splice(0);
}
