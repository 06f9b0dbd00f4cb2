import { afterAll, describe, expect, it } from 'vitest';
import { decideQuota } from '../../../src/core/quota/quota.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import type { Draft } from '../../../src/engine/draft/draft.js';
import { openTestDatabase } from '../../support/database.js';
import { cell, NOW, request, somebody } from './asking.js';

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

const foxOf = (set: string): Draft => ({
  style: 'flat',
  kind: 'single',
  things: [{ thing: 'fox', picture: `${set}:fox`, paint: 'red', flip: true }],
  boxes: [{ label: 'fox', x0: 0, y0: 0.25, x1: 1, y1: 1 }],
  recall: 70,
});

/** A generation of a line, some milliseconds after NOW, that has shown these; unfinished where there are none. */
async function made(
  actor: Actor,
  ms: number,
  drafts: (Draft | null)[] | null,
  change: Partial<Pick<Generation, 'rootId' | 'prompt' | 'origin'>> = {},
): Promise<Generation> {
  const at = new Date(NOW.getTime() + ms);
  const { generation } = await store.generations.accept(request(actor, change), decideQuota, at);
  const { id } = generation;
  if (drafts === null) return generation;
  const begun = (await store.generations.begin(id, at))!;
  const cells = drafts.map((draft, index) => cell(index, { draft }));
  await store.generations.planned(begun, { cells, vendi: 1, candidates: 1, isExhausted: true });
  await store.generations.finish(begun, { cells, gridKey: `grids/${id}.png` }, at);
  return (await store.generations.find(id))!;
}

describe('drafts that a line has shown', () => {
  it('are read as they were written, with the cell’s own prompt and that nothing new was left', async () => {
    const draft = foxOf('noto');
    const { id } = await made(somebody(), 0, [draft, null]);
    const found = await store.generations.find(id);
    expect(found?.cells.map((one) => one.draft)).toEqual([draft, null]);
    expect(found?.isExhausted).toBe(true);
  });

  it('are those of its finished generations of the same prompt that were asked for before, each once, the newest first', async () => {
    const ada = somebody();
    const prompt = 'a fox';
    const root = await made(ada, 0, [foxOf('a'), foxOf('b')], { prompt });
    const line = { prompt, rootId: root.id };
    await made(ada, 1, [foxOf('a'), foxOf('c'), null], line);
    await made(ada, 2, [foxOf('other')], { ...line, prompt: 'a dog' });
    await made(ada, 3, null, line);
    await made(ada, 4, [foxOf('d')], { ...line, origin: 'plan' });
    const now = await made(ada, 5, null, line);
    await made(ada, 6, [foxOf('later')], line);
    await made(ada, 0, [foxOf('elsewhere')], { prompt });
    const shown = await store.generations.shownDrafts(now, 400);
    expect(shown).toEqual([foxOf('d'), foxOf('a'), foxOf('c'), foxOf('b')]);
    expect(await store.generations.shownDrafts(now, 2)).toEqual([foxOf('d'), foxOf('a')]);
    expect(await store.generations.shownDrafts(root, 400)).toEqual([]);
  });

  it('are forgotten with what is deleted', async () => {
    const ada = somebody();
    const root = await made(ada, 0, [foxOf('a')]);
    const child = await made(ada, 1, null, { rootId: root.id, prompt: root.prompt });
    await store.generations.delete(root.id, NOW);
    expect(await store.generations.shownDrafts(child, 400)).toEqual([]);
  });
});

it('nothing that somebody wrote is left of what is deleted', async () => {
  const ada = somebody();
  const settings = { ...request(ada).settings, without: 'my secret', style: 'flat' };
  const { generation } = await store.generations.accept(request(ada, { settings }), decideQuota, NOW);
  await store.generations.delete(generation.id, NOW);
  const left = await store.generations.find(generation.id);
  expect(left).toMatchObject({ status: 'deleted', prompt: '', tasks: [], settings: { style: 'flat' } });
  expect(JSON.stringify(left)).not.toContain('secret');
});

describe('pins of one cell alone', () => {
  it('stand beside those of other cells, and make way for what goes to all', async () => {
    const ada = somebody();
    const { id } = await made(ada, 0, [null, null]);
    const { generations } = store;
    await generations.pin(id, { cell: 0, kind: 'palette', isLocal: true }, ada);
    expect(await generations.pin(id, { cell: 1, kind: 'palette', isLocal: true }, ada)).toEqual([
      { cell: 0, kind: 'palette', isLocal: true },
      { cell: 1, kind: 'palette', isLocal: true },
    ]);
    expect(await generations.unpin(id, { cell: 0, kind: 'palette', isLocal: true })).toHaveLength(1);
    expect(await generations.pin(id, { cell: null, kind: 'palette' }, ada)).toEqual([{ cell: null, kind: 'palette' }]);
    expect(await generations.pin(id, { cell: 1, kind: 'palette', isLocal: true }, ada)).toEqual([
      { cell: 1, kind: 'palette', isLocal: true },
    ]);
  });
});
