import { describe, expect, it } from 'vitest';
import { noisedPicture } from '../../../../src/engine/diffusion/start.js';

/** Each pixel of each channel its own number. */
const picture = Float32Array.from({ length: 4 * 8 * 8 }, (_, k) => Math.sin(k));
const CLEAN = { alpha: 1, sigma: 0 };

describe('a picture to begin with', () => {
  it('is averaged over squares of pixels, channel by channel', () => {
    const small = noisedPicture({ picture, at: 0.5 }, 8, new Float32Array(4 * 4 * 4), 4, CLEAN);
    for (let channel = 0; channel < 4; channel++) {
      for (const [x, y] of [
        [0, 0],
        [3, 1],
        [2, 3],
      ] as const) {
        const at = (dx: number, dy: number) => picture[(channel * 8 + 2 * y + dy) * 8 + 2 * x + dx]!;
        const mean = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4;
        expect(small[(channel * 4 + y) * 4 + x]).toBeCloseTo(mean, 6);
      }
    }
  });

  it('is left as it is at its own size, but for the noise', () => {
    const noise = Float32Array.from(picture, (_, k) => Math.cos(3 * k));
    const noised = noisedPicture({ picture, at: 0.5 }, 8, noise, 8, { alpha: 0.6, sigma: 0.8 });
    noised.forEach((value, k) => {
      expect(value).toBeCloseTo(0.6 * picture[k]! + 0.8 * noise[k]!, 6);
    });
  });
});
