import { createRng, EngineError, floatTensor, type PictureSize } from '../engine/basics/index.js';
import type { PictureEvent, PictureRequest } from '../engine/painters/index.js';
import type { Session } from '../engine/runtime/index.js';
import { combine } from '../engine/samplers/index.js';
import type { Networks } from './networks.js';
import { CHANNELS, decode, encode } from './pictures.js';
import { embedsGuidance, type Predict, predictor } from './predict.js';
import type { Previewer } from './previewer.js';
import type { ModelFolder } from './read-folder.js';
import { readText, zeros } from './read-text.js';
import { isObjectedTo } from './safety-checker.js';
import type { Scheduler } from './schedulers/index.js';

/** A picture to be painted by a folder. */
export interface FolderRequest extends Required<Pick<PictureRequest, 'prompt' | 'negative' | 'steps' | 'guidance'>> {
  start?: PictureRequest['start'] | undefined;
  size: PictureSize;
}

/** Noise of N(0, 1): the first of all, then one for each step. */
export type NoiseAt = (index: number, length: number) => Float32Array;

/** What painting is done with besides the networks. */
export interface PaintParts {
  noiseAt: NoiseAt;
  /** Shows pictures while they are painted. */
  previewer?: Previewer;
}

/** The same for the same seed. */
export function noiseOf(seed: number): NoiseAt {
  return (index, length) => createRng(seed, 'latents', index).gaussian(length);
}

/**
 * Paints a picture: reads its words, takes away noise step by step, and shows what comes of it.
 *
 * @throws EngineError `painter_invalid` or `model_failed`, `painter_refused` where the folder's own checker objects to
 *   what comes of it; the signal's reason when aborted, between two steps
 */
export async function* paint(
  folder: ModelFolder,
  networks: Networks,
  request: FolderRequest,
  { noiseAt, previewer }: PaintParts,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  const unet = await networks.open(folder.unet);
  requireSize(unet, folder, request.size);
  const [height, width] = [request.size.height / folder.scale, request.size.width / folder.scale];
  const shape = [1, CHANNELS, height, width];
  const predict = predictor(unet, await toldOf(folder, networks, unet, request), shape);
  signal?.throwIfAborted();
  const start = request.start && folder.encoder !== undefined ? request.start : undefined;
  const latents = start && (await encode(folder, folder.encoder!, networks, start.image, request.size));
  if (latents !== undefined) await previewer?.learn(latents, { width, height }, start!.image);
  const scheduler = folder.scheduler(request.steps, start?.strength ?? 1);
  const parts = scheduler.timesteps.length + 1;
  let state = begin(scheduler, noiseAt(0, CHANNELS * height * width), latents);
  for (let i = 0; i < scheduler.timesteps.length; i++) {
    signal?.throwIfAborted();
    const { next, clean } = await step(scheduler, predict, i, state, noiseAt);
    state = next;
    const image = previewer?.show(clean, { width, height });
    yield { type: 'part', part: (i + 1) / parts, ...(image === undefined ? {} : { image }) };
  }
  signal?.throwIfAborted();
  const image = await decode(folder, networks, floatTensor(shape, state));
  if (folder.checker !== undefined && (await isObjectedTo(folder.checker, networks, image))) {
    throw new EngineError('painter_refused', { why: 'unsafe' });
  }
  await previewer?.learn(state, { width, height }, image);
  yield { type: 'done', image };
}

async function toldOf(folder: ModelFolder, networks: Networks, unet: Session, request: FolderRequest) {
  const { prompt, negative, guidance, size } = request;
  const wanted = await readText(folder, networks, prompt);
  if (guidance <= 1 || embedsGuidance(unet)) return { wanted, guidance, size };
  const unwanted = negative === '' && folder.hasZeros ? zeros(wanted) : await readText(folder, networks, negative);
  return { wanted, unwanted, guidance, size };
}

function begin({ levels, noiseScale }: Scheduler, noise: Float32Array, latents?: Float32Array): Float32Array {
  const [{ alpha, sigma }] = levels as [Scheduler['levels'][number]];
  return latents === undefined ? noise.map((value) => noiseScale * value) : combine(alpha, latents, sigma, noise);
}

async function step(
  { timesteps, sampler, original }: Scheduler,
  predict: Predict,
  i: number,
  state: Float32Array,
  noiseAt: NoiseAt,
): Promise<{ next: Float32Array; clean: Float32Array }> {
  const output = await predict(state, timesteps[i]!);
  const noise = sampler.stochastic ? noiseAt(i + 1, state.length) : undefined;
  const clean = original(output, i, state);
  return { next: sampler.step(clean, i, state, noise), clean };
}

/** @throws EngineError `painter_invalid`, or `painter_refused` of a shape, where the graph is for another size alone */
function requireSize(unet: Session, { scale }: ModelFolder, { width, height }: PictureSize): void {
  const [, , down, across] = unet.inputs.get('sample')?.shape ?? [];
  const isFixed = (fixed: unknown, wanted: number) => typeof fixed === 'number' && fixed * scale !== wanted;
  if (!isFixed(down, height) && !isFixed(across, width)) return;
  if (width !== height) throw new EngineError('painter_refused', { why: 'aspect' });
  throw new EngineError('painter_invalid', { why: 'fixed_size', path: unet.path, side: Number(down) * scale });
}
