import type { PartColour } from '../memory/index.js';
import { MOST_PART_LETTERS, MOST_PART_WORDS, PART_LEXICONS, type PartWord } from './part-lexicon.js';
import type { PartPhrase } from './part-phrase.js';
import { type Found, PartWordsAt, type PhraseSources, type Stretch } from './part-words-at.js';
import { keyOf, saidBy, type Token } from './tokens.js';

export type { PartPhrase } from './part-phrase.js';

/** Words that are looked at on each side of a part for its colour. */
const REACH = 6;

/**
 * The parts with colours that a prompt speaks of, in its order and apart from each other; a part without a colour is
 * none of them.
 */
export function partPhrases(tokens: readonly Token[], language: string, sources: PhraseSources): PartPhrase[] {
  const lexicon = PART_LEXICONS.get(language);
  if (!lexicon) return [];
  const reader = new PhraseReader(new PartWordsAt(tokens, language, lexicon, sources));
  const phrases: PartPhrase[] = [];
  for (let k = 0; k < tokens.length; ) {
    const phrase = reader.phraseAt(k, phrases.at(-1)?.to ?? 0);
    if (phrase) phrases.push(phrase);
    k = Math.max(k + 1, phrase?.to ?? 0);
  }
  return phrases;
}

class PhraseReader {
  constructor(readonly at: PartWordsAt) {}

  /** The phrase whose part is named at k, and that begins no earlier than `least`; none of what is not wanted. */
  phraseAt(k: number, least: number): PartPhrase | undefined {
    const phrase = this.#saidAt(k, least);
    return phrase && !this.#isNegated(phrase.from, least) ? phrase : undefined;
  }

  #saidAt(k: number, least: number): PartPhrase | undefined {
    const named = this.at.partAt(k);
    if (!named) return this.#clothedAt(k);
    const { value } = named;
    if (value.form === 'colour') {
      // “blonde hair”
      const noun = this.at.partAt(this.#over(named.to));
      const end = noun?.value.part === 'hair' && noun.value.form === 'noun' ? noun : this.#nounBefore(named, least);
      const isAdjective = end === undefined && (!NOUN_FIRST.has(this.at.language) || this.#isOnlyArticle(k));
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
    const { tokens } = this.at;
    const joint = this.at.wordAt(k, this.at.lexicon.clothed);
    if (!joint) return undefined;
    for (let to = Math.min(tokens.length, joint.to + MOST_PART_WORDS); to > joint.to; to--) {
      const colour = this.at.colourBetween(joint.to, to);
      if (colour === undefined) continue;
      if (!this.at.isPauseAt(to) && !this.at.hasRole(to, 'stand')) return undefined;
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

  #phrase(asked: PartColour, noun: Stretch, colour: Stretch, least: number, isAdjective: boolean): PartPhrase {
    const { tokens } = this.at;
    const first = this.#firstColour(asked, colour, least);
    const [start, end] = [Math.min(noun.from, first.from), Math.max(noun.to, colour.to)];
    const joint = this.#joint(start, least);
    const from = joint?.from ?? start;
    let to = end;
    for (let next = this.at.wordAt(to, this.at.lexicon.links); next; next = this.at.wordAt(to, this.at.lexicon.links))
      to = next.to;
    return {
      part: asked.part,
      colour: first.value,
      others: first.from === colour.from ? '' : saidBy(tokens, first.to, colour.to),
      said: saidBy(tokens, start, end),
      noun: keyOf(tokens, noun.from, noun.to),
      isColourAlone: false,
      thingFollows:
        !this.at.isPauseAt(to) && (isAdjective || LAST.has(this.at.language) || (!joint && this.#isFirst(from, least))),
      joint: joint === undefined ? 0 : joint.to - joint.from,
      from,
      to,
    };
  }

  /** Of several colours the first: “**pink** and blue hair”. */
  #firstColour({ colour }: PartColour, { from, to }: Stretch, least: number): Found<string> {
    let first: Found<string> = { value: colour, from, to };
    while (first.from - 1 > least && this.at.isPauseAt(first.from - 1)) {
      const before = this.at.colourUpTo(first.from - 1, least);
      if (!before) break;
      first = before;
    }
    return first;
  }

  /** “without pink hair” */
  #isNegated(from: number, least: number): boolean {
    let at = from;
    for (let article = this.at.articleUpTo(at, least); article; article = this.at.articleUpTo(at, least))
      at = article.from;
    return this.at.hasRole(at - 1, 'not');
  }

  /** The colour before a part, over what else is said of it. */
  #colourBefore(k: number, least: number): Found<string> | undefined {
    for (let at = k; at > least && k - at < REACH; ) {
      const colour = this.at.colourUpTo(at, least);
      if (colour) return colour;
      const passed =
        this.at.wordUpTo(at, least, this.at.lexicon.links) ?? this.at.wordUpTo(at, least, this.at.lexicon.said);
      if (!passed) return undefined;
      at = passed.from;
    }
    return undefined;
  }

  /** The colour behind a part: “cheveux longs roses”, “волосами розового цвета”. */
  #colourBehind(k: number): Found<string> | undefined {
    const { length } = this.at.tokens;
    for (let at = k; at < length && at - k < REACH; ) {
      for (let to = Math.min(length, at + MOST_PART_LETTERS); to > at; to--) {
        const value = this.at.colourBetween(at, to);
        if (value !== undefined) return HEAD_FIRST.has(this.at.language) ? { value, from: at, to } : undefined;
      }
      const passed = this.at.wordAt(at, this.at.lexicon.links) ?? this.at.wordAt(at, this.at.lexicon.said);
      if (!passed) return undefined;
      at = passed.to;
    }
    return undefined;
  }

  /** “cheveux blonds” */
  #nounBefore({ from }: Found<PartWord>, least: number): Found<PartWord> | undefined {
    const noun = this.at.wordUpTo(from, least, this.at.lexicon.words);
    const value = noun && this.at.lexicon.words.get(keyOf(this.at.tokens, noun.from, noun.to));
    return value?.part === 'hair' && value.form === 'noun' ? { value, ...noun! } : undefined;
  }

