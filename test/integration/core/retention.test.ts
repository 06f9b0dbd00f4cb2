import pino from 'pino';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { sweep } from '../../../src/core/retention/index.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import { encodePng } from '../../../src/images/sharp.js';
import { StoreError } from '../../../src/store/errors.js';
import { solid } from '../../unit/images/solid.js';
import { beside, here, openWorld, somebody } from './support/world.js';

const world = await openWorld();
afterAll(() => world.close());

const log = pino({ level: 'silent' });
const look = (keepDays: number | null = null) => sweep({ ...world, log, keepDays });
const filesOf = ({ gridKey, cells }: Generation) =>
  [gridKey, ...cells.map(({ imageKey }) => imageKey)].filter((key) => key !== null);
const areGone = async (keys: readonly string[]) =>
  (await Promise.all(keys.map((key) => world.blobs.get(key)))).every((file) => file === null);
const ask = (actor: Actor, prompt = 'a cat') => world.core.imagine(actor, { prompt }, here());
const painted = async (actor: Actor, prompt?: string) => world.paint(await ask(actor, prompt));
const statusOf = async ({ id }: Pick<Generation, 'id'>) => (await world.store.generations.find(id))?.status;
const rowsNaming = async ({ userId }: Actor) => {
  const tables = [
    'generation',
    'pin',
    'vote',
    'user_settings',
    'saved_pin',
    'saved_thing',
    'late_upload',
    'audit_entry',
    'forget_request',
  ];
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await world.query(`SELECT t::text AS row FROM public.${table} t`);
      return rows.some(({ row }) => String(row).includes(userId)) ? [table] : [];
    }),
  );
  return found.flat();
};

describe('who wants to be forgotten', () => {
  it('leaves no grid, picture, pin, vote, setting and name behind', async () => {
    const boss = somebody({ isAdmin: true, userName: 'Boss' });
    const ada = beside(boss, { userName: 'Ada', isModerator: true, isAdmin: true });
    const others = await painted(beside(boss));
    const grid = await painted(ada, 'my secret cat');
    await world.core.savePin(ada, 'mine', { id: grid.id, cell: 0, kinds: [] }, 'user');
    await world.core.savePin(ada, 'house', { id: grid.id, cell: 0, kinds: [] }, 'space');
    await world.core.setSettings(ada, { count: 2 });
    const thing = { name: 'Rex', key: 'rex', owner: 'user', picture: `rex-${ada.userId}`, isFaceless: false } as const;
    const room = { things: 9, bytes: 99 };
    await world.store.things.add(ada, { ...thing, bytes: 3, createdAt: world.time.now }, room, null);
    await world.blobs.put(thing.picture, Buffer.from('rex'), 'image/png');
    const late = { id: ada.userId, details: { address: { userId: ada.userId } }, file: Buffer.from('emoji') };
    await world.store.lateUploads.add(ada.platform, late, world.time.now);
    await world.core.mark(ada, others.id, '📌', true);
    await world.core.pin(ada, others.id, { cell: 0, kind: 'palette' });
    await world.core.grantQuota(boss, ada.userId, 3, null);
    const waiting = (await ask(ada)).generation;
    expect(await rowsNaming(ada)).toHaveLength(8);

    expect(await world.core.forget(ada)).toEqual({ grids: 2, savedPins: 1, things: 1 });
    expect(await areGone([...filesOf(grid), thing.picture])).toBe(true);
    expect(world.jobs.cancelled).toContain(waiting.id);
    expect(await world.core.keptOf(ada)).toEqual({ grids: 0, savedPins: 0, things: 0 });
    expect(await world.core.settings(ada)).toEqual({});
    expect((await world.core.savedPins(ada)).map(({ name }) => name)).toEqual(['house']);
    // What is deleted is a row without words until its quota day is over.
    expect(await rowsNaming(ada)).toEqual(['generation']);
    expect(await statusOf(others)).toBe('done');
    const records = await world.core.audit(boss, 9);
    expect(records.map(({ actorName, subject }) => [actorName, subject])).toEqual([
      ['Boss', 'user –'],
      ['–', 'saved pin house'],
    ]);

    await look();
    expect(await rowsNaming(ada)).toEqual([]);
    const charged = await world.query('SELECT kind FROM public.ledger_entry WHERE user_id = $1', [ada.userId]);
    expect(charged).toEqual([]);
  });

  it('is not given a new quota by it', async () => {
    const boss = somebody({ isAdmin: true });
    await world.core.setQuota(boss, { subject: 'default', subjectId: '', imagesPerDay: 4 });
    const ada = beside(boss);
    await painted(ada);
    await world.core.forget(ada);
    await expect(ask(ada)).rejects.toMatchObject({ code: 'quota_exceeded' });
  });

  it('is another than who has the same id elsewhere', async () => {
    const ada = somebody({ platform: 'slack', realm: 'T1', spaceId: 'T1', userId: 'U1' });
    const namesake = { ...ada, realm: 'T2', spaceId: 'T2', isAdmin: true };
    const grid = await painted(namesake);
    await world.core.setSettings(namesake, { count: 2 });
    await world.core.grantQuota(namesake, ada.userId, 3, null);
    await painted(ada);
    await world.core.forget(ada);
    expect(await statusOf(grid)).toBe('done');
    expect(await world.core.settings(namesake)).toEqual({ count: 2 });
    expect((await world.core.audit(namesake, 1))[0]).toMatchObject({ actorId: 'U1', subject: 'user U1' });
  });

  it('is forgotten though the process ends in the middle of it', async () => {
    const ada = somebody();
    const grid = await painted(ada);
    await world.store.retention.askToForget(ada, world.time.now);
    await look();
    expect(await areGone(filesOf(grid))).toBe(true);
    expect(await rowsNaming(ada)).toEqual([]);
  });
});

