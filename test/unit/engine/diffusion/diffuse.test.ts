import { describe, expect, it } from 'vitest';
import { type DiffusionJob, diffuse } from '../../../../src/engine/diffusion/diffuse.js';
import { seededNoise } from '../../../../src/engine/diffusion/noise.js';
import type { SamplerName } from '../../../../src/engine/types.js';
import { analyticModels, jobOf, NULL_LEVEL } from './analytic-models.js';

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
});
