import type { PartColour } from '../memory/parts.js';
import { ownValue } from '../own-value.js';
import { englishForms } from './english-forms.js';
import type { ForeignNames } from './foreign/foreign-names.js';
import { LANGUAGE_TABLES } from './languages/tables.js';
import { MOST_PART_LETTERS, MOST_PART_WORDS, PART_LEXICONS, type PartLexicon, type PartWord } from './part-lexicon.js';
import { senseOf, type Vocabulary } from './sense.js';
import { keyOf, saidBy, type Token } from './tokens.js';
import { listed } from './vocabularies.js';

/** What a prompt says of a part of a thing. */
export interface PartPhrase extends PartColour {
  /** As the prompt says it: “pink hair”. */
  readonly said: string;
  /** Further colours, which nothing has beside that one: “and blue”. */
  readonly others: string;
  /** The noun itself, folded: what is worn may be drawn by other things. */
  readonly noun: string;
  /** Whether it is a colour of hair that is said without a word for hair, and of a cat is the colour of all of it: “ginger”. */
  readonly isColourAlone: boolean;
  /** Whether the thing comes behind it. */
  readonly thingFollows: boolean;
  /** The word at the beginning that joins it to the thing: how many tokens it has. */
  readonly joint: number;
  /** Tokens, from the word that joins it to the thing to the last that belongs to it. */
  readonly from: number;
  readonly to: number;
}

/** Words that are looked at on each side of a part for its colour. */
const REACH = 6;

export interface PhraseSources {
  readonly english: Vocabulary;
  readonly foreign: ForeignNames;
}

interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** The parts with colours that a prompt speaks of, in its order and apart from each other; a part without a colour is none of them. */
export function partPhrases(tokens: readonly Token[], language: string, sources: PhraseSources): PartPhrase[] {
  const lexicon = PART_LEXICONS.get(language);
  if (!lexicon) return [];
  const reader = new PhraseReader(tokens, language, lexicon, sources);
  const phrases: PartPhrase[] = [];
  for (let k = 0; k < tokens.length; ) {
    const phrase = reader.phraseAt(k, phrases.at(-1)?.to ?? 0);
    if (phrase) phrases.push(phrase);
    k = Math.max(k + 1, phrase?.to ?? 0);
  }
  return phrases;
}

class PhraseReader {
  constructor(
    readonly tokens: readonly Token[],
    readonly language: string,
    readonly lexicon: PartLexicon,
    readonly sources: PhraseSources,
  ) {}

  /** The phrase whose part is named at k, and that begins no earlier than `least`; none of what is not wanted. */
  phraseAt(k: number, least: number): PartPhrase | undefined {
    const phrase = this.#saidAt(k, least);
    return phrase && !this.#isNegated(phrase.from, least) ? phrase : undefined;
  }

  #saidAt(k: number, least: number): PartPhrase | undefined {
    const named = this.#partAt(k);
    if (!named) return this.#clothedAt(k);
    const { value } = named;
    if (value.form === 'colour') {
      // “blonde hair”
      const noun = this.#partAt(this.#over(named.to));
      const end = noun?.value.part === 'hair' && noun.value.form === 'noun' ? noun : this.#nounBefore(named, least);
      const isAdjective = end === undefined && (!NOUN_FIRST.has(this.language) || this.#isOnlyArticle(k));
      const phrase = this.#phrase({ part: 'hair', colour: value.colour! }, end ?? named, named, least, isAdjective);
      return { ...phrase, isColourAlone: end === undefined };
    }
    if (value.colour !== undefined)
      return this.#phrase({ part: value.part, colour: value.colour }, named, named, least, value.form === 'adjective');
    const colour =
      this.#colourBefore(named.from, least) ?? (value.form === 'noun' ? this.#colourBehind(named.to) : undefined);
    return (
      colour &&
      this.#phrase({ part: value.part, colour: colour.value }, named, colour, least, value.form === 'adjective')
    );
  }

