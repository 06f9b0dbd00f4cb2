import { englishForms, isPluralForm } from '../english-forms.js';
import { ROLES, type Trade } from '../languages/index.js';
import { meantThing, RANK, senseOf, type ThingSense } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed } from '../vocabularies.js';
import type { Gathering } from './gathering.js';
import { isSaidAs } from './likeness.js';
import { type Named, plainNamed } from './named.js';
import { nameThing } from './naming.js';

const roleByWord = byListed(ROLES.map((role): [string, Trade] => [role.words, role]));
/** Who is drawn where nobody is that the role is said of. */
const SOMEBODY = ['person', 'man', 'woman'] as const;

/**
 * “A **goalkeeper**”, “un **cartero**”: who is known by something is somebody with that; an animal that is called so,
 * or is so (“a cat as a **teacher**”), has it, and wears what goes with it.
 * @returns whether the word says so
 */
export function takeRole(g: Gathering, k: number, { key, said, senses }: Span): boolean {
  const one = roleIn(key);
  const role = g.isNegated || one === undefined ? undefined : roleByWord.get(one);
  if (!role || !g.company.has(role.thing)) return false;
  const named = senseOf(senses, 'thing');
  const isNamed = named !== undefined && named.rank <= RANK.synonym;
  const own = { ...plainNamed(meantThing([role.thing], false), said), stand: role.stand };
  const last = doerBefore(g, k, isNamed);
  if (last) {
    wear(g, last, role, said);
    g.activities.push({ own, at: g.named.includes(last) ? g.named.indexOf(last) : g.named.length });
    return true;
  }
  const next = g.view.thingAt(k + 1);
  if (next !== undefined && isDoer(g, next, isNamed)) {
    wear(g, g.open, role, said);
  } else {
    if (isNamed && role.who === undefined) return false;
    const who = (role.who ?? SOMEBODY).filter((name) => g.company.has(name));
    if (who.length === 0) return false;
    nameThing(g, k, { ...meantThing([who[0]!], true), isPlural: one !== key });
    if (g.open.thing) wear(g, g.open.thing, role, said);
  }
  g.activities.push({ own, at: g.named.length });
  return true;
}

/** What is listed of a word: “two **boxers**”. */
const roleIn = (key: string): string | undefined =>
  roleByWord.has(key) ? key : englishForms(key).find((form) => isPluralForm(key, form) && roleByWord.has(form));

/** Whether a word says who does a trade or the like. */
export const isTrade = (key: string): boolean => roleIn(key) !== undefined;

/** Who was named before, of whom the word is said: “cat **barista**”, “a cat as a **barista**”. */
function doerBefore(g: Gathering, k: number, isNamed: boolean): Named | undefined {
  const last = g.lastNamed;
  if (!last || !isDoer(g, last.sense, isNamed)) return undefined;
  if (isSaidAs(g, k)) {
    g.standing = undefined;
    return last;
  }
  return g.last === 'thing' && g.open.thing === last ? last : undefined;
}

/** Whether somebody may be called so; of people, who have pictures of the trade, only where there is none. */
const isDoer = ({ company }: Gathering, thing: ThingSense, isNamed: boolean): boolean =>
  company.isPerson(thing) ? !isNamed : company.isSomebody(thing);

function wear(g: Gathering, who: Pick<Named, 'outfit'>, { worn = [] }: Trade, said: string): void {
  const known = worn.filter((name) => g.company.has(name));
  if (known.length > 0) who.outfit ??= { worn: known, said };
}
