import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { scopeOf } from '../../../src/core/access/scope.js';
import type { AcceptRequest } from '../../../src/core/ports.js';
import { decideQuota } from '../../../src/core/quota/quota.js';
import type { Actor, QuotaPolicy } from '../../../src/core/types.js';
import { openTestDatabase } from '../../support/database.js';
import { audit, cell, NOW, request, SINCE, somebody } from './asking.js';

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

function limit(actor: Actor, policy: QuotaPolicy): Promise<void> {
  return store.quotas.setPolicy(policy, audit(actor));
}

const accept = (asked: AcceptRequest) => store.generations.accept(asked, decideQuota, NOW);

describe('accepting a request', () => {
  it('creates generation, outbox row and charge together, and reads back what was asked', async () => {
    const asked = request(somebody(), {
      pins: [
        { cell: null, kind: 'palette' },
        { cell: 1, kind: null },
      ],
    });
    const { generation, delivery, isNew } = await accept(asked);
    expect(isNew).toBe(true);
    expect(await store.generations.find(asked.id)).toEqual(generation);
    expect(generation).toMatchObject({ status: 'queued', tasks: asked.tasks, settings: asked.settings, cells: [] });
    expect(await store.deliveries.find(asked.id)).toEqual(delivery);
    expect(delivery).toMatchObject({ generationId: asked.id, address: asked.address, message: null });
    expect(await store.generations.pins(asked.id)).toEqual(expect.arrayContaining(asked.pins as never[]));
    const { actor } = asked;
    expect(await store.quotas.usage(scopeOf(actor), actor.userId, SINCE)).toEqual({
      images: 4,
      granted: 0,
      inFlight: 1,
      cost: 0,
    });
  });

  it('writes nothing when the quota refuses', async () => {
    const actor = somebody();
    await limit(actor, { subject: 'default', subjectId: '', imagesPerDay: 6 });
    await accept(request(actor));
    const refused = request(actor);
    await expect(accept(refused)).rejects.toMatchObject({
      code: 'quota_exceeded',
      data: { subject: 'default', limit: 'imagesPerDay', allowed: 6, used: 4 },
    });
    expect(await store.generations.find(refused.id)).toBeNull();
    expect(await store.deliveries.find(refused.id)).toBeNull();
    expect((await store.quotas.usage(scopeOf(actor), actor.userId, SINCE)).images).toBe(4);
  });

  it('gives the same generation for the same key, also at once, and charges once', async () => {
    const actor = somebody();
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(request(actor, { idempotencyKey }))));
    expect(new Set(answers.map(({ generation }) => generation.id)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await store.quotas.usage(scopeOf(actor), actor.userId, SINCE)).images).toBe(4);
  });

  it('never exceeds a limit however many ask at once', async () => {
    const spaceId = randomUUID();
    const actors = Array.from({ length: 10 }, () => somebody({ spaceId }));
    await limit(actors[0]!, { subject: 'default', subjectId: '', imagesPerDay: 12 });
    await limit(actors[0]!, { subject: 'space', subjectId: '', imagesPerDay: 100 });
    // 5 requests of 4 images each: 3 fit the user's 12, 25 fit the space's 100.
    const outcomes = await Promise.allSettled(
      actors.flatMap((actor) => Array.from({ length: 5 }, () => accept(request(actor)))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['quota_exceeded']));
    const usages = await Promise.all(actors.map((actor) => store.quotas.usage(scopeOf(actor), actor.userId, SINCE)));
    expect(usages.every(({ images }) => images <= 12)).toBe(true);
    expect(usages.reduce((sum, { images }) => sum + images, 0)).toBe(100);
  });

  it('counts what is in flight until it ends', async () => {
    const actor = somebody();
    await limit(actor, { subject: 'user', subjectId: actor.userId, inFlight: 1 });
    const first = request(actor);
    await accept(first);
    await expect(accept(request(actor))).rejects.toMatchObject({ data: { limit: 'inFlight', allowed: 1, used: 1 } });
    const begun = await store.generations.begin(first.id, NOW);
    await store.generations.finish(begun!, { cells: [], gridKey: 'grid' }, NOW);
    await expect(accept(request(actor))).resolves.toMatchObject({ isNew: true });
  });

  it('keeps text that PostgreSQL could not', async () => {
    const { generation } = await accept(request(somebody(), { prompt: 'a\0 cat \ud800' }));
    expect(generation.prompt).toBe('a cat \ufffd');
  });
});