  /** Over what else is said of a part. */
  #over(k: number): number {
    let at = k;
    for (let next = this.at.wordAt(at, this.at.lexicon.said); next; next = this.at.wordAt(at, this.at.lexicon.said))
      at = next.to;
    return at;
  }

  /** The word that joins a phrase to the thing before it: “**with** a red dress”. */
  #joint(start: number, least: number): Stretch | undefined {
    let at = start;
    for (let k = 0; k < REACH && at > least; k++) {
      const before = this.at.wordUpTo(at, least, this.at.lexicon.before);
      if (before) return before;
      const passed = this.at.wordUpTo(at, least, this.at.lexicon.said) ?? this.at.articleUpTo(at, least);
      if (!passed) return undefined;
      at = passed.from;
    }
    return undefined;
  }

  /** Whether nothing stands before it that it could be said of. */
  #isFirst(from: number, least: number): boolean {
    // “with blue hair and red eyes”
    if (least > 0 && least >= from - 1) return false;
    return from === 0 || this.at.isPauseAt(from - 1) || this.#isOnlyArticle(from);
  }

  #isOnlyArticle(from: number): boolean {
    let at = from;
    for (let article = this.at.articleUpTo(at, 0); article; article = this.at.articleUpTo(at, 0)) at = article.from;
    return at === 0 || (at < from && this.at.isPauseAt(at - 1));
  }
}

/** Languages in which what is said of a thing stands before it. */
const LAST: ReadonlySet<string> = new Set(['ja', 'zh', 'ko', 'tr', 'hi']);
/** Languages in which colours follow their noun, or may. */
const HEAD_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'ar', 'ru', 'uk', 'pl']);
/** And in which it follows. */
const NOUN_FIRST: ReadonlySet<string> = new Set(['fr', 'es', 'pt', 'it', 'ar']);
