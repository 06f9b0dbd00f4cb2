import { ownValue } from '../basics/index.js';
import { expressionOf, FACE, facelessThings, isPlace, PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import type { PicturesNeeded, SaidMood } from './gather/index.js';
import { moodPictures } from './mood-pictures.js';
import type { ReadingNote } from './prompt-reading.js';
import { FIERCE, type SmilingPictures, smilingPictures } from './smiling-pictures.js';

/** Moods that artwork has by itself where a face smiles. */
const CONTENT: ReadonlySet<string> = new Set(['grinning', 'smiling', 'happy']);
/** Moods in which nobody smiles. */
const GRAVE: ReadonlySet<string> = new Set(
  'crying sobbing angry furious annoyed bored sad sick ill scared nervous pleading dizzy confused'.split(' '),
);

/** A thing in its moods. */
export interface InMoods {
  /** Caption names: of artwork that has a mood under a name of its own, or the thing's. */
  names: readonly string[];
  /** English words for the moods that are laid over it or marked beside it. */
  readonly words: string[];
  /** Those moods and marks, by their names in the tables. */
  readonly moods: string[];
  /** Pictures that have a mood by themselves. */
  readonly needed: PicturesNeeded[];
  /** Slugs of pictures that go ill with a mood. */
  unfit: readonly string[];
  /** Slugs of pictures that have a mood by themselves, though it can be given to others. */
  content: readonly string[];
}

/**
 * Tells how moods can be shown that were said of a thing (caption names, any of which will do): a mood is laid over
 * what has no face of its own, drawn into eyes where it is known where they are, tears need eyes, other marks stand
 * beside anything, but artwork that has the mood by itself goes before these.
 */
export class AskedMoods {
  readonly #bundle: BundleWords;
  readonly #faced: ReadonlySet<string>;
  readonly #faceless: ReadonlySet<string>;
  /** Moods of which there are pictures, to be laid over what has no face. */
  readonly #drawn: ReadonlySet<string>;
  readonly #eyes: ReturnType<typeof stylesWithEyes>;
  readonly #picturesOf: ReturnType<typeof moodPictures>;
  readonly #bySmile: SmilingPictures;

  constructor(bundle: BundleWords) {
    this.#bundle = bundle;
    this.#faced = facedThings(bundle);
    this.#faceless = facelessNames(bundle);
    this.#drawn = drawnMoods(bundle);
    this.#eyes = stylesWithEyes(bundle);
    this.#picturesOf = moodPictures(bundle);
    this.#bySmile = smilingPictures(bundle, this.#faced);
  }

  /** What cannot be shown is told in `notes`. @param style the only one that pictures may be of, if there is one */
  show(names: readonly string[], said: readonly SaidMood[], style: string | undefined, notes: ReadingNote[]): InMoods {
    const shown: InMoods = { names, words: [], moods: [], needed: [], unfit: [], content: [] };
    for (const mood of said) this.#show(mood, shown, style, notes);
    return shown;
  }

  #show(mood: SaidMood, shown: InMoods, style: string | undefined, notes: ReadingNote[]): void {
    const { said } = mood;
    const { names } = shown;
    if (mood.isForBare && !names.some((name) => this.#faceless.has(name))) {
      shown.unfit = FIERCE;
      return;
    }
    const fitting = mood.moods.filter((one) => this.#isShown(names, one, style));
    const isMarked = fitting.length > 0 && this.#faced.has(names[0]!);
    const isLaidOver = fitting.length > 0 && !isMarked;
    const drawn = isLaidOver || said === '' ? [] : this.#picturesOf(names[0]!, [mood.word, ...mood.moods]);
    const isContent = mood.moods.some((one) => CONTENT.has(one));
    const { smiling, others } = this.#bySmile(names);
    if (drawn.length > 0) shown.names = drawn;
    else if (fitting.length > 0) {
      shown.words.push(mood.word);
      shown.moods.push(...fitting);
      // Nobody laughs under the sign of anger.
      const isGrave = isMarked && !isContent && mood.moods.some((one) => GRAVE.has(one));
      if (isGrave && others.length > 0) shown.unfit = smiling;
      if (isContent) shown.content = smiling;
    } else if (said !== '' && isContent && smiling.length > 0)
      shown.needed.push({ said, isWanted: true, pictures: smiling, why: 'mood' });
    else if (said !== '') notes.push({ type: 'left-out', said, why: 'mood' });
  }

  /**
   * Caption name of the mark that alone shows a mood on some things; undefined where they have faces laid over them.
   */
  markFor(names: readonly string[], mood: string): string | undefined {
    if (this.#drawn.has(mood) && names.some((name) => this.#faceless.has(name))) return undefined;
    return ownValue(this.#bundle.manifest.tables.marks, mood)?.thing;
  }

  /** Whether a picture of one of some things has eyes that can be drawn anew; in a style, if it has any in that. */
  #haveEyes(names: readonly string[], style: string | undefined): boolean {
    const known = names.flatMap((name) => this.#eyes.get(name) ?? []);
    const isInStyle = style !== undefined && known.some(({ all }) => all.has(style));
    return known.some(({ eyes }) => (isInStyle ? eyes.has(style) : eyes.size > 0));
  }

  /** Whether a picture of one of some things can show a mood or mark. */
  #isShown(names: readonly string[], mood: string, style: string | undefined): boolean {
    if (expressionOf(mood) !== undefined && this.#haveEyes(names, style)) return true;
    if (this.#drawn.has(mood) && names.some((name) => this.#faceless.has(name))) return true;
    const mark = ownValue(this.#bundle.manifest.tables.marks, mood);
    return mark !== undefined && (mark.at !== 'eyes' || names.some((name) => this.#faced.has(name)));
  }
}

/** Of caption names, the styles in which pictures have eyes that can be drawn anew, and those of all others. */
function stylesWithEyes({
  manifest,
  memory,
}: BundleWords): ReadonlyMap<string, { eyes: Set<string>; all: Set<string> }> {
  const { kind, shows, style } = memory.measures;
  const found = new Map<string, { eyes: Set<string>; all: Set<string> }>();
  for (const [picture, shown] of shows.entries()) {
    if (kind[picture] === PICTURE_KINDS.mood) continue;
    const { name } = memory.things[shown]!;
    const own = found.get(name) ?? { eyes: new Set(), all: new Set() };
    const drawnIn = manifest.styles[style[picture]!]!;
    own.all.add(drawnIn);
    if (memory.parts.eyesOf(picture).length > 0) own.eyes.add(drawnIn);
    found.set(name, own);
  }
  return found;
}

/** Caption names of what has a face of its own. */
function facedThings({ memory }: BundleWords): ReadonlySet<string> {
  const { kind, shows, flags } = memory.measures;
  const faces = new Set<string>();
  for (const [picture, shown] of shows.entries()) {
    const hasFace = (flags[picture]! & FACE) !== 0 || memory.parts.headOf(picture) !== undefined;
    if (kind[picture] !== PICTURE_KINDS.mood && hasFace) faces.add(memory.things[shown]!.name);
  }
  return faces;
}

function facelessNames({ memory }: BundleWords): ReadonlySet<string> {
  const isFaceless = facelessThings(memory);
  return new Set(memory.things.filter(({ name }, k) => isFaceless[k] && !isPlace(name)).map(({ name }) => name));
}

function drawnMoods({ manifest, memory }: BundleWords): ReadonlySet<string> {
  const { kind, shows } = memory.measures;
  const moodNames = Object.keys(manifest.tables.moods);
  return new Set([...shows].filter((_, picture) => kind[picture] === PICTURE_KINDS.mood).map((k) => moodNames[k]!));
}
