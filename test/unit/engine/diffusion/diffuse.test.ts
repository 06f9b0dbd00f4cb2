import { describe, expect, it } from 'vitest';
import type { CellWay } from '../../../../src/engine/diffusion/cell-group.js';
import { type DiffusionJob, type DiffusionStep, diffuse } from '../../../../src/engine/diffusion/diffuse.js';
import { seededNoise } from '../../../../src/engine/diffusion/noise.js';
import type { DiffusionStart } from '../../../../src/engine/diffusion/start.js';
import type { SamplerName } from '../../../../src/engine/samplers/index.js';
import { type NoiseLevel, noiseLevels } from '../../../../src/engine/samplers/schedule.js';
import { maxDifference } from '../support/golden.js';
import { analyticModels, jobOf, NULL_LEVEL, RESOLUTIONS, settingsOf } from './analytic-models.js';

const CADS = { tau1: 0.6, tau2: 0.9, scale: 0.25, mix: 1 };

async function finish(job: DiffusionJob) {
  const analytic = analyticModels();
  let last: Float32Array[] = [];
  let steps = 0;
  for await (const { originals, step } of diffuse(analytic.models, job)) {
    expect(step).toBe(++steps);
    last = originals;
  }
  return { ...analytic, pictures: last, steps };
}

describe('diffuse', () => {
  it.each<SamplerName>(['ddim', 'ddpm', 'dpm-solver++'])(
    'ends at the predicted clean picture with %s',
    async (sampler) => {
      const { pictures, steps } = await finish(jobOf([0.5, -0.5], { sampler }));
      expect(steps).toBe(6);
      expect(pictures).toHaveLength(2);
      expect(pictures[0]).toEqual(new Float32Array(4 * 8 * 8).fill(0.5));
      expect(pictures[1]).toEqual(new Float32Array(4 * 8 * 8).fill(-0.5));
    },
  );

  it('extrapolates from the null condition by the guidance scale', async () => {
    const { pictures } = await finish(jobOf([0, -0.5], { guidance: 3 }));
    expect(pictures[0]![0]).toBeCloseTo(NULL_LEVEL + 3 * (0 - NULL_LEVEL), 6);
    expect(pictures[1]![0]).toBeCloseTo(NULL_LEVEL + 3 * (-0.5 - NULL_LEVEL), 6);
  });

  it('clips what guidance pushes out of range', async () => {
    const { pictures } = await finish(jobOf([0.9], { guidance: 10 }));
    expect(pictures[0]![0]).toBe(1);
  });

  it.each([
    { name: 'one row a cell without guidance', settings: { guidance: 1 }, rows: [2, 2, 2, 2, 2, 2] },
    { name: 'two rows a cell with guidance', settings: { guidance: 4 }, rows: [4, 4, 4, 4, 4, 4] },
    {
      name: 'two rows only inside the guidance interval',
      settings: { guidance: 4, guidanceInterval: [0.5, 0.95] as const },
      rows: [2, 2, 4, 4, 4, 2],
    },
  ])('calls the denoiser with $name', async ({ settings, rows }) => {
    const { rowsOfCalls } = await finish(jobOf([0.1, 0.2], settings));
    expect(rowsOfCalls).toEqual(rows);
  });

  it('never puts more than four cells into one call, in parts of nearly equal size', async () => {
    const { rowsOfCalls, pictures } = await finish(jobOf([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], { steps: 1 }));
    expect(rowsOfCalls).toEqual([3, 3, 3]);
    expect(pictures.map((picture) => Number(picture[0]!.toFixed(3)))).toEqual([
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9,
    ]);
  });

  it('computes the context once for all steps', async () => {
    const { contexts } = await finish(jobOf([0.1], { guidance: 4, steps: 5 }));
    expect(contexts).toHaveLength(1);
  });

  it('noises the conditional rows only, and only while CADS has time left', async () => {
    const job = jobOf([0.5, 0.2], { guidance: 4, steps: 10, cads: CADS });
    const { contexts, pictures } = await finish(job);
    // Times 1, 0.9, 0.8, 0.7 are above τ1; one clean context serves the other six steps.
    expect(contexts).toHaveLength(5);
    const rowLength = contexts[0]!.length / 4;
    const firstOfRows = (context: Float32Array) => [0, 1, 2, 3].map((row) => context[row * rowLength]!);
    const clean = firstOfRows(contexts[4]!);
    expect(clean[0]).toBeCloseTo(0.5, 6);
    expect(firstOfRows(contexts[2]!).slice(2)).toEqual([NULL_LEVEL, NULL_LEVEL]);
    expect(pictures[0]![0]).toBeCloseTo(1, 6);
  });

  it('draws noise by seed alone: a cell keeps its noise whatever its place and company', () => {
    const alone = seededNoise([77]);
    const third = seededNoise([5, 6, 77]);
    third.initial(0, 8, 10);
    third.step(2, 4, 10);
    expect(third.initial(2, 8, 10)).toEqual(alone.initial(0, 8, 10));
    expect(third.initial(2, 4, 10)).not.toEqual(third.initial(0, 4, 10));
  });

  it('goes on drawing new noise at every step of a stochastic sampler', () => {
    const noise = seededNoise([1]);
    expect(noise.step(0, 8, 10)).not.toEqual(noise.step(0, 8, 10));
  });

  it('stops before the next denoiser call once the signal is aborted', async () => {
    const { models, rowsOfCalls } = analyticModels();
    const abort = new AbortController();
    const reason = new Error('stop');
    const run = async () => {
      for await (const { step } of diffuse(models, jobOf([0.1], { steps: 8 }), abort.signal)) {
        if (step === 2) abort.abort(reason);
      }
    };
    await expect(run()).rejects.toBe(reason);
    expect(rowsOfCalls).toHaveLength(2);
  });

  it('begins with the picture that a cell has, noised to where it begins', async () => {
    const { models, states } = analyticModels();
    const picture = new Float32Array(4 * 8 * 8).fill(0.25);
    const job = { ...jobOf([0.5]), ways: [{ settings: settingsOf({ steps: 4 }), start: { picture, at: 0.6 } }] };
    for await (const _ of diffuse(models, job));
    expect(states.map(({ timestep }) => timestep)).toEqual([599, 449, 299, 149]);
    const noise = seededNoise([0]);
    for (const [level, side] of RESOLUTIONS.entries()) {
      const [{ alpha, sigma }] = noiseLevels(job.schedule, side / RESOLUTIONS[0]!, [599]) as [NoiseLevel, NoiseLevel];
      const drawn = noise.initial(0, side, 4 * side * side);
      const expected = drawn.map((draw) => alpha * 0.25 + sigma * draw);
      expect(maxDifference(states[0]!.samples[level]!, expected)).toBeLessThan(1e-6);
    }
  });

  it('keeps as much of the picture that a cell begins with as is to be kept, pixel by pixel', async () => {
    const picture = new Float32Array(4 * 8 * 8).fill(0.25);
    const kept = Float32Array.from({ length: 8 * 8 }, (_, p) => (p % 8) / 7);
    const paintedWith = async (start: DiffusionStart) => {
      const job = { ...jobOf([0.5]), ways: [{ settings: settingsOf({ steps: 1 }), start }] };
      for await (const { originals } of diffuse(analyticModels().models, job)) return originals[0]!;
      throw new Error('There was no step.');
    };
    const free = await paintedWith({ picture, at: 0.6 });
    const bound = await paintedWith({ picture, at: 0.6, kept });
    expect(maxDifference(bound, picture)).toBeGreaterThan(0.01);
    const expected = free.map((value, k) => value + kept[k % 64]! * (0.25 - value));
    expect(maxDifference(bound, expected)).toBeLessThan(1e-6);
  });

  it('paints cells of different settings and beginnings as each would be painted alone', async () => {
    const picture = new Float32Array(4 * 8 * 8).fill(-1);
    const ways: CellWay[] = [
      { settings: settingsOf({ steps: 6 }) },
      { settings: settingsOf({ steps: 3, sampler: 'ddim' }), start: { picture, at: 0.45 } },
      { settings: settingsOf({ steps: 3, sampler: 'ddim' }), start: { picture, at: 0.7 } },
      { settings: settingsOf({ steps: 6 }) },
    ];
    const levels = [0.1, 0.2, 0.3, 0.4];
    const { models, rowsOfCalls, states } = analyticModels();
    const steps: DiffusionStep[] = [];
    for await (const step of diffuse(models, { ...jobOf(levels), ways })) steps.push(step);
    expect(steps.map(({ step, steps: all }) => [step, all])).toEqual([1, 2, 3, 4, 5, 6].map((k) => [k, 6]));
    // The first and the last cell go together; those that begin elsewhere go by themselves, and are done after three
    // steps.
    expect(rowsOfCalls).toEqual([2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 2, 2]);
    for (const cell of levels.keys()) {
      const alone = analyticModels();
      const job = { ...jobOf([levels[cell]!], {}, seededNoise([cell])), ways: [ways[cell]!] };
      for await (const _ of diffuse(alone.models, job));
      const mine = states.filter(({ cellLevels }) =>
        cellLevels.some((level) => Math.abs(level - levels[cell]!) < 1e-6),
      );
      expect(mine.map(({ timestep }) => timestep)).toEqual(alone.states.map(({ timestep }) => timestep));
      const row = mine[0]!.cellLevels.findIndex((level) => Math.abs(level - levels[cell]!) < 1e-6);
      const last = (found: typeof mine, at: number) =>
        rowOf(found.at(-1)!.samples.at(-1)!, at, found.at(-1)!.cellLevels.length);
      expect(maxDifference(last(mine, row), last(alone.states, 0))).toBe(0);
    }
  });
});

function rowOf(values: Float32Array, row: number, rows: number): Float32Array {
  return values.subarray((row * values.length) / rows, ((row + 1) * values.length) / rows);
}
