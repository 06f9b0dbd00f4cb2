import { ownValue } from '../../basics/index.js';
import { actOf } from '../acts.js';
import { CLOCK, WAITED_AT, WAITING } from '../languages/index.js';
import { meantThing, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import { type Gathering, standingAs } from './gathering.js';
import { type Named, plainNamed } from './named.js';

const WAITING_WORDS = new Set(listed(WAITING));

/**
 * “A bear **waiting for christmas**”: what shows a feast or a season is beside who waits for it, and a clock beside who
 * waits for nothing that is named.
 * @returns how many spans were taken
 */
export function takeWaiting(g: Gathering, k: number, { key, said }: Span): number {
  const isAct = actOf(key) === 'waited';
  // Looked ahead for behind such words alone: the rest of a long prompt is not gone through for each of its words.
  if (!isAct && !WAITING_WORDS.has(key)) return 0;
  if (g.isNegated || !g.lastNamed || !g.company.isLiving(g.lastNamed.sense)) return 0;
  const next = g.view.nextThing(k);
  const at = g.view.spans.findIndex((span, i) => i > k && senseOf(span.senses, 'occasion') !== undefined);
  const occasion =
    at < 0 || (next !== undefined && next[1] < at) ? undefined : senseOf(g.view.at(at)!.senses, 'occasion');
  if (isAct && occasion && occasion.names.length > 0) {
    add(g, plainNamed(meantThing(occasion.names, false), g.view.at(at)!.said), said);
    return at + 1 - k;
  }
  if (!WAITING_WORDS.has(key) || next !== undefined || !g.company.has(CLOCK)) return 0;
  add(g, plainNamed(meantThing([CLOCK], false), said), said);
  return 1;
}

function add(g: Gathering, thing: Named, said: string): void {
  g.close();
  const { stand, isTurned } = standingAs('beside');
  g.named.push({ ...thing, stand, isTurned, standSaid: WAITING_WORDS.has(said) ? 'waiting for' : said, isAct: true });
}

/** A bus is waited for at its stop. */
export function settleWaiting({ company, named }: Gathering): void {
  for (const [k, { standSaid, isTurned }] of named.entries()) {
    // “バスを**待つ**猫”
    const one = isTurned ? named[k - 1] : named[k];
    const place = actOf(standSaid) === 'waited' ? ownValue(WAITED_AT, one?.sense.names[0] ?? '') : undefined;
    if (one && place !== undefined && company.has(place)) one.sense = { ...one.sense, names: [place] };
  }
}
