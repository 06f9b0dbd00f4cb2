import type { FileError } from '../manifest/index.js';
import { type Eye, eyesIn } from './eyes.js';
import type { Histogram } from './measures.js';
import type { Safetensors } from './safetensors.js';

/**
 * Parts of drawings that can be coloured by themselves, in the order in which `parts.safetensors` counts them. A beard
 * is of the hair as well.
 */
export const PARTS = ['hair', 'beard', 'eyes', 'clothes'] as const;

/** A part whose colour can be chosen. */
export type PartName = (typeof PARTS)[number];

/** A part of a picture in another colour than it is drawn in. */
export interface PartColour {
  part: PartName;
  /** One of `tables.colours`. */
  colour: string;
}

/** A part of a picture, as drawn. */
export interface PicturePart {
  part: PartName;
  /** What its colour is called: an index into the names of `tables.colours`. */
  colour: number;
  /** 0–1, of the picture's solid pixels. */
  share: number;
  /** Entry of the palette's codebook that is commonest beside it; undefined where nothing is. */
  beside: number | undefined;
  /** Its own, shares together 255. */
  histogram: Histogram;
  /** 1 for its pixels, row by row, else 0. */
  mask(): Uint8Array;
}

/** A head about its eyes; all in parts of the picture's side. */
export interface Head {
  /** Left and right end at the height of the eyes. */
  x0: number;
  x1: number;
  /** Where it begins above them. */
  top: number;
  /** Middle of the eyes. */
  x: number;
  y: number;
}

/** Where something sits or stands on what is drawn, in parts of the picture's side. */
export interface Seat {
  x: number;
  y: number;
}

/** The parts of a memory's pictures that training was sure of (docs/bundle.md, "Parts"). */
export interface Parts {
  /** None for most pictures. */
  of(picture: number): readonly PicturePart[];
  /** The head of a picture; undefined where training was not sure of its eyes, or they may be nostrils. */
  headOf(picture: number): Head | undefined;
  /** Its one or two eyes, from left to right; none where nothing can be drawn in their place. */
  eyesOf(picture: number): readonly Eye[];
  /** Whether no eyes are seen of what has a head, where that was looked up. */
  isEyeless(picture: number): boolean;
  /** Middle of the mouth, or the foremost point at its height of a head in profile, where it was looked up. */
  mouthOf(picture: number): Seat | undefined;
  /** Where a head in profile looks, −1 to the left, 1 to the right, where its mouth was looked up. */
  sideOf(picture: number): -1 | 1 | undefined;
  /** Undefined where the bundle is older than seats are, and of drawings that came after them. */
  seatOf(picture: number): Seat | undefined;
}

/** What is fixed elsewhere. */
interface PartLimits {
  pictures: number;
  /** Names of colours, and entries of the palette's codebook. */
  colours: number;
  palette: number;
  /** Side of the pictures in pixels. */
  size: number;
}

const NOTHING = 255;
/** Numbers of a head. */
const HEAD = 5;
/** Seats are told in parts of so much of a side. */
const SEAT_STEPS = 255;
/** Part of a head's width. */
const EDGE = 0.1;

/** A memory whose pictures have no parts. */
export const NO_PARTS: Parts = {
  of: () => [],
  headOf: () => undefined,
  eyesOf: () => [],
  isEyeless: () => false,
  mouthOf: () => undefined,
  sideOf: () => undefined,
  seatOf: () => undefined,
};

/**
 * Takes the parts out of `parts.safetensors`, checking that they fit memory and tables.
 * @param reject makes the error that names the file
 * @throws EngineError `bundle_invalid`
 */
export function readParts(file: Safetensors, limits: PartLimits, reject: FileError): Parts {
  const rows = readRows(file, reject);
  const parts = new Map<number, PicturePart[]>();
  for (const [row, picture] of rows.pictures.entries()) {
    const read = partAt(rows, row, limits, reject);
    const others = parts.get(picture) ?? [];
    if (others.some(({ part }) => part === read.part)) {
      throw reject(`has two parts "${read.part}" of picture ${picture}`);
    }
    parts.set(picture, [...others, read]);
  }
  const isBeyond = (entry: number) => entry >= limits.palette;
  if (rows.paletteColours.some(isBeyond) || rows.beside.some((entry) => entry !== NOTHING && isBeyond(entry))) {
    throw reject(`has a palette colour beyond the ${limits.palette} that there are`);
  }
  return {
    ...NO_PARTS,
    of: (picture) => parts.get(picture) ?? [],
    ...readHeads(file, limits, reject),
    seatOf: seatsIn(file, limits),
  };
}

/**
 * Heads and eyes alone.
 * @throws EngineError `bundle_invalid`
 */
export function readHeads(
  file: Safetensors,
  limits: Pick<PartLimits, 'pictures'>,
  reject: FileError,
): Pick<Parts, 'headOf' | 'eyesOf'> {
  const heads = headsIn(file, limits, reject);
  const eyes = eyesIn(file, reject);
  return { headOf: (picture) => heads.get(picture), eyesOf: (picture) => eyes.get(picture) ?? [] };
}

