import { commonest } from './commonest.js';
import { groundOf } from './ground.js';
import { apart, colourAt, eachPixel, OPAQUE, type Point, type Raster, type Rgb } from './raster.js';
import type { Socket } from './sockets.js';

/** A mouth in a picture, in pixels. */
export interface Mouth {
  x: number;
  y: number;
  /** Half of its width and height. */
  across: number;
  down: number;
  /** Its own pixels, teeth and tongue too. */
  pixels: readonly number[];
  /** The commonest colour of it that is no tooth's. */
  lips: Rgb;
  /** What would be there without it. */
  ground(x: number, y: number): Rgb;
}

/** Where mouths are looked for, in parts of the distance between the eyes: to both sides, and below the eyes. */
const [ASIDE, NEAREST, FURTHEST] = [1.2, 0.3, 2];
/**
 * So different from what is about it is something drawn there, or where nothing is found then, as on flushed cheeks.
 */
const DRAWN = [0.11, 0.3] as const;
/** A mouth is so wide at least, and this near to the middle between the eyes. */
const [LEAST_WIDTH, OFF_MIDDLE] = [0.28, 0.25];
/** Most of its height, in parts of its width; an animal's nose is as high, or hangs together with what is below it. */
const HIGHEST = { person: 0.95, animal: 0.58 } as const;
/** Lower than this, in parts of the distance between the eyes, are a chin, a chest and a collar. */
const LOWEST = { person: 1.12, animal: 1.3 } as const;
/** What lies so near to a mouth's box is of it, in pixels. */
const NEAR = 1.5;
/** Least of red, green and blue of teeth. */
const TOOTH = 0.72;
/** Colours are told apart in so many steps. */
const STEPS = 12;
/** Of a mouth that is all teeth. */
const UNKNOWN_LIPS: Rgb = [0.25, 0.15, 0.12];

