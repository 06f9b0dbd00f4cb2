import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/core/access/scope.js';
import type { Store } from '../../../src/core/ports.js';
import { decideQuota } from '../../../src/core/quota/quota.js';
import type { Cell, Generation } from '../../../src/core/types.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { cell, NOW, request, SINCE, somebody } from './asking.js';

const LATER = new Date(NOW.getTime() + 60_000);
const FAILURE = { code: 'model_failed', message: 'It broke.', data: { at: 3 } };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  ({ store } = database);
});
afterAll(() => database?.close());

async function accepted(change = {}): Promise<Generation> {
  return (await store.generations.accept(request(somebody(), change), decideQuota, NOW)).generation;
}

async function isDue({ id, platform }: Generation): Promise<boolean> {
  const due = await store.deliveries.claim(platform, 1000, 0, LATER);
  return due.some(({ generationId }) => generationId === id);
}

function spent(generation: Generation): Promise<{ images: number }> {
  return store.quotas.usage(scopeOf(generation), generation.userId, SINCE);
}

const done = (cells: Cell[]) => ({ cells, gridKey: 'grids/a.png' });

describe('work on a generation', () => {
  it('goes from queued to done, and then its delivery is due', async () => {
    const { id, ...generation } = await accepted();
    expect(await store.generations.begin(id, NOW)).toMatchObject({ id, status: 'planning', startedAt: NOW });
    expect(
      await store.generations.planned(id, {
        cells: [cell(0), cell(1)],
        vendi: 1.5,
        candidates: 12,
        isExhausted: false,
      }),
    ).toBe(true);
    expect(await store.generations.find(id)).toMatchObject({ status: 'painting', vendi: 1.5, candidates: 12 });
    expect(await isDue({ id, ...generation })).toBe(false);

    const cells = [
      cell(0, { imageKey: 'cells/0.png' }),
      cell(1, { resampled: [{ kind: 'description', rule: 'bad' }] }),
    ];
    expect(await store.generations.finish(id, done(cells), LATER)).toBe(true);
    expect(await store.generations.find(id)).toMatchObject({
      status: 'done',
      cells,
      gridKey: 'grids/a.png',
      finishedAt: LATER,
    });
    expect(await isDue({ id, ...generation })).toBe(true);
  });

  it('that is a plan ends as planned', async () => {
    const { id } = await accepted({ origin: 'plan', images: 0 });
    await store.generations.begin(id, NOW);
    await store.generations.finish(id, done([cell(0)]), LATER);
    expect(await store.generations.find(id)).toMatchObject({ status: 'planned' });
  });

  it('is begun again after a crash, with its first start kept', async () => {
    const { id } = await accepted();
    await store.generations.begin(id, NOW);
    await store.generations.planned(id, { cells: [cell(0)], vendi: 1, candidates: 1, isExhausted: false });
    expect(await store.generations.begin(id, LATER)).toMatchObject({ status: 'planning', startedAt: NOW });
    await store.generations.planned(id, { cells: [cell(1)], vendi: 1, candidates: 1, isExhausted: false });
    expect((await store.generations.find(id))?.cells.map(({ index }) => index)).toEqual([1]);
  });

  it('ends once, whoever is first', async () => {
    for (let round = 0; round < 10; round++) {
      const generation = await accepted();
      const { id } = generation;
      await store.generations.begin(id, NOW);
      const outcomes = await Promise.all([
        store.generations.finish(id, done([cell(0)]), LATER),
        store.generations.fail(id, FAILURE, LATER),
        store.generations.cancelled(id, LATER),
        store.generations.fail(id, FAILURE, LATER),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const status = (await store.generations.find(id))?.status;
      expect(await spent(generation)).toMatchObject({ images: status === 'done' ? 4 : 0 });
    }
  });

  it('that failed tells why', async () => {
    const generation = await accepted();
    await store.generations.begin(generation.id, NOW);
    await store.generations.fail(generation.id, FAILURE, LATER);
    expect(await store.generations.find(generation.id)).toMatchObject({ status: 'failed', failure: FAILURE });
    expect(await isDue(generation)).toBe(true);
    expect(await store.generations.begin(generation.id, LATER)).toBeNull();
  });

  it('that nobody asked for is not begun', async () => {
    expect(await store.generations.begin('none', NOW)).toBeNull();
  });
});

describe('cancelling', () => {
  it('ends what waits at once, with a refund', async () => {
    const generation = await accepted();
    expect(await store.generations.cancel(generation.id, LATER)).toBe('cancelled');
    expect(await store.generations.find(generation.id)).toMatchObject({ status: 'cancelled', finishedAt: LATER });
    expect(await spent(generation)).toMatchObject({ images: 0, inFlight: 0 });
    expect(await isDue(generation)).toBe(true);
    expect(await store.generations.cancel(generation.id, LATER)).toBe('ended');
  });

  it('asks what runs to stop, and is remembered when its worker dies', async () => {
    const generation = await accepted();
    await store.generations.begin(generation.id, NOW);
    expect(await store.generations.cancel(generation.id, LATER)).toBe('stopping');
    expect(await store.generations.find(generation.id)).toMatchObject({ status: 'planning', cancelRequestedAt: LATER });
    expect(await store.generations.begin(generation.id, LATER)).toBeNull();
    expect(await store.generations.find(generation.id)).toMatchObject({ status: 'cancelled' });
    expect(await spent(generation)).toMatchObject({ images: 0 });
  });
});

describe('deleting', () => {
  async function finished(change = {}): Promise<Generation> {
    const generation = await accepted(change);
    const { id } = generation;
    await store.generations.begin(id, NOW);
    const result = { cells: [cell(0, { imageKey: `cells/${id}/0.png` })], gridKey: `grids/${id}.png` };
    await store.generations.finish(id, result, LATER);
    return generation;
  }

  it('clears what people wrote and gives back the keys, and the ledger stays', async () => {
    const generation = await finished({ pins: [{ cell: 0, kind: null }] });
    const { id } = generation;
    expect((await store.generations.delete(id, LATER)).sort()).toEqual([`cells/${id}/0.png`, `grids/${id}.png`]);
    expect(await store.generations.find(id)).toMatchObject({
      status: 'deleted',
      prompt: '',
      tasks: [],
      cells: [],
      gridKey: null,
    });
    expect(await store.generations.pins(id)).toEqual([]);
    expect(await spent(generation)).toMatchObject({ images: 4 });
    expect(await isDue(generation)).toBe(false);
    expect(await store.generations.delete(id, LATER)).toEqual([]);
  });

  it('keeps pictures that another grid shows', async () => {
    const { id } = await finished();
    const child = await accepted({ parentId: id, rootId: id });
    await store.generations.begin(child.id, NOW);
    await store.generations.finish(child.id, done([cell(0, { imageKey: `cells/${id}/0.png` })]), LATER);
    expect(await store.generations.delete(id, LATER)).toEqual([`grids/${id}.png`]);
  });

  it('of what runs stops and refunds it', async () => {
    const generation = await accepted();
    await store.generations.begin(generation.id, NOW);
    await store.generations.delete(generation.id, LATER);
    expect(await spent(generation)).toMatchObject({ images: 0, inFlight: 0 });
    expect(await store.generations.finish(generation.id, done([]), LATER)).toBe(false);
  });
});

describe('the sweep for lost requests', () => {
  it('finds what has not ended and is old enough', async () => {
    const lost = await accepted();
    const cancelled = await accepted();
    await store.generations.cancel(cancelled.id, LATER);
    const ids = async (before: Date) => (await store.generations.unfinished(before)).map(({ id }) => id);
    expect(await ids(LATER)).toContain(lost.id);
    expect(await ids(LATER)).not.toContain(cancelled.id);
    expect(await ids(NOW)).not.toContain(lost.id);
  });
});

it('leaves out what a newer version wrote, and tells of it', async () => {
  const generation = await accepted();
  const { id, spaceId, conversationId } = generation;
  await store.generations.begin(id, NOW);
  await store.generations.finish(id, done([cell(0)]), LATER);
  await database.query('INSERT INTO latent VALUES ($1, 0, $2, $3, $4)', [id, 'depth', '[1]', 'sampled']);
  expect((await store.generations.find(id))?.cells[0]?.latents).toEqual(cell(0).latents);

  await database.query("UPDATE generation SET origin = 'dreamt' WHERE id = $1", [id]);
  const before = database.warnings.length;
  expect(
    await store.generations.history({ viewer: generation, isOwn: true, spaceId, conversationId, limit: 5 }),
  ).toEqual([]);
  expect(database.warnings).toHaveLength(before + 1);
});
