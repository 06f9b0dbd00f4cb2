import type { ReadingNote } from '../prompt-reading.js';
import { RANK, type Role, type Sense, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import type { Company } from './company.js';
import type { Gathering } from './gathering.js';
import { isOfTag } from './meaning.js';
import type { Named } from './named.js';
import { nameThing } from './naming.js';
import { partWords } from './part-words.js';

/** Belongs to what is not wanted, and says nothing of it. */
const IDLE: ReadonlySet<Role | undefined> = new Set([
  'article',
  'filler',
  'size',
  'trait',
  'and',
  'number',
  'of',
  'not',
]);

/**
 * What follows is not wanted; in languages that have the head last, what was named before.
 * @param k where the word for it is
 */
export function beginNegation(g: Gathering, k: number): void {
  const { thing } = g.open;
  const before = g.view.at(k - 1);
  g.close();
  const isBefore = g.table.isHeadLast === true && before !== undefined;
  if (isBefore && thing !== undefined && g.named.at(-1) === thing) {
    // “a hat without, a cat”
    g.named.pop();
    removeOfNext(g, before, thing.said, thing.sense.names);
  } else if (isBefore && g.unknown.at(-1) === before && senseOf(before.senses, 'own-part')) {
    g.unknown.pop();
    removeOfNext(g, before, before.said, []);
  } else g.isNegated = g.view.spans[k]!.said !== '';
}

/** What is not wanted of a thing that is yet to be named. */
function removeOfNext(g: Gathering, span: Span, said: string, things: readonly string[]): void {
  const note: ReadingNote = { type: 'removed', said };
  g.notes.push(note);
  g.without.things.push(...things);
  g.partsOfNext.push({ span, note, at: g.named.length });
}

/**
 * “No crown cat”, “without wings, a bird”: where all that is named is not wanted, the last is what it is not wanted of.
 */
function nameLast(g: Gathering): void {
  const { partsOfNext, named, notes, without } = g;
  const last = partsOfNext.at(-1);
  const thing = last && senseOf(last.span.senses, 'thing');
  if (named.length > 0 || !thing || notes.filter(({ type }) => type === 'removed').length < 2) return;
  // “no cats, no dogs”
  const at = g.view.spans.indexOf(last.span);
  if (senseOf(g.view.at(at - 1)?.senses ?? [], 'not')) return;
  partsOfNext.pop();
  notes.splice(notes.indexOf(last.note), 1);
  without.things = without.things.filter((name) => !thing.names.includes(name));
  nameThing(g, at, thing);
  g.close();
}

/** What was not wanted of things that were named after it, as parts of these. */
export function settleParts(g: Gathering): void {
  nameLast(g);
  const { partsOfNext, named, notes, without, company } = g;
  for (const { span, note, at } of partsOfNext) {
    const owner = named[at];
    const told = owner && leaveOutPart(owner, { ...span, said: note.said }, company);
    if (!told) continue;
    notes[notes.indexOf(note)] = told;
    const names = senseOf(span.senses, 'thing')?.names ?? [];
    without.things = without.things.filter((name) => !names.includes(name));
  }
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
  // “without a hat, 3d”
  const isStyle = role === 'style' && g.last === 'comma';
  if (isStyle || role === 'stand' || role === 'style-of' || role === 'says') {
    g.isNegated = false;
    return false;
  }
  const owner = g.named.at(-1);
  // “Pancakes with blueberries and no syrup”
  const words = partWords(span);
  const told = g.named
    .toReversed()
    .reduce<ReadingNote | undefined>((one, other) => one ?? leaveOutPart(other, span, g.company, words), undefined);
  if (told) {
    g.notes.push(told);
    return true;
  }
  if (owner === undefined && sense?.role !== 'colour' && sense?.role !== 'mood') {
    removeOfNext(g, span, span.said, sense?.role === 'thing' && !isOfTag(sense) ? sense.names : []);
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
 * @param words names of the part
 * @returns what to tell of it; undefined where the thing has nothing of the kind
 */
export function leaveOutPart(
  owner: Named,
  span: Span,
  company: Company,
  words: readonly string[] = partWords(span),
): ReadingNote | undefined {
  const { said, senses } = span;
  const thing = senseOf(senses, 'thing');
  // “Gâteau sans bougies”: what a keyword of the thing's own names is part of it.
  const isKeyword = thing !== undefined && thing.rank > RANK.foreign && thing.names.includes(owner.sense.names[0]!);
  if (!isKeyword && !company.hasByItself(owner.sense, words)) return undefined;
  const names = isKeyword ? [] : company.without(owner.sense, words);
  const pictures = names.length === 0 ? company.partedBy(owner.sense, words)?.lacking : undefined;
  if (pictures) {
    owner.shownBy.push({ said, isWanted: false, pictures });
    return { type: 'removed', said };
  }
  if (names.length === 0) return { type: 'inseparable', said };
  owner.sense = { ...owner.sense, names };
  return { type: 'removed', said };
}
