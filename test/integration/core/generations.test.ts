import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { latentDiff } from '../../../src/core/contents/diff.js';
import type { Actor } from '../../../src/core/types.js';
import { readMetadata } from '../../../src/images/metadata.js';
import { decodePng } from '../../../src/images/sharp.js';
import { at } from '../../support/people.js';
import { beside, here, openWorld, somebody } from './support/world.js';

const world = await openWorld();
afterAll(() => world.close());

async function painted(change: Partial<Actor> = {}) {
  const ada = somebody(change);
  const grid = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()));
  return { ada, grid };
}

describe('pins', () => {
  it('are set by the requester and moderators, and seen by all', async () => {
    const { ada, grid } = await painted();
    const bob = beside(ada);
    await world.core.pin(ada, grid.id, { cell: 0, kind: 'palette' });
    expect(
      await world.core.pin(beside(ada, { isModerator: true }), grid.id, { cell: null, kind: 'boxes' }),
    ).toHaveLength(2);
    const pin = { cell: 0, kind: null };
    await expect(world.core.pin(bob, grid.id, pin)).rejects.toMatchObject({
      code: 'not_allowed',
      data: { action: 'pin' },
    });
    await expect(world.core.unpin(bob, grid.id, pin)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await world.core.pins(bob, grid.id)).toHaveLength(2);
    expect(await world.core.unpin(ada, grid.id, { cell: 0, kind: 'palette' })).toEqual([{ cell: null, kind: 'boxes' }]);
  });

  it('are refused for what is not there', async () => {
    const ada = somebody();
    const accepted = await world.core.imagine(ada, { prompt: 'a cat', kinds: ['description'] }, here());
    const { id } = accepted.generation;
    await expect(world.core.pin(ada, id, { cell: 0, kind: null })).rejects.toMatchObject({
      code: 'generation_unfinished',
    });
    await world.paint(accepted);
    await expect(world.core.pin(ada, id, { cell: 9, kind: null })).rejects.toMatchObject({ code: 'cell_unknown' });
    await expect(world.core.pin(ada, id, { cell: 0, kind: 'boxes' })).rejects.toMatchObject({ code: 'latent_missing' });
    await expect(world.core.pin(ada, id, { cell: null, kind: 'boxes' })).rejects.toMatchObject({
      code: 'latent_missing',
    });
    await expect(world.core.pin(ada, id, { cell: null, kind: null })).rejects.toMatchObject({ code: 'bad_value' });
  });
});

describe('marks', () => {
  it('are each person’s own', async () => {
    const { ada, grid } = await painted();
    const bob = beside(ada);
    await world.core.mark(ada, grid.id, '📌', true);
    await world.core.voteReroll(bob, grid.id, null, true, here());
    expect((await world.core.mark(ada, grid.id, '2️⃣', true)).sort()).toEqual(['2️⃣', '📌'].sort());
    expect(await world.core.mark(bob, grid.id, '📌', true)).toEqual(['📌']);
    expect(await world.core.mark(ada, grid.id, '📌', false)).toEqual(['2️⃣']);
  });
});

describe('what is shown', () => {
  it('stays within its space, and private within its requester', async () => {
    const { ada, grid } = await painted();
    const secret = await world.paint(await world.core.imagine(ada, { prompt: 'a dog', isPrivate: true }, here()));
    const bob = beside(ada);
    expect((await world.core.show(bob, grid.id.toUpperCase())).prompt).toBe('a cat');
    const stranger = { ...bob, spaceId: randomUUID() };
    for (const [actor, id] of [
      [stranger, grid.id],
      [{ ...bob, platform: 'slack' as const }, grid.id],
      [bob, secret.id],
      [bob, '000000000000'],
    ] as const) {
      const unknown = { code: 'generation_unknown', data: { id } };
      await expect(world.core.show(actor, id)).rejects.toMatchObject(unknown);
      await expect(world.core.rerollAll(actor, id, here())).rejects.toMatchObject(unknown);
      await expect(world.core.code(actor, id, 0)).rejects.toMatchObject(unknown);
      await expect(world.core.delete(actor, id)).rejects.toMatchObject(unknown);
    }
    expect((await world.core.show(ada, secret.id)).prompt).toBe('a dog');
  });

  it('is found by the message that shows it, by those who may see it', async () => {
    const ada = somebody();
    const { delivery, generation } = await world.core.imagine(ada, { prompt: 'a cat', isPrivate: true }, here());
    const message = { channelId: ada.channelId, messageId: randomUUID() };
    await world.store.deliveries.shown(delivery.id, message);
    expect((await world.core.findByMessage(ada, message))?.id).toBe(generation.id);
    expect(await world.core.findByMessage(beside(ada), message)).toBeNull();
    expect(await world.core.findByMessage(ada, { ...message, messageId: 'other' })).toBeNull();
  });

  it('tells what a reroll changed', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: null, kind: 'palette' });
    const child = await world.paint(await world.core.rerollCell(ada, grid.id, 1, here()));
    const changes = latentDiff(child, grid);
    expect(changes.map((kinds) => kinds.length > 0)).toEqual([false, true, false, false]);
    expect(changes[1]).not.toContain('palette');
  });
});

