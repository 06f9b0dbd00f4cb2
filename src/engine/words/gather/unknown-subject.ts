import type { Gathering } from './gathering.js';

/** A stand is said of something unknown where nothing is named before, in the same phrase. */
export function linkUnknown(g: Gathering, k: number): boolean {
  const { unknownAt, named, open, view } = g;
  if (unknownAt === undefined || named.length > 0 || open.thing) return false;
  for (let at = unknownAt + 1; at < k; at++) if (view.isPauseAt(at)) return false;
  g.isOfUnknown = true;
  return true;
}

/** @param k where the unknown word is; in languages that have the head last it may be what was spoken of before */
export function hangOnUnknown(g: Gathering, k: number): void {
  g.unknownAt = k;
  if (g.standing?.isTurned === true && g.named.length === 1) g.isOfUnknown = true;
}

/** What hangs on something unknown is not painted in its place, unless more is named that does not. */
export function settleUnknown({ isOfUnknown, named }: Gathering): void {
  if (isOfUnknown && named.every(({ stand }, k) => k === 0 || stand !== undefined)) named.splice(0);
}
