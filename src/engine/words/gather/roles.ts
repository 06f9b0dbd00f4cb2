import { englishForms, isPluralForm } from '../english-forms.js';
import { ROLES } from '../languages/index.js';
import { meantThing, RANK, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';
import { nameThing } from './naming.js';

const roleByWord = byListed(ROLES.map((role) => [role[2], role] as const));
/** Who is drawn where nobody is that the role is said of. */
const SOMEBODY = ['person', 'man', 'woman'] as const;

/**
 * “A **goalkeeper**”, “un **cartero**”: who is known by something is somebody with that; an animal that is called so
 * has it.
 * @returns whether the word says so
 */
export function takeRole(g: Gathering, k: number, { key, said, senses }: Span): boolean {
  // “Two **boxers**”
  const one = roleByWord.has(key)
    ? key
    : englishForms(key).find((form) => isPluralForm(key, form) && roleByWord.has(form));
  const role = g.isNegated || one === undefined ? undefined : roleByWord.get(one);
  const named = senseOf(senses, 'thing');
  if (!role || (named && named.rank <= RANK.synonym)) return false;
  const [thing, stand] = role;
  if (!g.company.has(thing)) return false;
  const own = { ...plainNamed(meantThing([thing], false), said), stand };
  const next = g.view.thingAt(k + 1);
  const isOfNext = next !== undefined && g.company.isLiving(next);
  const isOfLast = g.last === 'thing' && g.open.thing !== undefined && g.company.isLiving(g.open.thing.sense);
  if (!isOfNext && !isOfLast) {
    const who = SOMEBODY.filter((name) => g.company.has(name));
    if (who.length === 0) return false;
    nameThing(g, k, { ...meantThing([who[0]!], true), isPlural: one !== key });
  }
  g.activities.push({ own, at: g.named.length });
  return true;
}
