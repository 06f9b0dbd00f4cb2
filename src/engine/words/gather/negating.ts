import { englishForms } from '../english-forms.js';
import type { ReadingNote } from '../prompt-reading.js';
import { RANK, type Role, type Sense, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import type { Company } from './company.js';
import type { Gathering } from './gathering.js';
import { isOfTag } from './meaning.js';
import type { Named } from './named.js';

/** Belongs to what is not wanted, and says nothing of it. */
const IDLE: ReadonlySet<Role | undefined> = new Set(['article', 'filler', 'size', 'and', 'number', 'of', 'not']);

/** What follows is not wanted; in languages that have the head last, what was named before. */
export function beginNegation(g: Gathering, said: string): void {
  const { thing } = g.open;
  g.close();
  if (g.table.isHeadLast === true && thing !== undefined && g.named.at(-1) === thing) {
    // “a hat without, a cat”
    g.named.pop();
    g.without.things.push(...thing.sense.names);
    g.notes.push({ type: 'removed', said: thing.said });
    return;
  }
  g.isNegated = said !== '';
}

/** @returns whether the span belongs to what is not wanted */
export function negate(g: Gathering, span: Span, sense: Sense | undefined): boolean {
  const role = sense?.role;
  const isDone = g.last === 'comma' && (role === 'article' || role === 'number');
  // “…的” ends what is said of the thing to come.
  if (isDone || (span.key === '的' && g.last !== 'not')) {
    g.isNegated = false;
    return !isDone;
  }
  if (IDLE.has(role)) return true;
  // “not wearing a hat”
  if (role === 'stand' && g.last === 'not') return true;
  if (role === 'stand' || role === 'style-of' || role === 'says') {
    g.isNegated = false;
    return false;
  }
  const owner = g.named.at(-1);
  const told = owner && leaveOutPart(owner, span, g.company);
  if (told) {
    g.notes.push(told);
    return true;
  }
  const { things, colours, moods } = g.without;
  if (sense?.role === 'colour') colours.push(sense.colour);
  else if (sense?.role === 'mood') moods.push(...sense.moods);
  else if (sense?.role === 'thing') {
    if (!isOfTag(sense)) things.push(...sense.names);
    // “not orange”
    const colour = senseOf(span.senses, 'colour');
    if (colour) colours.push(colour.colour);
  }
  g.notes.push({ type: 'removed', said: span.said });
  return true;
}

/**
 * “A snail without a shell”: what a thing has by itself stays, unless it is drawn without it too.
 * @returns what to tell of it; undefined where the thing has nothing of the kind
 */
export function leaveOutPart(owner: Named, { key, said, senses }: Span, company: Company): ReadingNote | undefined {
  const thing = senseOf(senses, 'thing');
  const words = [key, ...(thing?.names ?? [])].flatMap(englishForms);
  // “Gâteau sans bougies”: what a keyword of the thing's own names is part of it.
  const isKeyword = thing !== undefined && thing.rank > RANK.foreign && thing.names.includes(owner.sense.names[0]!);
  if (!isKeyword && !company.hasByItself(owner.sense, words)) return undefined;
  const names = isKeyword ? [] : company.without(owner.sense, words);
  if (names.length === 0) return { type: 'inseparable', said };
  owner.sense = { ...owner.sense, names };
  return { type: 'removed', said };
}
