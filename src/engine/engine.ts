import type { Bundle } from './bundle/bundle.js';
import type { GraphFile } from './bundle/files.js';
import { type Condition, decodeGuesses } from './diffusion/condition.js';
import type { DiffusionModels, DiffusionPart } from './diffusion/diffuse.js';
import { seededNoise } from './diffusion/noise.js';
import { paint, paintTogether } from './diffusion/paint.js';
import { KaleidoError } from './errors.js';
import { createLatentContext } from './latents/context.js';
import type { Session, SessionOptions } from './onnx.js';
import { planCells } from './plan/plan.js';
import { createPrior, type Prior } from './prior/prior.js';
import { type CheckedPaintRequest, checkPaintRequest, checkPlanRequest } from './requests.js';
import { createSessionPool } from './session-pool.js';
import { repeatAlong } from './tensor.js';
import { createTextTokenizer } from './text-tokenizer.js';
import type { Engine } from './types.js';

export interface EngineOptions extends SessionOptions {
  /** Most cells in one denoiser call, which bounds memory; default 4. */
  cellsPerCall?: number;
}

/**
 * Opens a bundle's prior and text encoder; the three graphs that paint are opened by the first `paint`, so that a plan can
 * be had, and shown, before they are loaded.
 *
 * The engine's `plan` and `paint` throw KaleidoError `empty_prompt`, `bad_option`, `unknown_kind` or `bad_pin` before any
 * work when the request cannot be met. The same bundle and request give the same result on one device.
 *
 * @param options execution providers, threads and where warnings go
 * @throws KaleidoError `bundle_invalid` or `model_failed`
 */
export async function createEngine(bundle: Bundle, { cellsPerCall, ...options }: EngineOptions = {}): Promise<Engine> {
  const { manifest } = bundle;
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const pool = createSessionPool(options);
  const open = (file: GraphFile): Promise<Session> => pool.open(bundle.graphPath(file));
  const opening = Promise.all([open('text_encoder.onnx'), open('prior.onnx')]);
  const [textEncoder, priorSession] = await opening.catch(async (error: unknown) => {
    // One of the two may have opened, and nobody else would close it.
    await pool.dispose();
    throw error;
  });
  const prior = createPrior({ context, textEncoder, prior: priorSession });
  const { resolutions, size } = manifest.image;
  const setup = { schedule: manifest.schedule, resolutions, ...(cellsPerCall === undefined ? {} : { cellsPerCall }) };

  async function openPainters(): Promise<{ models: DiffusionModels; visualDecoder: Session }> {
    const [visualDecoder, conditioner, denoiser] = await Promise.all([
      open('visual_decoder.onnx'),
      open('conditioner.onnx'),
      open('denoiser.onnx'),
    ]);
    return { models: { conditioner, denoiser }, visualDecoder };
  }

  return {
    plan: async (request, signal) => planCells(prior, manifest, checkPlanRequest(request, context), signal),

    async *paint(request, signal) {
      const checked = checkPaintRequest(request, context);
      signal?.throwIfAborted();
      const { models, visualDecoder } = await openPainters();
      const part = await partOf(prior, visualDecoder, checked, size);
      const job = { ...part, ...setup, settings: checked.settings };
      yield* paint(models, job, checked.previewEvery, signal);
    },

    async *paintTogether(requests) {
      const checked = requests.map(({ request }) => checkPaintRequest(request, context));
      const [first] = checked;
      if (first === undefined) return;
      requireSameSettings(checked);
      const { models, visualDecoder } = await openPainters();
      const parts: DiffusionPart[] = [];
      for (const [index, one] of checked.entries()) {
        parts.push({ ...(await partOf(prior, visualDecoder, one, size)), signal: requests[index]!.signal });
      }
      const job = { parts, ...setup, settings: first.settings };
      for await (const { part, event } of paintTogether(
        models,
        job,
        checked.map(({ previewEvery }) => previewEvery),
      )) {
        yield { index: part, event };
      }
    },

    dispose: () => pool.dispose(),
  };
}

/** @throws KaleidoError `bad_option` */
function requireSameSettings(requests: readonly CheckedPaintRequest[]): void {
  const settings = requests.map((request) => JSON.stringify(request.settings));
  if (settings.every((one) => one === settings[0])) return;
  throw new KaleidoError('bad_option', 'Requests that are painted together must have the same settings.', {
    hint: 'Paint those with other steps, sampler, guidance or CADS apart.',
  });
}

async function partOf(
  prior: Prior,
  visualDecoder: Session,
  checked: CheckedPaintRequest,
  size: number,
): Promise<DiffusionPart> {
  const seeds = checked.cells.map(({ seed }) => seed);
  return { condition: await conditionOf(prior, visualDecoder, checked, size), noise: seededNoise(seeds) };
}

async function conditionOf(
  prior: Prior,
  visualDecoder: Session,
  { prompt, cells }: CheckedPaintRequest,
  size: number,
): Promise<Condition> {
  const latents = cells.map((cell) => cell.latents);
  const encoding = await prior.encode(prompt);
  const { hidden, mask } = await prior.hiddenStates(encoding, latents);
  const tokens = latents.map((one) => one.tokens);
  return {
    encoderStates: repeatAlong(encoding.states, 0, cells.length),
    encoderMask: repeatAlong(encoding.mask, 0, cells.length),
    hiddenStates: hidden,
    hiddenMask: mask,
    guess: await decodeGuesses(visualDecoder, tokens, size),
  };
}
