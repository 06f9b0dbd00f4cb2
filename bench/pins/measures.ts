import { chromaOf, type Lab, labDistance, labOf, SOLID, toOklab } from '../../src/engine/basics/oklab.js';
import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import type { Blob, Box, Swatch } from '../../src/engine/latents/index.js';

/** Darker and greyer than this in OKLab are outlines and eyes. */
const DARK = 0.45;
const DARK_CHROMA = 0.1;
/** As near as this in OKLab is the same colour. */
const NEAR = 0.1;

interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * Intersection over union of each pinned box and the tight box of what was painted for it: a solid pixel is of the box
 * that it lies in or is nearest to, of two boxes that it lies in of both.
 * @returns one number a box, 0–1
 */
export function boxOverlaps(image: RgbaImage, boxes: readonly Box[]): number[] {
  const { width, height } = image;
  const wanted = boxes.map(({ x0, y0, x1, y1 }): Rectangle => {
    return { x0: x0 * width, y0: y0 * height, x1: x1 * width, y1: y1 * height };
  });
  const tight = wanted.map((): Rectangle => ({ x0: width, y0: height, x1: 0, y1: 0 }));
  forSolid(image, (x, y) => {
    const distances = wanted.map((box) => distanceTo(box, x + 0.5, y + 0.5));
    const least = Math.min(...distances);
    for (const [k, box] of tight.entries()) {
      if (distances[k]! > least) continue;
      box.x0 = Math.min(box.x0, x);
      box.y0 = Math.min(box.y0, y);
      box.x1 = Math.max(box.x1, x + 1);
      box.y1 = Math.max(box.y1, y + 1);
    }
  });
  return tight.map((box, k) => overlap(box, wanted[k]!));
}

/**
 * Intersection over union of each pinned ellipse and the solid pixels painted for it: a pixel is of the ellipse that
 * reaches it with the smallest part of its radii.
 * @returns one number an ellipse, 0–1
 */
export function blobOverlaps(image: RgbaImage, blobs: readonly Blob[]): number[] {
  const { width: size } = image;
  const solid = new Uint8Array(size * image.height);
  forSolid(image, (x, y) => {
    solid[y * size + x] = 1;
  });
  const shared = blobs.map(() => 0);
  const joint = blobs.map(() => 0);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < size; x++) {
      const parts = blobs.map((blob) => partOfRadii(blob, (x + 0.5) / size, (y + 0.5) / size));
      const own = parts.indexOf(Math.min(...parts));
      for (const [k, part] of parts.entries()) {
        const isIn = part <= 1;
        const isPainted = solid[y * size + x] === 1 && k === own;
        if (isIn && isPainted) shared[k]!++;
        if (isIn || isPainted) joint[k]!++;
      }
    }
  }
  return shared.map((area, k) => area / joint[k]!);
}

/** How a picture keeps to a palette. */
export interface PaletteKept {
  /** Of the body's pixels, those within 0.10 in OKLab of a pinned colour, 0–1. */
  near: number;
  /** Whether the first colour, that of the largest share, is the nearest of most of these. */
  isFirstLargest: boolean;
}

/**
 * The body is all solid pixels but dark grey ones (lightness below 0.45 and chroma below 0.10: outlines, eyes), which
 * count only where they are within 0.10 of a pinned colour.
 */
export function paletteKept(image: RgbaImage, palette: readonly Swatch[]): PaletteKept {
  const labs = palette.map(({ colour }) => labOf(colour));
  const counts = labs.map(() => 0);
  let near = 0;
  let body = 0;
  const pixel = new Float64Array(3);
  forSolid(image, (x, y) => {
    const at = 4 * (y * image.width + x);
    toOklab(image.data[at]!, image.data[at + 1]!, image.data[at + 2]!, pixel, 0);
    const lab: Lab = [pixel[0]!, pixel[1]!, pixel[2]!];
    const distances = labs.map((pinned) => labDistance(pinned, lab));
    const least = Math.min(...distances);
    if (least >= NEAR && lab[0] < DARK && chromaOf(lab) < DARK_CHROMA) return;
    body++;
    if (least >= NEAR) return;
    near++;
    counts[distances.indexOf(least)]!++;
  });
  return { near: body === 0 ? 0 : near / body, isFirstLargest: counts[0] === Math.max(...counts) };
}

function forSolid({ width, height, data }: RgbaImage, visit: (x: number, y: number) => void): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (data[4 * (y * width + x) + 3]! > SOLID) visit(x, y);
  }
}

function distanceTo({ x0, y0, x1, y1 }: Rectangle, x: number, y: number): number {
  return Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
}

function overlap(a: Rectangle, b: Rectangle): number {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (across <= 0 || down <= 0) return 0;
  const area = ({ x0, y0, x1, y1 }: Rectangle) => (x1 - x0) * (y1 - y0);
  return (across * down) / (area(a) + area(b) - across * down);
}

/** 1 on the ellipse, less inside. */
function partOfRadii({ x, y, major, minor, angle }: Blob, atX: number, atY: number): number {
  const turn = (angle * Math.PI) / 180;
  const along = (atX - x) * Math.cos(turn) + (atY - y) * Math.sin(turn);
  const across = (atY - y) * Math.cos(turn) - (atX - x) * Math.sin(turn);
  return Math.hypot(along / major, across / minor);
}
