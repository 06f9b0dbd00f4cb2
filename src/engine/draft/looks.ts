import { labOf, ownValue } from '../basics/index.js';
import type { Manifest, Tables } from '../manifest/index.js';
import { type Artwork, expressionOf, type PartName } from '../memory/index.js';
import { createColoursCalled } from './colours/index.js';
import { givenMood } from './faces/index.js';
import { ellipseOf, takesFaceWear } from './layout/index.js';
import { isUnnatural } from './natural-colours.js';

/** One way in which a thing can be shown. */
export interface Look {
  /** Slug. */
  picture: string;
  /** One of `tables.paints`; absent for the picture as drawn. */
  paint?: string;
  /** What has parts that can be coloured, and in which colour each is: undefined where a paint may have changed it. */
  parts: readonly { part: PartName; colour: string | undefined }[];
  /** What a description calls its colours: at most two of `tables.colours`, the commonest first. */
  colours: readonly string[];
  /** Whether somebody who names no colour thinks of another one (`tables.typical`, and what is natural). */
  isUntypical: boolean;
  /** How much of the picture the first of its colours covers, 0–1. */
  mainShare: number;
  /** How much of the picture a colour of `tables.colours` covers, 0–1, by all that may be called so. */
  shareOf(colour: string): number;
  /** Moods that a face tells, its own or, for want of one, another, where no mark so called does. */
  moods: readonly string[];
  /** Marks that fit it. */
  marks: readonly string[];
  /** Of moods and marks, those that are seen in its own eyes, or in a face that it is given. */
  seen: readonly string[];
  /** Whether something can be worn before its eyes. */
  takesFaceWear: boolean;
  /** Whether it has no face, and is given one where a mood is asked for. */
  isBare: boolean;
  isFace: boolean;
  /** Whether it is known where its head is: it is a face, or its eyes were found. */
  hasHead: boolean;
  isAnimal: boolean;
  /** Whether its head is seen from the front, as far as that is known. */
  isFrontal: boolean;
  /** How many of its eyes were found: of a head in profile one, and none where nobody knows. */
  eyes: number;
  /** Whether it is a long thing that neither lies nor stands. */
  isAslant: boolean;
  /** Whether it fills a square: it is a panel, most often with a background of its own. */
  isPanel: boolean;
}

/** All looks of things, made when they are first asked for. */
export function createLooks(
  { tables, palette }: Pick<Manifest, 'tables' | 'palette'>,
  artwork: Artwork,
): (style: string, thing: string) => readonly Look[] {
  const known = new Map<string, readonly Look[]>();
  const paints = [undefined, ...tables.paints];
  const colourNames = Object.keys(tables.colours);
  const coloursCalled = createColoursCalled(tables.colours);
  let called: readonly ReadonlySet<string>[] | undefined;
  const shareOf = (picture: number, paint: number, colour: string) => {
    called ??= palette.colours.map((code) => coloursCalled(labOf(code)));
    const { colours, shares } = artwork.histogramOf(picture, paint);
    return colours.reduce((sum, one, k) => (called![one]!.has(colour) ? sum + shares[k]! / 255 : sum), 0);
  };
  const looksOf = (style: string, thing: string): Look[] => {
    const typical = ownValue(tables.typical, thing);
    const toldIn = moodsToldIn(style, tables, artwork);
    return artwork.picturesOf(style, thing).flatMap((picture) => {
      const common = {
        picture: artwork.slugOf(picture),
        ...toldIn(picture),
        takesFaceWear: takesFaceWear(picture, { tables, artwork }),
        isBare: artwork.hasRoomForMood(picture),
        ...drawnHow(picture, artwork),
      };
      return paints.map((paint, k) => ({
        ...common,
        ...(paint === undefined ? {} : { paint }),
        parts: artwork.partsOf(picture).map(({ part, colour }) => ({
          part,
          colour: paint === undefined ? colourNames[colour] : undefined,
        })),
        colours: artwork.coloursOf(picture, k),
        isUntypical:
          typical === undefined
            ? isUnnatural(thing, artwork.coloursOf(picture, k)[0])
            : artwork.coloursOf(picture, k)[0] !== typical,
        mainShare: artwork.mainShareOf(picture, k),
        shareOf: (colour: string) => shareOf(picture, k, colour),
      }));
    });
  };
  return (style, thing) => {
    const key = `${style}\n${thing}`;
    const looks = known.get(key) ?? looksOf(style, thing);
    known.set(key, looks);
    return looks;
  };
}

/** What is known of how a picture is drawn. */
function drawnHow(picture: number, artwork: Artwork) {
  return {
    isFace: artwork.isFace(picture),
    hasHead: hasHead(picture, artwork),
    isAnimal: artwork.isAnimal(picture),
    isFrontal: artwork.isFrontal(picture),
    eyes: artwork.eyesOf(picture).length,
    isAslant: isDrawnAslant(picture, artwork),
    isPanel: fillsSquare(picture, artwork),
  };
}

/** What moods and marks pictures of a style take, and which of these their own eyes tell. */
function moodsToldIn(
  style: string,
  { moods, marks }: Tables,
  artwork: Artwork,
): (picture: number) => Pick<Look, 'moods' | 'marks' | 'seen'> {
  const drawn = artwork.moodsIn(style);
  const had = Object.entries(marks).filter(([, { thing }]) => artwork.picturesOf(style, thing).length > 0);
  const names = new Set([...Object.keys(moods), ...had.map(([name]) => name)]);
  const eyesTell = [...names].filter((name) => expressionOf(name) !== undefined);
  const given = [...names].filter((name) => givenMood(name) !== undefined);
  return (picture) => {
    const isBare = artwork.hasRoomForMood(picture);
    const hasEyes = isBare || (hasHead(picture, artwork) && !artwork.isEyeless(picture));
    const fitting = had.filter(([, { at }]) => at !== 'eyes' || hasEyes).map(([name]) => name);
    const seen = isBare ? given : artwork.hasOwnEyes(picture) ? eyesTell : [];
    const told = isBare ? [...new Set([...given, ...drawn])] : seen;
    return { moods: told.filter((name) => !fitting.includes(name)), marks: fitting, seen };
  };
}

/** Whether a long thing is drawn neither lying nor standing: glasses seen from aside. */
function isDrawnAslant(picture: number, artwork: Artwork): boolean {
  const [x, y, xx, xy, yy] = artwork.momentsOf(picture);
  const { major, minor, angle } = ellipseOf({ x, y, xx, xy, yy });
  const slope = Math.abs(angle > 90 ? angle - 180 : angle);
  return major > LONG * minor && slope > LEVEL && slope < STANDING;
}

/** A square is filled in these parts at least, and its sides are no more unequal. */
const [FILLED, SQUARE] = [0.93, 0.7];

function fillsSquare(picture: number, artwork: Artwork): boolean {
  const [x0, y0, x1, y1] = artwork.boxOf(picture);
  const [wide, high] = [x1 - x0, y1 - y0];
  return Math.min(wide, high) > SQUARE * Math.max(wide, high) && artwork.areaOf(picture) > FILLED * wide * high;
}

/** What is so much longer than wide is long, and lies or stands up to, or from, these degrees to the horizontal. */
const [LONG, LEVEL, STANDING] = [1.5, 5, 80];

/** Whether it is known where the head of a picture is. */
function hasHead(picture: number, artwork: Artwork): boolean {
  return artwork.isFace(picture) || artwork.headOf(picture) !== undefined;
}
