import { describe, expect, it } from 'vitest';
import { DEFAULT_RECALL, recallSettings } from '../../../../src/engine/requests/recall-settings.js';

const all = Array.from({ length: 101 }, (_, recall) => recallSettings(recall));

describe('what recall means', () => {
  it('is nothing at 0: the prior alone, from noise, as the bundle says', () => {
    expect(all[0]).toEqual({ beta: 0, start: 1, keepsDetail: false });
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

  it('paints as the bundle does where the prior leads, and with ever fewer steps, unguided, where the draft does', () => {
    const led = all.flatMap(({ steps, guidance }) => (steps === undefined ? [] : [{ steps, guidance }]));
    expect(all.slice(-led.length).every(({ steps }) => steps !== undefined)).toBe(true);
    expect(led.every(({ steps, guidance }, k) => guidance === 1 && steps <= (led[k - 1]?.steps ?? 6))).toBe(true);
    expect(led.at(-1)!.steps).toBeGreaterThanOrEqual(3);
  });
});
