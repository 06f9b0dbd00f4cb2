import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../../../src/engine/bundle/bundle.js';
import type { LatentContext } from '../../../../src/engine/context/index.js';
import { planSampled } from '../../../../src/engine/plan/plan-sampled.js';
import { createPromptJudge } from '../../../../src/engine/plan/prompt-agreement.js';
import type { Prior } from '../../../../src/engine/prior/prior.js';
import type { RowSample } from '../../../../src/engine/prior/sample-rows.js';
import { checkPlanRequest } from '../../../../src/engine/requests/check.js';
import type { PlanRequest } from '../../../../src/engine/requests/types.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { openPrior } from '../support/prior.js';

const PROMPT = 'a cat, a dog and a fish';

describe('planning with the shipped bundle', () => {
  const pool = createSessionPool();
  let bundle: Bundle;
  let context: LatentContext;
  let prior: Prior;

  beforeAll(async () => {
    ({ bundle, context, prior } = await openPrior('models/stickers', pool));
  });
  afterAll(() => pool.dispose());

  /** A plan, and what the prior sampled for it, call by call. */
  async function plan(request: Partial<PlanRequest>) {
    const calls: RowSample[][] = [];
    const watched: Prior = {
      ...prior,
      async sample(asked) {
        const rows = await prior.sample(asked);
        calls.push(rows);
        return rows;
      },
    };
    const full = { prompt: PROMPT, count: 4, variety: 60, seed: 1, ...request };
    return { ...(await planSampled(watched, context, checkPlanRequest(full, context))), calls };
  }

  const agreement = (rows: readonly Pick<RowSample, 'latents'>[], prompt = PROMPT) => {
    const judge = createPromptJudge(context, prompt);
    return mean(rows.map(({ latents }) => judge.agreement(latents)!));
  };
  const described = (rows: readonly Pick<RowSample, 'latents'>[]) =>
    agreement(rows.map(({ latents: { description } }) => ({ latents: { description: description! } })));

  it('drafts descriptions, keeps those with all that is asked for, and chooses among them', async () => {
    const { cells, candidates, calls } = await plan({});
    const [drafts, plans] = calls as [RowSample[], RowSample[]];
    expect([drafts.length, plans.length, candidates]).toEqual([27, 18, 18]);
    expect(described(drafts)).toBeLessThan(0.9);
    expect(described(plans)).toBeGreaterThan(described(drafts));
    expect(described(cells)).toBe(1);
    expect(new Set(cells.map(({ latents }) => latents.description)).size).toBe(4);
  });

  it('samples no more plans for many cells than memory is meant for', async () => {
    const { calls } = await plan({ count: 9, variety: 100 });
    expect(calls.map((rows) => rows.length)).toEqual([54, 36]);
  });

  it('scores a drafted plan over all its tokens', async () => {
    const { cells, calls } = await plan({});
    const [drafts, plans] = calls as [RowSample[], RowSample[]];
    for (const { latents, logLikelihood } of cells) {
      const draft = drafts.find((row) => row.latents.description === latents.description)!;
      const rest = plans.find((row) => row.latents.tokens === latents.tokens)!;
      const scores = [draft.scores.words, rest.scores.words, rest.scores.codes];
      const total = (of: 'sum' | 'drawn') => scores.reduce((sum, score) => sum + score[of], 0);
      expect(logLikelihood).toBeCloseTo(total('sum') / total('drawn'), 9);
      expect(rest.scores.codes.drawn).toBe(64);
    }
  });

  it('chooses plans whose visual tokens are likelier than most', async () => {
    for (const prompt of ['angry taco', 'a purple owl', 'a bear holding a balloon']) {
      const { cells, calls } = await plan({ prompt });
      const likelihood = ({ scores: { codes } }: RowSample) => codes.sum / codes.drawn;
      const chosen = calls[1]!.filter((row) => cells.some(({ latents }) => latents.tokens === row.latents.tokens));
      expect(chosen).toHaveLength(4);
      expect(mean(chosen.map(likelihood))).toBeGreaterThan(mean(calls[1]!.map(likelihood)));
    }
  });

  it.each<[string, Partial<PlanRequest>]>([
    ['the number of candidates is given', { candidates: 4 }],
    ['the description is kept', { pinned: { description: 'a small red car' } }],
    ['there shall be none', { kinds: ['palette', 'tokens'] }],
    ['nothing is to be varied', { variety: 0 }],
  ])('samples plans at once where %s', async (_, request) => {
    expect((await plan(request)).calls).toHaveLength(1);
  });

  it('keeps what is pinned in drafts too, and plans the same from the same seed', async () => {
    const palette = [{ colour: bundle.manifest.palette.colours[0]!, share: 1 }];
    const { cells } = await plan({ pinned: { palette } });
    const again = await plan({ pinned: { palette } });
    expect(cells.map(({ latents }) => latents.palette)).toEqual(Array(4).fill(palette));
    expect(again.cells).toEqual(cells);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
