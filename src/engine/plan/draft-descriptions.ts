import type { Latents } from '../latents/index.js';
import type { Prior, PriorSampleRequest, RowSample } from '../prior/index.js';

import type { PromptJudge } from './prompt-agreement.js';

/** Descriptions sampled for each candidate. */
const DRAFTS = 1.5;

/** Descriptions to draft for candidates. */
export interface DraftRequest extends Pick<PriorSampleRequest, 'encoding' | 'temperature' | 'topP' | 'signal'> {
  /** Values to keep in all; a description is not among them. */
  pinned: Latents;
  /** How many candidates there shall be. */
  rows: number;
  /** u of [0, 1) for rows 0 … ⌈1.5 · `rows`⌉ − 1. */
  uniform: PriorSampleRequest['uniform'];
}

/**
 * What candidates go on from: of half as many descriptions again those that agree best with the prompt and, of these,
 * different ones first, in the order they came. The prior now and then describes another thing, and of three things it
 * often forgets one; a description is but a fifth of a plan's tokens.
 *
 * @returns pinned values and a description each, as many as `rows`
 */
export async function draftDescriptions(prior: Prior, judge: PromptJudge, request: DraftRequest): Promise<RowSample[]> {
  const drafts = await prior.sample({ ...request, rows: Math.ceil(DRAFTS * request.rows), kinds: ['description'] });
  const agreement = drafts.map(({ latents }) => judge.agreement(latents) ?? 1);
  const repeats = repeatsOf(drafts.map(({ latents }) => latents.description!));
  const best = [...drafts.keys()].sort((a, b) => agreement[b]! - agreement[a]! || repeats[a]! - repeats[b]! || a - b);
  return best
    .slice(0, request.rows)
    .sort((a, b) => a - b)
    .map((row) => drafts[row]!);
}

/** How often each text has come before. */
export function repeatsOf(texts: readonly string[]): number[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before;
  });
}