describe('the ledger', () => {
  it('charges, refunds and forgives what pictures cost with them', async () => {
    const actor = somebody();
    const spent = () => store.quotas.usage(scopeOf(actor), actor.userId, SINCE);
    await limit(actor, { subject: 'default', subjectId: '', costPerDay: 500 });
    expect(await store.quotas.policies(scopeOf(actor))).toEqual([
      { subject: 'default', subjectId: '', costPerDay: 500 },
    ]);
    const asked = request(actor, { cost: 333 });
    await accept(asked);
    await expect(accept(request(actor, { cost: 168 }))).rejects.toMatchObject({
      code: 'quota_exceeded',
      data: { limit: 'costPerDay', allowed: 500, used: 333 },
    });
    await accept(request(actor, { cost: 167 }));
    expect(await spent()).toMatchObject({ images: 8, cost: 500 });
    expect(await store.generations.cancel(asked.id, NOW)).toBe('cancelled');
    expect(await store.generations.cancel(asked.id, NOW)).toBe('ended');
    expect(await spent()).toMatchObject({ images: 4, cost: 167 });
    await store.quotas.reset(actor.userId, SINCE, audit(actor));
    expect(await spent()).toMatchObject({ images: 0, cost: 0 });
  });

  it('gives back of a grid what its painter refused, as each picture was charged', async () => {
    const actor = somebody();
    const spent = () => store.quotas.usage(scopeOf(actor), actor.userId, SINCE);
    const { generation } = await accept(request(actor, { cost: 160 }));
    const begun = (await store.generations.begin(generation.id, NOW))!;
    const cells = [0, 1, 2, 3].map((index) => cell(index, index === 2 ? { refused: 'unsafe' } : {}));
    await store.generations.planned(begun, { cells, vendi: 1, candidates: 4, isExhausted: false });
    expect(await store.generations.finish(begun, { cells, gridKey: 'grid', unpainted: 1 }, NOW)).toBe(true);
    expect(await spent()).toMatchObject({ images: 3, cost: 120, inFlight: 0 });
    const refused = (await store.generations.find(generation.id))!.cells.map((one) => one.refused);
    expect(refused).toEqual([undefined, undefined, 'unsafe', undefined]);
  });

  it('refunds a failure once', async () => {
    const actor = somebody();
    const asked = request(actor);
    await accept(asked);
    const begun = (await store.generations.begin(asked.id, NOW))!;
    const failure = { code: 'model_failed', message: 'It broke.', data: {} };
    expect(await store.generations.fail(begun, failure, NOW)).toBe(true);
    expect(await store.generations.fail(begun, failure, NOW)).toBe(false);
    expect(await store.generations.cancelled(begun, NOW)).toBe(false);
    expect(await store.quotas.usage(scopeOf(actor), actor.userId, SINCE)).toEqual({
      images: 0,
      granted: 0,
      inFlight: 0,
      cost: 0,
    });
    const rows = await database.query('SELECT kind, images FROM ledger_entry WHERE generation_id = $1 ORDER BY id', [
      asked.id,
    ]);
    expect(rows).toEqual([
      { kind: 'charge', images: 4 },
      { kind: 'refund', images: -4 },
    ]);
  });

  it('adds grants, and starts afresh after a reset', async () => {
    const actor = somebody();
    const { userId } = actor;
    await accept(request(actor));
    await store.quotas.grant(userId, 10, audit(actor), null);
    expect(await store.quotas.usage(scopeOf(actor), userId, SINCE)).toMatchObject({ images: 4, granted: 10 });
    await store.quotas.reset(userId, SINCE, audit(actor));
    expect(await store.quotas.usage(scopeOf(actor), userId, SINCE)).toMatchObject({ images: 0, granted: 10 });
    await accept(request(actor));
    expect(await store.quotas.usage(scopeOf(actor), userId, SINCE)).toMatchObject({ images: 4 });
  });

  it('counts from the day that is asked for', async () => {
    const actor = somebody();
    await accept(request(actor));
    const tomorrow = new Date('2026-05-05T00:00:00Z');
    expect(await store.quotas.usage(scopeOf(actor), actor.userId, tomorrow)).toMatchObject({
      images: 0,
      inFlight: 1,
    });
  });
});
