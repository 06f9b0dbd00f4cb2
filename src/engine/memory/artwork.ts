import type { Manifest } from '../manifest/index.js';
import type { Eye } from './eyes.js';
import { FACE, type Histogram, NO_COLOUR, PICTURE_KINDS } from './measures.js';
import type { Memory, Remembered } from './memory.js';
import type { Head, PartName, PicturePart, Seat } from './parts.js';
import { isPlace } from './places.js';
import { facelessThings } from './things.js';

/** Smallest radius of a circle that a mood can be told in. */
export const SMALLEST_MOOD = 0.1;
/** A colour is named where it covers at least this part of the opaque pixels. */
export const NAMED_SHARE = 1 / 6;
/**
 * Where it is seen from the front, a head reaches at least so much as far from its eyes to either side as to the other.
 */
const FRONTAL = 0.5;
/** What is taken to be a face though it is wider than this beside its height, is a body seen from the side. */
const WIDEST_FACE = 1.6;
/** Pictures with a face of things that mostly have none, looked up by eye; `1f31e` is the sun with a face. */
const DRAWN_WITH_FACE = /:(?:sun-with-face|1f31e)$|^streamline-emojis:(?:christmas-tree|sun-behind-cloud)$/;
/** Pictures of all of an animal that training measured as faces, looked up by eye. */
const WHOLE: ReadonlySet<string> = new Set([
  'noto-v1:koala',
  'emojione:koala',
  'noto-v1:chicken',
  'emojione:chicken',
  'twemoji:chicken',
]);
/** Tag of animals, and their faces. */
const ANIMAL = 'animal';
/** Of more colours only the commonest are named. */
export const NAMED = 2;

/** x0, y0, x1, y1 in parts of a picture's side. */
export type Bounds = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * A memory by what its pictures show. Pictures go by their number; lengths are parts of a picture's side
 * (docs/bundle.md, "Memory"). A paint is a number too: 0 as drawn, p for `tables.paints[p − 1]`.
 */
export interface Artwork {
  /** Pictures of a thing in a style, in the memory's order. */
  picturesOf(style: string, thing: string): readonly number[];
  /** The picture of a slug that shows the thing: that of the style, else of whichever style has it. */
  find(style: string, thing: string, slug: string): number | undefined;
  /** The first picture of a mood in a style. */
  moodOf(style: string, mood: string): number | undefined;
  /** Moods that a style has pictures of, in the order of `tables.moods`. */
  moodsIn(style: string): readonly string[];
  slugOf(picture: number): string;
  styleOf(picture: number): string;
  isFace(picture: number): boolean;
  /** Whether what a picture of a thing shows is an animal. */
  isAnimal(picture: number): boolean;
  /** Whether what a picture of a thing shows mostly has no face of its own. */
  isFaceless(picture: number): boolean;
  /** Of a picture of a thing and no place: whether it has no face, and a circle that one can be told in. */
  hasRoomForMood(picture: number): boolean;
  /** Whether moods are told by its own eyes, as it needs no other face. */
  hasOwnEyes(picture: number): boolean;
  /** Tight box of what is opaque. */
  boxOf(picture: number): Bounds;
  /** Centre x, y and covariance xx, xy, yy of alpha. */
  momentsOf(picture: number): readonly [x: number, y: number, xx: number, xy: number, yy: number];
  /** Largest circle inside what is solid. */
  circleOf(picture: number): readonly [x: number, y: number, radius: number];
  /** Mean alpha. */
  areaOf(picture: number): number;
  histogramOf(picture: number, paint: number): Histogram;
  /** Parts that can be coloured by themselves. */
  partsOf(picture: number): readonly PicturePart[];
  /** Where the head of a picture is; undefined where training was not sure of its eyes. */
  headOf(picture: number): Head | undefined;
  /** Whether it is a face, or its head is seen from the front, as far as that is known. */
  isFrontal(picture: number): boolean;
  /** The one or two eyes of a picture, from left to right, where they can be drawn anew. */
  eyesOf(picture: number): readonly Eye[];
  /** Whether no eyes are seen of what has a head, where that was looked up. */
  isEyeless(picture: number): boolean;
  /** Middle of the mouth, or the foremost point at its height of a head in profile, where it was looked up. */
  mouthOf(picture: number): Seat | undefined;
  /** Where a head in profile looks, −1 to the left, 1 to the right, where its mouth was looked up. */
  sideOf(picture: number): -1 | 1 | undefined;
  /** Where something sits or stands on a picture; undefined where the bundle does not tell. */
  seatOf(picture: number): Seat | undefined;
  partOf(picture: number, part: PartName): PicturePart | undefined;
  /** The two commonest colour names of at least a sixth each, the commonest first. */
  coloursOf(picture: number, paint: number): readonly string[];
  /** How much of it the commonest colour name covers, 0–1. */
  mainShareOf(picture: number, paint: number): number;
}

