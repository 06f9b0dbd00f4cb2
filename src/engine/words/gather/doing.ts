import { IS } from '../languages/index.js';
import { type Sense, senseOf, type ThingSense } from '../sense.js';
import { listed } from '../vocabularies.js';
import type { Company } from './company.js';
import type { Gathering } from './gathering.js';
import { REACH, type SpanView } from './span-view.js';

/**
 * “Old man **feeding** pigeons”: what is done by who is named right before it to what is named behind it, though
 * dictionaries know the word as a noun too; undefined where that is not what it says.
 */
export function doingAt({ company, last, open, view }: Gathering, k: number): Sense | undefined {
  const { senses } = view.at(k)!;
  const doer = open.thing;
  if ((last !== 'thing' && last !== 'filler') || !doer || !company.isLiving(doer.sense)) return undefined;
  if (!senseOf(senses, 'thing') || !isDoneTo(view, k, company)) return undefined;
  return senseOf(senses, 'stand') ?? senseOf(senses, 'on-head') ?? { role: 'action' };
}

/** Whether a word says what is done to what follows: “**walking** a dog”, “**kissing** frogs”. */
export function isDoneTo(view: SpanView, k: number, company: Company): boolean {
  const { key, kind, senses } = view.at(k)!;
  const next = view.nextThing(k);
  if (kind !== 'word' || !next || !company.isDone(key)) return false;
  // A crying cat is no cat that somebody cries.
  return !senseOf(senses, 'mood') || view.at(k + 1) !== next[0] || view.thingAt(next[1])!.isPlural;
}

const IS_WORDS = new Set(listed(IS));

/**
 * “My boss **is a** giant chicken”: whether what is named is what somebody before it is said to be, who then is drawn
 * as that.
 */
export function isSaidToBe({ company, named, open, view }: Gathering, k: number, sense: ThingSense): boolean {
  const who = open.thing ?? (named.length === 1 ? named[0] : undefined);
  if (!who || !(company.isPerson(who.sense) || who.sense.isGuess) || sense.isPlural) return false;
  for (let at = k - 1; at > Math.max(0, k - REACH); at--) {
    const role = view.roleAt(at);
    if (role === 'article') return IS_WORDS.has(view.at(at - 1)?.key ?? '');
    if (view.thingAt(at) && role === 'thing' && !view.isAdjectiveAt(at)) return false;
    if (role === 'stand' || role === 'and' || view.isPauseAt(at)) return false;
  }
  return false;
}
