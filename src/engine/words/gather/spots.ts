import { FASTENED, SPOT_WORDS, type Spot } from '../languages/index.js';
import { senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { isOnlyFirstLiving, stoodOn } from './heads.js';

const SPOT_BY_WORD = byListed(Object.entries(SPOT_WORDS).map(([spot, words]) => [words, spot as Spot | 'head']));
const FASTENED_WORDS = new Set(listed(FASTENED));
/** How something stands that may be said of a part of somebody. */
const AT_PART: ReadonlySet<string> = new Set(['on', 'in', 'above', 'beside', 'around', 'below']);
/** Many leave the mark away: “on a pirates shoulder”. */
const OWNED = /(?:['’]s?|[a-z]s)$/u;
/** So many words for how something is fastened, and for whose part it is, stand before that. */
const REACH = 3;

/**
 * “A turtle with a cake **on its back**”, “a balloon tied to **its tail**”: where on who was named before the thing
 * named last is; “on **the nose of** a cat”: of whom follows.
 * @returns how many spans were taken
 */
export function takeSpot(g: Gathering, k: number, { key, senses }: Span): number {
  const phrase = senseOf(senses, 'on-spot');
  const spot = phrase?.spot ?? SPOT_BY_WORD.get(key);
  if (spot === undefined || g.isNegated) return 0;
  if (!phrase && (!isSaidOfPart(g, k) || g.view.roleAt(k - 1) === 'article')) return 0;
  const standSaid = spot === 'head' ? 'on its head' : spot;
  const { stand, isTurned } = g.standing ?? {};
  if (!phrase && g.view.roleAt(k + 1) === 'of' && stand === 'on' && isTurned !== true) {
    g.standing = { ...g.standing!, said: standSaid };
    return 2;
  }
  const other = g.open.thing ?? g.named.at(-1);
  // “On an elephant’s **back**”
  const owner = [...g.named, ...(g.open.thing ? [g.open.thing] : [])].findLast((one) => one.stand === 'on');
  if (owner && OWNED.test(g.view.at(k - 1)?.said ?? '')) {
    owner.standSaid = standSaid;
    return 1;
  }
  const before = g.open.thing ? g.named : g.named.slice(0, -1);
  // “A pirate with a sword and a parrot on his **shoulder**”
  const subject = phrase ? before.at(-1) : (before.findLast(({ sense }) => g.company.isLiving(sense)) ?? before.at(-1));
  if (phrase && !subject) {
    g.onHead = standSaid;
    return 1;
  }
  if (!other || !subject || !g.company.isLiving(subject.sense)) return 0;
  g.standing = undefined;
  for (const one of fastenings(g, k)) g.unknown.splice(g.unknown.indexOf(one), 1);
  const isOfFirst = (subject === g.named[1] && isOnlyFirstLiving(g)) || (subject === g.named[0] && before.length > 1);
  Object.assign(other, { ...stoodOn(standSaid, true), isOfFirst });
  return 1;
}

/** A word for “on” stands right before the part, or before whose it is. */
function isSaidOfPart(g: Gathering, k: number): boolean {
  const at = g.view.roleAt(k - 1) === 'stand' ? k - 1 : k - 2;
  const stand = senseOf(g.view.at(at)?.senses ?? [], 'stand')?.stand ?? g.standing?.stand;
  if (g.isThingSaid && OWNED.test(g.view.at(k - 1)?.said ?? '')) return true;
  return AT_PART.has(stand ?? '') || fastenedAt(g, k) !== undefined;
}

/** Words before a part that nothing else knows, of how something is fastened to it. */
function fastenings(g: Gathering, k: number): Span[] {
  const from = fastenedAt(g, k);
  return from === undefined ? [] : g.view.spans.slice(from, k).filter((span) => g.unknown.includes(span));
}

/** Where the words begin that fasten something to the part at `k`. */
function fastenedAt({ view }: Gathering, k: number): number | undefined {
  for (let from = k - 1; from >= Math.max(0, k - 1 - REACH); from--) {
    const keys = view.spans.slice(from, k).map(({ key }) => key);
    const isFastening = keys.some((_, at) => FASTENED_WORDS.has(keys.slice(0, at + 1).join(' ')));
    if (isFastening) return from;
  }
  return undefined;
}