/** The tensors of the file, one row a part; what each means says docs/bundle.md, "Parts". */
interface PartRows {
  pictures: Uint16Array;
  parts: Uint8Array;
  colours: Uint8Array;
  shares: Float32Array;
  beside: Uint8Array;
  runs: Uint8Array;
  runStarts: Uint32Array;
  paletteColours: Uint8Array;
  paletteShares: Uint8Array;
  paletteStarts: Uint32Array;
}

function readRows(file: Safetensors, reject: FileError): PartRows {
  const count = file.lengthOf('picture');
  const lengths = { runs: file.lengthOf('runs'), palette: file.lengthOf('palette_colours') };
  return {
    pictures: file.tensor('picture', 'U16', [count]),
    parts: file.tensor('part', 'U8', [count]),
    colours: file.tensor('colour', 'U8', [count]),
    shares: file.tensor('share', 'F32', [count]),
    beside: file.tensor('beside', 'U8', [count]),
    runs: file.tensor('runs', 'U8', [lengths.runs]),
    runStarts: startsOf(file, 'run_starts', count, lengths.runs, reject),
    paletteColours: file.tensor('palette_colours', 'U8', [lengths.palette]),
    paletteShares: file.tensor('palette_shares', 'U8', [lengths.palette]),
    paletteStarts: startsOf(file, 'palette_starts', count, lengths.palette, reject),
  };
}

/** @throws EngineError `bundle_invalid` where the row does not fit memory and tables */
function partAt(rows: PartRows, row: number, limits: PartLimits, reject: FileError): PicturePart {
  const picture = rows.pictures[row]!;
  const part = PARTS[rows.parts[row]!];
  const [colour, share, beside] = [rows.colours[row]!, rows.shares[row]!, rows.beside[row]!];
  const runs = rows.runs.subarray(rows.runStarts[row], rows.runStarts[row + 1]);
  const [from, to] = [rows.paletteStarts[row], rows.paletteStarts[row + 1]];
  if (picture >= limits.pictures) throw reject(`gives a part to picture ${picture}, which there is not`);
  if (part === undefined) {
    throw reject(`has part ${rows.parts[row]} of picture ${picture}, which this version does not know`);
  }
  if (colour >= limits.colours) throw reject(`calls a part of picture ${picture} by a colour that there is not`);
  if (!(share > 0 && share <= 1)) throw reject(`has a share that is none for a part of picture ${picture}`);
  if (runs.reduce((sum, length) => sum + length, 0) > limits.size ** 2) {
    throw reject(`has a part of picture ${picture} that is larger than the picture`);
  }
  return {
    part,
    colour,
    share,
    beside: beside === NOTHING ? undefined : beside,
    histogram: { colours: rows.paletteColours.subarray(from, to), shares: rows.paletteShares.subarray(from, to) },
    mask: () => maskOf(runs, limits.size),
  };
}

/** By picture. */
function headsIn(file: Safetensors, { pictures }: Pick<PartLimits, 'pictures'>, reject: FileError): Map<number, Head> {
  const count = file.lengthOf('head_picture');
  const measures = file.tensor('head', 'F32', [count, HEAD]);
  const heads = new Map<number, Head>();
  for (const [row, picture] of file.tensor('head_picture', 'U16', [count]).entries()) {
    if (picture >= pictures) throw reject(`gives a head to picture ${picture}, which there is not`);
    const [x0, x1, top, x, y] = [0, 1, 2, 3, 4].map((k) => measures[HEAD * row + k]!) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const isHead = 0 <= x0 && x0 < x && x < x1 && x1 <= 1 && 0 <= top && top < y && y <= 1;
    if (!isHead) throw reject(`has a head that is none about the eyes of picture ${picture}`);
    const head = { x0, x1, top, x, y };
    if (isSure(head)) heads.set(picture, head);
  }
  return heads;
}

function seatsIn(file: Safetensors, { pictures }: PartLimits): Parts['seatOf'] {
  if (!file.has('seat')) return NO_PARTS.seatOf;
  const seats = file.tensor('seat', 'U8', [pictures, 2]);
  // Drawings that came after the measures have none.
  return (picture) =>
    picture < pictures ? { x: seats[2 * picture]! / SEAT_STEPS, y: seats[2 * picture + 1]! / SEAT_STEPS } : undefined;
}

function startsOf(file: Safetensors, name: string, count: number, end: number, reject: FileError): Uint32Array {
  const starts = file.tensor(name, 'U32', [count + 1]);
  const rises = starts.every((start, k) => k === 0 || starts[k - 1]! < start);
  if (starts[0] !== 0 || starts[count] !== end || !rises) throw reject(`has ${name} that do not rise to ${end}`);
  return starts;
}

/** @param runs lengths of what is out of the mask and in it, in turn, out first */
function maskOf(runs: Uint8Array, size: number): Uint8Array {
  const mask = new Uint8Array(size * size);
  let at = 0;
  for (let k = 0; k < runs.length; k++) {
    if (k % 2 === 1) mask.fill(1, at, at + runs[k]!);
    at += runs[k]!;
  }
  return mask;
}

/** Whether eyes lie well within their head: what lies at its very end may be nostrils. */
function isSure({ x0, x1, x }: Head): boolean {
  return Math.min(x - x0, x1 - x) >= EDGE * (x1 - x0);
}
