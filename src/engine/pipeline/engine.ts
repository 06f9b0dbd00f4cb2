import type { Bundle } from '../bundle/index.js';
import { createLatentContext, createTextTokenizer, visualTokens } from '../context/index.js';
import { createDrafts } from '../draft/index.js';
import type { GraphFile } from '../manifest/index.js';
import { planSampled } from '../plan/index.js';
import { createPrior, withAheadInput } from '../prior/index.js';

import { planRecalled, type Recall } from '../recall/index.js';
import { checkPlanRequest, type Engine } from '../requests/index.js';

import {
  createSessionPool,
  type GraphEdit,
  type Provider,
  type Session,
  type SessionOptions,
} from '../runtime/index.js';

import { createPainting } from './painting.js';

/** What an engine runs on, and how much it paints at once. */
export interface EngineOptions extends SessionOptions {
  /** Most cells in one denoiser call, which bounds memory; default 4. */
  cellsPerCall?: number;
  /** Where the denoiser runs; default: where all else does. */
  paintingProviders?: readonly Provider[];
}

/**
 * Opens a bundle's prior and text encoder; the three graphs that paint are opened by the first `paint`, so that a plan
 * can be had, and shown, before they are loaded.
 *
 * The engine's `plan` and `paint` throw EngineError `empty_prompt`, `bad_option`, `unknown_kind` or `bad_pin` before
 * any work when the request cannot be met. The same bundle and request give the same result on one device.
 *
 * @param options execution providers, threads and where warnings go
 * @throws EngineError `bundle_invalid` or `model_failed`
 */
export async function createEngine(
  bundle: Bundle,
  { cellsPerCall, paintingProviders, ...options }: EngineOptions = {},
): Promise<Engine> {
  const { manifest } = bundle;
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const pool = createSessionPool(options);
  const open = (file: GraphFile, edit?: GraphEdit): Promise<Session> =>
    pool.open(bundle.graphPath(file), edit, file === 'denoiser.onnx' ? paintingProviders : undefined);
  const opening = Promise.all([open('text_encoder.onnx'), open('prior.onnx', withAheadInput)]);
  const [textEncoder, priorSession] = await opening.catch(async (error: unknown) => {
    // One of the two may have opened, and nobody else would close it.
    await pool.dispose();
    throw error;
  });
  const prior = createPrior({ context, textEncoder, prior: priorSession });
  const drafts = createDrafts(bundle);
  const encodePictures = async (pictures: readonly Float32Array[]) =>
    visualTokens(await open('visual_encoder.onnx'), pictures, manifest.image.size);
  const painting = createPainting({
    context,
    prior,
    drafts,
    encodePictures,
    open,
    ...(cellsPerCall === undefined ? {} : { cellsPerCall }),
  });

  const recall: Recall = {
    manifest,
    reader: context.reader,
    drafts,
    prior,
    encodePictures,
  };

  return {
    ...painting,
    async plan(request, signal) {
      const checked = checkPlanRequest(request, context);
      const recalled = await planRecalled({ ...recall, drafts: drafts.withOwn(checked.own) }, checked, signal);
      return recalled ?? planSampled(prior, context, checked, signal);
    },
    signs: (draft, own) => drafts.withOwn(own).signs(draft),
    dispose: () => pool.dispose(),
  };
}
