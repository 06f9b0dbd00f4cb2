import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { LatentKind, Latents } from '../../../../src/engine/latents/index.js';
import { createEngine } from '../../../../src/engine/pipeline/engine.js';
import type { CellPlan, Engine } from '../../../../src/engine/requests/types.js';
import { TINY_BUNDLE } from '../support/golden.js';

const PROMPT = 'a cat and a pizza';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadBundle(TINY_BUNDLE), { threads: 1 });
});
afterAll(() => engine?.dispose());

const planned = async (seed: number, pinned: Latents, shown: readonly CellPlan[]) => {
  const drafts = shown.flatMap(({ draft }) => (draft ? [draft] : []));
  const { cells } = await engine.plan({ prompt: PROMPT, count: 1, variety: 60, seed, pinned, shown: drafts });
  return cells[0]!;
};

/** What is seen of a cell. */
const seen = ({ latents: { boxes, description, palette } }: CellPlan) =>
  JSON.stringify({ boxes, description, palette });

describe('a reroll that keeps what the picture itself had', () => {
  it.each<LatentKind>(['palette', 'boxes'])(
    'of the %s shows another picture, and another one without it',
    async (kind) => {
      for (let seed = 0; seed < 12; seed++) {
        const first = await planned(seed, {}, []);
        const pinned = await planned(seed + 100, { [kind]: first.latents[kind] }, [first]);
        const free = await planned(seed + 200, {}, [first, pinned]);
        expect(new Set([first, pinned, free].map(seen)).size).toBe(3);
      }
    },
  );
});
