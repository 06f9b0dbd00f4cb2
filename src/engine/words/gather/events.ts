import type { Role } from '../sense.js';
import type { Gathering } from './gathering.js';
import type { SpanView } from './span-view.js';
import { isWeathered } from './weathered.js';

/** What may stand between “noche” and what it is spent with. */
const JOINTS: ReadonlySet<Role | undefined> = new Set(['of', 'article', 'filler', 'definite', 'tasting']);
/** What a time is spent with, and what may lie between the two words in a script that does not part words. */
const SPENT_WITH: ReadonlySet<Gathering['last']> = new Set(['thing', 'unknown', 'occasion']);

/** Whether a time is spent with what is named beside it: “movie **night**”, “**noche** de juegos”. */
export function isEventAt({ view, last, open }: Gathering, k: number, isBefore: boolean): boolean {
  if (!isBefore) return SPENT_WITH.has(last) && isNoun(view, k - 1);
  let at = k + 1;
  while (JOINTS.has(view.roleAt(at))) at += 1;
  return open.thing === undefined && isNoun(view, at);
}

const isNoun = (view: SpanView, k: number): boolean => view.thingAt(k) !== undefined || view.isUnknownAt(k);

/** What is spent with something unknown is told with that. */
export function takeEvent(g: Gathering, said: string): void {
  if (g.lastNamed && isWeathered(g, g.lastNamed)) return;
  if (g.last !== 'unknown') g.leaveOut(said, 'occasion');
}
