import { ANGLE_STEPS, LOCATION_STEPS, SHARE_STEPS } from '../basics/index.js';
import { type Box, clamp, type LatentKind, type LatentValue } from '../latents/index.js';

import { type BitReader, type BitWriter, bitsFor } from './bits.js';

/** A value of one kind as bits that mean the same to every bundle. */
export interface BitCoding<K extends LatentKind> {
  write(value: LatentValue<K>, into: BitWriter): void;
  read(from: BitReader): LatentValue<K>;
}

/** The bits ended before the value did, or say something that no value does. */
export class BrokenBits extends Error {
  override readonly name = 'BrokenBits';
}

/** What nearly all texts consist of: with the end of the text, 5 bits a character. */
const COMMON = " abcdefghijklmnopqrstuvwxyz,-'";
/** What nearly all slugs consist of: 6 bits a character. */
const OF_SLUGS = 'abcdefghijklmnopqrstuvwxyz0123456789-:/_.';
/** Bits of the length in bytes of any other text: the longest there is is a description of 1,000 characters. */
const LENGTH_BITS = 12;
/** Bits of the number of boxes, ellipses or colours less one. */
const ENTRY_BITS = 4;
/** Bits of the number of visual tokens less one, and of the width that each of them has. */
const CELL_BITS = 10;
const WIDTH_BITS = 5;
const COLOUR_BITS = 24;
const PLACE_BITS = bitsFor(LOCATION_STEPS + 1);
const RADIUS_BITS = bitsFor(LOCATION_STEPS);
const ANGLE_BITS = bitsFor(ANGLE_STEPS);
const SHARE_BITS = bitsFor(SHARE_STEPS);
/** A radius is 1–32 of so many steps. */
const RADIUS_STEPS = 2 * LOCATION_STEPS;
const DEGREES_PER_STEP = 180 / ANGLE_STEPS;

/** How each kind is written. Numbers are rounded to the steps of docs/bundle.md. */
export const BIT_CODINGS: { readonly [K in LatentKind]: BitCoding<K> } = {
  description: { write: writeText, read: readText },

  boxes: {
    write: (value, into) =>
      writeEntries(value, into, ({ label, x0, y0, x1, y1 }) => {
        writeText(label, into);
        for (const [low, high] of [interval(x0, x1), interval(y0, y1)]) {
          into.write(low, PLACE_BITS);
          into.write(high, PLACE_BITS);
        }
      }),
    read: (from) =>
      readEntries(from, (): Box => {
        const label = readText(from);
        const [x0, x1, y0, y1] = [place(from), place(from), place(from), place(from)];
        return { label, x0, y0, x1, y1 };
      }),
  },

  blobs: {
    write: (value, into) =>
      writeEntries(value, into, ({ x, y, major, minor, angle }) => {
        for (const centre of [x, y]) into.write(steps(centre, LOCATION_STEPS, 0, LOCATION_STEPS), PLACE_BITS);
        for (const radius of [major, minor])
          into.write(steps(radius, RADIUS_STEPS, 1, LOCATION_STEPS) - 1, RADIUS_BITS);
        into.write(Math.round(angle / DEGREES_PER_STEP) % ANGLE_STEPS, ANGLE_BITS);
      }),
    read: (from) =>
      readEntries(from, () => ({
        x: place(from),
        y: place(from),
        major: (bits(from, RADIUS_BITS) + 1) / RADIUS_STEPS,
        minor: (bits(from, RADIUS_BITS) + 1) / RADIUS_STEPS,
        angle: bits(from, ANGLE_BITS) * DEGREES_PER_STEP,
      })),
  },

  palette: {
    write: (value, into) =>
      writeEntries(value, into, ({ colour, share }) => {
        into.write(Number.parseInt(colour.slice(1), 16), COLOUR_BITS);
        into.write(steps(share, SHARE_STEPS, 1, SHARE_STEPS) - 1, SHARE_BITS);
      }),
    read: (from) =>
      readEntries(from, () => ({
        colour: `#${bits(from, COLOUR_BITS).toString(16).padStart(6, '0')}`,
        share: (bits(from, SHARE_BITS) + 1) / SHARE_STEPS,
      })),
  },

  tokens: {
    write(value, into) {
      const width = bitsFor(Math.max(...value) + 1);
      into.write(value.length - 1, CELL_BITS);
      into.write(width, WIDTH_BITS);
      for (const code of value) into.write(code, width);
    },
    read(from) {
      const count = bits(from, CELL_BITS) + 1;
      const width = bits(from, WIDTH_BITS);
      return Array.from({ length: count }, () => bits(from, width));
    },
  },
};

/** A text: characters of the alphabet as numbers from 1, and 0 behind the last, if it has no others; else as UTF-8. */
export function writeText(text: string, into: BitWriter, alphabet = COMMON): void {
  const isCommon = [...text].every((character) => alphabet.includes(character));
  into.write(isCommon ? 0 : 1, 1);
  if (isCommon) {
    const width = bitsFor(alphabet.length + 1);
    for (const character of text) into.write(alphabet.indexOf(character) + 1, width);
    into.write(0, width);
    return;
  }
  const bytes = Buffer.from(text);
  into.write(bytes.length, LENGTH_BITS);
  for (const byte of bytes) into.write(byte, 8);
}

/** What `writeText` wrote with that alphabet; @throws BrokenBits */
export function readText(from: BitReader, alphabet = COMMON): string {
  if (bits(from, 1) === 1) {
    return Buffer.from(Array.from({ length: bits(from, LENGTH_BITS) }, () => bits(from, 8))).toString();
  }
  const width = bitsFor(alphabet.length + 1);
  let text = '';
  for (let code = bits(from, width); code > 0; code = bits(from, width)) {
    const character = alphabet[code - 1];
    if (character === undefined) throw new BrokenBits(`No character has the number ${code}.`);
    text += character;
  }
  return text;
}

/** A text of the sort that names pictures. */
export const writeSlug = (slug: string, into: BitWriter) => writeText(slug, into, OF_SLUGS);
export const readSlug = (from: BitReader) => readText(from, OF_SLUGS);

function writeEntries<T>(entries: readonly T[], into: BitWriter, write: (entry: T) => void): void {
  into.write(entries.length - 1, ENTRY_BITS);
  for (const entry of entries) write(entry);
}

function readEntries<T>(from: BitReader, read: () => T): T[] {
  return Array.from({ length: bits(from, ENTRY_BITS) + 1 }, read);
}

/** @throws BrokenBits when fewer bits are left */
export function bits(from: BitReader, width: number): number {
  const value = from.read(width);
  if (value === undefined) throw new BrokenBits('The bits end inside a value.');
  return value;
}

function place(from: BitReader): number {
  return bits(from, PLACE_BITS) / LOCATION_STEPS;
}

function steps(value: number, count: number, low: number, high: number): number {
  return clamp(Math.round(value * count), low, high);
}

/** Both ends in steps; an interval shorter than a step becomes one step long. */
function interval(low: number, high: number): [number, number] {
  const start = steps(low, LOCATION_STEPS, 0, LOCATION_STEPS - 1);
  return [start, steps(high, LOCATION_STEPS, start + 1, LOCATION_STEPS)];
}