describe('grids whose time is over', () => {
  it('are emptied, those that are younger or unfinished stay, and so do the messages', async () => {
    const ada = somebody();
    const old = await painted(ada, 'an old cat');
    await world.store.deliveries.shown(old.id, { channelId: 'c', messageId: old.id });
    await world.store.deliveries.delivered(old.id, { channelId: 'c', messageId: old.id }, world.time.now);
    const unfinished = (await ask(ada)).generation;
    const today = await world.store.time();
    const age = (today.getTime() - world.time.now.getTime()) / 86_400_000;
    await look(Math.ceil(age));
    expect(await statusOf(old)).toBe('done');
    await look(Math.floor(age));
    // Deleted, and with nothing left to show, gone.
    expect(await statusOf(old)).toBeUndefined();
    expect(await areGone(filesOf(old))).toBe(true);
    expect(await statusOf(unfinished)).toBe('queued');
  });

  it('are those of a server or channel that keeps them for less', async () => {
    const boss = somebody({ isAdmin: true });
    const [there, here_] = [beside(boss, { channelId: 'archive' }), beside(boss)];
    await world.core.setPolicy(boss, 'space', { keepDays: 1 });
    await world.core.setPolicy(boss, 'channel', { keepDays: 0 }, 'archive');
    const grids = [await painted(there), await painted(here_), await painted(somebody())];
    await look();
    expect(await Promise.all(grids.map(statusOf))).toEqual(['done', undefined, 'done']);
  });
});

