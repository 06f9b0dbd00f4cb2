import { type LatentContext, visualTokens } from '../src/engine/context/index.js';
import { withAheadInput } from '../src/engine/prior/ahead-input.js';
import { createPrior } from '../src/engine/prior/prior.js';
import { planRecalled } from '../src/engine/recall/plan-recalled.js';
import type { CandidateSource } from '../src/engine/recall/request-candidates.js';
import { checkPlanRequest } from '../src/engine/requests/check.js';
import type { Plan, PlanRequest } from '../src/engine/requests/types.js';
import { createSessionPool } from '../src/engine/runtime/session-pool.js';
import type { Setup } from './setup.js';

/** What a plan from memory asks of the networks. */
export interface RecallWork {
  prompt: string;
  /** The prompt as the text encoder gets it. */
  worded: string;
  /** Each once. */
  descriptions: readonly string[];
  /** [4, size, size] each, premultiplied RGBA, −1…1. */
  pictures: readonly Float32Array[];
}

export interface RecallAnswers {
  /** Natural log-likelihood of each description after the prompt. */
  scores: readonly number[];
  /** Codes of each picture. */
  tokens: readonly (readonly number[])[];
}

/** Plans as the engine does, but encodes every prompt anew: the engine remembers those it has just seen. */
export interface RecallPlanner {
  plan(request: PlanRequest): Promise<Plan>;
  /** Only what the networks do for a plan. */
  askNetworks(work: RecallWork): Promise<RecallAnswers>;
  dispose(): Promise<void>;
}

export async function openRecallPlanner(
  { bundle, threads }: Setup,
  context: LatentContext,
  source: CandidateSource,
): Promise<RecallPlanner> {
  const { manifest } = bundle;
  const pool = createSessionPool({ threads });
  const [textEncoder, prior, visualEncoder] = await Promise.all([
    pool.open(bundle.graphPath('text_encoder.onnx')),
    pool.open(bundle.graphPath('prior.onnx'), withAheadInput),
    pool.open(bundle.graphPath('visual_encoder.onnx')),
  ]);
  const freshPrior = () => createPrior({ context, textEncoder, prior });
  const encodePictures = (pictures: readonly Float32Array[]) =>
    visualTokens(visualEncoder, pictures, manifest.image.size);
  return {
    async plan(request) {
      const parts = { ...source, manifest, prior: freshPrior(), encodePictures };
      const plan = await planRecalled(parts, checkPlanRequest(request, context));
      if (!plan) throw new Error(`The memory of ${bundle.dir} has nothing of “${request.prompt}”.`);
      return plan;
    },
    async askNetworks({ prompt, descriptions, pictures }) {
      const fresh = freshPrior();
      const scores = await fresh.scoreDescriptions(await fresh.encode(prompt), descriptions);
      return { scores: scores.map(({ sum }) => sum), tokens: await encodePictures(pictures) };
    },
    dispose: () => pool.dispose(),
  };
}
