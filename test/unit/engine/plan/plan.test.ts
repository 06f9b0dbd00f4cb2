import { afterAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createLatentContext } from '../../../../src/engine/latents/context.js';
import { planCells } from '../../../../src/engine/plan/plan.js';
import { createPromptJudge } from '../../../../src/engine/plan/prompt-agreement.js';
import { createPrior } from '../../../../src/engine/prior/prior.js';
import { checkPlanRequest } from '../../../../src/engine/requests.js';
import { createSessionPool } from '../../../../src/engine/session-pool.js';
import { createTextTokenizer } from '../../../../src/engine/text-tokenizer.js';

describe('planning with the shipped bundle', () => {
  const pool = createSessionPool();
  afterAll(() => pool.dispose());

  it('chooses plans that give each thing the colour asked for, of candidates of which many swap them', async () => {
    const bundle = await loadBundle('models/stickers');
    const context = createLatentContext(bundle.manifest, createTextTokenizer(bundle));
    const prior = createPrior({
      context,
      textEncoder: await pool.open(bundle.graphPath('text_encoder.onnx')),
      prior: await pool.open(bundle.graphPath('prior.onnx')),
    });
    const prompt = 'a red car and a green tree';
    const agreement = createPromptJudge(bundle.manifest, prompt);
    let candidates: number[] = [];
    const watched = {
      ...prior,
      async sample(request: Parameters<typeof prior.sample>[0]) {
        const rows = await prior.sample(request);
        candidates = rows.map(({ latents }) => agreement(latents)!);
        return rows;
      },
    };
    const request = checkPlanRequest({ prompt, count: 4, variety: 60, seed: 1 }, context);
    const { cells } = await planCells(watched, bundle.manifest, request);
    const best = candidates.toSorted((a, b) => b - a).slice(0, 4);
    const chosen = cells.map(({ latents }) => agreement(latents)!).toSorted((a, b) => b - a);
    expect(mean(candidates)).toBeLessThan(0.9);
    expect(mean(chosen)).toBeGreaterThan(mean(candidates));
    expect(mean(chosen)).toBeGreaterThan(0.95 * mean(best));
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
