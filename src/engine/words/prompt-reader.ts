import type { BundleWords } from './bundle-words.js';
import { detectLanguage } from './detect-language.js';
import { joinEmoji } from './emoji-things.js';
import { englishForms } from './english-forms.js';
import { foreignNames } from './foreign-names.js';
import { type Gathered, Gatherer, type Named } from './gather.js';
import { inPlainEnglish } from './in-plain-english.js';
import { nearWords } from './near-words.js';
import type { AskedThing, PromptReader, PromptReading, ReadingNote, ReadOptions } from './prompt-reading.js';
import { remembered } from './remembered.js';
import { RANK, senseOf, type ThingSense } from './sense.js';
import { type Span, type SpanSources, spansOf } from './spans.js';
import { stood } from './stand-between.js';
import { type Token, tokensOf } from './tokens.js';
import { englishVocabulary } from './vocabularies.js';
import { shippedWordTables, type WordTables } from './word-tables.js';

const MOST_NEAREST = 3;
/** Turkish for “without”, as a word. */
const LACKING = 'olmayan';
/** “And” is written together with what follows. */
const ARABIC_AND = /^و(\p{Script=Arabic}{3,})$/u;
/** A plural without a number. */
const SEVERAL = 2;

/**
 * Reads prompts in the terms of one bundle's memory and tables.
 * @param tables what is known of words whatever the bundle; by default those that come with the package, read at the first prompt
 */
export function createPromptReader(bundle: BundleWords, tables: () => WordTables = shippedWordTables): PromptReader {
  let reader: BundleReader | undefined;
  return {
    read(prompt, options = {}) {
      reader ??= new BundleReader(bundle, tables());
      return reader.read(prompt, options);
    },
  };
}

class BundleReader {
  readonly #bundle: BundleWords;
  readonly #sources: SpanSources;
  readonly #near;
  readonly #shown: ReadonlyMap<string, string>;
  readonly #areSiblings: (one: ThingSense, other: ThingSense) => boolean;

