import { afterAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/core/access/scope.js';
import { decideQuota } from '../../../src/core/quota/quota.js';
import type { Cell, Generation } from '../../../src/core/types.js';
import { openTestDatabase } from '../../support/database.js';
import { cell, NOW, request, SINCE, somebody } from './asking.js';

const LATER = new Date(NOW.getTime() + 60_000);
const FAILURE = { code: 'model_failed', message: 'It broke.', data: { at: 3 } };

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

async function accepted(change = {}): Promise<Generation> {
  return (await store.generations.accept(request(somebody(), change), decideQuota, NOW)).generation;
}

async function isDue({ id, platform }: Generation): Promise<boolean> {
  const due = await store.deliveries.claim(platform, 1000, 0, LATER);
  return due.some(({ generationId }) => generationId === id);
}

/** Begins work. @returns what may write */
async function begun({ id }: Pick<Generation, 'id'>, at = NOW): Promise<Generation> {
  const generation = await store.generations.begin(id, at);
  if (generation === null) throw new Error(`${id} cannot be begun`);
  return generation;
}

function spent(generation: Generation): Promise<{ images: number }> {
  return store.quotas.usage(scopeOf(generation), generation.userId, SINCE);
}

const done = (cells: Cell[]) => ({ cells, gridKey: 'grids/a.png' });

describe('work on a generation', () => {
  it('goes from queued to done, and then its delivery is due', async () => {
    const { id, ...generation } = await accepted();
    const work = await begun({ id });
    expect(work).toMatchObject({ id, attempt: 1, status: 'planning', startedAt: NOW });
    expect(
      await store.generations.planned(work, {
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
    expect(await store.generations.finish(work, done(cells), LATER)).toBe(true);
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
    await store.generations.finish(await begun({ id }), done([cell(0)]), LATER);
    expect(await store.generations.find(id)).toMatchObject({ status: 'planned' });
  });

  it('is begun again after a crash, with its first start kept', async () => {
    const { id } = await accepted();
    const plan = { cells: [cell(0)], vendi: 1, candidates: 1, isExhausted: true, standIn: 'few' as const };
    await store.generations.planned(await begun({ id }), plan);
    expect(await store.generations.find(id)).toMatchObject({ isExhausted: true, standIn: 'few' });
    const again = await begun({ id }, LATER);
    expect(again.standIn).toBeUndefined();
    expect(again).toMatchObject({ attempt: 2, status: 'planning', startedAt: NOW });
    expect(again).toMatchObject({ cells: [], vendi: null, candidates: null, isExhausted: false });
    await store.generations.planned(again, { cells: [cell(1)], vendi: 1, candidates: 1, isExhausted: false });
    expect((await store.generations.find(id))?.cells.map(({ index }) => index)).toEqual([1]);
  });

  it('waits with what was done of it while its painter is away, and goes on from there, also after a death', async () => {
    const generation = await accepted();
    const { id } = generation;
    const work = await begun(generation);
    const plan = { cells: [cell(0, { imageKey: 'cells/parent/1-0.png' }), cell(1)], vendi: 1.5, candidates: 12 };
    await store.generations.planned(work, { ...plan, isExhausted: true });
    const key = `cells/${id}/1-1.png`;
    expect(await store.generations.putAside(work, new Map([[1, key]]))).toBe(true);
    expect(await store.generations.find(id)).toMatchObject({ status: 'queued', attempt: 1, waits: 1 });
    expect(await store.generations.finish(work, done([cell(0)]), LATER)).toBe(false);
    expect(await store.generations.putAside(work, new Map())).toBe(false);
    expect(await spent(generation)).toMatchObject({ images: 4, inFlight: 1 });

    const again = await begun({ id }, LATER);
    expect(again).toMatchObject({ attempt: 2, waits: 1, status: 'planning', startedAt: NOW, vendi: 1.5 });
    expect(again).toMatchObject({ candidates: 12, isExhausted: true });
    expect(again.cells.map(({ imageKey }) => imageKey)).toEqual(['cells/parent/1-0.png', key]);
    const afterDeath = await begun({ id }, LATER);
    expect(afterDeath.cells.map(({ imageKey }) => imageKey)).toEqual(['cells/parent/1-0.png', key]);
  });

  it('is cancelled at once while it waits for its painter, is paid back, and its pictures are let go of', async () => {
    const generation = await accepted();
    const { id } = generation;
    const work = await begun(generation);
    const cells = [cell(0, { imageKey: 'cells/parent/1-0.png' }), cell(1)];
    await store.generations.planned(work, { cells, vendi: 1, candidates: 1, isExhausted: false });
    const key = `cells/${id}/1-1.png`;
    await store.generations.putAside(work, new Map([[1, key]]));
    expect(await store.generations.cancel(id, LATER)).toBe('cancelled');
    expect(await store.generations.begin(id, LATER)).toBeNull();
    const found = await store.generations.find(id);
    expect(found?.status).toBe('cancelled');
    expect(found?.cells.map(({ imageKey }) => imageKey)).toEqual(['cells/parent/1-0.png', null]);
    expect(await spent(generation)).toMatchObject({ images: 0, inFlight: 0 });
    expect(await isDue(generation)).toBe(true);
    const rows = await database.query('SELECT key FROM unwanted_blob WHERE key = $1', [key]);
    expect(rows).toEqual([{ key }]);
  });

  it('ends once, whoever is first', async () => {
    for (let round = 0; round < 10; round++) {
      const generation = await accepted();
      const { id } = generation;
      const work = await begun(generation);
      const outcomes = await Promise.all([
        store.generations.finish(work, done([cell(0)]), LATER),
        store.generations.fail(work, FAILURE, LATER),
        store.generations.cancelled(work, LATER),
        store.generations.fail(work, FAILURE, LATER),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const status = (await store.generations.find(id))?.status;
      expect(await spent(generation)).toMatchObject({ images: status === 'done' ? 4 : 0 });
    }
  });

  it('that failed tells why', async () => {
    const generation = await accepted();
    await store.generations.fail(await begun(generation), FAILURE, LATER);
    expect(await store.generations.find(generation.id)).toMatchObject({ status: 'failed', failure: FAILURE });
    expect(await isDue(generation)).toBe(true);
    expect(await store.generations.begin(generation.id, LATER)).toBeNull();
  });

  it('that nobody asked for is not begun', async () => {
    expect(await store.generations.begin('none', NOW)).toBeNull();
  });
});

describe('an attempt that was begun again elsewhere', () => {
  const plan = (seed: number) => ({ cells: [cell(0, { seed })], vendi: 1, candidates: seed, isExhausted: false });
  const result = (seed: number) => ({ cells: [cell(0, { seed })], gridKey: `grids/${seed}.png` });
  const WRITES: Readonly<Record<string, (work: Generation) => Promise<boolean>>> = {
    planned: (work) => store.generations.planned(work, plan(1)),
    finish: (work) => store.generations.finish(work, result(1), LATER),
    fail: (work) => store.generations.fail(work, FAILURE, LATER),
    cancelled: (work) => store.generations.cancelled(work, LATER),
  };

  it.each(Object.keys(WRITES))('cannot write as %s at any point of the newer one', async (name) => {
    const generation = await accepted();
    const old = await begun(generation);
    const expectRefused = async () => {
      const before = await store.generations.find(generation.id);
      expect(await WRITES[name]!(old)).toBe(false);
      expect(await store.generations.find(generation.id)).toEqual(before);
    };
    await store.generations.planned(old, plan(1));
    const newer = await begun(generation);
    await expectRefused();
    await store.generations.planned(newer, plan(2));
    await expectRefused();
    expect(await store.generations.finish(newer, result(2), LATER)).toBe(true);
    await expectRefused();
    expect(await store.generations.find(generation.id)).toMatchObject({
      status: 'done',
      ...result(2),
      candidates: 2,
      failure: null,
    });
    expect(await spent(generation)).toMatchObject({ images: 4, inFlight: 0 });
  });

  it('and writes at that very moment has either done so before, or not at all', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await accepted();
      const old = await begun({ id });
      const [isFinished, newer] = await Promise.all([
        store.generations.finish(old, result(1), LATER),
        store.generations.begin(id, LATER),
      ]);
      expect(newer === null).toBe(isFinished);
      const ending = isFinished ? { status: 'done', ...result(1) } : { status: 'planning', cells: [], gridKey: null };
      expect(await store.generations.find(id)).toMatchObject(ending);
    }
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
    const result = { cells: [cell(0, { imageKey: `cells/${id}/0.png` })], gridKey: `grids/${id}.png` };
    await store.generations.finish(await begun(generation), result, LATER);
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
    const shared = done([cell(0, { imageKey: `cells/${id}/0.png` })]);
    await store.generations.finish(await begun(child), shared, LATER);
    expect(await store.generations.delete(id, LATER)).toEqual([`grids/${id}.png`]);
  });

  it('gives back what moves with what stands still, and keeps it with that', async () => {
    const usual = { count: 4, variety: 60, seed: 7, showLatents: false, isPrivate: false, isSpoiler: false };
    const { id } = await finished({ settings: { ...usual, isMoving: true } });
    const child = await accepted({ parentId: id, rootId: id, settings: { ...usual, isMoving: true } });
    const still = `cells/${id}/0.png`;
    await store.generations.finish(await begun(child), done([cell(0, { imageKey: still })]), LATER);
    expect(await store.generations.delete(id, LATER)).toEqual([`grids/${id}.png`]);
    expect((await store.generations.delete(child.id, LATER)).sort()).toEqual([still, `${still}.webp`]);
  });

  it('of what runs stops and refunds it', async () => {
    const generation = await accepted();
    const work = await begun(generation);
    await store.generations.delete(generation.id, LATER);
    expect(await spent(generation)).toMatchObject({ images: 0, inFlight: 0 });
    expect(await store.generations.finish(work, done([]), LATER)).toBe(false);
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
  await store.generations.finish(await begun(generation), done([cell(0)]), LATER);
  await database.query('INSERT INTO latent VALUES ($1, 0, $2, $3, $4)', [id, 'depth', '[1]', 'sampled']);
  expect((await store.generations.find(id))?.cells[0]?.latents).toEqual(cell(0).latents);

  await database.query("UPDATE generation SET origin = 'dreamt' WHERE id = $1", [id]);
  const before = database.warnings.length;
  expect(
    await store.generations.history({ viewer: generation, isOwn: true, spaceId, conversationId, limit: 5 }),
  ).toEqual([]);
  expect(database.warnings).toHaveLength(before + 1);
});
