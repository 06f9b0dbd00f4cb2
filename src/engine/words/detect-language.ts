import { isOwnSlot } from '../own/index.js';
import type { ForeignNames } from './foreign/index.js';
import { type KnownWords, knownTo } from './known-words.js';
import { LANGUAGE_TABLES } from './languages/index.js';
import { remembered } from './remembered.js';
import { languagesSaying } from './sayings.js';
import type { Vocabulary } from './sense.js';
import { keyOf, type Token } from './tokens.js';
import type { WordTables } from './word-tables.js';

/** Words that are looked at: a prompt does not change its language behind them. */
const MOST_TOKENS = 60;
/**
 * A language that the locale says needs that much less than others, and English too where nothing speaks against it.
 */
const OF_LOCALE = 0.75;
const OF_ENGLISH = 0.4;
/** What a word of English is worth that names nothing. */
const PLAIN_WORD = 0.6;
/** And one of so few letters, which dictionaries have as abbreviations: “un”, “il”, “te”. */
const SHORT_WORD = 0.2;
const MOST_OF_SHORT = 3;
/** A name of English that was written with an accent. */
const ACCENTED = 0.5;
/** And one that is made of two. */
const PLAIN_PARTS = 0.3;
/** What two words are worth beside that are one noun of English. */
const NOUN_OF_TWO = 1;
const MOST_LETTERS = 4;
/** How much more each further letter of a name says, where letters are not parted: “手机” is more than “手”. */
const LONGER = 0.5;
/** Words of a name that is looked for as one. */
const MOST_TOGETHER = 3;
/** Of languages that have a word alike, the one that more people speak. */
const ORDER = new Map(Object.keys(LANGUAGE_TABLES).map((language, k) => [language, k]));
const orderOf = (language: string) => ORDER.get(language) ?? ORDER.size;

const isAccented = (raw: string) => /[^\p{ASCII}’‘ʼ]/u.test(raw);

/** Languages that have but names here, and that more than fifty million people speak. */
const WIDELY_SPOKEN: ReadonlySet<string> = new Set('id ms vi fil tl sw ha yo jv'.split(' '));
/**
 * What a word in plain letters says for a language that few speak and that has but names here: one alone is likelier to
 * be slang than of it (“lofi” is a hand in Icelandic), two are not.
 */
const RARE = 0.4;
const weightOf = (language: string) => (ORDER.has(language) || WIDELY_SPOKEN.has(language) ? 1 : RARE);

export interface LanguageSources {
  readonly english: Vocabulary;
  readonly foreign: ForeignNames;
  readonly tables: WordTables;
}

/** What was detected last: a prompt is asked for before and after its words are spelled, and few are misspelled. */
const last = new WeakMap<LanguageSources, { asked: string; language: string }>();

/** The language (ISO 639) that most of the words are of; English where others have no more. */
export function detectLanguage(tokens: readonly Token[], locale: string | undefined, sources: LanguageSources): string {
  const asked = `${locale} ${tokens.map(({ kind, key, raw }) => `${kind} ${key} ${raw}`).join(' ')}`;
  const kept = last.get(sources);
  if (kept?.asked === asked) return kept.language;
  const language = detectAnew(tokens, locale, sources);
  last.set(sources, { asked, language });
  return language;
}

function detectAnew(tokens: readonly Token[], locale: string | undefined, sources: LanguageSources): string {
  const words = tokens
    .filter(({ kind, key }) => (kind === 'word' || kind === 'letter') && !isOwnSlot(key))
    .slice(0, MOST_TOKENS);
  const own = locale?.split('-')[0]?.toLowerCase();
  // What English has word for word is English, unless somebody who asks in another language means that.
  const isOfEnglish =
    (own ?? 'en') === 'en' &&
    !words.some(({ raw }) => isAccented(raw)) &&
    words.every((_, k) => isListedWithin(words, k, sources.english));
  if (isOfEnglish) return 'en';
  const saying = languagesSaying(tokens);
  if (saying.length > 0) return own !== undefined && saying.includes(own) ? own : saying[0]!;
  return languageOfMost(words, own, sources);
}

