import { ownValue } from '../../basics/index.js';
import type { PatternName } from '../../memory/index.js';
import { BOARD, BOARDS } from '../languages/index.js';
import { meantThing, type Sense, senseOf } from '../sense.js';
import type { Span } from '../spans.js';
import { listed } from '../vocabularies.js';
import { type Gathering, needPart } from './gathering.js';
import { isSociety } from './hobbies.js';
import { emptyPhrase, plainNamed } from './named.js';
import { partWords } from './part-words.js';
import { REACH } from './span-view.js';

const FACES: ReadonlySet<string> = new Set(['eye', 'eyes', 'mouth', 'smiley']);
/** Words that are written and not painted, behind “saying”. */
const MOST_WRITTEN = 8;
/** “letter K”, “number 5” */
const WRITTEN = /^(?:\p{L}|\p{N}+)$/u;
/** “letters ABC” */
const WRITTEN_LARGE = /^\p{Lu}{2,8}$/u;

/** Eyes and a face smile; of other parts, and of coloured ones, pictures are as they are. */
export function takePart(g: Gathering, span: Span): void {
  const { key, said, senses } = span;
  const last = g.lastNamed;
  // “With a sad face”
  if (last && /^(eyes?|face)$/.test(key) && !g.open.thing && g.open.adjectives.moods.length > 0) {
    last.adjectives.append(g.open.adjectives);
    g.open = emptyPhrase();
    g.standing = undefined;
    return;
  }
  const colours = g.open.adjectives.takeColours();
  g.standing = undefined;
  g.takeCount(said);
  const isFace = /^(eyes|face|smile)$/.test(key) || FACES.has(senseOf(senses, 'thing')?.names[0] ?? '');
  if (last && isFace && colours.length === 0 && last.adjectives.moods.length === 0)
    last.adjectives.addMood({ word: 'smiling', said: '', moods: ['smiling', 'grinning', 'happy'] });
  else if (!last || !g.company.showsByItself(last.sense, partWords(span)))
    g.leaveOut([...colours, said].join(' '), 'part');
  else if (colours.length > 0) g.leaveOut([...colours, said].join(' '), 'colour');
  else needPart(last, partWords(span), said, g.company);
}

/** Patterns that drawings have by themselves: by the thing, their colours. */
const OWN_PATTERNS: Readonly<Record<string, readonly string[]>> = {
  mushroom: ['white'],
  dice: ['black', 'white', 'red'],
  ladybug: ['black'],
  tiger: ['black'],
  'tiger face': ['black'],
  zebra: ['black', 'white'],
  bee: ['black', 'yellow'],
  leopard: ['black', 'brown'],
  giraffe: ['brown'],
  cow: ['black', 'brown'],
  'cow face': ['black', 'brown'],
};

/**
 * “Striped”, “with white dots”: of the thing that follows, or of the one before. A colour right before it is the
 * pattern's, but for one alone before a thing (“a red striped cat”), which is the thing's.
 * @returns how many spans were taken
 */
export function takePattern(g: Gathering, k: number, kind: PatternName): number {
  const { view, standing } = g;
  const isJoined = standing !== undefined && PATTERN_JOINTS.has(standing.stand);
  if (senseOf(view.at(k + 1)?.senses ?? [], 'part') && g.isThingSaid) {
    if (isJoined) g.standing = undefined;
    g.leaveOut(view.said(k, k + 2), 'colour');
    return 2;
  }
  if (g.open.thing === undefined && view.isThingAhead(k)) patternNext(g, k, kind);
  else patternLast(g, k, kind, isJoined);
  return 1;
}

function patternNext({ open, view }: Gathering, k: number, kind: PatternName): void {
  const [body, ...others] = open.adjectives.colours;
  if (others.length > 0) {
    open.adjectives.takeColours();
    open.adjectives.addColour(body!, '');
  }
  open.adjectives.setPattern({ kind, ...(others.length > 0 ? { colour: others[0]! } : {}) }, view.at(k)!.said);
}

function patternLast(g: Gathering, k: number, kind: PatternName, isJoined: boolean): void {
  const span = g.view.at(k)!;
  const owner = g.lastNamed;
  const colours = g.open.thing ? [] : g.open.adjectives.takeColours();
  if (isJoined) g.standing = undefined;
  g.takeCount(span.said);
  if (!owner) {
    g.leaveOut([...colours, span.said].join(' '), 'part');
    return;
  }
  const own = owner.sense.names.flatMap((name) => ownValue(OWN_PATTERNS, name) ?? []);
  if (own.length > 0 && colours.every((colour) => own.includes(colour))) return;
  if (colours.length === 0 && g.company.showsByItself(owner.sense, partWords(span)))
    needPart(owner, partWords(span), span.said, g.company);
  else owner.adjectives.setPattern({ kind, ...(colours.length > 0 ? { colour: colours[0]! } : {}) }, span.said);
}

/** What joins a pattern to what has it. */
const PATTERN_JOINTS: ReadonlySet<string> = new Set(['with', 'in', 'wearing', 'and', 'around']);

/**
 * Whether a word for signs stands before a sign: “letter K”.
 * @param k where the word is
 */
