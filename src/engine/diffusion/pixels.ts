import type { RgbaImage } from '../basics/index.js';
import { clamp } from '../latents/index.js';

/**
 * Alpha below this is haze that few denoiser steps leave on empty ground, and as much below 1 is full: both are
 * cleared.
 */
const HAZE = 0.1;

/**
 * Turns a clean image of the diffusion (premultiplied RGBA, −1…1) into straight RGBA, 8 bits a channel. Fully
 * transparent pixels become 0, 0, 0, 0. Values out of range are clipped, and alpha is stretched so that faint haze
 * vanishes.
 *
 * @param planes [4, size, size]
 */
export function toRgbaImage(planes: Float32Array, size: number): RgbaImage {
  const pixels = size * size;
  const data = new Uint8Array(pixels * 4);
  for (let p = 0; p < pixels; p++) {
    const alpha = toUnit(planes[3 * pixels + p]!);
    const alphaByte = Math.round(clamp((alpha - HAZE) / (1 - 2 * HAZE), 0, 1) * 255);
    if (alphaByte === 0) continue;
    for (let channel = 0; channel < 3; channel++) {
      const premultiplied = toUnit(planes[channel * pixels + p]!);
      data[4 * p + channel] = Math.round(Math.min(premultiplied / alpha, 1) * 255);
    }
    data[4 * p + 3] = alphaByte;
  }
  return { width: size, height: size, data };
}

function toUnit(value: number): number {
  return clamp((value + 1) / 2, 0, 1);
}
