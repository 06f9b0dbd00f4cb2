import { readFileSync } from 'node:fs';
import { fromHalf } from '../../../src/engine/basics/half.js';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';

export const FOLDERS = 'test/fixtures/diffusers';

/** A picture that the reference painted (training/kaleido/diffusers/pictures.py). */
export interface GoldenPicture {
  prompt: string;
  negative: string;
  steps: number;
  guidance: number;
  side: number;
  strength: number | null;
  /** Of each tokenizer. */
  ids: number[][];
  /** [3, SQUARES, SQUARES] of −1 … 1, as halves in base64. */
  squares: string;
}

export const SQUARES = 16;

export const goldenPictures: Record<string, { pictures: GoldenPicture[]; checks?: GoldenCheck[] }> = JSON.parse(
  readFileSync(`${FOLDERS}/pictures.json`, 'utf8'),
);

/** Numbers of mean 0 and deviation 1, by the reference's formula. */
export function spreadNoise(index: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, k) => {
    const part = Math.sin(k * 12.9898 + index * 78.233) * 43758.5453;
    return (part - Math.floor(part) - 0.5) * Math.sqrt(12);
  });
}

/** What pictures begin with: light, with a red box on the left. */
export function startPicture(side: number): RgbaImage {
  const data = new Uint8Array(4 * side * side);
  for (let p = 0; p < side * side; p++) {
    const [x, y] = [p % side, Math.floor(p / side)];
    data.set(x < side / 2 && y >= side / 4 && y < side / 2 ? [200, 30, 40, 255] : [210, 210, 210, 255], 4 * p);
  }
  return { width: side, height: side, data };
}

/** The mean of each square of a picture, as the reference has it. */
export function squaresOf({ width, data }: RgbaImage): Float32Array {
  const size = width / SQUARES;
  const sums = new Float32Array(3 * SQUARES ** 2);
  for (let p = 0; p < width * width; p++) {
    const square = Math.floor(Math.floor(p / width) / size) * SQUARES + Math.floor((p % width) / size);
    for (let channel = 0; channel < 3; channel++) {
      sums[channel * SQUARES ** 2 + square]! += (data[4 * p + channel]! / 127.5 - 1) / size ** 2;
    }
  }
  return sums;
}

export function wantedSquares({ squares }: Pick<GoldenPicture, 'squares'>): Float32Array {
  const bytes = Buffer.from(squares, 'base64');
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => fromHalf(bytes.readUInt16LE(2 * i)));
}

/** A picture as a checker is shown it, and whether it objects (training/kaleido/diffusers/safety.py). */
export interface GoldenCheck {
  kind: string;
  width: number;
  height: number;
  objected: boolean;
  /** What is seen, [3, SQUARES, SQUARES] as halves in base64. */
  squares: string;
}

/** The pictures of `GoldenCheck`, by the reference's formulas. */
export function checkedPicture({ kind, width, height }: GoldenCheck): RgbaImage {
  const data = new Uint8Array(4 * width * height);
  for (let p = 0; p < width * height; p++) {
    const [x, y] = [p % width, Math.floor(p / width)];
    const waves = [Math.sin(x / 9), Math.cos(y / 7), Math.sin((x + y) / 23)].map((one) =>
      Math.floor(127.5 * (one + 1)),
    );
    data.set([...(kind === 'waves' ? waves : RED), 255], 4 * p);
  }
  return { width, height, data };
}

const RED = [230, 20, 30];
