import { PARTS, type PartName } from '../memory/index.js';
import { asKey } from './as-key.js';
import { fold } from './fold.js';
import { PART_WORDS, type PartWords } from './languages/index.js';
import type { Token } from './tokens.js';
import { listed } from './vocabularies.js';

/** What some words say of a part. */
export interface PartWord {
  readonly part: PartName;
  /** Its colour, where that is said with it: “金髪”. */
  readonly colour?: string;
  /**
   * `noun`; `adjective` where it describes the thing that follows: “haired”; `colour` where it is the colour of hair,
   * with or without a word for that.
   */
  readonly form: 'noun' | 'adjective' | 'colour';
}

/** The words of one language for parts. */
export interface PartLexicon {
  readonly words: ReadonlyMap<string, PartWord>;
  readonly before: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
  readonly clothed: ReadonlySet<string>;
  /** By part, endings of words that begin with a colour, the longest first. */
  readonly endings: readonly (readonly [ending: string, part: PartName])[];
}

/** By language. */
export const PART_LEXICONS: ReadonlyMap<string, PartLexicon> = new Map(
  Object.entries(PART_WORDS).map(([language, words]) => [language, lexiconOf(words)]),
);

/** Most words of what is looked up, and letters of scripts that do not part words. */
export const MOST_PART_WORDS = 3;
export const MOST_PART_LETTERS = 5;

/** The languages that have words for parts that these may be. */
export function languagesOfParts(tokens: readonly Pick<Token, 'key' | 'kind'>[]): string[] {
  const found = new Set<string>();
  for (const { key, kind } of tokens) {
    if (kind !== 'word' && kind !== 'letter') continue;
    for (const language of BEGINNINGS.get(key) ?? []) found.add(language);
    for (const [ending, language] of ENDINGS)
      if (key.length > ending.length && key.endsWith(ending)) found.add(language);
  }
  return [...found];
}

/** By first words, and first letters of scripts that do not part them. */
const BEGINNINGS: ReadonlyMap<string, readonly string[]> = beginnings();
const ENDINGS = [...PART_LEXICONS].flatMap(([language, { endings }]) =>
  endings.map(([ending]) => [ending, language] as const),
);

function beginnings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [language, { words, clothed }] of PART_LEXICONS) {
    for (const key of [...words.keys(), ...clothed]) {
      const first = isGlued(key) ? [...key][0]! : key.split(' ')[0]!;
      const known = found.get(first) ?? [];
      if (!known.includes(language)) found.set(first, [...known, language]);
    }
  }
  return found;
}

function isGlued(key: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key);
}

function lexiconOf({
  nouns,
  adjectives = {},
  endings = {},
  hair = {},
  before,
  links,
  said,
  clothed,
}: PartWords): PartLexicon {
  const words = new Map<string, PartWord>();
  const add = (text: string | undefined, word: PartWord) => {
    for (const key of listed(text)) words.set(key, word);
  };
  for (const [colour, text] of Object.entries(hair)) add(text, { part: 'hair', colour, form: 'colour' });
  for (const part of PARTS) {
    add(nouns[part], { part, form: 'noun' });
    add(adjectives[part], { part, form: 'adjective' });
  }
  const folded = PARTS.flatMap((part) =>
    (endings[part] ?? '')
      .split(' ')
      .filter((ending) => ending !== '')
      .map((ending) => [ending.startsWith('-') ? `-${asKey(ending.slice(1))}` : fold(ending), part] as const),
  );
  return {
    words,
    before: new Set(listed(before)),
    links: new Set(listed(links)),
    said: new Set(listed(said)),
    clothed: new Set(listed(clothed)),
    endings: folded.sort(([a], [b]) => b.length - a.length),
  };
}

const AND: ReadonlySet<string> = new Set('and und et y e en i и і та و और ve と 和 그리고'.split(' '));

/** Whether a token joins what is said of parts: a comma or “and”. */
export function isJoining({ kind, key }: Pick<Token, 'kind' | 'key'>): boolean {
  return kind === 'comma' || AND.has(key);
}
