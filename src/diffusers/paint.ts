import { createRng, EngineError, floatTensor } from '../engine/basics/index.js';
import type { PictureEvent, PictureRequest } from '../engine/painters/index.js';
import type { Session } from '../engine/runtime/index.js';
import { combine } from '../engine/samplers/index.js';
import type { Networks } from './networks.js';
import { CHANNELS, decode, encode } from './pictures.js';
import { embedsGuidance, type Predict, predictor } from './predict.js';
import type { ModelFolder } from './read-folder.js';
import { readText, zeros } from './read-text.js';
import type { Scheduler } from './schedulers/index.js';

/** A picture to be painted by a folder. */
export interface FolderRequest extends Required<Pick<PictureRequest, 'prompt' | 'negative' | 'steps' | 'guidance'>> {
  start?: PictureRequest['start'] | undefined;
  /** In pixels. */
  side: number;
}

/** Noise of N(0, 1): the first of all, then one for each step. */
export type NoiseAt = (index: number, length: number) => Float32Array;

/** The same for the same seed. */
export function noiseOf(seed: number): NoiseAt {
  return (index, length) => createRng(seed, 'latents', index).gaussian(length);
}

/**
 * Paints a picture: reads its words, takes away noise step by step, and shows what comes of it.
 *
 * @throws EngineError `painter_invalid` or `model_failed`; the signal's reason when aborted, between two steps
 */
export async function* paint(
  folder: ModelFolder,
  networks: Networks,
  request: FolderRequest,
  noiseAt: NoiseAt,
  signal?: AbortSignal,
): AsyncGenerator<PictureEvent, void, undefined> {
  const unet = await networks.open(folder.unet);
  requireSide(unet, folder, request.side);
  const side = request.side / folder.scale;
  const shape = [1, CHANNELS, side, side];
  const predict = predictor(unet, await toldOf(folder, networks, unet, request), shape);
  signal?.throwIfAborted();
  const start = request.start && folder.encoder !== undefined ? request.start : undefined;
  const latents = start && (await encode(folder, folder.encoder!, networks, start.image, request.side));
  const scheduler = folder.scheduler(request.steps, start?.strength ?? 1);
  const parts = scheduler.timesteps.length + 1;
  let state = begin(scheduler, noiseAt(0, CHANNELS * side * side), latents);
  for (let i = 0; i < scheduler.timesteps.length; i++) {
    signal?.throwIfAborted();
    state = await step(scheduler, predict, i, state, noiseAt);
    yield { type: 'part', part: (i + 1) / parts };
  }
  signal?.throwIfAborted();
  yield { type: 'done', image: await decode(folder, networks, floatTensor(shape, state)) };
}

async function toldOf(folder: ModelFolder, networks: Networks, unet: Session, request: FolderRequest) {
  const { prompt, negative, guidance, side } = request;
  const wanted = await readText(folder, networks, prompt);
  if (guidance <= 1 || embedsGuidance(unet)) return { wanted, guidance, side };
  const unwanted = negative === '' && folder.hasZeros ? zeros(wanted) : await readText(folder, networks, negative);
  return { wanted, unwanted, guidance, side };
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
): Promise<Float32Array> {
  const output = await predict(state, timesteps[i]!);
  const noise = sampler.stochastic ? noiseAt(i + 1, state.length) : undefined;
  return sampler.step(original(output, i, state), i, state, noise);
}

/** @throws EngineError `painter_invalid` where the graph is for pictures of another size alone */
function requireSide(unet: Session, { scale }: ModelFolder, side: number): void {
  const fixed = unet.inputs.get('sample')?.shape[2];
  if (typeof fixed !== 'number' || fixed * scale === side) return;
  throw new EngineError('painter_invalid', { why: 'fixed_size', path: unet.path, side: fixed * scale });
}
