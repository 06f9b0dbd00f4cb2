import type { Bundle } from './bundle/bundle.js';
import type { GraphFile } from './bundle/files.js';
import { type Condition, decodeGuesses } from './diffusion/condition.js';
import { seededNoise } from './diffusion/noise.js';
import { paint } from './diffusion/paint.js';
import { createLatentContext } from './latents/context.js';
import type { Session, SessionOptions } from './onnx.js';
import { planCells } from './plan/plan.js';
import { createPrior, type Prior } from './prior/prior.js';
import { type CheckedPaintRequest, checkPaintRequest, checkPlanRequest } from './requests.js';
import { createSessionPool } from './session-pool.js';
import { repeatAlong } from './tensor.js';
import { createTextTokenizer } from './text-tokenizer.js';
import type { Engine } from './types.js';

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
export async function createEngine(bundle: Bundle, options: SessionOptions = {}): Promise<Engine> {
  const { manifest } = bundle;
  const context = createLatentContext(manifest, createTextTokenizer(bundle));
  const pool = createSessionPool(options);
  const open = (file: GraphFile): Promise<Session> => pool.open(bundle.graphPath(file));
  const opening = Promise.all([open('text_encoder.onnx'), open('prior.onnx')]);
  const [textEncoder, priorSession] = await opening.catch(async (error: unknown) => {
    // One of the two may have opened, and nobody else would close it.
    await pool.dispose();
    throw error;
  });
  const prior = createPrior({ context, textEncoder, prior: priorSession });

  return {
    plan: async (request, signal) => planCells(prior, manifest, checkPlanRequest(request, context), signal),

    async *paint(request, signal) {
      const checked = checkPaintRequest(request, context);
      signal?.throwIfAborted();
      const [visualDecoder, conditioner, denoiser] = await Promise.all([
        open('visual_decoder.onnx'),
        open('conditioner.onnx'),
        open('denoiser.onnx'),
      ]);
      const { resolutions, size } = manifest.image;
      const job = {
        condition: await conditionOf(prior, visualDecoder, checked, size),
        noise: seededNoise(checked.cells.map(({ seed }) => seed)),
        schedule: manifest.schedule,
        resolutions,
        settings: checked.settings,
      };
      yield* paint({ conditioner, denoiser }, job, checked.previewEvery, signal);
    },

    dispose: () => pool.dispose(),
  };
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
