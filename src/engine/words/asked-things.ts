import { ownValue } from '../basics/index.js';
import { PICTURE_KINDS } from '../memory/index.js';
import { AskedMoods } from './asked-moods.js';
import { AskedParts } from './asked-parts.js';
import type { BundleWords } from './bundle-words.js';
import { asWorn, dressed, inGarments } from './dressed.js';
import type { Named, PicturesNeeded } from './gather/index.js';
import { type Gender, lookingLike } from './genders.js';
import { keptThings } from './kept-things.js';
import { BREEDS, OTHER_KINDS } from './languages/index.js';
import type { PartPhrase } from './part-phrase.js';
import type { AskedThing, ReadingNote } from './prompt-reading.js';
import type { ThingSense } from './sense.js';
import { type EnclosingOf, type Stood, stood } from './stand-between.js';

/** Colours that are said of people's skin. */
const SKIN: ReadonlySet<string> = new Set(['black', 'white', 'brown', 'yellow', 'cream']);

/** What is of a colour where nobody says which. */
const MEANT_COLOURS: Readonly<Record<string, string>> = { heart: 'red' };

/** Things that a prompt asks for, with the English words for their moods, and how they stand to each other. */
export interface Asked extends Pick<Stood, 'relations' | 'isNested' | 'isClose' | 'act'> {
  readonly things: readonly AskedThing[];
  readonly moodWords: readonly (readonly string[])[];
  /** Whether something is drawn by another name than it is called. */
  readonly isReworded: boolean;
  /** What was said of parts that nothing can show so. */
  readonly refused: readonly PartPhrase[];
}

/** One of these things, and what is to be known beside it. */
interface AskedOne {
  readonly thing: AskedThing;
  /** English words for those of its moods that are shown beside it. */
  readonly moodWords: readonly string[];
  readonly isReworded: boolean;
  readonly refused: readonly PartPhrase[];
}

/** Turns what was named into what a bundle can draw; what it cannot is told in `notes`. */
export class ThingsAsker {
  readonly #bundle: BundleWords;
  readonly #shown: ReadonlyMap<string, string>;
  readonly #enclosingOf: EnclosingOf;
  readonly #moods: AskedMoods;
  readonly #parts: AskedParts;
  /** Caption names of what is drawn as people: of their group, with hair, clothes or eyes of their own. */
  readonly #people: ReadonlySet<string>;
  /** Caption names of people who may be men or women. */
  readonly #isAnybody: ReadonlySet<string>;
  /** By their slugs, the styles of pictures. */
  readonly #styles: ReadonlyMap<string, string>;
  /** By their caption names, the slugs of pictures of things. */
  readonly #slugs: ReadonlyMap<string, readonly string[]>;

