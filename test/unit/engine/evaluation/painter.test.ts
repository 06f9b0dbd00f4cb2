import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { createPainter, type PaintTask } from '../../../../src/engine/evaluation/painter.js';
import type { CellPlan, Engine, PaintRequest, PlanRequest } from '../../../../src/engine/requests/types.js';

/** An engine that keeps what it was asked for; its plans have seeds as the real one's. */
function recordingEngine() {
  const planned: PlanRequest[] = [];
  const painted: PaintRequest[] = [];
  const engine: Engine = {
    async plan(request) {
      planned.push(request);
      const cells = Array.from({ length: request.count }, (_, cell): CellPlan => {
        return {
          latents: { palette: [] },
          logLikelihood: 0,
          seed: createRng(request.seed, 'cell-seed', cell).uint32(),
        };
      });
      return { cells, vendi: 1, candidates: 1, isExhausted: false };
    },
    async *paint(request) {
      painted.push(request);
      yield { type: 'done', images: [] };
    },
    async *paintTogether() {},
    signs: async () => [],
    dispose: async () => {},
  };
  return { engine, planned, painted };
}

const { signal } = new AbortController();
const task = (method: PaintTask['method'], guidance = 4): PaintTask => {
  return { method, prompt: 'a cat', count: 4, seed: 3, guidance, sampler: 'ddim', steps: 2 };
};

describe('createPainter', () => {
  it('paints the baseline without latents and by the same noise and settings as Kaleido', async () => {
    const [kaleido, baseline] = [recordingEngine(), recordingEngine()];
    const painter = createPainter({ kaleido: kaleido.engine, baseline: baseline.engine });
    await painter.paint(task('kaleido'), signal);
    await painter.paint(task('baseline'), signal);
    expect(baseline.planned).toEqual([]);
    const [ours, theirs] = [kaleido.painted[0]!, baseline.painted[0]!];
    expect(theirs.cells.map(({ latents }) => latents)).toEqual([{}, {}, {}, {}]);
    expect(theirs.cells.map(({ seed }) => seed)).toEqual(ours.cells.map(({ seed }) => seed));
    expect({ ...theirs, cells: [] }).toEqual({ ...ours, cells: [] });
  });

  it('plans once for all guidance scales and for CADS, and once more for the planner', async () => {
    const { engine, planned, painted } = recordingEngine();
    const painter = createPainter({ kaleido: engine });
    for (const guidance of [1, 4]) {
      for (const method of ['kaleido', 'kaleido-cads', 'kaleido-planner'] as const) {
        await painter.paint(task(method, guidance), signal);
      }
    }
    expect(planned.map(({ candidates }) => candidates)).toEqual([4, undefined]);
    expect(painted.map(({ cads }) => cads !== undefined)).toEqual([false, true, false, false, true, false]);
    await expect(painter.paint(task('baseline'), signal)).rejects.toThrow(RangeError);
  });
});
