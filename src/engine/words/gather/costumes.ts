import { COSTUMES, DRESSED_AS, type Stand } from '../languages/index.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { REACH } from './span-view.js';

const COSTUME_WORDS: ReadonlySet<string> = new Set(listed(COSTUMES));
const DRESSED_WORDS: ReadonlySet<string> = new Set(Object.values(DRESSED_AS).flatMap(listed));
/** How somebody may stand to what they are dressed in. */
const PUT_ON: ReadonlySet<Stand> = new Set<Stand>(['in', 'with', 'wearing']);

/** Whether a word is one for what somebody dresses in as another. */
export const isCostumeWord = (span: Span | undefined): boolean => COSTUME_WORDS.has(span?.key ?? '');

/**
 * “A cat **in** a shark costume”, “a kid **dressed as** a pumpkin”, “un gato **con** disfraz de tiburón”: whether a
 * word for how things stand says that who is before it is dressed as what is named beside it, which nobody can wear as
 * it is.
 */
export function isDressing(g: Gathering, stand: Stand, k: number): boolean {
  const { view, company, table } = g;
  const isSaid = DRESSED_WORDS.has(view.at(k)!.key);
  if (isSaid && table.isHeadLast === true) return g.lastNamed !== undefined && !company.isWorn(g.lastNamed.sense);
  if (!isSaid && !PUT_ON.has(stand)) return false;
  let isCostume = isSaid;
  let isThing = false;
  for (let at = k + 1; at <= k + REACH && !view.isPauseAt(at) && view.at(at); at++) {
    const role = view.roleAt(at);
    if (isCostumeWord(view.at(at))) {
      isCostume = true;
      if (isThing) break;
      continue;
    }
    if (role === 'stand' || role === 'and' || role === 'not') break;
    const thing = view.thingAt(at);
    if (thing && company.isWorn(thing)) return false;
    isThing ||= thing !== undefined;
  }
  return isCostume && isThing;
}

/** Whether a word for a costume says no more than that the thing beside it is one. */
export function isCostumeAt(g: Gathering, k: number): boolean {
  const isPartOfOne = g.standing?.isCostume === true || g.open.thing?.isCostume === true;
  return isPartOfOne && isCostumeWord(g.view.at(k));
}
