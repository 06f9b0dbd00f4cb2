import type { PaintEvent } from '../types.js';
import { type DiffusionJob, type DiffusionModels, diffuse } from './diffuse.js';
import { toRgbaImage } from './pixels.js';

/**
 * Paints the cells of a job and reports as it goes: a `step` event after every step, a `preview` (the picture as predicted
 * then) after every `previewEvery`-th one but the last, and one `done` at the end.
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
    const images = () => originals.map((original) => toRgbaImage(original, size));
    yield { type: 'step', step, steps };
    if (step === steps) yield { type: 'done', images: images() };
    else if (previewEvery > 0 && step % previewEvery === 0) yield { type: 'preview', step, steps, images: images() };
  }
}
