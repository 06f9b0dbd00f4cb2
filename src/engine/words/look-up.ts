import type { EmojiThings } from './emoji-things.js';
import { englishForms, isPluralForm } from './english-forms.js';
import type { ForeignNames } from './foreign/index.js';
import type { JoinedNames } from './joined-names.js';
import { type KindOf, OTHER } from './kinds.js';
import { knownTo } from './known-words.js';
import { RANK, type Role, type Sense, senseOf, type Vocabulary } from './sense.js';
import type { WordTables } from './word-tables.js';

/** What spans are found by. */
export interface SpanSources {
  readonly english: Vocabulary;
  readonly joined: JoinedNames;
  readonly foreign: ForeignNames;
  readonly emoji: EmojiThings;
  readonly tables: WordTables;
  readonly kindOf: KindOf;
  /** Answers so far, by language and words. */
  readonly kept: Map<string, Map<string, Found | undefined>>;
}

/** Answers that are kept of a language. */
const MOST_KEPT = 4096;
/** What a name costs: by its rank, and if it is of neither English nor the prompt's language. */
const RANK_COSTS = [0, 0.02, 0.2, 0.05, 0.3, 0.35, 0.4] as const;
const OTHER_LANGUAGE = 0.9;

/** What some words mean together. */
export interface Found {
  senses: readonly Sense[];
  cost: number;
  isOfPrompt: boolean;
}

/** What a key means in a language; the answers are kept, as prompts have few words that are not in others. */
export function lookUp(
  key: string,
  length: number,
  isLetters: boolean,
  language: string,
  sources: SpanSources,
): Found | undefined {
  const kept = sources.kept.get(language) ?? new Map<string, Found | undefined>();
  sources.kept.set(language, kept);
  if (kept.has(key)) return kept.get(key);
  const found = lookUpAnew(key, length, isLetters, language, sources);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}

function lookUpAnew(
  key: string,
  length: number,
  isLetters: boolean,
  language: string,
  { english, joined, foreign, tables, kindOf }: SpanSources,
): Found | undefined {
  const own = language === 'en' ? undefined : foreign.senses(key, length, language);
  // What finishes are called is listed together, whatever the language.
  const listed = english.get(key);
  const inEnglish = isLetters ? listed : (listed ?? bent(key, english) ?? joined.meantBy(key));
  const candidates: Found[] = [];
  if (own) candidates.push({ senses: own, cost: costOf(own), isOfPrompt: true });
  if (inEnglish)
    candidates.push({ senses: inEnglish, cost: costOf(inEnglish) + (language === 'en' ? 0 : 0.3), isOfPrompt: true });
  if (candidates.length === 0 && !isLetters) {
    const kind = kindOf(key);
    if (kind === OTHER && isSpentOr(key, english)) return undefined;
    // Known to be something else than its words say, and so as good as unknown.
    if (kind === OTHER && language === 'en') return { senses: [], cost: 1 + RANK_COSTS[RANK.kind], isOfPrompt: true };
    if (kind !== undefined && kind !== OTHER)
      candidates.push({ senses: [kind], cost: costOf([kind]) + (language === 'en' ? 0 : 0.3), isOfPrompt: true });
  }
  // Letters that are not parted could begin and end anywhere: only the prompt's own language says where.
  if (candidates.length === 0 && (language === 'en' || (!isLetters && length === 1))) {
    const other = foreign.senses(key, length, undefined);
    if (other && (isLetters || isSpoken(key, foreign)) && !knownTo(tables).isEnglish(key))
      candidates.push({ senses: other, cost: costOf(other) + OTHER_LANGUAGE, isOfPrompt: false });
  }
  return candidates.sort((a, b) => a.cost - b.cost)[0];
}

/** “Coffee break”, “easter bunny”, “bunny girl”: dictionaries know these as what their words do not say. */
function isSpentOr(key: string, english: Vocabulary): boolean {
  const gap = key.lastIndexOf(' ');
  const [first, last] = [english.get(key.slice(0, gap)) ?? [], english.get(key.slice(gap + 1)) ?? []];
  const isSpent = senseOf(first, 'thing') && senseOf(last, 'event');
  const isCalled = senseOf(first, 'thing') && /^(?:girl|boy)s?$/.test(key.slice(gap + 1));
  return Boolean(isSpent || isCalled || (senseOf(first, 'occasion') && senseOf(last, 'thing')));
}

/** A lone word among English ones may be of a language that many speak, and not of any that CLDR has. */
const isSpoken = (key: string, foreign: ForeignNames) =>
  [...foreign.languagesOf(key).keys()].some((language) => foreign.tableOf(language) !== undefined);

function bent(key: string, english: Vocabulary): readonly Sense[] | undefined {
  if (key.length < 4) return undefined;
  const start = key.lastIndexOf(' ') + 1;
  if (start > 0 && !english.canBegin(key.slice(0, start - 1))) return undefined;
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

/** A name that is written in another way: “tea pot”. */
export function joinedName(key: string, { joined }: SpanSources): Found | undefined {
  const senses = joined.meantBy(key);
  return senses && { senses, cost: costOf(senses), isOfPrompt: true };
}

/** What is done to a thing, or what it does. */
const PARTICIPLE = /(?:ed|en|ing)$/;
const TURNED = 0.1;

/** A name of two words of which the later comes first: “swords crossed”, “Schwerter gekreuzt”. */
export function turnedName(
  first: string,
  second: string,
  language: string,
  { english, foreign }: SpanSources,
): Found | undefined {
  const key = `${second} ${first}`;
  const inEnglish = PARTICIPLE.test(second) && english.canBegin(second) ? english.get(key) : undefined;
  const own =
    language !== 'en' && inEnglish === undefined && foreign.canBegin(second, language)
      ? foreign.senses(key, 2, language)
      : undefined;
  const thing = senseOf(inEnglish ?? own ?? [], 'thing');
  return thing && thing.rank <= RANK.foreign
    ? { senses: [thing], cost: costOf([thing]) + TURNED, isOfPrompt: true }
    : undefined;
}

/** Says little of the picture. */
const IDLE: ReadonlySet<Role> = new Set(['filler', 'courtesy', 'size', 'trait']);

function costOf(senses: readonly Sense[]): number {
  const costs = senses.map((sense) =>
    sense.role === 'thing' ? 1 + RANK_COSTS[sense.rank] : IDLE.has(sense.role) ? 0.95 : 1,
  );
  return Math.min(...costs);
}
