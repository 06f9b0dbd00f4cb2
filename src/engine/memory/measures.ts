import type { FileError } from '../manifest/index.js';
import type { ArrayOf, Dtype, Safetensors } from './safetensors.js';

/** What is fixed elsewhere about a memory of n pictures. */
export interface MeasureLimits {
  /** n */
  pictures: number;
  things: number;
  moods: number;
  styles: number;
  /** Entries of the palette codebook. */
  palette: number;
  /** Names of colours. */
  colours: number;
  /** P: the paints of `tables.paints` and the picture as drawn. */
  paints: number;
  /** Size of the file of pictures. */
  bytes: number;
}

/** Sizes that shapes are made of; m is the number of entries of all palette histograms. */
interface Sizes {
  n: number;
  P: number;
  m: number;
}

/** The tensors of `memory.safetensors`; what each means says docs/bundle.md, "Memory". */
const TENSORS = {
  offsets: ['U32', ({ n }: Sizes) => [n + 1]],
  kind: ['U8', ({ n }: Sizes) => [n]],
  shows: ['U16', ({ n }: Sizes) => [n]],
  style: ['U8', ({ n }: Sizes) => [n]],
  flags: ['U8', ({ n }: Sizes) => [n]],
  box: ['F32', ({ n }: Sizes) => [n, 4]],
  moments: ['F32', ({ n }: Sizes) => [n, 5]],
  circle: ['F32', ({ n }: Sizes) => [n, 3]],
  area: ['F32', ({ n }: Sizes) => [n]],
  palette_starts: ['U32', ({ n, P }: Sizes) => [n * P + 1]],
  palette_colours: ['U8', ({ m }: Sizes) => [m]],
  palette_shares: ['U8', ({ m }: Sizes) => [m]],
  colour_names: ['U8', ({ n, P }: Sizes) => [n, P, 3]],
  colour_shares: ['U8', ({ n, P }: Sizes) => [n, P, 3]],
} as const satisfies Record<string, readonly [Dtype, (sizes: Sizes) => number[]]>;

/** The measures of a memory's pictures, row by row, under the names that the file gives them. */
export type Measures = { readonly [K in keyof typeof TENSORS]: ArrayOf<(typeof TENSORS)[K][0]> };

/**
 * The palette histogram of a picture in a paint: entries of `palette.colours`, and their shares in 1/255, largest
 * first.
 */
export interface Histogram {
  colours: Uint8Array;
  shares: Uint8Array;
}

/** Values of `kind`. */
export const PICTURE_KINDS = { thing: 0, mood: 1 } as const;
/** Bits of `flags`: is a face; has none, and plenty of room for a mood. */
export const FACE = 1;
export const ROOM_FOR_MOOD = 2;
/** In `colour_names`: no colour. */
export const NO_COLOUR = 255;

/**
 * Takes the measures out of `memory.safetensors` and checks that they fit the pictures and the tables.
 * @param reject makes the error that names the file
 * @throws EngineError `bundle_invalid`
 */
export function readMeasures(file: Safetensors, limits: MeasureLimits, reject: FileError): Measures {
  const sizes = { n: limits.pictures, P: limits.paints, m: file.lengthOf('palette_colours') };
  const measures = Object.fromEntries(
    Object.entries(TENSORS).map(([name, [dtype, shape]]) => [name, file.tensor(name, dtype, shape(sizes))]),
  ) as Measures;
  checkOffsets(measures, limits, reject);
  checkIndices(measures, limits, reject);
  checkLengths(measures, reject);
  checkPalettes(measures, limits, reject);
  return measures;
}

function checkOffsets({ offsets }: Measures, { pictures, bytes }: MeasureLimits, reject: FileError): void {
  if (offsets[0] !== 0) throw reject('has offsets that do not begin at 0');
  for (let i = 0; i < pictures; i++) {
    if (offsets[i]! >= offsets[i + 1]!) throw reject(`has offsets that do not rise at picture ${i}`);
  }
  if (offsets[pictures] !== bytes) {
    throw reject(`has offsets that end at ${offsets[pictures]}, where memory.bin has ${bytes} bytes`);
  }
}

function checkIndices({ kind, shows, style }: Measures, limits: MeasureLimits, reject: FileError): void {
  for (let i = 0; i < limits.pictures; i++) {
    const isMood = kind[i] === PICTURE_KINDS.mood;
    if (!isMood && kind[i] !== PICTURE_KINDS.thing) throw reject(`has ${kind[i]} as the kind of picture ${i}`);
    if (shows[i]! >= (isMood ? limits.moods : limits.things)) {
      throw reject(`lets picture ${i} show ${isMood ? 'mood' : 'thing'} ${shows[i]}, which there is not`);
    }
    if (style[i]! >= limits.styles) throw reject(`gives picture ${i} style ${style[i]}, which there is not`);
  }
}

/** Lengths and areas are parts of the picture's side or of the picture. Rounding may leave one a little outside. */
function checkLengths({ box, circle, area, moments }: Measures, reject: FileError): void {
  for (const [name, values] of Object.entries({ box, circle, area, moments })) {
    for (let i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]!) <= 1.01)) throw reject(`has a ${name} that is no part of its picture`);
    }
  }
  for (let i = 0; i < area.length; i++) {
    const [x0, y0, x1, y1] = [box[4 * i]!, box[4 * i + 1]!, box[4 * i + 2]!, box[4 * i + 3]!];
    if (!(x0 < x1 && y0 < y1)) throw reject(`has an empty box for picture ${i}`);
  }
}

function checkPalettes(
  { palette_starts: starts, palette_colours: colours, colour_names: names }: Measures,
  limits: MeasureLimits,
  reject: FileError,
): void {
  if (starts[0] !== 0 || starts[starts.length - 1] !== colours.length) {
    throw reject('has palette_starts that do not span its palette_colours');
  }
  for (let i = 1; i < starts.length; i++) {
    if (starts[i - 1]! > starts[i]!) throw reject(`has palette_starts that fall at ${i}`);
  }
  // Plain loops: there are a million of these numbers, and a call for each is felt at every start.
  for (let i = 0; i < colours.length; i++) {
    if (colours[i]! >= limits.palette) throw reject(`has a palette colour beyond the ${limits.palette} that there are`);
  }
  for (let i = 0; i < names.length; i++) {
    if (names[i]! >= limits.colours && names[i] !== NO_COLOUR) {
      throw reject(`has a colour name beyond the ${limits.colours} that there are`);
    }
  }
}