  /** “a woman **in red**”: clothes that are not named, where nothing else follows that may be of the colour. */
  #clothedAt(k: number): PartPhrase | undefined {
    const { tokens } = this;
    const joint = this.#wordAt(k, this.lexicon.clothed);
    if (!joint) return undefined;
    for (let to = Math.min(tokens.length, joint.to + MOST_PART_WORDS); to > joint.to; to--) {
      const colour = this.#colourBetween(joint.to, to);
      if (colour === undefined) continue;
      if (!this.#isAtEnd(to) && !this.#isJointAt(to)) return undefined;
      return {
        part: 'clothes',
        colour,
        others: '',
        said: saidBy(tokens, k, to),
        noun: '',
        isColourAlone: false,
        thingFollows: false,
        joint: joint.to - k,
        from: k,
        to,
      };
    }
    return undefined;
  }

  #isJointAt(k: number): boolean {
    const { key } = this.tokens[k]!;
    const own = this.language === 'en' ? undefined : this.sources.foreign.senses(key, 1, this.language);
    return senseOf(own ?? this.sources.english.get(key) ?? [], 'stand') !== undefined;
  }

  #phrase(
    asked: PartColour,
    noun: Pick<Found<unknown>, 'from' | 'to'>,
    colour: Pick<Found<unknown>, 'from' | 'to'>,
    least: number,
    isAdjective: boolean,
  ): PartPhrase {
    const { tokens } = this;
    const first = this.#firstColour(asked, colour, least);
    const [start, end] = [Math.min(noun.from, first.from), Math.max(noun.to, colour.to)];
    const joint = this.#joint(start, least);
    const from = joint?.from ?? start;
    let to = end;
    for (let next = this.#wordAt(to, this.lexicon.links); next; next = this.#wordAt(to, this.lexicon.links))
      to = next.to;
    return {
      part: asked.part,
      colour: first.value,
      others: first.from === colour.from ? '' : saidBy(tokens, first.to, colour.to),
      said: saidBy(tokens, start, end),
      noun: keyOf(tokens, noun.from, noun.to),
      isColourAlone: false,
      thingFollows:
        !this.#isAtEnd(to) && (isAdjective || LAST.has(this.language) || (!joint && this.#isFirst(from, least))),
      joint: joint === undefined ? 0 : joint.to - joint.from,
      from,
      to,
    };
  }

  /** Of several colours the first: “**pink** and blue hair”. */
  #firstColour(
    { colour }: PartColour,
    { from, to }: Pick<Found<unknown>, 'from' | 'to'>,
    least: number,
  ): Found<string> {
    let first: Found<string> = { value: colour, from, to };
    while (first.from - 1 > least && isPauseOrAnd(this.tokens[first.from - 1]!)) {
      const before = this.#colourUpTo(first.from - 1, least);
      if (!before) break;
      first = before;
    }
    return first;
  }

  #isNegated(from: number, least: number): boolean {
    let at = from;
    for (let article = this.#articleUpTo(at, least); article; article = this.#articleUpTo(at, least)) at = article.from;
    const key = this.tokens[at - 1]?.key;
    if (key === undefined) return false;
    const { english, foreign } = this.sources;
    const own = this.language === 'en' ? undefined : foreign.senses(key, 1, this.language);
    return senseOf(own ?? english.get(key) ?? [], 'not') !== undefined;
  }

  /** A part that is named at k; with its colour, if that is a part of the word. */
  #partAt(k: number): Found<PartWord> | undefined {
    const listed = this.#wordAt(k, this.lexicon.words);
    if (listed) return { value: this.lexicon.words.get(keyOf(this.tokens, k, listed.to))!, from: k, to: listed.to };
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
  #wordAt(k: number, words: { has(key: string): boolean }): Pick<Found<never>, 'from' | 'to'> | undefined {
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
  #wordUpTo(
    k: number,
    least: number,
    words: { has(key: string): boolean },
  ): Pick<Found<never>, 'from' | 'to'> | undefined {
    for (let from = Math.max(least, k - MOST_PART_LETTERS); from < k; from++) {
      if (this.#wordAt(from, words)?.to === k) return { from, to: k };
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

  #colourBetween(from: number, to: number): string | undefined {
    const { kind } = this.tokens[from]!;
    if ((kind !== 'word' && kind !== 'letter') || !this.tokens.slice(from, to).every((token) => token.kind === kind))
      return undefined;
    return this.#colourOf(keyOf(this.tokens, from, to), to - from);
  }

  /** The longest word for a colour that ends at k. */
  #colourUpTo(k: number, least: number): Found<string> | undefined {
    for (let from = Math.max(least, k - MOST_PART_LETTERS); from < k; from++) {
      const value = this.#colourBetween(from, k);
      if (value !== undefined) return { value, from, to: k };
    }
    return undefined;
  }

  /** The colour before a part, over what else is said of it. */
  #colourBefore(k: number, least: number): Found<string> | undefined {
    for (let at = k; at > least && k - at < REACH; ) {
      const colour = this.#colourUpTo(at, least);
      if (colour) return colour;
      const passed = this.#wordUpTo(at, least, this.lexicon.links) ?? this.#wordUpTo(at, least, this.lexicon.said);
      if (!passed) return undefined;
      at = passed.from;
    }
    return undefined;
  }

  /** The colour behind a part: “cheveux longs roses”, “волосами розового цвета”. */
  #colourBehind(k: number): Found<string> | undefined {
    const { length } = this.tokens;
    for (let at = k; at < length && at - k < REACH; ) {
      for (let to = Math.min(length, at + MOST_PART_LETTERS); to > at; to--) {
        const value = this.#colourBetween(at, to);
        if (value !== undefined) return HEAD_FIRST.has(this.language) ? { value, from: at, to } : undefined;
      }
      const passed = this.#wordAt(at, this.lexicon.links) ?? this.#wordAt(at, this.lexicon.said);
      if (!passed) return undefined;
      at = passed.to;
    }
    return undefined;
  }

  /** “cheveux blonds” */
  #nounBefore({ from }: Found<PartWord>, least: number): Found<PartWord> | undefined {
    const noun = this.#wordUpTo(from, least, this.lexicon.words);
    const value = noun && this.lexicon.words.get(keyOf(this.tokens, noun.from, noun.to));
    return value?.part === 'hair' && value.form === 'noun' ? { value, ...noun! } : undefined;
  }

  /** Over what else is said of a part. */
  #over(k: number): number {
    let at = k;
    for (let next = this.#wordAt(at, this.lexicon.said); next; next = this.#wordAt(at, this.lexicon.said)) at = next.to;
    return at;
  }

  /** The word that joins a phrase to the thing before it: “**with** a red dress”. */
  #joint(start: number, least: number): Pick<Found<never>, 'from' | 'to'> | undefined {
    let at = start;
    for (let k = 0; k < REACH && at > least; k++) {
      const before = this.#wordUpTo(at, least, this.lexicon.before);
      if (before) return before;
      const passed = this.#wordUpTo(at, least, this.lexicon.said) ?? this.#articleUpTo(at, least);
      if (!passed) return undefined;
      at = passed.from;
    }
    return undefined;
  }

  #articleUpTo(k: number, least: number): Pick<Found<never>, 'from' | 'to'> | undefined {
    if (k <= least) return undefined;
    const { key, kind } = this.tokens[k - 1]!;
    if (kind !== 'word') return undefined;
    const own = this.language === 'en' ? undefined : this.sources.foreign.senses(key, 1, this.language);
    const senses = own ?? this.sources.english.get(key) ?? [];
    const isArticle = senseOf(senses, 'article') ?? senseOf(senses, 'filler');
    return isArticle || ARTICLES.has(key) ? { from: k - 1, to: k } : undefined;
  }

  /** Whether nothing stands before it that it could be said of. */
  #isFirst(from: number, least: number): boolean {
    // “with blue hair and red eyes”
    if (least > 0 && least >= from - 1) return false;
    return from === 0 || isPauseOrAnd(this.tokens[from - 1]!) || this.#isOnlyArticle(from);
  }

  #isOnlyArticle(from: number): boolean {
    let at = from;
    for (let article = this.#articleUpTo(at, 0); article; article = this.#articleUpTo(at, 0)) at = article.from;
    return at === 0 || (at < from && isPauseOrAnd(this.tokens[at - 1]!));
  }

  #isAtEnd(to: number): boolean {
    return to >= this.tokens.length || isPauseOrAnd(this.tokens[to]!);
  }
}

/** Languages in which what is said of a thing stands before it. */
const LAST: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'tr', 'hi']);
/** Languages in which colours follow their noun, or may. */
const HEAD_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'ar', 'ru', 'uk', 'pl']);
/** And in which it follows. */
const NOUN_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'ar']);
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

function isPauseOrAnd({ kind, key }: Token): boolean {
  return kind === 'comma' || kind === 'break' || key === 'and';
}
