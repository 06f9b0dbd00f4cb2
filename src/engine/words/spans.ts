import { lettersOf } from './joined-names.js';
import { knownTo } from './known-words.js';
import { joinedName, lookUp, type SpanSources, turnedName } from './look-up.js';
import type { PartPhrase } from './part-phrase.js';
import { RANK, type Sense } from './sense.js';
import { keyOf, saidBy, type Token } from './tokens.js';

/** Some tokens that belong together, and what they may mean. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly key: string;
  /** Empty where nothing knows them. */
  readonly senses: readonly Sense[];
  readonly kind: Token['kind'];
  /** Whether the words are English or the prompt's language, and not only of another one. */
  readonly isOfPrompt: boolean;
  /** Whether it stands in quotes. */
  readonly isQuoted?: true;
  /** What was said of parts of the thing that it names. */
  readonly parts?: readonly PartPhrase[];
}

/** Words, and letters of scripts that do not part them, that are looked up together at most. */
const MOST_WORDS = 6;
/** Words of which a name is made that is written as one: “tea pot”. */
const MOST_JOINED = 2;
const MOST_LETTERS = 17;
const COSTS = { unknownWord: 3, unknownLetter: 2 } as const;

interface Step {
  cost: number;
  span: Span;
}

/**
 * Parts a prompt into names and words in the way that costs least: few and long ones, sure ones before others.
 * @param language the prompt's, beside English
 */
export function spansOf(tokens: readonly Token[], language: string, sources: SpanSources): Span[] {
  const best: (Step | undefined)[] = new Array(tokens.length + 1).fill(undefined);
  const costAt = (k: number) => (k === tokens.length ? 0 : best[k]!.cost);
  for (let k = tokens.length - 1; k >= 0; k--) {
    for (const { cost, span } of stepsAt(tokens, k, language, sources)) {
      const whole = cost + costAt(span.to);
      if (best[k] === undefined || whole < best[k]!.cost) best[k] = { cost: whole, span };
    }
  }
  const spans: Span[] = [];
  for (let k = 0; k < tokens.length; k = spans.at(-1)!.to) spans.push(best[k]!.span);
  return joinUnknown(spans, tokens);
}

function stepsAt(tokens: readonly Token[], from: number, language: string, sources: SpanSources): Step[] {
  const token = tokens[from]!;
  if (token.kind === 'comma' || token.kind === 'break') return [singleAt(tokens, from, [], 0)];
  if (token.kind === 'emoji' || token.kind === 'shortcode')
    return [singleAt(tokens, from, emojiSenses(token, sources), 1)];
  const unknown = token.kind === 'letter' ? COSTS.unknownLetter : COSTS.unknownWord;
  const steps: Step[] = [singleAt(tokens, from, [], unknown)];
  const isLetters = token.kind === 'letter';
  const { foreign } = sources;
  const isBeginning = isLetters || canBegin(token.key, language, sources);
  const most = isLetters ? MOST_LETTERS : isBeginning ? MOST_WORDS : MOST_JOINED;
  let isContinued = isBeginning;
  let letters = '';
  let before = '';
  for (let to = from + 1; to <= Math.min(tokens.length, from + most); to++) {
    const last = tokens[to - 1]!;
    if (last.kind !== 'word' && last.kind !== 'letter') break;
    const key = keyOf(tokens, from, to);
    if (isLetters && to > from + 1 && !foreign.canContinue(key, language === 'en' ? undefined : language)) break;
    letters += lettersOf(last.key);
    if (to > from + 2 && isContinued && !isLetters) isContinued = canContinue(before, last.key, language, sources);
    before = key;
    const found =
      (isContinued || to === from + 1
        ? lookUp(key, to - from, isLetters, language, sources)
        : sources.joined.hasLetters(letters)
          ? joinedName(key, sources)
          : undefined) ??
      (to === from + 2 && !isLetters ? turnedName(token.key, last.key, language, sources) : undefined);
    if (!found) continue;
    const { senses, isOfPrompt } = found;
    const span = { ...wordsAt(tokens, from, to), senses, isOfPrompt };
    steps.push({ cost: found.cost, span });
  }
  return steps;
}

/** A token by itself. */
function singleAt(tokens: readonly Token[], at: number, senses: readonly Sense[], cost: number): Step {
  return { cost, span: { ...wordsAt(tokens, at, at + 1), senses, isOfPrompt: true } };
}

/** Some tokens together, whatever they mean. */
function wordsAt(tokens: readonly Token[], from: number, to: number): Omit<Span, 'senses' | 'isOfPrompt'> {
  const { kind, mark } = tokens[from]!;
  const quoted = mark === 'quote' ? ({ isQuoted: true } as const) : undefined;
  return { from, to, said: saidBy(tokens, from, to), key: keyOf(tokens, from, to), kind, ...quoted };
}

function canBegin(word: string, language: string, { english, foreign, tables }: SpanSources): boolean {
  return (
    english.canBegin(word) ||
    knownTo(tables).beginsKind(word) ||
    foreign.canBegin(word, language === 'en' ? undefined : language)
  );
}

/** Whether a word may belong to those before it. */
function canContinue(
  words: string,
  next: string,
  language: string,
  { english, foreign, tables }: SpanSources,
): boolean {
  const known = knownTo(tables);
  // Tables keep what has letters of another script at another place than what begins without.
  const isOfOtherScript = !ASCII.test(next) && ASCII.test(words);
  return (
    isOfOtherScript ||
    known.beginsUnlike(words) ||
    english.canBegin(words) ||
    known.beginsKind(words) ||
    foreign.canContinueWords(words, language === 'en' ? undefined : language)
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/;

function emojiSenses({ kind, key }: Token, { emoji }: SpanSources): Sense[] {
  const number = kind === 'emoji' ? emoji.numberOf(key) : emoji.numberOfShortcode(key);
  if (number === undefined) return [];
  const names = emoji.thingsOf(number);
  const mood = emoji.moodOf(number);
  const senses: Sense[] = [];
  const colour = emoji.colourOf(number);
  const colours = colour === undefined ? {} : { colours: [colour] };
  if (names.length > 0)
    senses.push({ role: 'thing', names, rank: RANK.name, isPlural: false, isGuess: false, ...colours });
  if (mood !== undefined) senses.push({ role: 'mood', word: mood, moods: [mood] });
  return senses;
}

/** Letters that nothing knows are one word. */
function joinUnknown(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const joined: Span[] = [];
  const isUnknown = (span: Span | undefined) => span?.kind === 'letter' && span.senses.length === 0;
  for (let k = 0; k < spans.length; k++) {
    const first = spans[k]!;
    if (isUnknown(first)) while (isUnknown(spans[k + 1])) k += 1;
    const { to } = spans[k]!;
    const { from } = first;
    joined.push(
      to === first.to ? first : { ...first, to, said: saidBy(tokens, from, to), key: keyOf(tokens, from, to) },
    );
  }
  return joined;
}
