import { ANGLE_STEPS, LOCATION_STEPS, SHARE_STEPS } from '../basics/index.js';
import {
  type BitReader,
  type Blob,
  type Box,
  BrokenBits,
  bitsFor,
  type Latents,
  type Swatch,
} from '../latents/index.js';
import { COLOURS, PIECES } from './first-vocabulary.js';

/**
 * Latent codes of version 1, of the bundle stickers 0.6.0: one bit for each kind (present or not), then, kind by kind,
 * each token as its place among those that the kind's grammar allowed there, in as many bits as that takes. Where the
 * content might end, "it ends" has place 0.
 */

/**
 * First two bytes of sha256 over what the meaning of that bundle's ids depended on; codes of version 1 begin with them.
 */
export const FIRST_FINGERPRINT = '82cb';

const LIMITS = { description: 40, label: 4, objects: 3, colours: 5 } as const;
const TOKENS = 64;
const CODES = 4096;
const RADIUS_STEPS = 2 * LOCATION_STEPS;

/**
 * The latents of a code's bits, all of them read; @throws BrokenBits when they end too early or say what no grammar
 * allows.
 */
export function readFirstCode(from: BitReader): Latents {
  const readers = [readDescription, readBoxes, readBlobs, readPalette, readTokens];
  const present = readers.filter(() => from.read(1) === 1);
  return Object.assign({}, ...present.map((read) => read(from)));
}

/** A place among `count` possibilities. */
function choose(from: BitReader, count: number): number {
  const place = from.read(bitsFor(count));
  if (place === undefined || place >= count) throw new BrokenBits('The bits end inside a value, or leave the grammar.');
  return place;
}

/**
 * The next of `most` entries at most, as a place among `count` possibilities; undefined where it ends, which it cannot
 * before the first one.
 */
function chooseNext(from: BitReader, done: number, most: number, count: number): number | undefined {
  const mayEnd = done > 0 ? 1 : 0;
  const place = choose(from, mayEnd + (done < most ? count : 0)) - mayEnd;
  return place < 0 ? undefined : place;
}

function textOf(pieces: readonly string[]): string {
  return pieces.join('').replaceAll('▁', ' ').replace(/\s+/g, ' ').trim();
}

function readDescription(from: BitReader): Latents {
  const pieces: string[] = [];
  for (;;) {
    const place = chooseNext(from, pieces.length, LIMITS.description, PIECES.length);
    if (place === undefined) return { description: textOf(pieces) };
    pieces.push(PIECES[place]!);
  }
}

function readBoxes(from: BitReader): Latents {
  const boxes: Box[] = [];
  for (;;) {
    const place = chooseNext(from, boxes.length, LIMITS.objects, PIECES.length);
    if (place === undefined) return { boxes };
    const [label, x0] = readLabel(from, PIECES[place]!);
    const y0 = choose(from, LOCATION_STEPS);
    const x1 = x0 + 1 + choose(from, LOCATION_STEPS - x0);
    const y1 = y0 + 1 + choose(from, LOCATION_STEPS - y0);
    const [left, top, right, bottom] = [x0, y0, x1, y1].map((step) => step / LOCATION_STEPS);
    boxes.push({ label, x0: left!, y0: top!, x1: right!, y1: bottom! });
  }
}

/** The rest of a label, and the first corner's x, which ends it. */
function readLabel(from: BitReader, first: string): [label: string, x0: number] {
  const pieces = [first];
  for (;;) {
    const more = pieces.length < LIMITS.label ? PIECES.length : 0;
    const place = choose(from, more + LOCATION_STEPS);
    if (place >= more) return [textOf(pieces), place - more];
    pieces.push(PIECES[place]!);
  }
}

function readBlobs(from: BitReader): Latents {
  const blobs: Blob[] = [];
  for (;;) {
    const place = chooseNext(from, blobs.length, LIMITS.objects, LOCATION_STEPS + 1);
    if (place === undefined) return { blobs };
    const y = choose(from, LOCATION_STEPS + 1);
    const major = 1 + choose(from, LOCATION_STEPS);
    const minor = 1 + choose(from, major);
    blobs.push({
      x: place / LOCATION_STEPS,
      y: y / LOCATION_STEPS,
      major: major / RADIUS_STEPS,
      minor: minor / RADIUS_STEPS,
      angle: (choose(from, ANGLE_STEPS) * 180) / ANGLE_STEPS,
    });
  }
}

function readPalette(from: BitReader): Latents {
  const palette: Swatch[] = [];
  const left = [...COLOURS];
  let shares: number = SHARE_STEPS;
  for (;;) {
    const place = chooseNext(from, palette.length, LIMITS.colours, left.length);
    if (place === undefined) return { palette };
    const [colour] = left.splice(place, 1);
    // Largest first.
    shares = 1 + choose(from, shares);
    palette.push({ colour: `#${colour}`, share: shares / SHARE_STEPS });
  }
}

function readTokens(from: BitReader): Latents {
  return { tokens: Array.from({ length: TOKENS }, () => choose(from, CODES)) };
}