  /** @param shown what people are shown of a thing, by its caption name */
  constructor(bundle: BundleWords, shown: ReadonlyMap<string, string>, enclosingOf: EnclosingOf) {
    const { manifest, memory } = bundle;
    this.#bundle = bundle;
    this.#shown = shown;
    this.#enclosingOf = enclosingOf;
    this.#moods = new AskedMoods(bundle);
    this.#parts = new AskedParts(bundle);
    this.#people = peopleOf(bundle);
    this.#slugs = slugsOf(bundle);
    this.#isAnybody = new Set(
      memory.things
        .filter(({ name, group }) => group === 'people-body' && !/\b(?:wo)?man\b|boy|girl|prince|king|queen/.test(name))
        .map(({ name }) => name),
    );
    this.#styles = new Map(memory.pictures.map((slug, k) => [slug, manifest.styles[memory.measures.style[k]!]!]));
  }

  ask(named: readonly Named[], style: string | undefined, notes: ReadingNote[], gender?: Gender): Asked {
    const clothed = inGarments(named, this.#bundle, this.#enclosingOf, notes);
    const kept = keptThings(clothed, this.#bundle, this.#shown, notes);
    const {
      named: ordered,
      relations,
      isNested,
      isClose,
      act,
      notes: told,
    } = stood(kept, this.#bundle, this.#enclosingOf);
    notes.push(...told);
    const { named: clad, relations: all } = dressed(ordered, relations, this.#bundle, notes);
    const fitted = asWorn(clad, all, this.#bundle);
    const asked = fitted.map((one) =>
      this.#looking(gender, style, this.#withoutTwins(this.#askOne(one, style, notes), fitted)),
    );
    return {
      things: asked.map(({ thing }) => thing),
      moodWords: asked.map(({ moodWords }) => moodWords),
      isReworded: asked.some(({ isReworded }) => isReworded),
      refused: asked.flatMap(({ refused }) => refused),
      relations: all,
      isNested,
      isClose,
      act,
    };
  }

  /** Carl is no woman with long hair. */
  #looking(gender: Gender | undefined, style: string | undefined, asked: AskedOne): AskedOne {
    const { thing } = asked;
    const [name = ''] = thing.names;
    if (gender === undefined || !this.#isAnybody.has(name) || thing.names.length > 1) return asked;
    const isOfStyle = (slug: string) => style === undefined || this.#styles.get(slug) === style;
    const slugs = thing.pictures ?? (this.#slugs.get(name) ?? []).filter(isOfStyle);
    const pictures = lookingLike(gender, slugs);
    return pictures.length === slugs.length ? asked : { ...asked, thing: { ...thing, pictures } };
  }

  /** A mark is not drawn besides a thing that is the same picture: a party popper, of who celebrates with one. */
  #withoutTwins(asked: AskedOne, named: readonly Named[]): AskedOne {
    const { thing } = asked;
    const others = new Set(named.flatMap(({ sense }) => sense.names));
    const kept = thing.moods.filter((mood) => !others.has(this.#moods.markFor(thing.names, mood) ?? ''));
    if (kept.length === thing.moods.length) return asked;
    return { ...asked, thing: { ...thing, moods: kept }, ...(kept.length === 0 ? { moodWords: [] } : {}) };
  }

  #askOne(named: Named, style: string | undefined, notes: ReadingNote[]): AskedOne {
    const { sense, said, adjectives, count, group } = named;
    const inMoods = this.#moods.show(sense.names, adjectives.moods, style, notes);
    const { names, words, moods, needed, unfit, content } = inMoods;
    const byName = this.#picturesCalled(sense, said, style);
    const pictures = this.#picturesChosen([...named.shownBy, ...needed], style, notes) ?? byName;
    if (sense.isGuess) notes.push({ type: 'read-as', said, name: this.#shown.get(names[0]!)! });
    const colours = this.#colours(named, names, notes);
    const { parts, refused, standIns, names: showing } = this.#parts.show(names, named.parts, notes);
    const { size, stature, pattern } = adjectives;
    const thing: AskedThing = {
      names: showing,
      said,
      colours,
      moods: [...new Set(moods)],
      count: count ?? 1,
      ...(parts.length === 0 ? {} : { parts }),
      ...(standIns.length === 0 ? {} : { standIns }),
      ...(size === undefined ? {} : { size }),
      ...(stature === undefined ? {} : { stature }),
      ...(pattern === undefined ? {} : { pattern }),
      ...(group === undefined ? {} : { group }),
      ...(pictures === undefined ? {} : { pictures }),
      ...(unfit.length === 0 ? {} : { unfit }),
      ...(content.length === 0 ? {} : { content }),
    };
    return { thing, moodWords: [...new Set(words)], isReworded: names[0] !== sense.names[0], refused };
  }

  /** Of what is drawn in different ways under one name, the pictures that are called as the prompt says. */
  #picturesCalled(sense: ThingSense, said: string, style: string | undefined): readonly string[] | undefined {
    const { names } = sense;
    const word = said.toLowerCase();
    if (names.includes(word)) return undefined;
    const others = sense.isGuess ? this.#picturesOfKind(sense, word, style) : undefined;
    if (others) return others;
    const called = ownValue(CALLED, word) ?? word.replaceAll(' ', '-');
    const slugs = this.#slugs.get(names[0]!)?.filter((slug) => slug.slice(slug.indexOf(':') + 1) === called) ?? [];
    const fitting = slugs.filter((slug) => style === undefined || this.#styles.get(slug) === style);
    return fitting.length > 0 ? fitting : undefined;
  }

  /** A corgi is no poodle: of a kind of a thing, the pictures that show no other kind. */
  #picturesOfKind(
    { names: [name = ''] }: ThingSense,
    said: string,
    style: string | undefined,
  ): readonly string[] | undefined {
    const other = ownValue(OTHER_KINDS, name);
    const slugs = this.#slugs.get(name) ?? [];
    const breed = name === 'dog' ? BREEDS.find((one) => one.said.test(said))?.pictures : undefined;
    const own = slugs.filter((slug) => other?.test(slug) !== true && breed?.test(slug) !== false);
    const fitting = own.filter((slug) => style === undefined || this.#styles.get(slug) === style);
    return fitting.length > 0 && own.length < slugs.length ? fitting : undefined;
  }

  /** The colours of a thing, without what would be somebody's skin, each once. */
  #colours({ adjectives, said }: Named, [name = '']: readonly string[], notes: ReadingNote[]): string[] {
    const colours = adjectives.colours.filter((colour) => !SKIN.has(colour) || !this.#people.has(name));
    if (colours.length < adjectives.colours.length) notes.push({ type: 'skin', said });
    const isBare = colours.length === 0 && adjectives.pattern === undefined;
    return isBare ? this.#ownColours(name) : [...new Set(colours)];
  }

  /** Colours of what has one that everybody means, though there are pictures of it in others. */
  #ownColours(name: string): string[] {
    const own = ownValue(MEANT_COLOURS, name);
    return own !== undefined && Object.hasOwn(this.#bundle.manifest.tables.colours, own) ? [own] : [];
  }

  /**
   * Of what some pictures show and others do not, the slugs of those that show it; what none of the style shows is told
   * in `notes`.
   */
  #picturesChosen(
    needed: readonly PicturesNeeded[],
    style: string | undefined,
    notes: ReadingNote[],
  ): readonly string[] | undefined {
    let chosen: readonly string[] | undefined;
    for (const { said, isWanted, pictures, why = 'part' } of needed) {
      const before = chosen;
      const isOfStyle = (slug: string) => style === undefined || this.#styles.get(slug) === style;
      const fitting = pictures.filter((slug) => isOfStyle(slug) && (before?.includes(slug) ?? true));
      if (fitting.length > 0) chosen = fitting;
      else notes.push(isWanted ? { type: 'left-out', said, why } : { type: 'inseparable', said });
    }
    return chosen;
  }
}

/** What pictures are called otherwise than people say. */
const CALLED: Readonly<Record<string, string>> = {
  'steam train': 'locomotive',
  'steam engine': 'locomotive',
  'steam locomotive': 'locomotive',
};

function slugsOf({ memory }: BundleWords): ReadonlyMap<string, readonly string[]> {
  const slugs = new Map<string, string[]>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    if (memory.measures.kind[picture] === PICTURE_KINDS.mood) continue;
    const { name } = memory.things[shown]!;
    slugs.set(name, [...(slugs.get(name) ?? []), memory.pictures[picture]!]);
  }
  return slugs;
}

function peopleOf({ memory }: BundleWords): ReadonlySet<string> {
  const people = new Set<string>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    if (memory.measures.kind[picture] === PICTURE_KINDS.mood) continue;
    const { name, group } = memory.things[shown]!;
    const hasParts = memory.parts.of(picture).length > 0 || memory.parts.headOf(picture) !== undefined;
    if (group === 'people-body' && hasParts) people.add(name);
  }
  return people;
}
