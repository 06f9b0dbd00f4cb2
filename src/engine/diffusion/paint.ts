import type { PaintEvent } from '../requests/index.js';
import {
  type DiffusionJob,
  type DiffusionModels,
  diffuse,
  diffuseTogether,
  type JointDiffusionJob,
} from './diffuse.js';
import { toRgbaImage } from './pixels.js';

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
