import type { RgbaImage } from '../engine/basics/index.js';

/** Pictures of one size that follow each other in a loop. */
export interface Animation {
  frames: readonly RgbaImage[];
  /** Milliseconds a frame. */
  frameMs: number;
}
