import { ownValue } from '../basics/index.js';
import { englishForms } from './english-forms.js';
import type { ForeignNames } from './foreign/index.js';
import { LANGUAGE_TABLES } from './languages/index.js';
import { isJoining, MOST_PART_LETTERS, MOST_PART_WORDS, type PartLexicon, type PartWord } from './part-lexicon.js';
import { type Role, senseOf, type Vocabulary } from './sense.js';
import { keyOf, type Token } from './tokens.js';
import { listed } from './vocabularies.js';

/** What words are looked up in. */
export interface PhraseSources {
  readonly english: Vocabulary;
  readonly foreign: ForeignNames;
}

/** Some tokens of a prompt. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** And what they say. */
export interface Found<T> extends Stretch {
  readonly value: T;
}

interface Words {
  has(key: string): boolean;
}

/** The words of a prompt for parts and their colours, by where they begin or end. */
export class PartWordsAt {
  constructor(
    readonly tokens: readonly Token[],
    readonly language: string,
    readonly lexicon: PartLexicon,
    readonly sources: PhraseSources,
  ) {}

  /** A part that is named at k; with its colour, if that is a part of the word. */
  partAt(k: number): Found<PartWord> | undefined {
    const exact = this.wordAt(k, this.lexicon.words);
    if (exact) return { value: this.lexicon.words.get(keyOf(this.tokens, k, exact.to))!, ...exact };
    const token = this.tokens[k];
    if (token?.kind !== 'word') return undefined;
    for (const [ending, part] of this.lexicon.endings) {
      if (!token.key.endsWith(ending) || token.key.length === ending.length) continue;
      const colour = this.#colourOf(token.key.slice(0, -ending.length), 1);
      if (colour !== undefined) return { value: { part, colour, form: 'adjective' }, from: k, to: k + 1 };
    }
    return undefined;
  }

  /** The longest listed word at k. */
  wordAt(k: number, words: Words): Stretch | undefined {
    const kind = this.tokens[k]?.kind;
    if (kind !== 'word' && kind !== 'letter') return undefined;
    const most = kind === 'letter' ? MOST_PART_LETTERS : MOST_PART_WORDS;
    for (let to = Math.min(this.tokens.length, k + most); to > k; to--) {
      if (this.tokens.slice(k, to).every((token) => token.kind === kind) && words.has(keyOf(this.tokens, k, to)))
        return { from: k, to };
    }
    return undefined;
  }

  /** The longest listed word that ends at k. */
  wordUpTo(k: number, least: number, words: Words): Stretch | undefined {
    for (let from = Math.max(least, k - MOST_PART_LETTERS); from < k; from++) {
      if (this.wordAt(from, words)?.to === k) return { from, to: k };
    }
    return undefined;
  }

  #colourOf(key: string, length: number): string | undefined {
    const { english, foreign } = this.sources;
    if (this.language !== 'en') {
      const colour =
        senseOf(foreign.senses(key, length, this.language) ?? [], 'colour')?.colour ?? this.#bentColour(key);
      if (colour !== undefined) return colour;
    }
    const forms = /^[a-z -]+$/.test(key) ? englishForms(key) : [];
    return forms.map((form) => senseOf(english.get(form) ?? [], 'colour')?.colour).find((one) => one !== undefined);
  }

  /** A colour in a case that no table of endings knows: “рожевим” is “рожевий”. */
  #bentColour(key: string): string | undefined {
    return BENT_COLOURS.get(this.language)?.find(
      ([stem]) => key.startsWith(stem) && key.length <= stem.length + MOST_ENDING,
    )?.[1];
  }

  /** The colour that some tokens say together. */
  colourBetween(from: number, to: number): string | undefined {
    const { kind } = this.tokens[from]!;
    if ((kind !== 'word' && kind !== 'letter') || !this.tokens.slice(from, to).every((token) => token.kind === kind))
      return undefined;
    return this.#colourOf(keyOf(this.tokens, from, to), to - from);
  }

  /** The longest word for a colour that ends at k. */
  colourUpTo(k: number, least: number): Found<string> | undefined {
    for (let from = Math.max(least, k - MOST_PART_LETTERS); from < k; from++) {
      const value = this.colourBetween(from, k);
      if (value !== undefined) return { value, from, to: k };
    }
    return undefined;
  }

  /** An article, or a word that says nothing, that ends at k. */
  articleUpTo(k: number, least: number): Stretch | undefined {
    if (k <= least) return undefined;
    const { key, kind } = this.tokens[k - 1]!;
    const isArticle = ARTICLES.has(key) || this.hasRole(k - 1, 'article') || this.hasRole(k - 1, 'filler');
    return kind === 'word' && isArticle ? { from: k - 1, to: k } : undefined;
  }

  /** Whether the word at k has a role among others. */
  hasRole(k: number, role: Role): boolean {
    const key = this.tokens[k]?.key;
    if (key === undefined) return false;
    const own = this.language === 'en' ? undefined : this.sources.foreign.senses(key, 1, this.language);
    return senseOf(own ?? this.sources.english.get(key) ?? [], role) !== undefined;
  }

  /** Whether a comma, the end of a sentence or “and” is at k, or nothing more. */
  isPauseAt(k: number): boolean {
    const token = this.tokens[k];
    return token === undefined || token.kind === 'break' || isJoining(token);
  }
}

/** Letters of an adjective's ending, as it is listed and at most. */
const LISTED_ENDING = 2;
const MOST_ENDING = 3;
const SHORTEST_STEM = 4;
/** In languages that bend adjectives much, what colours begin with. */
const BENT_COLOURS: ReadonlyMap<string, readonly (readonly [stem: string, colour: string])[]> = new Map(
  ['ru', 'uk', 'pl'].map((language) => [
    language,
    Object.entries(ownValue(LANGUAGE_TABLES, language)!.colours).flatMap(([colour, words]) =>
      listed(words)
        .map((word) => [word.slice(0, language === 'pl' ? -1 : -LISTED_ENDING), colour] as const)
        .filter(([stem]) => stem.length >= SHORTEST_STEM),
    ),
  ]),
);
/** Articles that say which one it is. */
const ARTICLES: ReadonlySet<string> = new Set(
  'the la le les el los las il lo i gli der die das dem den de het os as'.split(' '),
);
