import type { FileError } from '../manifest/index.js';
import type { Histogram } from './measures.js';
import type { Safetensors } from './safetensors.js';

/**
 * Parts of drawings that can be coloured by themselves, in the order in which `parts.safetensors` counts them. A beard
 * is of the hair as well.
 */
export const PARTS = ['hair', 'beard', 'eyes', 'clothes'] as const;

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

/** The parts of a memory's pictures that training was sure of (docs/bundle.md, "Parts"). */
export interface Parts {
  /** None for most pictures. */
  of(picture: number): readonly PicturePart[];
  /** The head of a picture; undefined where training was not sure of its eyes, or they may be nostrils. */
  headOf(picture: number): Head | undefined;
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
/** Part of a head's width. */
const EDGE = 0.1;

/** A memory whose pictures have no parts. */
export const NO_PARTS: Parts = { of: () => [], headOf: () => undefined };

/**
 * Takes the parts out of `parts.safetensors`, checking that they fit memory and tables.
 * @param reject makes the error that names the file
 * @throws EngineError `bundle_invalid`
 */
export function readParts(file: Safetensors, limits: PartLimits, reject: FileError): Parts {
  const count = file.lengthOf('picture');
  const pictures = file.tensor('picture', 'U16', [count]);
  const parts = file.tensor('part', 'U8', [count]);
  const colours = file.tensor('colour', 'U8', [count]);
  const shares = file.tensor('share', 'F32', [count]);
  const beside = file.tensor('beside', 'U8', [count]);
  const runs = file.tensor('runs', 'U8', [file.lengthOf('runs')]);
  const runStarts = startsOf(file, 'run_starts', count, runs.length, reject);
  const entries = file.lengthOf('palette_colours');
  const paletteColours = file.tensor('palette_colours', 'U8', [entries]);
  const paletteShares = file.tensor('palette_shares', 'U8', [entries]);
  const paletteStarts = startsOf(file, 'palette_starts', count, entries, reject);
  const known = new Map<number, PicturePart[]>();
  for (let row = 0; row < count; row++) {
    const picture = pictures[row]!;
    const part = PARTS[parts[row]!];
    const own = runs.subarray(runStarts[row], runStarts[row + 1]);
    if (picture >= limits.pictures) throw reject(`gives a part to picture ${picture}, which there is not`);
    if (part === undefined)
      throw reject(`has part ${parts[row]} of picture ${picture}, which this version does not know`);
    if (colours[row]! >= limits.colours)
      throw reject(`calls a part of picture ${picture} by a colour that there is not`);
    if (!(shares[row]! > 0 && shares[row]! <= 1))
      throw reject(`has a share that is none for a part of picture ${picture}`);
    if (own.reduce((sum, length) => sum + length, 0) > limits.size ** 2) {
      throw reject(`has a part of picture ${picture} that is larger than the picture`);
    }
    const of = known.get(picture) ?? [];
    if (of.some((other) => other.part === part)) throw reject(`has two parts "${part}" of picture ${picture}`);
    known.set(picture, of);
    of.push({
      part,
      colour: colours[row]!,
      share: shares[row]!,
      beside: beside[row]! === NOTHING ? undefined : beside[row]!,
      histogram: {
        colours: paletteColours.subarray(paletteStarts[row], paletteStarts[row + 1]),
        shares: paletteShares.subarray(paletteStarts[row], paletteStarts[row + 1]),
      },
      mask: () => maskOf(own, limits.size),
    });
  }
  if (
    paletteColours.some((entry) => entry >= limits.palette) ||
    beside.some((entry) => entry !== NOTHING && entry >= limits.palette)
  ) {
    throw reject(`has a palette colour beyond the ${limits.palette} that there are`);
  }
  const heads = headsIn(file, limits, reject);
  return { of: (picture) => known.get(picture) ?? [], headOf: (picture) => heads.get(picture) };
}

/** By picture. */
function headsIn(file: Safetensors, { pictures }: PartLimits, reject: FileError): Map<number, Head> {
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