  constructor(bundle: BundleWords, tables: WordTables) {
    const english = englishVocabulary(bundle);
    const emoji = joinEmoji(bundle, tables);
    const foreign = foreignNames(bundle, tables, emoji);
    const kindOf = (key: string): ThingSense | undefined => {
      for (const form of key.includes(' ') ? [key] : englishForms(key).slice(0, 5)) {
        const payload = tables.kinds.find(form);
        if (!payload) continue;
        const thing = senseOf(english.get(tables.parents[payload.next()]!) ?? [], 'thing');
        if (thing) return { ...thing, rank: RANK.kind, isPlural: form !== key, isGuess: true };
      }
      return undefined;
    };
    this.#bundle = bundle;
    this.#sources = { english, foreign, emoji, tables, kindOf: remembered(kindOf), kept: new Map() };
    const names = [...english.entries()]
      .filter(([, senses]) => (senseOf(senses, 'thing')?.rank ?? RANK.kind) <= RANK.synonym)
      .map(([key]) => key);
    this.#near = nearWords([...new Set(names.flatMap((name) => [name, ...name.split(' ')]))]);
    const living = new Map(
      bundle.memory.things.map(({ name, tags, group }) => [
        name,
        tags.includes('animal') ? 'animal' : group === 'people-body' ? group : name,
      ]),
    );
    this.#areSiblings = (one, other) => {
      const [kind, otherKind] = [living.get(one.names[0]!), living.get(other.names[0]!)];
      return kind === otherKind && kind !== one.names[0] && Math.max(one.rank, other.rank) <= RANK.foreign;
    };
    this.#shown = new Map(bundle.memory.things.map(({ name, display }) => [name, display ?? name]));
  }

  read(prompt: string, options: ReadOptions): PromptReading {
    const { tables, foreign } = this.#sources;
    const notes: ReadingNote[] = [];
    const tokens = this.#spelled(tokensOf(prompt), notes);
    const language = detectLanguage(tokens, options.locale, { ...this.#sources, tables });
    const table = foreign.tableOf(language);
    const gathered = new Gatherer(
      spansOf(this.#parted(tokens, language), language, this.#sources),
      table ?? {},
      this.#areSiblings,
    ).gather();
    const excluded = options.without === undefined ? undefined : this.#excluded(options.without, options.locale);
    const style = options.style ?? gathered.style;
    const { things, relations, moodWords } = this.#things(gathered, notes);
    notes.push(...gathered.notes, ...(excluded?.notes ?? []), ...this.#unknown(gathered.unknown));
    const without = merged(gathered.without, excluded?.without);
    const isPlain =
      language === 'en' && things.length > 0 && notes.length === 0 && options.style === undefined && !hasOdd(prompt);
    const worded =
      things.length === 0 || isPlain
        ? prompt
        : inPlainEnglish(
            things.map((thing, k) => ({ ...thing, moodWords: moodWords[k]! })),
            relations,
            style,
          );
    return { things, relations, style, without, language, worded, notes: distinct(notes) };
  }

  /** Reads a list of what is not wanted. */
  #excluded(words: string, locale: string | undefined): Pick<PromptReading, 'without' | 'notes'> {
    const tokens = tokensOf(words);
    const language = detectLanguage(tokens, locale, this.#sources);
    const { named, without, notes, unknown } = new Gatherer(
      spansOf(tokens, language, this.#sources),
      {},
      this.#areSiblings,
    ).gather();
    const removed = [...named.map(({ said }) => said), ...unknown.map(({ said }) => said)];
    return {
      without: merged(without, {
        things: named.flatMap(({ sense }) => sense.names),
        colours: named.flatMap(({ colours }) => colours),
        moods: named.flatMap(({ moods }) => moods.flatMap((mood) => mood.moods)),
      }),
      notes: [
        ...removed.map((said): ReadingNote => ({ type: 'removed', said })),
        ...notes.filter(({ type }) => type === 'removed'),
      ],
    };
  }

  /** Words that end in what means “without”, as two. */
  #parted(tokens: readonly Token[], language: string): readonly Token[] {
    const { foreign } = this.#sources;
    const endings = foreign.tableOf(language)?.lacking?.split(' ') ?? [];
    if (endings.length === 0) return tokens;
    return tokens.flatMap((token) => {
      const ending = endings.find((one) => token.key.endsWith(one));
      const key = ending === undefined ? '' : token.key.slice(0, -ending.length);
      const isThing = key.length > 1 && senseOf(foreign.senses(key, 1, language) ?? [], 'thing') !== undefined;
      return isThing
        ? [
            { ...token, key },
            { ...token, key: LACKING },
          ]
        : [token];
    });
  }

  /** Words of English names that were misspelled, as they are spelled. */
  #spelled(tokens: readonly Token[], notes: ReadingNote[]): Token[] {
    const { english, tables, foreign, kindOf } = this.#sources;
    return tokens.flatMap((token): Token | Token[] => {
      const parts = token.kind === 'word' ? ARABIC_AND.exec(token.key) : null;
      if (parts && foreign.senses(token.key, 1, 'ar') === undefined) {
        return [
          { ...token, key: 'و', raw: 'و' },
          { ...token, key: parts[1]! },
        ];
      }
      if (token.kind !== 'word' || token.key.length < 5 || !/^[a-z]+$/.test(token.key)) return token;
      const isKnown =
        englishForms(token.key).some(
          (form) => english.get(form) !== undefined || tables.english.find(form) !== undefined,
        ) ||
        kindOf(token.key) !== undefined ||
        foreign.languagesOf(token.key).size > 0;
      const meant = isKnown ? undefined : this.#near.misspelled(token.key);
      if (meant === undefined) return token;
      const thing = senseOf(english.get(meant) ?? [], 'thing');
      notes.push({ type: 'read-as', said: token.raw, name: thing ? this.#shown.get(thing.names[0]!)! : meant });
      return { ...token, key: meant };
    });
  }

  #things(
    { named }: Gathered,
    notes: ReadingNote[],
  ): { things: AskedThing[]; relations: string[]; moodWords: string[][] } {
    const { manifest } = this.#bundle;
    const sure = surest(named);
    for (const { said, sense } of named.filter((one) => !sure.includes(one))) {
      const nearest = sense.names.slice(0, MOST_NEAREST).map((name) => this.#shown.get(name)!);
      notes.push({ type: 'unknown', said, nearest });
    }
    const kept = fitted(sure, manifest.limits.objects, notes);
    const { named: ordered, relations } = stood(kept, this.#bundle);
    const things = ordered.map((one): AskedThing & { words: string[] } => {
      const { sense, said, colours, moods, count } = one;
      const name = this.#shown.get(sense.names[0]!)!;
      if (sense.isGuess) notes.push({ type: 'read-as', said, name });
      return {
        names: sense.names,
        said,
        colours: [...new Set(colours)],
        moods: [...new Set(moods.flatMap((mood) => mood.moods))],
        count: count ?? 1,
        words: [...new Set(moods.map(({ word }) => word))],
      };
    });
    return {
      things: things.map(({ words: _, ...thing }) => thing),
      relations: [...relations],
      moodWords: things.map(({ words }) => words),
    };
  }

  #unknown(spans: readonly Span[]): ReadingNote[] {
    const seen = new Set<string>();
    return spans.flatMap(({ said, key }): ReadingNote[] => {
      if (seen.has(key)) return [];
      seen.add(key);
      const nearest = this.#near
        .alike(key)
        .flatMap((word) => senseOf(this.#sources.english.get(word) ?? [], 'thing')?.names[0] ?? []);
      return [{ type: 'unknown', said, nearest: [...new Set(nearest)].map((name) => this.#shown.get(name)!) }];
    });
  }
}

/** What is but a tag of something is that thing only where nothing is named more surely. */
function surest(named: readonly Named[]): readonly Named[] {
  const isTag = ({ sense: { rank } }: Named) => rank === RANK.rareTag || rank === RANK.keyword;
  return named.every(isTag) ? named : named.filter((one) => !isTag(one));
}

/** As many as a picture can have; of a plural without a number there are two where there is room. */
function fitted(named: readonly Named[], most: number, notes: ReadingNote[]): Named[] {
  const least = named.map(({ count }) =>
    count === undefined ? 1 : Math.max(1, Math.min(count, Number.MAX_SAFE_INTEGER)),
  );
  let left = most;
  const kept: Named[] = [];
  named.forEach((one, k) => {
    const wanted = one.count === Number.POSITIVE_INFINITY ? most : least[k]!;
    if (left === 0) {
      notes.push({ type: 'left-out', said: one.said, why: 'too-many' });
      return;
    }
    const others = named.length - k - 1;
    const isOpen = one.count === undefined && one.sense.isPlural;
    const count =
      isOpen && left - others >= SEVERAL ? SEVERAL : Math.min(wanted, Math.max(1, left - Math.min(others, left - 1)));
    if (one.count !== Number.POSITIVE_INFINITY && count < wanted)
      notes.push({ type: 'left-out', said: one.said, why: 'too-many' });
    left -= count;
    kept.push({ ...one, count });
  });
  return kept;
}

function merged(one: PromptReading['without'], other: PromptReading['without'] | undefined): PromptReading['without'] {
  const both = (key: keyof PromptReading['without']) => [...new Set([...one[key], ...(other?.[key] ?? [])])];
  return { things: both('things'), colours: both('colours'), moods: both('moods') };
}

function distinct(notes: readonly ReadingNote[]): ReadingNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** What a caption never has. */
function hasOdd(prompt: string): boolean {
  return /[^\p{Script=Latin}\p{N}\s,.'-]/u.test(prompt) || prompt.includes('#');
}