describe('history', () => {
  it('lists one’s own newest first, page by page', async () => {
    const ada = somebody();
    const ids = [];
    for (const prompt of ['a cat', 'a dog', 'a bear']) {
      world.time.now = new Date(world.time.now.getTime() + 1000);
      ids.unshift((await world.core.imagine(ada, { prompt, isPrivate: true }, here())).generation.id);
    }
    await world.core.imagine(beside(ada), { prompt: 'a fish' }, here());
    const first = await world.core.history(ada, { mine: true, limit: 2 });
    const second = await world.core.history(ada, { mine: true, limit: 2, before: first[1]!.id });
    expect([...first, ...second].map(({ id }) => id)).toEqual(ids);
  });

  it('shows others’ of the same channel only, and no private ones', async () => {
    const ada = somebody();
    const bob = beside(ada);
    const open = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await world.core.imagine(ada, { prompt: 'a dog', isPrivate: true }, here());
    await world.core.imagine(at(ada, { channelId: 'staff' }), { prompt: 'a robot' }, here());
    const seen = await world.core.history(bob, { mine: false, limit: 10 });
    expect(seen.map(({ id }) => id)).toEqual([open.generation.id]);
    expect(await world.core.history(bob, { mine: true, limit: 10 })).toEqual([]);
  });

  it('in a direct message has one’s own of all spaces; in a space only that space’s', async () => {
    const ada = somebody();
    const direct = at(ada, { spaceId: null, channelId: `dm-${ada.userId}` });
    await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await world.core.imagine(direct, { prompt: 'a dog' }, here());
    expect(await world.core.history(direct, { mine: true, limit: 10 })).toHaveLength(2);
    expect(await world.core.history(ada, { mine: true, limit: 10 })).toHaveLength(1);
    const elsewhere = { ...ada, spaceId: randomUUID() };
    expect(await world.core.history(elsewhere, { mine: true, limit: 10 })).toEqual([]);
  });

  it.each([0, 101, 1.5])('refuses a limit of %d', async (limit) => {
    await expect(world.core.history(somebody(), { mine: true, limit })).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'limit' },
    });
  });
});

describe('cancel', () => {
  it('takes back one’s newest request here, and its cost', async () => {
    const ada = somebody();
    await world.core.imagine(at(ada, { channelId: 'elsewhere' }), { prompt: 'a dog' }, here());
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    expect((await world.core.newestUnfinished(ada))?.id).toBe(generation.id);
    expect(await world.core.cancel(ada, generation.id)).toBe('cancelled');
    expect(world.jobs.cancelled).toContain(generation.id);
    expect((await world.core.quota(ada)).usage).toEqual({ images: 4, granted: 0, inFlight: 1, cost: 0 });
    await expect(world.core.cancel(ada, generation.id)).rejects.toMatchObject({ code: 'nothing_to_cancel' });
    expect((await world.core.newestUnfinished(ada))?.channelId).toBe('elsewhere');
  });

  it('asks a running one to stop', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await world.store.generations.begin(generation.id, world.time.now);
    expect(await world.core.cancel(ada, generation.id)).toBe('stopping');
    expect((await world.core.show(ada, generation.id)).cancelRequestedAt).not.toBeNull();
  });

  it('holds even when the queue cannot be reached', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    world.jobs.isDown = true;
    const outcome = await world.core.cancel(ada, generation.id).finally(() => {
      world.jobs.isDown = false;
    });
    expect(outcome).toBe('cancelled');
  });

  it('is for the requester and moderators, whose doing is audited', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await expect(world.core.cancel(beside(ada), generation.id)).rejects.toMatchObject({ code: 'not_allowed' });
    const moderator = beside(ada, { isModerator: true, isAdmin: true });
    await world.core.cancel(moderator, generation.id);
    const [entry] = await world.core.audit(moderator, 10);
    expect(entry).toMatchObject({ action: 'generation.cancel', actorId: moderator.userId });
    expect(entry?.subject).toContain(ada.userId);
  });
});

