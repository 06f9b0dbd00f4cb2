import type { Latents } from '../latents/latents.js';
import type { Prior } from '../prior/prior.js';
import type { PriorSampleRequest, RowSample } from '../prior/sample-rows.js';
import { MOST_CANDIDATES } from '../requests.js';
import type { PromptJudge } from './prompt-agreement.js';

/** Descriptions sampled for each candidate. */
const DRAFTS = 3;
/** Candidates that go on from each description that is kept: the visual tokens, too, may give a thing another colour. */
const TAKES = 2;

export interface DraftRequest extends Pick<PriorSampleRequest, 'encoding' | 'temperature' | 'topP' | 'signal'> {
  /** Values to keep in all; a description is not among them. */
  pinned: Latents;
  /** How many candidates there would be without drafts. */
  rows: number;
  /** u of [0, 1) for rows 0 … 3 · `rows` − 1. */
  uniform: PriorSampleRequest['uniform'];
}

/**
 * What candidates go on from where a prompt is demanding: of three times as many descriptions those that agree best with the prompt, in the order they
 * came, each twice. A dozen candidates may hold hardly one that gives each of two things its own colour, and a description is but a fifth of a plan's
 * tokens.
 *
 * @returns pinned values and a description each, at most `MOST_CANDIDATES`
 */
export async function draftDescriptions(prior: Prior, judge: PromptJudge, request: DraftRequest): Promise<RowSample[]> {
  const drafts = await prior.sample({ ...request, rows: DRAFTS * request.rows, kinds: ['description'] });
  const agreement = drafts.map(({ latents }) => judge.agreement(latents) ?? 1);
  const best = [...drafts.keys()].sort((a, b) => agreement[b]! - agreement[a]! || a - b);
  const kept = best.slice(0, Math.min(request.rows, MOST_CANDIDATES / TAKES)).sort((a, b) => a - b);
  return kept.flatMap((row) => new Array<RowSample>(TAKES).fill(drafts[row]!));
}

/** The better take of each description, by its quality: two of one description would be two cells alike. */
export function betterTakes(quality: readonly number[]): number[] {
  return Array.from({ length: quality.length / TAKES }, (_, draft) => {
    const takes = Array.from({ length: TAKES }, (_, take) => draft * TAKES + take);
    return takes.reduce((best, take) => (quality[take]! > quality[best]! ? take : best));
  });
}