describe('a space that the bot has left', () => {
  const leftLongAgo = () => world.query(`UPDATE public.left_space SET since = since - interval '31 days'`);
  const spaceOf = ({ spaceId }: Actor) => ({ platform: 'discord' as const, spaceId: spaceId! });
  const png = async () => encodePng(solid(64, [200, 30, 30, 255]));

  async function furnished() {
    const boss = somebody({ isAdmin: true });
    const ada = beside(boss);
    const thing = await world.core.addThing(boss, { name: 'mascot', bytes: await png(), owner: 'space' });
    const mine = await world.core.addThing(ada, { name: 'pet', bytes: await png(), owner: 'user' });
    const grid = await painted(ada);
    await world.core.savePin(boss, 'house', { id: grid.id, cell: 0, kinds: [] }, 'space');
    await world.core.setPolicy(boss, 'space', { isSpoiler: true });
    await world.core.blockPicture(boss, { name: 'x', bytes: await png() });
    const space = spaceOf(boss);
    await world.store.installations.save({ ...space, name: 'Ants', credentials: null });
    return { boss, ada, thing, mine, grid, space };
  }
  const tables = ['generation', 'saved_thing', 'saved_pin', 'policy', 'blocked_picture', 'audit_entry', 'left_space'];
  const rowsOf = async (spaceId: string) => {
    const found = await Promise.all(
      tables.map((table) => world.query(`SELECT 1 FROM public.${table} t WHERE t::text LIKE $1`, [`%${spaceId}%`])),
    );
    return tables.filter((_, k) => found[k]!.length > 0);
  };

  it('leaves nothing after a month: no things for all, no grids, no rules', async () => {
    const { ada, thing, mine, grid, space } = await furnished();
    await world.store.installations.remove(space.platform, space.spaceId);
    await look();
    expect(await statusOf(grid)).toBe('done');
    expect(await rowsOf(space.spaceId)).toEqual(tables);
    await leftLongAgo();
    await look();
    expect(await areGone([...filesOf(grid), thing.picture])).toBe(true);
    expect(await rowsOf(space.spaceId)).toEqual([]);
    // What is somebody's own on all of the platform stays.
    expect(await world.core.savedThings(ada)).toMatchObject([{ picture: mine.picture }]);
  });

  it('that was left while nobody saw it is noticed, and one that it is in stays', async () => {
    const [gone, here_] = [await furnished(), await furnished()];
    const there = (await world.query('SELECT space_id FROM public.installation')).map(({ space_id }) =>
      String(space_id),
    );
    await world.store.installations.keepOnly(
      'discord',
      there.filter((id) => id !== gone.space.spaceId),
    );
    await leftLongAgo();
    await look();
    expect(await rowsOf(gone.space.spaceId)).toEqual([]);
    expect(await statusOf(here_.grid)).toBe('done');
  });

  it('keeps all where the bot comes back, or was never gone', async () => {
    const [back, used] = [await furnished(), await furnished()];
    for (const { space } of [back, used]) await world.store.installations.remove(space.platform, space.spaceId);
    await leftLongAgo();
    await world.store.installations.save({ ...back.space, name: 'Ants', credentials: null });
    await world.query('UPDATE public.generation SET created_at = now() WHERE id = $1', [used.grid.id]);
    await look();
    expect(await Promise.all([back.grid, used.grid].map(statusOf))).toEqual(['done', 'done']);
    expect(await world.query('SELECT space_id FROM public.left_space')).toEqual([]);
  });

  it('takes its people with it where they are people of that space alone', async () => {
    const ada = somebody({ platform: 'slack', spaceId: 'T9', realm: 'T9' });
    const direct = { ...ada, place: 'direct' as const, spaceId: null, channelId: 'D1', conversationId: 'D1' };
    const mine = await world.core.addThing(ada, { name: 'pet', bytes: await png(), owner: 'user' });
    const grid = await painted(direct);
    await world.store.installations.remove('slack', 'T9');
    await leftLongAgo();
    await look();
    expect(await areGone([...filesOf(grid), mine.picture])).toBe(true);
    expect(await rowsOf('T9')).toEqual([]);
  });
});

describe('files that nothing shows any more', () => {
  it('are removed where a process ended before what they were stored for was asked for', async () => {
    const ada = somebody();
    const put = vi
      .spyOn(world.blobs, 'put')
      .mockRejectedValueOnce(new StoreError('blobs_unavailable', { why: 'folder', folder: '/srv', detail: 'EIO' }));
    const own = [{ name: 'cat', bytes: await encodePng(solid(64, [200, 30, 30, 255])) }];
    await expect(world.core.imagine(ada, { prompt: 'a cat', own }, here())).rejects.toMatchObject({
      code: 'blobs_unavailable',
    });
    const [key] = put.mock.calls[0]!;
    put.mockRestore();
    // It was stored all the same.
    await world.blobs.put(key, Buffer.from('png'), 'image/png');
    const kept = (await world.core.imagine(ada, { prompt: 'a cat', own }, here())).generation.settings.own![0]!.picture;
    await look();
    expect(await areGone([key])).toBe(false);
    await world.query(`UPDATE public.unwanted_blob SET since = since - interval '1 hour'`);
    await look();
    expect(await areGone([key])).toBe(true);
    expect(await areGone([kept])).toBe(false);
  });

  it('are removed later where the blob store was away when their grid was deleted', async () => {
    const ada = somebody();
    const grid = await painted(ada);
    const keys = filesOf(grid);
    await world.store.generations.delete(grid.id, world.time.now);
    await look();
    expect(await areGone(keys)).toBe(false);
    // Whoever let go of them has had its time.
    await world.query(`UPDATE public.unwanted_blob SET since = since - interval '1 hour'`);
    await look();
    expect(await areGone(keys)).toBe(true);
    expect(await world.query('SELECT key FROM public.unwanted_blob')).toEqual([]);
  });

  it('stay where another grid keeps them', async () => {
    const ada = somebody();
    const grid = await painted(ada);
    const child = await world.paint(await world.core.rerollCell(ada, grid.id, 0, here()));
    await world.core.delete(ada, grid.id);
    await look();
    expect(await world.blobs.get(child.cells[1]!.imageKey!)).not.toBeNull();
  });
});