export function isSignAt({ view }: Gathering, k: number): boolean {
  const next = view.at(k + 1);
  if (next === undefined) return false;
  // “a letter y un gato”
  const isAlone =
    next.senses.length === 0 || view.at(k + 2) === undefined || view.isPauseAt(k + 2) || view.roleAt(k + 2) === 'and';
  return WRITTEN.test(next.key) ? isAlone : next.senses.length === 0 && WRITTEN_LARGE.test(next.said);
}

/** @returns how many spans were taken */
export function takeSign(g: Gathering, k: number): number {
  g.leaveOut(g.view.said(k, k + 2), 'text');
  return 2;
}

/** @returns how many spans were taken */
export function takeWritten(g: Gathering, k: number): number {
  const { view } = g;
  let end = k + 1;
  const isQuoted = view.at(end)?.isQuoted === true;
  const isEnd = () =>
    isQuoted ? view.at(end)!.isQuoted !== true : view.isPauseAt(end) || view.roleAt(end) === 'stand';
  while (end < view.spans.length && end - k <= MOST_WRITTEN && !isEnd()) end += 1;
  const said = view.said(k + 1, end);
  g.close();
  settleBoard(g);
  if (said === '') g.leaveOut(view.spans[k]!.said, 'text');
  else if (g.isThingSaid) g.write(said);
  else g.leaveOut(said, 'text');
  return Math.max(1, end - k);
}

const BOARD_WORDS: ReadonlySet<string> = new Set(listed(BOARDS));

/** “A **sign** that says hello” is a board, where nothing else is named that it can be written on. */
function settleBoard(g: Gathering): void {
  const last = g.unknown.at(-1);
  if (last === undefined || !BOARD_WORDS.has(last.key)) return;
  if (g.isThingSaid) g.unknown.pop();
  else if (g.company.has(BOARD)) {
    g.unknown.pop();
    g.named.push(plainNamed(meantThing([BOARD], false), last.said));
  }
}

/** @returns how many spans were taken */
export function takeStyle(g: Gathering, k: number, { style, isFinish }: Extract<Sense, { role: 'style' }>): number {
  const next = g.view.at(k + 1);
  const takes = next && senseOf(next.senses, 'style-word') ? 2 : 1;
  if (isShadeAt(g, k, style)) return 1;
  // A minecraft server is drawn in whatever style.
  if (style === undefined && isSociety(next)) return takes;
  if (style === undefined) g.leaveOut(g.view.spans[k]!.said, 'style');
  else if (isFinish === true) g.finish ??= style;
  else g.style ??= style;
  // “A fox in watercolour”
  if (g.standing?.stand === 'in' && (takes === 2 || isFinish === true)) g.standing = undefined;
  return takes;
}

/** “**Neon** green”, “verde **neón**”, “**pastel** pink”: such a colour, and no style. */
function isShadeAt({ company, view, table }: Gathering, k: number, style: string | undefined): boolean {
  const isOfNext = view.isColourAt(k + 1) || company.colouredThing(view.at(k + 1)?.key ?? '') !== undefined;
  const isBeside = isOfNext || (table.hasHeadFirst === true && view.isColourAt(k - 1));
  return isBeside && (style === 'neon' || view.spans[k]!.key.startsWith('pastel'));
}

/** “For my mum”: whom it is for is not painted, where something is that is. @returns how many spans were taken */
export function takeAside(g: Gathering, k: number): number {
  const { view } = g;
  let end = k + 1;
  for (; end < view.spans.length && end - k < REACH; end++) {
    const role = view.roleAt(end);
    if (view.isPauseAt(end) || role === 'stand' || role === 'and' || role === 'not') break;
  }
  const whom = view.thingAt(k + 1);
  // “A birthday cake **for Anna**”
  if (end === k + 2 && whom?.isFirstName === true && isCake(g)) {
    g.close();
    g.write(view.said(k + 1, end));
    return 2;
  }
  // “A logo for my bakery with a croissant”
  const isFirst = !g.isThingSaid && (view.roleAt(end) !== 'stand' || view.nextThing(end) === undefined);
  if (isFirst) {
    g.isFor = true;
    return 1;
  }
  g.close();
  if (end - k > 1) g.leaveOut(view.said(k, end), 'action');
  return end - k;
}

/** What a name is written on. */
const isCake = (g: Gathering): boolean => g.lastNamed?.sense.names.some((name) => / ?cake$/.test(name)) === true;

/** “In the style of …”: to the end of the clause. @returns how many spans were taken */
export function takeStyleOf(g: Gathering, k: number): number {
  const { view } = g;
  let end = k + 1;
  while (end < view.spans.length && !view.isPauseAt(end) && end - k < REACH) end += 1;
  const sense = view.spans
    .slice(k + 1, end)
    .map(({ senses }) => senseOf(senses, 'style'))
    .find((one) => one?.style !== undefined);
  if (sense === undefined) g.leaveOut(view.said(k + 1, end), 'style');
  else if (sense.isFinish === true) g.finish ??= sense.style;
  else g.style ??= sense.style;
  return Math.max(1, end - k);
}
