import type { EmojiThings } from './emoji-things.js';
import { englishForms, isPluralForm } from './english-forms.js';
import type { ForeignNames } from './foreign/foreign-names.js';
import { type KindOf, OTHER } from './kinds.js';
import { RANK, type Sense, senseOf, type Vocabulary } from './sense.js';
import { keyOf, saidBy, type Token } from './tokens.js';
import type { WordTables } from './word-tables.js';

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
}

/** What spans are found by. */
export interface SpanSources {
  readonly english: Vocabulary;
  readonly foreign: ForeignNames;
  readonly emoji: EmojiThings;
  readonly tables: WordTables;
  readonly kindOf: KindOf;
  /** Answers so far, by language and words. */
  readonly kept: Map<string, Found | undefined>;
}

/** Words, and letters of scripts that do not part them, that are looked up together at most. */
const MOST_WORDS = 6;
const MOST_KEPT = 8192;
/** Words of which a name is made that is written as one: “tea pot”. */
const MOST_SQUASHED = 2;
const MOST_LETTERS = 10;
const COSTS = { unknownWord: 3, unknownLetter: 2, otherLanguage: 0.9 } as const;
const RANK_COSTS = [0, 0.02, 0.2, 0.05, 0.3, 0.35, 0.4] as const;

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
  const single = (senses: Sense[], cost: number): Step => ({
    cost,
    span: { from, to: from + 1, said: token.raw, key: token.key, senses, kind: token.kind, isOfPrompt: true },
  });
  if (token.kind === 'comma' || token.kind === 'break') return [single([], 0)];
  if (token.kind === 'emoji' || token.kind === 'shortcode') return [single(emojiSenses(token, sources), 1)];
  const steps: Step[] = [single([], token.kind === 'letter' ? COSTS.unknownLetter : COSTS.unknownWord)];
  const isLetters = token.kind === 'letter';
  const { foreign } = sources;
  const isBeginning = isLetters || canBegin(token.key, language, sources);
  const most = isLetters ? MOST_LETTERS : isBeginning ? MOST_WORDS : MOST_SQUASHED;
  for (let to = from + 1; to <= Math.min(tokens.length, from + most); to++) {
    const last = tokens[to - 1]!;
    if (last.kind !== 'word' && last.kind !== 'letter') break;
    const key = keyOf(tokens, from, to);
    if (isLetters && to > from + 1 && !foreign.canContinue(key, language === 'en' ? undefined : language)) break;
    const found =
      isBeginning || to === from + 1
        ? lookUp(key, to - from, isLetters, language, sources)
        : foundIn(squashed(key, sources.english));
    if (!found) continue;
    const span = {
      from,
      to,
      said: saidBy(tokens, from, to),
      key,
      senses: found.senses,
      kind: token.kind,
      isOfPrompt: found.isOfPrompt,
    };
    steps.push({ cost: found.cost, span });
  }
  return steps;
}

function canBegin(word: string, language: string, { english, foreign, tables }: SpanSources): boolean {
  return (
    english.canBegin(word) ||
    tables.kinds.hasBeginning(`${word} `) ||
    foreign.canBegin(word, language === 'en' ? undefined : language)
  );
}

function foundIn(senses: readonly Sense[] | undefined): Found | undefined {
  return senses && { senses, cost: costOf(senses), isOfPrompt: true };
}

function emojiSenses({ kind, key }: Token, { emoji }: SpanSources): Sense[] {
  const number = kind === 'emoji' ? emoji.numberOf(key) : emoji.numberOfShortcode(key);
  if (number === undefined) return [];
  const names = emoji.thingsOf(number);
  const mood = emoji.moodOf(number);
  const senses: Sense[] = [];
  if (names.length > 0) senses.push({ role: 'thing', names, rank: RANK.name, isPlural: false, isGuess: false });
  if (mood !== undefined) senses.push({ role: 'mood', word: mood, moods: [mood] });
  return senses;
}

/** What some words mean together. */
export interface Found {
  senses: readonly Sense[];
  cost: number;
  isOfPrompt: boolean;
}

/** What a key means in a language; the answers are kept, as prompts have few words that are not in others. */
function lookUp(
  key: string,
  length: number,
  isLetters: boolean,
  language: string,
  sources: SpanSources,
): Found | undefined {
  const { kept } = sources;
  const id = `${language} ${key}`;
  if (kept.has(id)) return kept.get(id);
  const found = lookUpAnew(key, length, isLetters, language, sources);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(id, found);
  return found;
}