function languageOfMost(
  words: readonly Token[],
  own: string | undefined,
  { english, foreign, tables }: LanguageSources,
): string {
  const known = knownTo(tables);
  const scores = new Map<string, number>([['en', OF_ENGLISH]]);
  const add = (language: string, share: number) => scores.set(language, (scores.get(language) ?? 0) + share);
  const isPlain = words.every(({ raw }) => /^[a-z']+$/i.test(raw));
  for (let k = 0; k < words.length; k++) {
    const { key, kind } = words[k]!;
    for (const [language, share] of scriptOf(key)) add(language, share);
    if (kind === 'letter') {
      const seen = new Map<string, number>();
      for (let to = k + 1; to <= Math.min(words.length, k + MOST_LETTERS) && words[to - 1]!.kind === 'letter'; to++) {
        for (const [language, share] of foreign.languagesOf(keyOf(words, k, to)))
          seen.set(language, Math.max(share * (1 + LONGER * (to - k - 1)), seen.get(language) ?? 0));
      }
      for (const [language, share] of seen) add(language, share);
      continue;
    }
    if (/^\d+$/.test(key)) continue;
    const ofEnglish = shareOfEnglish(words[k]!, english, known);
    add('en', ofEnglish);
    if (ofEnglish <= 0)
      for (const [language, share] of foreign.languagesBending(key)) add(language, share * weightOf(language));
    for (const [language, share] of foreign.languagesOf(key))
      add(language, isPlain && language !== own ? share * weightOf(language) : share);
    const next = words[k + 1];
    // “Taj Mahal”, whatever its words are elsewhere.
    if (next?.kind === 'word' && known.isKind(`${key} ${next.key}`)) add('en', NOUN_OF_TWO);
    if (next?.kind === 'word')
      for (const [language, share] of foreign.languagesOf(`${key} ${next.key}`)) add(language, share * 0.5);
  }
  if (own !== undefined && scores.has(own)) add(own, OF_LOCALE);
  let best = 'en';
  for (const [language, score] of scores) {
    const isBetter =
      score > scores.get(best)! || (score === scores.get(best)! && best !== 'en' && orderOf(language) < orderOf(best));
    if (isBetter) best = language;
  }
  return best;
}

/** Whether English has a word. What finishes are called is listed beside it, whatever the language. */
function isListed(key: string, english: Vocabulary): boolean {
  return english.get(key)?.some((sense) => sense.role !== 'style' || sense.isForeign !== true) === true;
}

/** Whether English has a word, or a name of several that it is one of: “shiba **inu**”. */
function isListedWithin(words: readonly Token[], k: number, english: Vocabulary): boolean {
  if (isListed(words[k]!.key, english)) return true;
  for (let from = Math.max(0, k - MOST_TOGETHER + 1); from <= k; from++)
    for (let to = Math.max(k + 1, from + 2); to <= Math.min(words.length, from + MOST_TOGETHER); to++)
      if (isListed(keyOf(words, from, to), english)) return true;
  return false;
}

/** How much a word says for English. */
function shareOfEnglish({ key, raw }: Token, english: Vocabulary, { isEnglish }: KnownWords): number {
  // “Pies i piwo”
  if (key.length < MOST_OF_SHORT && english.get(key)?.every(({ role }) => role === 'filler')) return SHORT_WORD;
  // “Pause café”
  if (isListed(key, english)) return isAccented(raw) ? ACCENTED : 1;
  if (isEnglish(key)) return key.length <= MOST_OF_SHORT ? SHORT_WORD : isAccented(raw) ? PLAIN_PARTS : PLAIN_WORD;
  if (key.includes('-') && key.split('-').every(isEnglish)) return PLAIN_PARTS;
  return /[^a-z']/i.test(raw) ? -PLAIN_WORD : 0;
}

/** Languages that a word's letters speak for. */
const scriptOf = remembered(scriptOfAnew);

function scriptOfAnew(key: string): readonly (readonly [string, number])[] {
  if (/^[a-z0-9'-]*$/.test(key)) return [];
  if (/[\u3040-\u30ff]/.test(key)) return [['ja', 1]];
  if (/\p{Script=Hangul}/u.test(key)) return [['ko', 1]];
  if (/\p{Script=Han}/u.test(key))
    return [
      ['zh', 0.3],
      ['ja', 0.2],
    ];
  if (/[іїєґ]/.test(key)) return [['uk', 0.8]];
  if (/[ыэёъ]/.test(key)) return [['ru', 0.5]];
  if (/\p{Script=Cyrillic}/u.test(key))
    return [
      ['ru', 0.2],
      ['uk', 0.15],
    ];
  if (/\p{Script=Devanagari}/u.test(key)) return [['hi', 0.5]];
  if (/[پچژگ]/.test(key)) return [['fa', 0.5]];
  if (/\p{Script=Arabic}/u.test(key)) return [['ar', 0.3]];
  if (/\p{Script=Thai}/u.test(key)) return [['th', 0.5]];
  if (/\p{Script=Hebrew}/u.test(key)) return [['he', 0.5]];
  if (/\p{Script=Greek}/u.test(key)) return [['el', 0.5]];
  return [];
}
