import { describe, expect, it } from 'vitest';
import { DEFAULT_RECALL, recallSettings } from '../../../../src/engine/recall/settings.js';

const all = Array.from({ length: 101 }, (_, recall) => recallSettings(recall));

describe('what recall means', () => {
  it('is nothing at 0: the prior alone, from noise, as the bundle says', () => {
    expect(all[0]).toEqual({ beta: 0, start: 1 });
  });

  it("takes the draft's tokens from the default on, and only from there", () => {
    expect(all.map(({ beta }) => Number.isFinite(beta))).toEqual(all.map((_, recall) => recall < DEFAULT_RECALL));
  });

  it('says ever more of the draft, the more recall there is', () => {
    for (const [recall, { beta, start }] of all.entries()) {
      const before = all[recall - 1];
      if (before === undefined) continue;
      expect(beta).toBeGreaterThanOrEqual(before.beta);
      expect(start).toBeLessThan(before.start);
    }
  });

  it('needs no more steps for a later start', () => {
    const steps = all.slice(1).map(({ steps }) => steps!);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(steps.at(-1)).toBeGreaterThanOrEqual(3);
  });
});
