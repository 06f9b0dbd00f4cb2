import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEDULERS } from '../../../../src/diffusers/schedulers/index.js';
import { combine } from '../../../../src/engine/samplers/sampler.js';

/** One run of the reference (training/kaleido/diffusers/schedulers.py). */
interface Trace {
  config: { _class_name: string } & Record<string, unknown>;
  steps: number;
  strength: number;
  noise: number[];
  latents: number[] | null;
  step_noise: number[][];
  timesteps: number[];
  /** What the network read at each step. */
  read: number[][];
  clean: number[];
}

const traces: Trace[] = JSON.parse(readFileSync('test/fixtures/diffusers/schedulers.json', 'utf8'));

/** The reference's network of a formula. */
const bent = (x: number, timestep: number) => 0.7 * x + 0.3 * Math.sin(3 * x) + 0.05 * Math.cos(timestep / 200);

function expectClose(found: Float32Array, wanted: readonly number[]): void {
  wanted.forEach((value, k) => {
    expect(Math.abs(found[k]! - value)).toBeLessThan(2e-4 * Math.max(1, Math.abs(value)));
  });
}

const differing = ({ config, steps, strength }: Trace) =>
  `${config._class_name} ${config.timestep_spacing} ${config.prediction_type}, ${steps} steps, strength ${strength}`;

describe('schedulers', () => {
  it.each(traces.map((trace) => [differing(trace), trace] as const))('%s: as the reference', (_, trace) => {
    const { timesteps, levels, noiseScale, sampler, original } = SCHEDULERS[trace.config._class_name]!(trace.config)(
      trace.steps,
      trace.strength,
    );
    expectClose(Float32Array.from(timesteps), trace.timesteps);
    const noise = Float32Array.from(trace.noise);
    let state =
      trace.latents === null
        ? combine(noiseScale, noise, 0, noise)
        : combine(levels[0]!.alpha, Float32Array.from(trace.latents), levels[0]!.sigma, noise);
    timesteps.forEach((timestep, i) => {
      expectClose(state, trace.read[i]!);
      const output = state.map((x) => bent(x, timestep));
      state = sampler.step(original(output, i, state), i, state, Float32Array.from(trace.step_noise[i]!));
    });
    expectClose(state, trace.clean);
  });

  it('say how a turbo model is told its noise', () => {
    const create = SCHEDULERS.EulerDiscreteScheduler!({ ...traces[0]!.config, timestep_spacing: 'trailing' });
    const { timesteps, levels, noiseScale } = create(1, 1);
    expect(timesteps).toEqual([999]);
    expect(levels[0]!.sigma / levels[0]!.alpha).toBeCloseTo(14.6146, 3);
    expect(noiseScale).toBe(levels[0]!.sigma);
  });

  it.each(Object.entries(SCHEDULERS))('%s takes one step, and many', (name, read) => {
    const create = read({ ...traces[0]!.config, _class_name: name });
    for (const steps of [1, 250]) {
      const { timesteps, levels } = create(steps, 1);
      expect(levels).toHaveLength(timesteps.length + 1);
      expect(levels.at(-1)).toEqual({ alpha: 1, sigma: 0 });
      expect(levels[0]!.sigma).toBeGreaterThan(0.9);
      expect([...timesteps].sort((a, b) => b - a)).toEqual(timesteps);
    }
  });

  it('keep at least one step of a picture to begin with', () => {
    for (const read of Object.values(SCHEDULERS)) {
      expect(read(traces[0]!.config)(4, 0.05).timesteps).not.toHaveLength(0);
    }
  });

  it('refuse a configuration of another kind', () => {
    const { EulerDiscreteScheduler } = SCHEDULERS;
    for (const change of [{ beta_schedule: 'sigmoid' }, { prediction_type: 'x' }, { beta_start: 'a' }]) {
      expect(() => EulerDiscreteScheduler!({ ...traces[0]!.config, ...change })).toThrow();
    }
  });
});
