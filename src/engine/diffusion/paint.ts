import type { RgbaImage } from '../basics/index.js';
import { clamp } from '../latents/index.js';
import type { PaintEvent } from '../requests/index.js';
import {
  type DiffusionJob,
  type DiffusionModels,
  diffuse,
  diffuseTogether,
  type JointDiffusionJob,
} from './diffuse.js';

/**
 * Paints the cells of a job and reports as it goes: a `step` event after every step, a `preview` (the picture as
 * predicted then) after every `previewEvery`-th one but the last, and one `done` at the end.
 *
 * @param previewEvery 0 means no previews
 * @throws the signal's reason, at the latest one denoiser call after it was aborted
 */
export async function* paint(
  models: DiffusionModels,
  job: DiffusionJob,
  previewEvery: number,
  signal?: AbortSignal,
): AsyncGenerator<PaintEvent, void, undefined> {
  const size = job.resolutions.at(-1)!;
  for await (const { step, steps, originals } of diffuse(models, job, signal)) {
    yield* eventsOf(originals, step, steps, previewEvery, size);
  }
}

/**
 * Paints several requests at once and reports on each as `paint` does, until it is taken out.
 *
 * @param previewEvery one entry a part
 */
export async function* paintTogether(
  models: DiffusionModels,
  job: JointDiffusionJob,
  previewEvery: readonly number[],
): AsyncGenerator<{ part: number; event: PaintEvent }, void, undefined> {
  const size = job.resolutions.at(-1)!;
  for await (const steps of diffuseTogether(models, job)) {
    for (const [part, mine] of steps.entries()) {
      if (!mine) continue;
      for (const event of eventsOf(mine.originals, mine.step, mine.steps, previewEvery[part]!, size)) {
        yield { part, event };
      }
    }
  }
}

function* eventsOf(
  originals: readonly Float32Array[],
  step: number,
  steps: number,
  previewEvery: number,
  size: number,
): Generator<PaintEvent, void, undefined> {
  const images = () => originals.map((original) => toRgbaImage(original, size));
  yield { type: 'step', step, steps };
  if (step === steps) yield { type: 'done', images: images() };
  else if (previewEvery > 0 && step % previewEvery === 0) yield { type: 'preview', step, steps, images: images() };
}

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
