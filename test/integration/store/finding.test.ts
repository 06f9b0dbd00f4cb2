import { afterAll, describe, expect, it } from 'vitest';
import { decideQuota } from '../../../src/core/quota/quota.js';
import type { Actor, Delivery } from '../../../src/core/types.js';
import { openTestDatabase } from '../../support/database.js';
import { NOW, request, somebody } from './asking.js';

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

const later = (ms: number) => new Date(NOW.getTime() + ms);

async function accept(actor: Actor, change = {}, at = NOW): Promise<string> {
  return (await store.generations.accept(request(actor, change), decideQuota, at)).generation.id;
}

describe('history', () => {
  const privately = {
    settings: { count: 1, variety: 0, seed: 1, showLatents: false, isPrivate: true, isSpoiler: false },
  };

  it('lists the newest first, page by page, also those of one moment', async () => {
    const ada = somebody();
    const { spaceId } = ada;
    const times = [0, 1, 1, 1, 2];
    const ids: string[] = [];
    for (const ms of times) ids.push(await accept(ada, {}, later(ms)));
    const seen: string[] = [];
    for (let page = 0; page < 3; page++) {
      const query = { viewer: ada, isOwn: false, spaceId, limit: 2, ...(page === 0 ? {} : { before: seen.at(-1)! }) };
      seen.push(...(await store.generations.history(query)).map(({ id }) => id));
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect([seen[0], seen[4]]).toEqual([ids[4], ids[0]]);
  });

  it('shows private grids to their requester alone, deleted ones to nobody, and nothing of another space', async () => {
    const ada = somebody();
    const bob = somebody({ spaceId: ada.spaceId, channelId: ada.channelId });
    const shown = await accept(ada);
    const hidden = await accept(ada, privately);
    const gone = await accept(ada);
    await store.generations.delete(gone, NOW);
    await accept(somebody());
    const listed = async (viewer: Actor) =>
      (await store.generations.history({ viewer, isOwn: false, spaceId: ada.spaceId, limit: 9 })).map(({ id }) => id);
    expect(new Set(await listed(ada))).toEqual(new Set([shown, hidden]));
    expect(await listed(bob)).toEqual([shown]);
  });
});

describe('pins and votes', () => {
  it('replace a pin of the same kind, and keep whole cells beside it', async () => {
    const ada = somebody();
    const id = await accept(ada);
    await store.generations.pin(id, { cell: 1, kind: null }, ada);
    await store.generations.pin(id, { cell: 0, kind: 'palette' }, ada);
    const pins = await store.generations.pin(id, { cell: null, kind: 'palette' }, ada);
    expect(pins).toHaveLength(2);
    expect(pins).toEqual(
      expect.arrayContaining([
        { cell: 1, kind: null },
        { cell: null, kind: 'palette' },
      ]),
    );
    expect(await store.generations.unpin(id, { cell: 1, kind: null })).toEqual([{ cell: null, kind: 'palette' }]);
  });

  it('count each person once', async () => {
    const id = await accept(somebody());
    const vote = (user: string, isFor: boolean) => store.generations.vote(id, 'reroll', user, isFor);
    expect(await vote('a', true)).toBe(1);
    expect(await vote('a', true)).toBe(1);
    expect(await vote('b', true)).toBe(2);
    expect(await vote('a', false)).toBe(1);
    expect(await store.generations.votesOf(id, 'b')).toEqual(['reroll']);
    expect(await store.generations.votesOf(id, 'a')).toEqual([]);
  });
});

describe('the outbox', () => {
  const MESSAGE = { channelId: 'general', messageId: '17' };

  async function due(platform: Actor['platform']): Promise<string> {
    const id = await accept(somebody({ platform }));
    await store.generations.cancel(id, NOW);
    return id;
  }
  const ids = (deliveries: readonly Delivery[]) => deliveries.map(({ generationId }) => generationId);

  it('gives each due delivery to one of many who ask at once', async () => {
    const expected: string[] = [];
    for (let k = 0; k < 30; k++) expected.push(await due('slack'));
    const claims = await Promise.all(Array.from({ length: 10 }, () => store.deliveries.claim('slack', 7, 60_000, NOW)));
    expect(claims.every((claim) => claim.length <= 7)).toBe(true);
    const claimed = claims.flatMap(ids);
    expect(claimed).toHaveLength(30);
    expect(new Set(claimed)).toEqual(new Set(expected));
  });

  it('gives a delivery again when its lease is over or its next attempt has come, until it is delivered', async () => {
    const id = await due('terminal');
    const claim = (ms: number) => store.deliveries.claim('terminal', 5, 1000, later(ms));
    expect(await claim(0)).toMatchObject([{ generationId: id, attempts: 1 }]);
    expect(await claim(500)).toEqual([]);
    expect(await claim(1000)).toMatchObject([{ generationId: id, attempts: 2 }]);
    await store.deliveries.failed(id, 'busy', later(9000));
    expect(await claim(8999)).toEqual([]);
    expect(ids(await claim(9000))).toEqual([id]);
    await store.deliveries.delivered(id, MESSAGE, later(9001));
    expect(await claim(99_000)).toEqual([]);
    expect(await store.deliveries.find(id)).toMatchObject({ message: MESSAGE });
  });

  it('gives up what can never be delivered', async () => {
    const id = await due('terminal');
    await store.deliveries.claim('terminal', 5, 1000, NOW);
    await store.deliveries.failed(id, 'the channel is gone', null);
    expect(await store.deliveries.claim('terminal', 5, 1000, later(99_000))).toEqual([]);
    const rows = await database.query('SELECT last_error, abandoned_at FROM delivery WHERE generation_id = $1', [id]);
    expect(rows).toEqual([{ last_error: 'the channel is gone', abandoned_at: expect.any(Date) }]);
  });

  it('knows the grid of a message, on its own platform', async () => {
    const id = await accept(somebody());
    await store.deliveries.shown(id, { channelId: 'c1', messageId: 'm1' });
    const found = (platform: Actor['platform'], channelId: string) =>
      store.generations.findByMessage(platform, { channelId, messageId: 'm1' });
    expect(await found('discord', 'c1')).toMatchObject({ id });
    expect(await found('slack', 'c1')).toBeNull();
    expect(await found('discord', 'c2')).toBeNull();
  });
});