describe('delete', () => {
  it('leaves nothing of it, but what a child still shows', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: 0, kind: null });
    const child = await world.paint(await world.core.rerollAll(ada, grid.id, here()));
    await world.core.delete(ada, grid.id);
    await expect(world.core.show(ada, grid.id)).rejects.toMatchObject({ code: 'generation_unknown' });
    expect((await world.core.picture(ada, child.id, 0, 'full')).file.length).toBeGreaterThan(0);
    expect(await world.blobs.get(grid.cells[0]!.imageKey!)).not.toBeNull();
    expect(await world.blobs.get(grid.cells[1]!.imageKey!)).toBeNull();
    expect(await world.blobs.get(grid.gridKey!)).toBeNull();
    expect((await world.store.generations.find(grid.id))?.prompt).toBe('');
  });

  it('of one that still waits cancels it first', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await world.core.delete(ada, generation.id);
    expect(world.jobs.cancelled).toContain(generation.id);
    expect((await world.core.quota(ada)).usage).toEqual({ images: 0, granted: 0, inFlight: 0, cost: 0 });
  });

  it('is for the requester and moderators, whose doing is audited without the prompt', async () => {
    const { ada, grid } = await painted();
    await expect(world.core.delete(beside(ada), grid.id)).rejects.toMatchObject({ code: 'not_allowed' });
    const moderator = beside(ada, { isModerator: true, isAdmin: true });
    await world.core.delete(moderator, grid.id);
    const [entry] = await world.core.audit(moderator, 10);
    expect(entry).toMatchObject({ action: 'generation.delete', actorName: 'Bob' });
    expect(JSON.stringify(entry)).not.toContain('cat');
  });
});

describe('what a moderator does from direct messages', () => {
  it('is on record where the grid is', async () => {
    const { ada, grid } = await painted();
    const boss = beside(ada, { isAdmin: true });
    const rightsIn = async () => ({ mayRead: true, mayModerate: true });
    const direct = { ...at(beside(ada), { spaceId: null, channelId: 'dm' }), channels: { ...ada.channels, rightsIn } };
    await world.core.delete(direct, grid.id);
    expect(await world.core.audit(boss, 1)).toMatchObject([{ action: 'generation.delete', actorId: direct.userId }]);
  });
});

describe('pictures', () => {
  it('come at full size with their record and lineage', async () => {
    const { ada, grid } = await painted();
    const child = await world.paint(await world.core.rerollAll(ada, grid.id, here()));
    const { file, name, altText } = await world.core.picture(beside(ada), child.id, 1, 'full');
    expect(name).toBe(`a-cat-${child.id}-2.png`);
    expect(altText).toBe(child.cells[1]!.latents.description);
    const { image } = await decodePng(file);
    expect([image.width, image.height]).toEqual([512, 512]);
    expect(await readMetadata(file)).toMatchObject({
      prompt: 'a cat',
      cells: [{ latents: await world.core.code(ada, child.id, 1), seed: child.cells[1]!.seed }],
      lineage: { id: child.id, parent: grid.id, root: grid.id },
    });
  });

  it.each([
    ['emoji', 128],
    ['sticker', 320],
  ] as const)('come as %s', async (use, side) => {
    const { ada, grid } = await painted();
    const { file, name } = await world.core.picture(ada, grid.id, 0, use);
    const { image } = await decodePng(file);
    expect([image.width, image.height]).toEqual([side, side]);
    expect(name).toBe(`a-cat-${grid.id}-1-${use}.png`);
  });

  it('come as a grid once there is one', async () => {
    const ada = somebody();
    const accepted = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    expect(await world.core.grid(ada, accepted.generation.id)).toBeNull();
    const grid = await world.paint(accepted);
    const picture = await world.core.grid(ada, grid.id);
    expect(picture?.name).toBe(`a-cat-${grid.id}-grid.png`);
    expect(picture?.altText).toMatch(/^1: .*; 2: .*; 3: .*; 4: /);
  });

  it('are not there for a plan, a number too high or a lost file', async () => {
    const { ada, grid } = await painted();
    const plan = await world.paint(await world.core.imagine(ada, { prompt: 'a cat', isPlanOnly: true }, here()));
    await expect(world.core.picture(ada, plan.id, 0, 'full')).rejects.toMatchObject({ code: 'generation_unfinished' });
    await expect(world.core.picture(ada, grid.id, 4, 'full')).rejects.toMatchObject({ code: 'cell_unknown' });
    await world.blobs.delete([grid.cells[0]!.imageKey!]);
    await expect(world.core.picture(ada, grid.id, 0, 'full')).rejects.toMatchObject({ code: 'generation_unknown' });
  });
});
