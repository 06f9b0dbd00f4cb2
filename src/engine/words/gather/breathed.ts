import { actOf } from '../acts.js';
import { BREATHED } from '../languages/index.js';
import { meantThing } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { nameThing } from './naming.js';

const shownBy = byListed(Object.entries(BREATHED).map(([name, words]) => [words, name] as const));

/**
 * “Dragon spitting **water**”, “cat blowing **smoke**”: what no thing is but out of a mouth is what shows it there.
 * @returns whether it is that
 */
export function takeBreathed(g: Gathering, k: number, { key }: Span): boolean {
  const name = shownBy.get(key);
  if (name === undefined || g.isNegated || !g.company.has(name)) return false;
  // Japanese, Korean and Turkish have the verb behind it.
  const said = g.standing?.said ?? g.view.at(k + 1)?.said ?? '';
  if (actOf(said) !== 'breathed') return false;
  nameThing(g, k, meantThing([name], false));
  return true;
}
