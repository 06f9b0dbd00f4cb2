import type { RgbaImage } from '../engine/basics/index.js';
import { resize } from '../images/index.js';
import { CHANNELS } from './pictures.js';

/** Latents, and a constant. */
const TERMS = CHANNELS + 1;
const COLOURS = 3;
/** Keeps what few colours do not tell from going wild. */
const RIDGE = 1e-3;
/** Parts of what was learned before that are kept when another picture is learned of. */
const KEPT = 0.9;

/**
 * Shows latents without decoding them: each as one pixel, whose colours are a linear function of its channels. The
 * function is that of the model at hand, fitted to pictures whose latents are known: what painting begins with, and
 * what comes of it.
 */
export interface Previewer {
  /** @param latents [1, 4, height, width] as they are diffused */
  learn(latents: Float32Array, size: LatentSize, picture: RgbaImage): Promise<void>;
  /** Undefined before anything was learned. */
  show(latents: Float32Array, size: LatentSize): RgbaImage | undefined;
}

/** Of latents. */
export interface LatentSize {
  width: number;
  height: number;
}

export function createPreviewer(): Previewer {
  // Normal equations of least squares.
  const gram = new Float64Array(TERMS * TERMS);
  const moments = new Float64Array(TERMS * COLOURS);
  let weights: Float64Array | undefined;

  return {
    async learn(latents, { width, height }, picture) {
      const { data } = await resize(picture, width, height);
      for (const sums of [gram, moments]) for (let k = 0; k < sums.length; k++) sums[k]! *= KEPT;
      const pixels = width * height;
      for (let p = 0; p < pixels; p++) {
        const terms = termsAt(latents, p, pixels);
        for (let a = 0; a < TERMS; a++) {
          for (let b = 0; b < TERMS; b++) gram[a * TERMS + b]! += (terms[a]! * terms[b]!) / pixels;
          for (let c = 0; c < COLOURS; c++) moments[a * COLOURS + c]! += (terms[a]! * data[4 * p + c]!) / pixels;
        }
      }
      weights = solve(gram, moments);
    },

    show(latents, { width, height }) {
      if (weights === undefined) return undefined;
      const pixels = width * height;
      const data = new Uint8ClampedArray(4 * pixels).fill(255);
      for (let p = 0; p < pixels; p++) {
        const terms = termsAt(latents, p, pixels);
        for (let c = 0; c < COLOURS; c++) {
          data[4 * p + c] = terms.reduce((sum, term, a) => sum + term * weights![a * COLOURS + c]!, 0);
        }
      }
      return { width, height, data: new Uint8Array(data.buffer) };
    },
  };
}

function termsAt(latents: Float32Array, p: number, pixels: number): number[] {
  return [...Array.from({ length: CHANNELS }, (_, channel) => latents[channel * pixels + p]!), 1];
}

/** Weights of least squares, by elimination: the ridge leaves no pivot at nothing. */
function solve(gram: Float64Array, moments: Float64Array): Float64Array {
  const left = gram.map((value, k) => (k % (TERMS + 1) === 0 ? value + RIDGE : value));
  const right = moments.slice();
  for (let pivot = 0; pivot < TERMS; pivot++) {
    for (let row = 0; row < TERMS; row++) {
      if (row === pivot) continue;
      const factor = left[row * TERMS + pivot]! / left[pivot * TERMS + pivot]!;
      for (let k = pivot; k < TERMS; k++) left[row * TERMS + k]! -= factor * left[pivot * TERMS + k]!;
      for (let c = 0; c < COLOURS; c++) right[row * COLOURS + c]! -= factor * right[pivot * COLOURS + c]!;
    }
  }
  return right.map((value, k) => value / left[Math.floor(k / COLOURS) * (TERMS + 1)]!);
}
