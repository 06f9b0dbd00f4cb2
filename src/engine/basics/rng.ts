import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** One seeded stream of random numbers. Every draw moves it on. */
export interface Rng {
  /** One float64 of [0, 1). */
  uniform(): number;
  /** One unsigned 32-bit integer. */
  uint32(): number;
  /** `length` independent draws of N(0, 1). */
  gaussian(length: number): Float32Array;
}

/**
 * A stream that depends on `seed`, `purpose` and `index` alone, so what one part of a picture draws never shifts what
 * another part draws. xoroshiro128+ (Blackman & Vigna 2018), its 128-bit state taken from a SHA-256 of the three:
 * nearby seeds give unrelated streams. Gaussians by Box–Muller.
 *
 * @param seed unsigned 32-bit integer
 * @param purpose what the stream is for, such as `noise`
 * @param index tells streams of one purpose apart, such as a resolution or a row; default 0
 */
export function createRng(seed: number, purpose: string, index = 0): Rng {
  const digest = createHash('sha256')
    .update(`${seed >>> 0}/${purpose}/${index}`)
    .digest();
  const state = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset));
  const generator = xoroshiro128plusFromState(state);
  return {
    uniform: () => uniformFloat64(generator),
    uint32: () => generator.next() >>> 0,
    gaussian(length) {
      const draws = new Float32Array(length);
      for (let i = 0; i < length; i += 2) {
        // 1 − u lies in (0, 1], which keeps the logarithm finite.
        const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator)));
        const angle = 2 * Math.PI * uniformFloat64(generator);
        draws[i] = radius * Math.cos(angle);
        if (i + 1 < length) draws[i + 1] = radius * Math.sin(angle);
      }
      return draws;
    },
  };
}