/** Looks through a bundle's memory once. */
export function createArtwork(remembered: Remembered): Artwork {
  return { ...found(remembered), ...described(remembered), ...placed(remembered), ...coloured(remembered) };
}

/** Which pictures there are of something. */
function found({ manifest, memory }: Remembered): Pick<Artwork, 'picturesOf' | 'find' | 'moodOf' | 'moodsIn'> {
  const { measures } = memory;
  const { styles, tables } = manifest;
  const shown = whatIsShown(manifest, memory);
  return {
    picturesOf: (style, thing) => shown.things.get(key(style, thing)) ?? [],
    find(style, thing, slug) {
      const all = shown.slugs.get(key(thing, slug));
      return all?.find((picture) => styles[measures.style[picture]!] === style) ?? all?.[0];
    },
    moodOf: (style, mood) => shown.moods.get(key(style, mood)),
    moodsIn: (style) => Object.keys(tables.moods).filter((mood) => shown.moods.has(key(style, mood))),
  };
}

type Described = 'slugOf' | 'styleOf' | 'isFace' | 'isAnimal' | 'isFaceless' | 'hasRoomForMood' | 'hasOwnEyes';

/** What a picture is. */
function described({ manifest: { styles }, memory }: Remembered): Pick<Artwork, Described> {
  const { measures, pictures: slugs } = memory;
  const faceless = facelessThings(memory);
  const animals = memory.things.map(({ tags }) => tags.includes(ANIMAL));
  const isFaceless = (picture: number) => faceless[measures.shows[picture]!]!;
  const places = memory.things.map(({ name }) => isPlace(name));
  const isBare = (picture: number) =>
    isFaceless(picture) &&
    !places[measures.shows[picture]!] &&
    !isFace(memory, picture) &&
    !DRAWN_WITH_FACE.test(slugs[picture]!);
  const hasRoomForMood = (picture: number) => isBare(picture) && measures.circle[3 * picture + 2]! >= SMALLEST_MOOD;
  return {
    slugOf: (picture) => slugs[picture]!,
    styleOf: (picture) => styles[measures.style[picture]!]!,
    isFace: (picture) => isFace(memory, picture),
    isFaceless,
    isAnimal: (picture) => animals[measures.shows[picture]!]!,
    hasRoomForMood,
    hasOwnEyes: (picture) => !hasRoomForMood(picture) && memory.parts.eyesOf(picture).length > 0,
  };
}

type Placed =
  | 'boxOf'
  | 'momentsOf'
  | 'circleOf'
  | 'areaOf'
  | 'partsOf'
  | 'headOf'
  | 'isFrontal'
  | 'eyesOf'
  | 'isEyeless'
  | 'mouthOf'
  | 'sideOf'
  | 'seatOf'
  | 'partOf';

