import { createRng, type Rng } from '../basics/index.js';

/**
 * Where the N(0, 1) draws of a picture come from. Each call draws anew; `cell` counts the cells of the request from 0.
 */
export interface NoiseSource {
  /** Initial state of one resolution (side in pixels). */
  initial(cell: number, resolution: number, length: number): Float32Array;
  /** Noise of one step of a stochastic sampler, asked for in the order of the steps. */
  step(cell: number, resolution: number, length: number): Float32Array;
  /** Noise on the conditioning (CADS), asked for in the order of the steps. */
  condition(cell: number, length: number): Float32Array;
}

/**
 * Noise from one seed a cell, each use its own stream: a cell's draws depend on its seed alone, not on its place in the
 * request, on the other cells or on whether CADS is on.
 *
 * @param seeds unsigned 32-bit integers, one a cell
 */
export function seededNoise(seeds: readonly number[]): NoiseSource {
  const streams = new Map<string, Rng>();
  const stream = (cell: number, purpose: string, index: number): Rng => {
    const key = `${cell}/${purpose}/${index}`;
    const rng = streams.get(key) ?? createRng(seeds[cell]!, purpose, index);
    streams.set(key, rng);
    return rng;
  };
  return {
    initial: (cell, resolution, length) => stream(cell, 'initial-noise', resolution).gaussian(length),
    step: (cell, resolution, length) => stream(cell, 'step-noise', resolution).gaussian(length),
    condition: (cell, length) => stream(cell, 'condition-noise', 0).gaussian(length),
  };
}
