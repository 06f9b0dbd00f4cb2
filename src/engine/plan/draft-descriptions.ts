import type { Latents } from '../latents/latents.js';
import type { Prior } from '../prior/prior.js';
import type { PriorSampleRequest, RowSample } from '../prior/sample-rows.js';
import type { PromptJudge } from './prompt-agreement.js';

/** Descriptions sampled for each that is kept. */
const DRAFTS = 3;

export interface DraftRequest extends Pick<PriorSampleRequest, 'encoding' | 'temperature' | 'topP' | 'signal'> {
  /** Values to keep in all; a description is not among them. */
  pinned: Latents;
  /** How many to keep. */
  rows: number;
  /** u of [0, 1) for rows 0 … 3 · `rows` − 1. */
  uniform: PriorSampleRequest['uniform'];
}

/**
 * Descriptions for candidates to go on from: of three times as many, those that agree best with the prompt, in the order they came. A dozen candidates may
 * hold hardly one that gives each of two things its own colour, and a description is but a fifth of a plan's tokens.
 *
 * @returns pinned values and a description each
 */
export async function draftDescriptions(prior: Prior, judge: PromptJudge, request: DraftRequest): Promise<RowSample[]> {
  const drafts = await prior.sample({ ...request, rows: DRAFTS * request.rows, kinds: ['description'] });
  const agreement = drafts.map(({ latents }) => judge.agreement(latents) ?? 1);
  const best = [...drafts.keys()].sort((a, b) => agreement[b]! - agreement[a]! || a - b).slice(0, request.rows);
  return best.sort((a, b) => a - b).map((row) => drafts[row]!);
}