interface Piece {
  pixels: number[];
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Finds the mouth of a face that looks at us: of what stands out below both eyes by itself, the lowest that is wide and
 * in the middle.
 * @returns undefined where there is none that nothing else hangs together with, as a beard or a snout does
 */
export function mouthBelow(raster: Raster, sockets: readonly Socket[], isAnimal: boolean): Mouth | undefined {
  const [left, right] = sockets;
  if (!left || !right) return undefined;
  const apartness = Math.hypot(right.x - left.x, right.y - left.y);
  const [x, y] = [(left.x + right.x) / 2, (left.y + right.y) / 2];
  const lowest = Math.max(...sockets.map((socket) => socket.y + socket.down));
  const area = [
    x - ASIDE * apartness,
    Math.max(y + NEAREST * apartness, lowest + 1),
    x + ASIDE * apartness,
    y + FURTHEST * apartness,
  ] as const;
  const ground = groundOf(raster, [...area]);
  if (!ground) return undefined;
  const whose = isAnimal ? 'animal' : 'person';
  const isMouth = (piece: Piece) => {
    const [width, height] = [piece.x1 - piece.x0, piece.y1 - piece.y0];
    const off = Math.abs((piece.x0 + piece.x1) / 2 - x);
    const isLow = (piece.y0 + piece.y1) / 2 > y + LOWEST[whose] * apartness;
    const isWide = width >= LEAST_WIDTH * apartness && height <= HIGHEST[whose] * width;
    return isWide && !isLow && off <= OFF_MIDDLE * apartness;
  };
  const found = DRAWN.map((drawn) => piecesIn(raster, area, ground, drawn)).find((all) => all.some(isMouth));
  const mouth = found?.filter(isMouth).sort((a, b) => b.y0 + b.y1 - a.y0 - a.y1)[0];
  if (!found || !mouth) return undefined;
  const isOfIt = (one: Piece) =>
    one.x0 > mouth.x0 - NEAR && one.x1 < mouth.x1 + NEAR && one.y0 > mouth.y0 - NEAR && one.y1 < mouth.y1 + NEAR;
  const pixels = filled(
    found.filter(isOfIt).flatMap((one) => one.pixels),
    raster.size,
  );
  return {
    x: (mouth.x0 + mouth.x1) / 2,
    y: (mouth.y0 + mouth.y1) / 2,
    across: (mouth.x1 - mouth.x0) / 2,
    down: (mouth.y1 - mouth.y0) / 2,
    pixels,
    lips: lipsOf(raster, pixels),
    ground,
  };
}

/** What stands out by itself, wholly within an area and on what is solid. */
function piecesIn(
  raster: Raster,
  area: readonly [number, number, number, number],
  ground: (x: number, y: number) => Rgb,
  drawn: number,
): Piece[] {
  const { size } = raster;
  const marked = new Set<number>();
  eachPixel(size, [...area], (x, y, p) => {
    if (raster.rgba[4 * p + 3]! < OPAQUE || apart(colourAt(raster, p), ground(x, y)) > drawn) marked.add(p);
  });
  const [left, top, right, bottom] = [Math.floor(area[0]), Math.floor(area[1]), Math.ceil(area[2]), Math.ceil(area[3])];
  const pieces: Piece[] = [];
  for (const first of marked) {
    marked.delete(first);
    const pixels = [first];
    for (const p of pixels) {
      for (const near of [p - 1, p + 1, p - size, p + size, p - size - 1, p - size + 1, p + size - 1, p + size + 1]) {
        if (marked.delete(near)) pixels.push(near);
      }
    }
    const xs = pixels.map((p) => p % size);
    const ys = pixels.map((p) => Math.floor(p / size));
    const piece = {
      pixels,
      x0: Math.min(...xs),
      y0: Math.min(...ys),
      x1: Math.max(...xs) + 1,
      y1: Math.max(...ys) + 1,
    };
    const isWhole = piece.x0 > left && piece.y0 > top && piece.x1 < right && piece.y1 < Math.min(bottom, size);
    if (isWhole && pixels.every((p) => raster.rgba[4 * p + 3]! >= OPAQUE)) pieces.push(piece);
  }
  return pieces;
}

/** The pixels, and all between the highest and the lowest of each column. */
function filled(pixels: readonly number[], size: number): number[] {
  const columns = new Map<number, [number, number]>();
  for (const p of pixels) {
    const [x, y] = [p % size, Math.floor(p / size)];
    const [top, bottom] = columns.get(x) ?? [y, y];
    columns.set(x, [Math.min(top, y), Math.max(bottom, y)]);
  }
  return [...columns].flatMap(([x, [top, bottom]]) =>
    Array.from({ length: bottom - top + 1 }, (_, k) => (top + k) * size + x),
  );
}

function lipsOf(raster: Raster, pixels: readonly number[]): Rgb {
  const colours = pixels.map((p) => colourAt(raster, p)).filter((colour) => Math.min(...colour) <= TOOTH);
  return commonest(colours, STEPS) ?? UNKNOWN_LIPS;
}

/** How far beyond its pixels a mouth is taken away, as edges are soft. */
const BEYOND = 2.2;

/** Paints a mouth out in the colours about it. */
export function removeMouth(raster: Raster, { pixels, ground }: Mouth): void {
  const { size } = raster;
  const own = new Set(pixels);
  const steps = Math.ceil(BEYOND);
  for (const p of pixels) {
    const [x, y] = [p % size, Math.floor(p / size)];
    for (let dy = -steps; dy <= steps; dy++) {
      for (let dx = -steps; dx <= steps; dx++) {
        const [u, v] = [x + dx, y + dy];
        if (dx * dx + dy * dy > BEYOND * BEYOND || u < 0 || v < 0 || u >= size || v >= size) continue;
        own.add(v * size + u);
      }
    }
  }
  for (const p of own) raster.colours.set(ground((p % size) + 0.5, Math.floor(p / size) + 0.5), 3 * p);
}

/** Points of an arc through the middle of a mouth. @param depth of which its ends hang down, or stand up below 0 */
export function mouthArc({ x, y }: Mouth, half: number, depth: number): Point[] {
  return Array.from({ length: 17 }, (_, k) => {
    const along = k / 8 - 1;
    return [x + along * half, y + depth * (along * along - 0.5)];
  });
}
