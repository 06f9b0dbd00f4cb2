import { describe, expect, it } from 'vitest';
import { METHODS, methodSettings } from '../../../../src/engine/evaluation/methods.js';

describe('methodSettings', () => {
  it('gives latents to Kaleido alone, and lets the planner alone choose', () => {
    const settings = Object.fromEntries(METHODS.map((method) => [method, methodSettings(method, 8)]));
    expect(settings.baseline).toEqual({ baseline: true, paintsByRecall: false });
    expect(settings['baseline-cads']).toMatchObject({ baseline: true, cads: { scale: 0.25 } });
    expect(settings.kaleido).toMatchObject({ baseline: false, plan: { variety: 60, candidates: 8, recall: 0 } });
    expect(settings['kaleido-cads']).toMatchObject({ plan: { candidates: 8 }, cads: { scale: 0.25 } });
    expect(settings['kaleido-planner']).toMatchObject({ baseline: false, plan: { variety: 60, recall: 0 } });
    expect(settings['kaleido-recall']).toEqual({
      baseline: false,
      paintsByRecall: true,
      plan: { variety: 60, recall: 60 },
    });
  });
});
