import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { createEngine } from '../../../../src/engine/pipeline/engine.js';
import type { Engine } from '../../../../src/engine/requests/types.js';
import { TINY_BUNDLE } from '../support/golden.js';

const REQUEST = { prompt: 'a cat', count: 2, variety: 60, seed: 5 };

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(await loadBundle(TINY_BUNDLE), { threads: 1 });
});
afterAll(() => engine?.dispose());

describe('a plan that is to keep the draft of another memory', () => {
  it('is planned as if there were none', async () => {
    const foreign: Draft = {
      style: 'flat',
      kind: 'single',
      things: [{ thing: 'unicorn', picture: 'other:unicorn', flip: false }],
      recall: 60,
    };
    const pinned = { palette: [{ colour: '#ff0000', share: 1 }] };
    const plan = await engine.plan({ ...REQUEST, pinned, draft: foreign, shown: [foreign] });
    const without = await engine.plan({ ...REQUEST, pinned });
    expect(plan).toEqual(without);
    expect(plan.cells[0]!.draft).toMatchObject({ things: [{ thing: 'cat' }] });
  });
});
