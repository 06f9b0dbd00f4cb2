import { CADS_TIMES, type CadsOptions } from '../guidance/index.js';
import { DEFAULT_RECALL, type PlanRequest } from '../requests/index.js';

/** The ways of making pictures that `kaleido eval` compares. */
export const METHODS = [
  'baseline',
  'baseline-cads',
  'kaleido',
  'kaleido-cads',
  'kaleido-planner',
  'kaleido-recall',
] as const;

export type Method = (typeof METHODS)[number];

/** The setting of 2310.17347 for Stable Diffusion 2.1, as `CADS_TIMES`. */
export const CADS_SCALE = 0.25;

/** The variety at which candidates are independent samples of the prior as its bundle recommends it. */
const NEUTRAL_VARIETY = 60;

/** What a method does. */
export interface MethodSettings {
  /** Whether the baseline's network paints, which has the prompt alone. */
  baseline: boolean;
  cads?: CadsOptions;
  /** Whether it paints as recall says, whatever guidance and steps are asked for. */
  paintsByRecall: boolean;
  /** How latents are planned; absent where there are none. */
  plan?: Pick<PlanRequest, 'variety' | 'candidates' | 'recall'>;
}

/**
 * The settings of a method.
 * @param method one of `METHODS`
 * @param perPrompt pictures a prompt: without the planner that many candidates are sampled, and all are painted
 * @param cadsScale of the methods with CADS
 */
export function methodSettings(method: Method, perPrompt: number, cadsScale: number = CADS_SCALE): MethodSettings {
  const baseline = method.startsWith('baseline');
  // The method of the paper: what memory knows would be measured instead of what the networks do.
  const planned = { variety: NEUTRAL_VARIETY, recall: 0 };
  const sampled = { ...planned, candidates: perPrompt };
  if (method === 'kaleido-recall') {
    return { baseline, paintsByRecall: true, plan: { variety: NEUTRAL_VARIETY, recall: DEFAULT_RECALL } };
  }
  return {
    baseline,
    paintsByRecall: false,
    ...(method.endsWith('cads') ? { cads: { ...CADS_TIMES, scale: cadsScale } } : {}),
    ...(baseline ? {} : { plan: method === 'kaleido-planner' ? planned : sampled }),
  };
}
