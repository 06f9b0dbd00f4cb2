import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Latents } from '../../../../src/engine/latents/index.js';
import { createEngine } from '../../../../src/engine/pipeline/engine.js';
import type { CellPlan, Engine, PaintEvent, PaintRequest, PlanRequest } from '../../../../src/engine/requests/types.js';
import { TINY_BUNDLE } from '../support/golden.js';

const REQUEST: PlanRequest = { prompt: 'a cat and a pizza', count: 4, variety: 60, seed: 7 };

describe('the engine on the tiny bundle', () => {
  let engine: Engine;
  let cells: readonly CellPlan[];
  let colours: string[];
  /** Index of the cell of which most is to be seen: pictures of random weights are now and then all but empty. */
  let shown: number;

  beforeAll(async () => {
    const bundle = await loadBundle(TINY_BUNDLE);
    colours = bundle.manifest.palette.colours;
    engine = await createEngine(bundle, { threads: 1 });
    cells = (await engine.plan(REQUEST)).cells;
    const alpha = (await pictures()).map(({ data }) =>
      data.reduce((sum, value, k) => sum + (k % 4 === 3 ? value : 0), 0),
    );
    shown = alpha.indexOf(Math.max(...alpha));
  });
  afterAll(() => engine.dispose());

  async function events(request: Partial<PaintRequest> = {}, signal?: AbortSignal): Promise<PaintEvent[]> {
    const all: PaintEvent[] = [];
    const full = { prompt: REQUEST.prompt, cells, steps: 3, ...request };
    for await (const event of engine.paint(full, signal)) all.push(event);
    return all;
  }

  async function pictures(request: Partial<PaintRequest> = {}): Promise<RgbaImage[]> {
    const last = (await events(request)).at(-1);
    return last?.type === 'done' ? last.images : [];
  }

  describe('plan', () => {
    it('gives the same plan for the same seed, and another for another', async () => {
      const again = await engine.plan(REQUEST);
      expect(again.cells).toEqual(cells);
      // A pair has no more drawings here than these; a single thing is tilted one way or another.
      const [one, other] = await Promise.all([7, 8].map((seed) => engine.plan({ ...REQUEST, prompt: 'a cat', seed })));
      expect(other!.cells.map(({ latents }) => latents)).not.toEqual(one!.cells.map(({ latents }) => latents));
    });

    it('chooses different cells from 18 candidates at variety 60', async () => {
      const { candidates, vendi, cells } = await engine.plan({ ...REQUEST, recall: 0 });
      expect(candidates).toBe(18);
      expect(new Set(cells.map(({ latents }) => JSON.stringify(latents))).size).toBe(4);
      expect(new Set(cells.map(({ seed }) => seed)).size).toBe(4);
      expect(vendi).toBeGreaterThan(1.2);
      expect(vendi).toBeLessThanOrEqual(4);
    });

    it('shares one plan between all cells at variety 0, so that they differ in their seeds only', async () => {
      for (const recall of [0, 60]) {
        const plan = await engine.plan({ ...REQUEST, variety: 0, recall });
        for (const { latents } of plan.cells) expect(latents).toEqual(plan.cells[0]!.latents);
        expect(new Set(plan.cells.map(({ seed }) => seed)).size).toBe(4);
        expect(plan.vendi).toBeCloseTo(1, 9);
      }
    });

    it('keeps pinned values in every cell and samples the rest', async () => {
      const pinned: Latents = { palette: [{ colour: colours[3]!, share: 0.625 }] };
      const plan = await engine.plan({ ...REQUEST, pinned });
      for (const { latents } of plan.cells) {
        expect(latents.palette).toEqual(pinned.palette);
        expect(latents.tokens).toHaveLength(64);
      }
    });

    it('samples nothing when all is pinned', async () => {
      const plan = await engine.plan({ ...REQUEST, pinned: cells[0]!.latents });
      expect(plan.candidates).toBe(1);
      for (const cell of plan.cells) expect(cell).toMatchObject({ latents: cells[0]!.latents, logLikelihood: 0 });
    });

    it('samples only the kinds asked for', async () => {
      const plan = await engine.plan({ ...REQUEST, kinds: ['palette', 'boxes'] });
      for (const { latents } of plan.cells) expect(Object.keys(latents).sort()).toEqual(['boxes', 'palette']);
    });

    it('stops when the signal is aborted', async () => {
      const reason = new Error('stop');
      await expect(engine.plan(REQUEST, AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    it('refuses a request out of range', async () => {
      await expect(engine.plan({ ...REQUEST, variety: 200 })).rejects.toMatchObject({ code: 'bad_option' });
    });
  });

  describe('paint', () => {
    it('paints one 128-pixel picture a cell, the same ones each time', async () => {
      const first = await pictures();
      expect(first.map(({ width, height, data }) => [width, height, data.length])).toEqual(
        new Array(4).fill([128, 128, 4 * 128 * 128]),
      );
      expect(await pictures()).toEqual(first);
    });

    it.each(['ddim', 'ddpm', 'dpm-solver++'] as const)(
      'paints a cell alike alone and in company with %s',
      async (sampler) => {
        const together = await pictures({ sampler });
        const [alone] = await pictures({ sampler, cells: [cells[shown]!] });
        // Sums run in another order in a larger batch: one 8-bit level, or two where colour is divided by alpha.
        const visible = [...alone!.data.keys()].filter((k) => alone!.data[k | 3]! > 64);
        const differences = visible.map((k) => Math.abs(alone!.data[k]! - together[shown]!.data[k]!));
        expect(differences.length).toBeGreaterThan(500);
        expect(Math.max(...differences)).toBeLessThanOrEqual(2);
      },
    );

    it('paints another picture for another seed of the noise', async () => {
      const [first] = await pictures({ cells: [cells[0]!] });
      const [second] = await pictures({ cells: [{ ...cells[0]!, seed: (cells[0]!.seed ^ 1) >>> 0 }] });
      expect(second!.data).not.toEqual(first!.data);
    });

    it.each<[string, Partial<PaintRequest>]>([
      ['a guidance interval', { guidanceInterval: [0.2, 0.9] }],
      ['adaptive projected guidance', { guidanceRule: 'apg' }],
      ['CADS', { cads: { tau1: 0.2, tau2: 0.9, scale: 1, mix: 1 } }],
      ['no guidance', { guidance: 1 }],
    ])('paints something else with %s', async (_name, change) => {
      const { draft: _draft, ...cell } = cells[shown]!;
      const base: Partial<PaintRequest> = {
        cells: [cell],
        guidance: 4,
        guidanceRule: 'cfg',
        guidanceInterval: [0, 1],
      };
      const plain = await pictures(base);
      const changed = await pictures({ ...base, ...change });
      expect(changed[0]!.data).not.toEqual(plain[0]!.data);
    });

    it('paints cells with and without visual tokens side by side', async () => {
      const { tokens: _, ...rest } = cells[0]!.latents;
      const images = await pictures({
        cells: [{ ...cells[0]!, latents: rest }, cells[1]!, { ...cells[2]!, latents: {} }],
      });
      expect(images).toHaveLength(3);
    });

    it('reports steps and previews on the way', async () => {
      const names = (await events({ previewEvery: 2 })).map((event) => event.type);
      expect(names).toEqual(['step', 'step', 'preview', 'step', 'done']);
    });

    it('stops within a step once aborted', async () => {
      const abort = new AbortController();
      const reason = new Error('stop');
      const seen: string[] = [];
      const run = async () => {
        for await (const event of engine.paint({ prompt: 'a cat', cells, steps: 9 }, abort.signal)) {
          seen.push(event.type);
          abort.abort(reason);
        }
      };
      await expect(run()).rejects.toBe(reason);
      expect(seen).toEqual(['step']);
    });

    it('refuses a request out of range', async () => {
      await expect(events({ guidance: 50 })).rejects.toMatchObject({ code: 'bad_option' });
    });
  });
});
