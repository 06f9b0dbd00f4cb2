import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { GUIDANCE_NAMES, GUIDANCE_RULES } from '../../../../src/engine/guidance/index.js';

const rng = createRng(1, 'guidance-test');
const CONDITIONAL = rng.gaussian(256).map((value) => 0.5 * value + 0.1);
const UNCONDITIONAL = rng.gaussian(256).map((value, k) => 0.2 * value + 0.5 * CONDITIONAL[k]!);

const rms = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

describe.each(GUIDANCE_NAMES)('%s', (name) => {
  it('gives back the conditional prediction at scale 1', () => {
    const guided = GUIDANCE_RULES[name]()(CONDITIONAL, UNCONDITIONAL, 1);
    guided.forEach((value, k) => {
      expect(value).toBeCloseTo(CONDITIONAL[k]!, 6);
    });
  });

  it('changes nothing when both predictions agree', () => {
    const guided = GUIDANCE_RULES[name]()(CONDITIONAL, CONDITIONAL, 7);
    expect(guided).toEqual(CONDITIONAL);
  });

  it('moves away from the unconditional prediction', () => {
    const guided = GUIDANCE_RULES[name]()(CONDITIONAL, UNCONDITIONAL, 4);
    const along = guided.reduce(
      (sum, value, k) => sum + (value - CONDITIONAL[k]!) * (CONDITIONAL[k]! - UNCONDITIONAL[k]!),
      0,
    );
    expect(along).toBeGreaterThan(0);
  });
});

describe('cfg', () => {
  it('extrapolates from the unconditional prediction through the conditional one', () => {
    const guided = GUIDANCE_RULES.cfg()(Float32Array.of(0.5, -0.5), Float32Array.of(0.25, 0), 4);
    expect(guided).toEqual(Float32Array.of(1.25, -2));
  });
});

describe('apg', () => {
  it('adds nothing parallel to the conditional prediction', () => {
    const guided = GUIDANCE_RULES.apg()(CONDITIONAL, UNCONDITIONAL, 8);
    const added = guided.map((value, k) => value - CONDITIONAL[k]!);
    const parallel = added.reduce((sum, value, k) => sum + value * CONDITIONAL[k]!, 0);
    expect(Math.abs(parallel) / (rms(added) * rms(CONDITIONAL) * added.length)).toBeLessThan(1e-4);
  });

  it('raises contrast less than cfg at a high scale', () => {
    const apg = GUIDANCE_RULES.apg()(CONDITIONAL, UNCONDITIONAL, 10);
    const cfg = GUIDANCE_RULES.cfg()(CONDITIONAL, UNCONDITIONAL, 10);
    expect(rms(apg)).toBeLessThan(0.6 * rms(cfg));
  });

  it('damps a difference that persists over the steps', () => {
    const rule = GUIDANCE_RULES.apg();
    const near = UNCONDITIONAL.map((value, k) => CONDITIONAL[k]! + 0.1 * (value - CONDITIONAL[k]!));
    const strength = () => rms(rule(CONDITIONAL, near, 4).map((value, k) => value - CONDITIONAL[k]!));
    const first = strength();
    expect(strength()).toBeLessThan(0.6 * first);
  });
});