/** Where on a picture something is. */
function placed({ memory }: Remembered): Pick<Artwork, Placed> {
  const { measures, parts } = memory;
  return {
    boxOf(picture) {
      const { box } = measures;
      const at = 4 * picture;
      return [box[at]!, box[at + 1]!, box[at + 2]!, box[at + 3]!];
    },
    momentsOf(picture) {
      const { moments } = measures;
      const at = 5 * picture;
      return [moments[at]!, moments[at + 1]!, moments[at + 2]!, moments[at + 3]!, moments[at + 4]!];
    },
    circleOf(picture) {
      const { circle } = measures;
      const at = 3 * picture;
      return [circle[at]!, circle[at + 1]!, circle[at + 2]!];
    },
    areaOf: (picture) => measures.area[picture]!,
    partsOf: (picture) => parts.of(picture),
    headOf: (picture) => parts.headOf(picture),
    isFrontal: (picture) =>
      isFace(memory, picture) || (parts.sideOf(picture) === undefined && isFromFront(parts.headOf(picture))),
    eyesOf: (picture) => parts.eyesOf(picture),
    isEyeless: (picture) => parts.isEyeless(picture),
    mouthOf: (picture) => parts.mouthOf(picture),
    sideOf: (picture) => parts.sideOf(picture),
    seatOf: (picture) => parts.seatOf(picture),
    partOf: (picture, part) => parts.of(picture).find((one) => one.part === part),
  };
}

function isFace({ measures: { flags, box }, pictures }: Memory, picture: number): boolean {
  const at = 4 * picture;
  const isLong = box[at + 2]! - box[at]! > WIDEST_FACE * (box[at + 3]! - box[at + 1]!);
  return (flags[picture]! & FACE) !== 0 && !isLong && !WHOLE.has(pictures[picture]!);
}

/** Whether eyes are about in the middle of their head. */
export function isFromFront(head: Head | undefined): boolean {
  if (!head) return false;
  const sides = [head.x - head.x0, head.x1 - head.x] as const;
  return Math.min(...sides) >= FRONTAL * Math.max(...sides);
}

/** Which colours a picture has. */
function coloured({ manifest, memory }: Remembered): Pick<Artwork, 'histogramOf' | 'coloursOf' | 'mainShareOf'> {
  const { measures } = memory;
  const { tables } = manifest;
  const paints = 1 + tables.paints.length;
  const colourNames = Object.keys(tables.colours);
  return {
    histogramOf(picture, paint) {
      const at = picture * paints + paint;
      const [from, to] = [measures.palette_starts[at], measures.palette_starts[at + 1]];
      return {
        colours: measures.palette_colours.subarray(from, to),
        shares: measures.palette_shares.subarray(from, to),
      };
    },
    coloursOf(picture, paint) {
      const first = 3 * (picture * paints + paint);
      const names: string[] = [];
      for (let k = first; k < first + 3 && names.length < NAMED; k++) {
        const name = measures.colour_names[k]!;
        // Shares fall: what follows is rarer still.
        if (name === NO_COLOUR || measures.colour_shares[k]! / 255 < NAMED_SHARE) break;
        names.push(colourNames[name]!);
      }
      return names;
    },
    mainShareOf: (picture, paint) => measures.colour_shares[3 * (picture * paints + paint)]! / 255,
  };
}

/** What two names point to, as one key of a Map. */
function key(first: string, second: string): string {
  return `${first}\n${second}`;
}

function whatIsShown({ styles, tables }: Manifest, { measures, things, pictures }: Memory) {
  const moodNames = Object.keys(tables.moods);
  const shown = {
    /** By style and thing. */
    things: new Map<string, number[]>(),
    /** By thing and slug. */
    slugs: new Map<string, number[]>(),
    /** By style and mood. */
    moods: new Map<string, number>(),
  };
  const add = (to: Map<string, number[]>, at: string, picture: number) => {
    const known = to.get(at);
    if (known) known.push(picture);
    else to.set(at, [picture]);
  };
  pictures.forEach((slug, picture) => {
    const style = styles[measures.style[picture]!]!;
    const shows = measures.shows[picture]!;
    if (measures.kind[picture] === PICTURE_KINDS.mood) {
      const at = key(style, moodNames[shows]!);
      if (!shown.moods.has(at)) shown.moods.set(at, picture);
      return;
    }
    const { name } = things[shows]!;
    add(shown.things, key(style, name), picture);
    add(shown.slugs, key(name, slug), picture);
  });
  return shown;
}
