import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/app/base/model.js';
import type { Cell, CellTask, Generation } from '../../../src/core/types.js';
import type { LatentContext } from '../../../src/engine/context/index.js';
import type { Latents } from '../../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../../src/engine/manifest/manifest.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import type { Engine } from '../../../src/engine/requests/types.js';
import { planCells } from '../../../src/worker/plan-cells.js';
import { generationLike } from '../core/support/examples.js';

const NEVER = new AbortController().signal;
const SAMPLE: CellTask = { mode: 'sample', given: {}, origins: {} };

let engine: Engine;
let model: LatentContext;
beforeAll(async () => {
  const { bundle, context } = await loadModel('test/fixtures/bundle-tiny');
  engine = await createEngine(bundle, { threads: 1 });
  model = context;
});
afterAll(() => engine?.dispose());

function generationOf(tasks: CellTask[], change: Partial<Generation> = {}): Generation {
  return generationLike({
    status: 'planning',
    prompt: 'a cat and a pizza',
    settings: { count: tasks.length, variety: 60, seed: 7, showLatents: false, isPrivate: false, isSpoiler: false },
    tasks,
    ...change,
  });
}

describe('planCells', () => {
  it('plans a plain grid as the engine does for its seed, the same each time', async () => {
    const generation = generationOf([SAMPLE, SAMPLE, SAMPLE]);
    const { cells, candidates } = await planCells(engine, model, generation, {}, NEVER);
    const plan = await engine.plan({ prompt: generation.prompt, count: 3, variety: 60, seed: 7 });
    expect(cells.map(({ latents, seed }) => ({ latents, seed }))).toEqual(
      plan.cells.map(({ latents, seed }) => ({ latents, seed })),
    );
    expect(candidates).toBe(plan.candidates);
    expect((await planCells(engine, model, generation, {}, NEVER)).cells).toEqual(cells);
  });

  it('keeps, paints and samples cells side by side, and says how each latent came about', async () => {
    const parent = (await planCells(engine, model, generationOf([SAMPLE, SAMPLE]), {}, NEVER)).cells;
    const painted: Latents = { ...parent[1]!.latents };
    const { palette } = parent[0]!.latents;
    const visualTokenizer = visualTokenizerOf(model.manifest);
    const { cells } = await planCells(
      engine,
      model,
      generationOf([
        { mode: 'keep', from: 1 },
        { mode: 'paint', given: painted, origins: { palette: 'edited' }, seed: 99, visualTokenizer },
        { mode: 'sample', given: { palette: palette! }, origins: { palette: 'pinned' } },
      ]),
      { kept: parent.map((cell): Cell => ({ ...cell, imageKey: `parent/${cell.index}.png` })) },
      NEVER,
    );
    expect(cells.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(cells[0]).toMatchObject({ seed: parent[1]!.seed, latents: painted, origins: { palette: 'kept' } });
    expect(cells[1]).toMatchObject({ seed: 99, latents: painted, origins: { palette: 'edited' }, imageKey: null });
    expect(cells[2]).toMatchObject({ latents: { palette }, origins: { palette: 'pinned', tokens: 'sampled' } });
    expect(cells[2]!.latents.tokens).not.toEqual(painted.tokens);
  });

  it('samples what was to be painted with the tokens of another bundle, keeps the rest, and tells', async () => {
    const [old] = (await planCells(engine, model, generationOf([SAMPLE]), {}, NEVER)).cells;
    const { tokens, ...rest } = old!.latents;
    const mine = visualTokenizerOf(model.manifest);
    for (const visualTokenizer of [undefined, null, 'c0ffee00']) {
      const tasks: CellTask[] = [
        { mode: 'paint', given: old!.latents, origins: { palette: 'pinned' }, seed: 99, visualTokenizer },
        { mode: 'keep', from: 0 },
      ];
      const parent = [{ ...old!, visualTokenizer: 'c0ffee00', imageKey: 'parent/0.png' }];
      const { cells } = await planCells(engine, model, generationOf(tasks), { kept: parent }, NEVER);
      expect(cells[0]).toMatchObject({
        latents: rest,
        visualTokenizer: mine,
        lost: [{ kind: 'tokens', how: 'dropped' }],
      });
      expect(cells[0]!.origins).toMatchObject({ palette: 'pinned', tokens: 'sampled' });
      expect(cells[0]!.latents.tokens).toHaveLength(tokens!.length);
      // A kept picture stays what it is.
      expect(cells[1]).toMatchObject({ latents: old!.latents, visualTokenizer: 'c0ffee00', lost: [] });
    }
  });

  it('samples again a cell whose latents say a blocked word, and leaves the others', async () => {
    const plain = (await planCells(engine, model, generationOf([SAMPLE, SAMPLE, SAMPLE]), {}, NEVER)).cells;
    const wordsOf = ({ latents }: Cell) => new Set(latents.description?.match(/[a-z]{2,}/g) ?? []);
    // A word that one of them alone says.
    const said = plain.flatMap((cell) => [...wordsOf(cell)]);
    const term = said.find((word) => said.filter((other) => other === word).length === 1)!;
    expect(term).toBeDefined();
    const at = plain.findIndex((cell) => wordsOf(cell).has(term));
    const { cells } = await planCells(
      engine,
      model,
      generationOf([SAMPLE, SAMPLE, SAMPLE], { blocklist: [term] }),
      {},
      NEVER,
    );
    expect(cells[at]!.resampled[0]).toEqual({ kind: 'description', rule: term });
    expect(wordsOf(cells[at]!).has(term)).toBe(false);
    expect(cells.filter((_, k) => k !== at)).toEqual(plain.filter((_, k) => k !== at));
  });

  it('gives up a cell that says it whatever is sampled', async () => {
    const given = { description: 'a cat' };
    const tasks: CellTask[] = [{ mode: 'sample', given, origins: { description: 'edited' } }];
    await expect(
      planCells(engine, model, generationOf(tasks, { blocklist: ['cat'] }), {}, NEVER),
    ).rejects.toMatchObject({ code: 'blocked_latents', data: { term: 'cat', kind: 'description', cell: 1 } });
  });

  it('refuses to keep a cell that is no more', async () => {
    const tasks: CellTask[] = [{ mode: 'keep', from: 2 }];
    await expect(planCells(engine, model, generationOf(tasks), {}, NEVER)).rejects.toMatchObject({
      code: 'parent_gone',
      data: { cell: 3 },
    });
  });
});