function lookUpAnew(
  key: string,
  length: number,
  isLetters: boolean,
  language: string,
  { english, foreign, tables, kindOf }: SpanSources,
): Found | undefined {
  const own = language === 'en' ? undefined : foreign.senses(key, length, language);
  const inEnglish = isLetters ? undefined : (english.get(key) ?? bent(key, english) ?? squashed(key, english));
  const candidates: Found[] = [];
  if (own) candidates.push({ senses: own, cost: costOf(own), isOfPrompt: true });
  if (inEnglish)
    candidates.push({ senses: inEnglish, cost: costOf(inEnglish) + (language === 'en' ? 0 : 0.3), isOfPrompt: true });
  if (candidates.length === 0 && !isLetters) {
    const kind = kindOf(key);
    // Known to be something else than its words say, and so as good as unknown.
    if (kind === OTHER && language === 'en') return { senses: [], cost: 1 + RANK_COSTS[RANK.kind], isOfPrompt: true };
    if (kind !== undefined && kind !== OTHER)
      candidates.push({ senses: [kind], cost: costOf([kind]) + (language === 'en' ? 0 : 0.3), isOfPrompt: true });
  }
  // Letters that are not parted could begin and end anywhere: only the prompt's own language says where.
  if (candidates.length === 0 && (language === 'en' || (!isLetters && length === 1)) && !isEnglishWord(key, tables)) {
    const other = foreign.senses(key, length, undefined);
    if (other && (isLetters || isSpoken(key, foreign)))
      candidates.push({ senses: other, cost: costOf(other) + COSTS.otherLanguage, isOfPrompt: false });
  }
  return candidates.sort((a, b) => a.cost - b.cost)[0];
}

/** A lone word among English ones may be of a language that many speak, and not of any that CLDR has. */
const isSpoken = (key: string, foreign: ForeignNames) =>
  [...foreign.languagesOf(key).keys()].some((language) => foreign.tableOf(language) !== undefined);

function bent(key: string, english: Vocabulary): readonly Sense[] | undefined {
  if (key.length < 4) return undefined;
  const start = key.lastIndexOf(' ') + 1;
  const word = key.slice(start);
  for (const form of englishForms(word).slice(1)) {
    const senses = english.get(key.slice(0, start) + form);
    // “Bed” is no form of “be”.
    const kept = senses?.filter(
      ({ role }) => role === 'thing' || role === 'mood' || role === 'colour' || role === 'action',
    );
    if (!kept || kept.length === 0) continue;
    const thing = senseOf(kept, 'thing');
    if (!thing) return kept;
    // “Pooping” is not poop, “caaat” is a cat.
    if (!isPluralForm(word, form) && !/(.)\1\1/.test(word)) continue;
    return [{ ...thing, isPlural: thing.isPlural || isPluralForm(word, form) }];
  }
  return undefined;
}

/** “tea pot”, “ice-cream”, “polarbear” */
function squashed(key: string, english: Vocabulary): readonly Sense[] | undefined {
  const [hasHyphen, hasSpace] = [key.includes('-'), key.includes(' ')];
  if (!hasHyphen && !hasSpace) return undefined;
  const others = [key.split(/[ -]/).join('')];
  if (hasSpace) others.unshift(key.replaceAll(' ', '-'));
  if (hasHyphen) others.unshift(key.replaceAll('-', ' '));
  for (const other of others) {
    if (other === key || other.length < 5) continue;
    const thing = senseOf(english.get(other) ?? [], 'thing');
    if (thing && thing.rank <= RANK.synonym) return [thing];
  }
  return undefined;
}

/** Whether a word, or what it is a form of, is in the dictionary. */
export function isEnglishWord(key: string, { english }: WordTables): boolean {
  return englishForms(key).some((form) => english.find(form) !== undefined);
}

function costOf(senses: readonly Sense[]): number {
  const costs = senses.map((sense) =>
    sense.role === 'thing' ? 1 + RANK_COSTS[sense.rank] : sense.role === 'filler' || sense.role === 'size' ? 0.95 : 1,
  );
  return Math.min(...costs);
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
