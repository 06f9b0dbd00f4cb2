import type { BundleWords } from './bundle-words.js';
import { detectLanguage } from './detect-language.js';
import { joinEmoji } from './emoji-things.js';
import { englishForms } from './english-forms.js';
import { foreignNames } from './foreign-names.js';
import { type Company, type Gathered, Gatherer, type Named } from './gather.js';
import { inPlainEnglish } from './in-plain-english.js';
import { OF_PART } from './languages/en.js';
import { moodsShown } from './moods-shown.js';
import { nearWords } from './near-words.js';
import type { AskedThing, PromptReader, PromptReading, ReadingNote, ReadOptions } from './prompt-reading.js';
import { remembered } from './remembered.js';
import { RANK, type Role, senseOf, type ThingSense, type Vocabulary } from './sense.js';
import { isEnglishWord, type Span, type SpanSources, spansOf } from './spans.js';
import { stood } from './stand-between.js';
import { type Token, tokensOf } from './tokens.js';
import { englishVocabulary } from './vocabularies.js';
import { shippedWordTables, type WordTables } from './word-tables.js';

const MOST_NEAREST = 3;
/** Letters of words that somebody wrote together. */
const SHORTEST_HALF = 3;
/** “And” is written together with what follows. */
const ARABIC_AND = /^و(\p{Script=Arabic}{3,})$/u;
/** Characters of the prompt that a note repeats. */
const MOST_REPEATED = 60;
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
  readonly #company: Company;
  readonly #shows: (names: readonly string[], mood: string) => boolean;

  constructor(bundle: BundleWords, tables: WordTables) {
    const english = englishVocabulary(bundle);
    const emoji = joinEmoji(bundle, tables);
    const foreign = foreignNames(bundle, tables, emoji);
    const kindOf = (key: string): ThingSense | undefined => {
      if (isColouredThing(key, english)) return undefined;
      for (const form of key.includes(' ') ? [key] : englishForms(key).slice(0, 5)) {
        const payload = tables.kinds.find(form);
        if (!payload) continue;
        const parent = tables.parents[payload.next()]!;
        const thing = senseOf(english.get(parent) ?? [], 'thing');
        // A coffee cup is a cup, but of what is called a cup there are trophies.
        if (thing && thing.rank > RANK.name && form.endsWith(` ${parent}`)) return undefined;
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
    const { head, face } = bundle.manifest.tables.wearables;
    const areSiblings: Company['areSiblings'] = (one, other) => {
      const [kind, otherKind] = [living.get(one.names[0]!), living.get(other.names[0]!)];
      return kind === otherKind && kind !== one.names[0] && Math.max(one.rank, other.rank) <= RANK.foreign;
    };
    this.#company = {
      areSiblings,
      // “Pooping” is done, a viking is somebody.
      isDone: (word) => {
        const isForm = /^[a-z]{3,}ing$/.test(word);
        const isListed = tables.english.find(word) !== undefined;
        return isForm && (!isListed || englishForms(word).some((form) => form !== word && isEnglishWord(form, tables)));
      },
      isLiving: ({ names: [name = ''] }) => living.get(name) !== name,
      isWorn: ({ names }) => names.some((name) => head.includes(name) || face.includes(name)),
    };
    this.#shows = moodsShown(bundle);
    this.#shown = new Map(bundle.memory.things.map(({ name, display }) => [name, display ?? name]));
  }

  read(prompt: string, options: ReadOptions): PromptReading {
    const { tables, foreign } = this.#sources;
    const notes: ReadingNote[] = [];
    const tokens = this.#spelled(tokensOf(prompt), notes);
    const language = detectLanguage(tokens, options.locale, { ...this.#sources, tables });
    const table = foreign.tableOf(language);
    const spans = spansOf(this.#parted(tokens, language), language, this.#sources);
    const gathered = new Gatherer(spans, table ?? {}, this.#company).gather();
    const excluded = options.without === undefined ? undefined : this.#excluded(options.without, options.locale);
    const style = options.style ?? gathered.style;
    const without = merged(gathered.without, excluded?.without);
    const wanted = gathered.named.filter(
      ({ sense }) => !sense.names.every((name) => excluded?.without.things.includes(name)),
    );
    const { things, relations, moodWords } = this.#things({ ...gathered, named: wanted }, notes);
    notes.push(...gathered.notes, ...(excluded?.notes ?? []), ...this.#unknown(gathered.unknown));
    if (things.length === 0) notes.push(...this.#unknown(unsaid(spans, notes)));
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
    const without = { things: [] as string[], colours: [] as string[], moods: [] as string[] };
    const notes: ReadingNote[] = [];
    for (const { senses, said, kind } of spansOf(this.#parted(tokens, language), language, this.#sources)) {
      const [thing, colour, mood] = [senseOf(senses, 'thing'), senseOf(senses, 'colour'), senseOf(senses, 'mood')];
      without.things.push(...(thing?.names ?? []));
      if (colour) without.colours.push(colour.colour);
      without.moods.push(...(mood?.moods ?? []));
      const isUnknown = senses.length === 0 && kind !== 'comma' && kind !== 'break';
      if (thing || colour || mood || isUnknown) notes.push({ type: 'removed', said });
    }
    return { without, notes };
  }

  /** Things with an ending that is a word by itself, as two. */
  #parted(tokens: readonly Token[], language: string): readonly Token[] {
    const { foreign } = this.#sources;
    const suffixes = Object.entries(foreign.tableOf(language)?.suffixes ?? {});
    if (suffixes.length === 0) return tokens;
    const isThing = (key: string) => senseOf(foreign.senses(key, 1, language) ?? [], 'thing') !== undefined;
    return tokens.flatMap((token) => {
      for (const [suffix, word] of suffixes) {
        const key = token.key.slice(0, -suffix.length);
        if (key !== '' && token.key.endsWith(suffix) && isThing(key))
          return [
            { ...token, key },
            { ...token, key: word },
          ];
      }
      return [token];
    });
  }

  /** Words of English names that were misspelled, as they are spelled. */
  #spelled(tokens: readonly Token[], notes: ReadingNote[]): Token[] {
    const { english, tables, foreign, kindOf } = this.#sources;
    return tokens.flatMap((token): Token | Token[] => {
      const ofPart = token.kind === 'word' ? OF_PART.exec(token.key) : null;
      if (ofPart && english.get(token.key) === undefined) {
        const isColour = senseOf(english.get(ofPart[1]!) ?? [], 'colour') !== undefined;
        notes.push({ type: 'left-out', said: token.raw, why: isColour ? 'colour' : 'part' });
        return [];
      }
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
      if (meant === undefined) return isKnown ? token : this.#halves(token);
      const thing = senseOf(english.get(meant) ?? [], 'thing');
      notes.push({ type: 'read-as', said: token.raw, name: thing ? this.#shown.get(thing.names[0]!)! : meant });
      return { ...token, key: meant };
    });
  }

  /** “#sadcat” */
  #halves(token: Token): Token | Token[] {
    const { english } = this.#sources;
    const isHalf = (key: string) =>
      english.get(key)?.some((sense) => {
        if (sense.role === 'thing') return sense.rank <= RANK.synonym;
        return sense.role === 'mood' || sense.role === 'colour';
      }) === true;
    for (let at = SHORTEST_HALF; at <= token.key.length - SHORTEST_HALF; at++) {
      const halves = [token.key.slice(0, at), token.key.slice(at)];
      if (halves.every(isHalf)) return halves.map((key) => ({ ...token, key, raw: key }));
    }
    return token;
  }

  #things(
    { named }: Gathered,
    notes: ReadingNote[],
  ): { things: AskedThing[]; relations: string[]; moodWords: string[][] } {
    const { manifest } = this.#bundle;
    const sure = new Set(surest(named));
    for (const { said, sense } of named.filter((one) => !sure.has(one))) {
      const nearest = sense.names.slice(0, MOST_NEAREST).map((name) => this.#shown.get(name)!);
      notes.push({ type: 'unknown', said, nearest });
    }
    const kept = fitted([...sure], manifest.limits.objects, notes);
    const { named: ordered, relations } = stood(kept, this.#bundle);
    const things = ordered.map((one): AskedThing & { words: string[] } => {
      const { sense, said, colours, moods, count } = one;
      const name = this.#shown.get(sense.names[0]!)!;
      const shown = moods.map((mood) => ({
        ...mood,
        moods: mood.moods.filter((one) => this.#shows(sense.names, one)),
      }));
      for (const mood of shown)
        if (mood.moods.length === 0 && mood.said !== '') notes.push({ type: 'left-out', said: mood.said, why: 'mood' });
      const kept = shown.filter((mood) => mood.moods.length > 0);
      if (sense.isGuess) notes.push({ type: 'read-as', said, name });
      return {
        names: sense.names,
        said,
        colours: [...new Set(colours)],
        moods: [...new Set(kept.flatMap((mood) => mood.moods))],
        count: count ?? 1,
        words: [...new Set(kept.map(({ word }) => word))],
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

/** Of a prompt that names nothing, the words that say something and that no note tells of. */
function unsaid(spans: readonly Span[], notes: readonly ReadingNote[]): Span[] {
  const told = new Set(notes.flatMap(({ said }) => said.split(' ')));
  return spans.filter(
    ({ senses, said }) =>
      senses.length > 0 &&
      senses.every(({ role }) => SAYS_SOMETHING.has(role)) &&
      !said.split(' ').every((word) => told.has(word)),
  );
}

const SAYS_SOMETHING: ReadonlySet<Role> = new Set(['thing', 'mood', 'colour', 'part', 'measure', 'place']);

function merged(one: PromptReading['without'], other: PromptReading['without'] | undefined): PromptReading['without'] {
  const both = (key: keyof PromptReading['without']) => [...new Set([...one[key], ...(other?.[key] ?? [])])];
  return { things: both('things'), colours: both('colours'), moods: both('moods') };
}

function distinct(notes: readonly ReadingNote[]): ReadingNote[] {
  const told = notes.map((note) => ({ ...note, said: shortened(note.said) }));
  return [...new Map(told.map((note) => [JSON.stringify(note), note])).values()];
}

/** What somebody said, as far as it need be repeated for them to know it again. */
function shortened(said: string): string {
  const characters = [...said];
  return characters.length <= MOST_REPEATED ? said : `${characters.slice(0, MOST_REPEATED - 1).join('')}…`;
}

/** What a caption never has. */
function hasOdd(prompt: string): boolean {
  return /[^\p{Script=Latin}\p{N}\s,.'-]/u.test(prompt) || prompt.includes('#');
}

/** “Red fox”: whoever names a colour that is nothing else, and then a thing, wants that colour, whatever kind the two words name. */
function isColouredThing(key: string, english: Vocabulary): boolean {
  const gap = key.indexOf(' ');
  const first = gap < 0 ? [] : (english.get(key.slice(0, gap)) ?? []);
  const thing = senseOf(english.get(key.slice(gap + 1)) ?? [], 'thing');
  return (
    senseOf(first, 'colour') !== undefined &&
    !senseOf(first, 'thing') &&
    thing !== undefined &&
    thing.rank <= RANK.synonym
  );
}
