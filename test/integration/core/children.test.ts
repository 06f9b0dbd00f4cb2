import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Generation } from '../../../src/core/types.js';
import type { Draft } from '../../../src/engine/draft/draft.js';
import { visualTokenizerOf } from '../../../src/engine/manifest/manifest.js';
import { beside, here, openWorld, somebody, type World } from './support/world.js';

/** An artwork of the world's bundle. */
const CAT: Draft = {
  style: 'shaded',
  kind: 'single',
  things: [{ thing: 'cat', picture: 'shaded:cat', flip: false }],
  recall: 80,
};

let world: World;
/** Of the world's bundle. */
let visualTokenizer: string;
beforeAll(async () => {
  world = await openWorld();
  visualTokenizer = visualTokenizerOf(world.model.manifest);
});
afterAll(() => world?.close());

/** A painted grid and its requester. */
async function painted(change: Parameters<typeof somebody>[0] = {}) {
  const ada = somebody(change);
  const grid = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()));
  return { ada, grid };
}

const modes = ({ tasks }: Generation) => tasks.map(({ mode }) => mode);
const spent = async (actor: Parameters<World['core']['quota']>[0]) => (await world.core.quota(actor)).usage.images;

describe('reroll', () => {
  it('makes a child with another seed that remembers where it comes from', async () => {
    const { ada, grid } = await painted();
    const { generation } = await world.core.rerollAll(ada, grid.id, here());
    expect(generation).toMatchObject({ origin: 'reroll', parentId: grid.id, rootId: grid.id, prompt: 'a cat' });
    expect(generation.settings.seed).not.toBe(grid.settings.seed);
    const again = await world.core.rerollAll(ada, (await world.paint({ generation })).id, here());
    expect(again.generation).toMatchObject({ parentId: generation.id, rootId: grid.id });
  });

  it('keeps a pinned palette from reroll to reroll', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: 1, kind: 'palette' });
    const first = await world.paint(await world.core.rerollAll(ada, grid.id, here()));
    const second = await world.paint(await world.core.rerollAll(ada, first.id, here()));
    const { palette } = grid.cells[1]!.latents;
    for (const cell of [...first.cells, ...second.cells]) {
      expect(cell.latents.palette).toEqual(palette);
      expect(cell.origins.palette).toBe('pinned');
    }
    expect(second.cells[0]!.latents.tokens).not.toEqual(first.cells[0]!.latents.tokens);
    expect(await world.core.pins(ada, second.id)).toEqual([{ cell: 1, kind: 'palette' }]);
  });

  it('keeps pinned cells for nothing', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: 0, kind: null });
    await world.core.pin(ada, grid.id, { cell: 3, kind: null });
    const before = await spent(ada);
    const { generation } = await world.core.rerollAll(ada, grid.id, here());
    expect(modes(generation)).toEqual(['keep', 'sample', 'sample', 'keep']);
    expect((await spent(ada)) - before).toBe(2);
    const child = await world.paint({ generation });
    expect(child.cells[0]).toEqual(grid.cells[0]);
  });

  it('is refused when every cell is pinned', async () => {
    const { ada, grid } = await painted();
    for (const cell of [0, 1, 2, 3]) await world.core.pin(ada, grid.id, { cell, kind: null });
    await expect(world.core.rerollAll(ada, grid.id, here())).rejects.toMatchObject({ code: 'nothing_to_reroll' });
  });

  it('of one cell leaves the others', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: null, kind: 'boxes' });
    const { generation } = await world.core.rerollCell(ada, grid.id, 2, here());
    expect(generation.origin).toBe('reroll_cell');
    expect(modes(generation)).toEqual(['keep', 'keep', 'sample', 'keep']);
    expect(generation.tasks[2]).toMatchObject({ given: { boxes: grid.cells[2]!.latents.boxes } });
    await world.core.pin(ada, grid.id, { cell: 2, kind: null });
    await expect(world.core.rerollCell(ada, grid.id, 2, here())).rejects.toMatchObject({ code: 'nothing_to_reroll' });
    await expect(world.core.rerollCell(ada, grid.id, 4, here())).rejects.toMatchObject({
      code: 'cell_unknown',
      data: { cell: 5, count: 4 },
    });
  });

  it('waits until the parent is painted', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat' }, here());
    await expect(world.core.rerollAll(ada, generation.id, here())).rejects.toMatchObject({
      code: 'generation_unfinished',
      data: { status: 'queued' },
    });
  });

  it('by another person is that person’s, and private when that person wants it so', async () => {
    const { ada, grid } = await painted();
    const bob = beside(ada);
    await world.core.setSettings(bob, { isPrivate: true });
    const before = await spent(ada);
    const { generation } = await world.core.rerollAll(bob, grid.id, here());
    expect(generation).toMatchObject({ userId: bob.userId, settings: { isPrivate: true } });
    expect(await spent(bob)).toBe(4);
    expect(await spent(ada)).toBe(before);
  });

  it('obeys a blocklist that was set since', async () => {
    const { ada, grid } = await painted({ isAdmin: true });
    await world.core.setPolicy(ada, 'channel', { blocked: ['cat'] });
    await expect(world.core.rerollAll(ada, grid.id, here())).rejects.toMatchObject({ code: 'blocked_term' });
  });

  it('of a plan is a plan', async () => {
    const ada = somebody();
    const plan = await world.paint(await world.core.imagine(ada, { prompt: 'a cat', isPlanOnly: true }, here()));
    expect(plan.status).toBe('planned');
    const { generation } = await world.core.rerollAll(ada, plan.id, here());
    expect(generation).toMatchObject({ origin: 'plan', parentId: plan.id });
    expect(await spent(ada)).toBe(0);
  });
});

describe('edit', () => {
  it('changes that cell alone, keeps its noise, and pins what was written for it', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: 0, kind: 'palette' });
    await world.core.pin(ada, grid.id, { cell: 1, kind: null });
    await world.core.pin(ada, grid.id, { cell: 2, kind: null });
    const before = await spent(ada);
    const { generation } = await world.core.edit(ada, grid.id, 1, 'palette', 'red 60%, white 40%', here());
    expect(generation.origin).toBe('edit');
    expect((await spent(ada)) - before).toBe(1);
    expect(modes(generation)).toEqual(['keep', 'sample', 'keep', 'keep']);
    const { seed, latents } = grid.cells[1]!;
    expect(generation.tasks[1]).toMatchObject({
      seed,
      given: { boxes: latents.boxes, blobs: latents.blobs },
      origins: { palette: 'edited' },
    });
    expect(Object.keys(generation.tasks[1]!)).not.toContain('description');
    const pins = await world.core.pins(ada, generation.id);
    expect(pins).toEqual(
      expect.arrayContaining([
        { cell: 2, kind: null },
        { cell: 0, kind: 'palette' },
        { cell: 1, kind: 'palette', isLocal: true },
      ]),
    );
    expect(pins).toHaveLength(3);
  });

  it('keeps the artwork, and of the rest only what somebody chose', async () => {
    const ada = somebody();
    const grid = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()), () => ({ draft: CAT }));
    const moved = await world.core.edit(ada, grid.id, 0, 'boxes', 'cat 0,0,32,32', here());
    const { boxes } = grid.cells[0]!.latents;
    expect(moved.generation.tasks[0]).toMatchObject({ given: { boxes: expect.anything() }, draft: CAT });
    for (const kind of ['palette', 'description'])
      expect(moved.generation.tasks[0]).not.toHaveProperty(`given.${kind}`);
    const child = await world.paint(moved, () => ({ draft: CAT }));
    expect(child.cells[0]!.latents.boxes).not.toEqual(boxes);
    expect(child.cells.slice(1)).toEqual(grid.cells.slice(1));
    const painted = await world.core.edit(ada, child.id, 0, 'palette', 'blue', here());
    expect(painted.generation.tasks[0]).toMatchObject({ given: { boxes: child.cells[0]!.latents.boxes }, draft: CAT });
    expect(painted.generation.tasks[0]).not.toHaveProperty('given.blobs');
  });

  it('of several cells pins each its own, and a reroll keeps them', async () => {
    const { ada, grid } = await painted();
    const first = await world.paint(await world.core.edit(ada, grid.id, 0, 'palette', 'red', here()));
    const second = await world.paint(await world.core.edit(ada, first.id, 3, 'palette', 'blue', here()));
    const { generation } = await world.core.rerollAll(ada, second.id, here());
    const palettes = generation.tasks.map((task) => task.mode === 'sample' && task.given.palette);
    const { cells } = second;
    expect(palettes).toEqual([cells[0]!.latents.palette, undefined, undefined, cells[3]!.latents.palette]);
    // A kind that all take from one place is pinned from nowhere else.
    expect(await world.core.pin(ada, second.id, { cell: 1, kind: 'palette' })).toEqual([{ cell: 1, kind: 'palette' }]);
  });

  it('refuses what cannot be read or is blocked', async () => {
    const { ada, grid } = await painted();
    await expect(world.core.edit(ada, grid.id, 0, 'boxes', 'a cat somewhere', here())).rejects.toMatchObject({
      code: 'bad_pin',
    });
    await expect(world.core.edit(ada, grid.id, 0, 'description', 'a dick', here())).rejects.toMatchObject({
      code: 'blocked_term',
      data: { where: 'pin', kind: 'description' },
    });
  });
});

describe('splice', () => {
  it('takes each kind from its cell and samples the rest, in place of the first one’s cell', async () => {
    const { ada, grid } = await painted();
    const { generation } = await world.core.splice(ada, grid.id, { boxes: 1, palette: 2 }, here());
    const given = { boxes: grid.cells[1]!.latents.boxes, palette: grid.cells[2]!.latents.palette };
    const { seed } = grid.cells[1]!;
    expect(generation.origin).toBe('splice');
    const origins = { boxes: 'pinned', palette: 'pinned' };
    expect(generation.tasks).toEqual([
      { mode: 'keep', from: 0 },
      { mode: 'sample', given, origins, visualTokenizer, seed },
      { mode: 'keep', from: 2 },
      { mode: 'keep', from: 3 },
    ]);
    expect(await world.core.pins(ada, generation.id)).toEqual([
      { cell: 1, kind: 'boxes', isLocal: true },
      { cell: 1, kind: 'palette', isLocal: true },
    ]);
  });

  it('stands in place of the cell that the description is of, with its artwork', async () => {
    const ada = somebody();
    const grid = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()), (index) => ({
      draft: index === 3 ? CAT : null,
    }));
    const { generation } = await world.core.splice(ada, grid.id, { description: 3, palette: 0 }, here());
    expect(modes(generation)).toEqual(['keep', 'keep', 'keep', 'sample']);
    const { palette } = grid.cells[0]!.latents;
    expect(generation.tasks[3]).toMatchObject({ given: { palette }, draft: { ...CAT, palette } });
  });

  it('refuses nothing, cells that are not there and kinds that a cell lacks', async () => {
    const ada = somebody();
    const input = { prompt: 'a cat', kinds: ['description', 'palette'] };
    const grid = await world.paint(await world.core.imagine(ada, input, here()));
    await expect(world.core.splice(ada, grid.id, {}, here())).rejects.toMatchObject({ code: 'bad_value' });
    await expect(world.core.splice(ada, grid.id, { palette: 7 }, here())).rejects.toMatchObject({
      code: 'cell_unknown',
    });
    await expect(world.core.splice(ada, grid.id, { boxes: 1 }, here())).rejects.toMatchObject({
      code: 'latent_missing',
      data: { kind: 'boxes', cell: 2 },
    });
  });
});

describe('variations', () => {
  it('paint one cell’s latents with other noise, and again when rerolled', async () => {
    const { ada, grid } = await painted();
    await world.core.setSettings(ada, { count: 3 });
    const { generation } = await world.core.variations(ada, grid.id, 1, here());
    const { latents, seed } = grid.cells[1]!;
    expect(generation).toMatchObject({ origin: 'variations', settings: { count: 3 } });
    for (const task of generation.tasks) expect(task).toMatchObject({ mode: 'paint', given: latents });
    const seeds = generation.tasks.map((task) => (task.mode === 'paint' ? task.seed : seed));
    expect(new Set([...seeds, seed]).size).toBe(4);

    const again = await world.core.rerollAll(ada, (await world.paint({ generation })).id, here());
    for (const task of again.generation.tasks) expect(task).toMatchObject({ mode: 'paint', given: latents });
    await world.core.unpin(ada, generation.id, { cell: null, kind: 'palette' });
    const freer = await world.core.rerollAll(ada, generation.id, here());
    for (const task of freer.generation.tasks) expect(task.mode).toBe('sample');
  });
});

describe('paint', () => {
  it('paints the chosen cells of a plan as they were planned, with their pins', async () => {
    const ada = somebody();
    const input = { prompt: 'a cat', isPlanOnly: true, count: 6, pins: ['palette=red'] };
    const plan = await world.paint(await world.core.imagine(ada, input, here()));
    await world.core.pin(ada, plan.id, { cell: 4, kind: null });
    await world.core.pin(ada, plan.id, { cell: 0, kind: null });
    const { generation } = await world.core.paint(ada, plan.id, [4, 1, 4], here());
    expect(generation).toMatchObject({
      origin: 'paint',
      parentId: plan.id,
      settings: { count: 2, seed: expect.any(Number) },
    });
    expect(generation.tasks).toEqual(
      [1, 4].map((k) => ({
        mode: 'paint',
        visualTokenizer,
        given: plan.cells[k]!.latents,
        origins: plan.cells[k]!.origins,
        seed: plan.cells[k]!.seed,
      })),
    );
    expect(await spent(ada)).toBe(2);
    expect(await world.core.pins(ada, generation.id)).toEqual(
      expect.arrayContaining([
        { cell: null, kind: 'palette' },
        { cell: 1, kind: null },
      ]),
    );
    await expect(world.core.paint(ada, plan.id, [], here())).rejects.toMatchObject({ code: 'bad_value' });
    await expect(world.core.paint(ada, plan.id, [6], here())).rejects.toMatchObject({ code: 'cell_unknown' });
  });

  it('is refused for a grid that is painted already', async () => {
    const { ada, grid } = await painted();
    await expect(world.core.paint(ada, grid.id, [0], here())).rejects.toMatchObject({ code: 'bad_value' });
  });
});

describe('use latents', () => {
  it('keeps the named kinds in a new grid of another prompt', async () => {
    const { ada, grid } = await painted();
    const bob = beside(ada);
    const { generation } = await world.core.useLatents(
      bob,
      grid.id,
      3,
      ['boxes'],
      { prompt: 'a dog', count: 2 },
      here(),
    );
    expect(generation).toMatchObject({ origin: 'replay', parentId: grid.id, prompt: 'a dog', userId: bob.userId });
    const given = { boxes: grid.cells[3]!.latents.boxes };
    expect(generation.tasks).toEqual(
      Array(2).fill({ mode: 'sample', given, origins: { boxes: 'kept' }, visualTokenizer }),
    );
  });

  it('keeps everything and the prompt when nothing else is said; what is pinned wins', async () => {
    const { ada, grid } = await painted();
    const { latents } = grid.cells[0]!;
    const { generation } = await world.core.useLatents(ada, grid.id, 0, [], { prompt: '' }, here());
    expect(generation.prompt).toBe('a cat');
    for (const task of generation.tasks) expect(task).toMatchObject({ mode: 'paint', given: latents });
    const pinned = await world.core.useLatents(
      ada,
      grid.id,
      0,
      [],
      { prompt: '', pins: ['description=a dog'] },
      here(),
    );
    expect(pinned.generation.tasks[0]).toMatchObject({
      given: { palette: latents.palette, description: 'a dog' },
      origins: { palette: 'kept', description: 'pinned' },
    });
  });
});

describe('retry', () => {
  it('asks again for the same, of the same parent, and pays anew', async () => {
    const { ada, grid } = await painted();
    await world.core.pin(ada, grid.id, { cell: 0, kind: null });
    const failed = await world.core.rerollAll(ada, grid.id, here());
    await world.fail(failed);
    const before = await spent(ada);
    const { generation } = await world.core.retry(ada, failed.generation.id, here());
    const { parentId, rootId, origin, settings, tasks, prompt } = failed.generation;
    expect(generation).toMatchObject({ parentId, rootId, origin, settings, tasks, prompt });
    expect((await spent(ada)) - before).toBe(3);
    expect(await world.core.pins(ada, generation.id)).toEqual([{ cell: 0, kind: null }]);
  });

  it('of another person’s is as private as the one who retries wants it, and never less than the first', async () => {
    const { ada, grid } = await painted();
    const failed = await world.core.rerollAll(ada, grid.id, here());
    await world.fail(failed);
    const bob = beside(ada);
    const retried = async (origin = here()) =>
      (await world.core.retry(bob, failed.generation.id, origin)).generation.settings.isPrivate;
    expect(await retried()).toBe(false);
    await world.core.setSettings(bob, { isPrivate: true });
    expect(await retried()).toBe(true);
    expect(await retried({ ...here(), isPrivate: false })).toBe(false);
    const secret = await world.core.imagine(ada, { prompt: 'a cat', isPrivate: true }, here());
    await world.fail(secret);
    expect((await world.core.retry(ada, secret.generation.id, here())).generation.settings.isPrivate).toBe(true);
  });

  it('gives nobody the cells of a parent that they may not see', async () => {
    const { ada } = await painted();
    const secret = await world.paint(await world.core.imagine(ada, { prompt: 'a cat', isPrivate: true }, here()));
    const origin = { ...here(), isPrivate: false };
    const [one, all] = [
      await world.core.rerollCell(ada, secret.id, 0, origin),
      await world.core.rerollAll(ada, secret.id, origin),
    ];
    for (const failed of [one, all]) await world.fail(failed);
    const bob = beside(ada);
    await expect(world.core.retry(bob, one.generation.id, here())).rejects.toMatchObject({
      code: 'generation_unknown',
    });
    const { generation } = await world.core.retry(bob, all.generation.id, here());
    expect(generation).toMatchObject({ parentId: null, rootId: generation.id });
  });

  it('is refused while the first runs, and when what it keeps is gone', async () => {
    const { ada, grid } = await painted();
    const { generation } = await world.core.rerollCell(ada, grid.id, 0, here());
    await expect(world.core.retry(ada, generation.id, here())).rejects.toMatchObject({ code: 'generation_unfinished' });
    await world.fail({ generation });
    await world.core.delete(ada, grid.id);
    await expect(world.core.retry(ada, generation.id, here())).rejects.toMatchObject({ code: 'generation_unknown' });
  });
});

describe('a reroll by votes', () => {
  it('needs as many people as the policy says, and happens once for votes at the same moment', async () => {
    const { ada, grid } = await painted({ isAdmin: true });
    await world.core.setPolicy(ada, 'channel', { rerollVotes: 3 });
    const voters = [1, 2, 3, 4].map(() => beside(ada));
    const vote = (k: number, isFor = true) => world.core.voteReroll(voters[k]!, grid.id, null, isFor, here());

    expect(await vote(0)).toEqual({ votes: 1, needed: 3, accepted: null });
    expect(await vote(0)).toEqual({ votes: 1, needed: 3, accepted: null });
    expect(await vote(1)).toMatchObject({ votes: 2, accepted: null });
    expect(await vote(1, false)).toEqual({ votes: 1, needed: 3, accepted: null });
    expect(await vote(1)).toMatchObject({ votes: 2, accepted: null });
    const last = await Promise.all([vote(2), vote(3)]);
    expect(last.filter(({ accepted }) => accepted !== null)).toHaveLength(1);
    const { generation } = last.find(({ accepted }) => accepted !== null)!.accepted!;
    expect(generation).toMatchObject({ origin: 'reroll', parentId: grid.id });
    expect([voters[2]!.userId, voters[3]!.userId]).toContain(generation.userId);
    await vote(3, false);
    expect((await vote(3)).accepted).toBeNull();
  });

  it('counts each cell by itself, and again after a whole round', async () => {
    const { ada, grid } = await painted({ isAdmin: true });
    await world.core.setPolicy(ada, 'channel', { rerollVotes: 2 });
    const vote = (cell: number | null) => world.core.voteReroll(beside(ada), grid.id, cell, true, here());
    const outcomes = [];
    for (const cell of [1, null, 1, null, 1, 1]) {
      const { accepted } = await vote(cell);
      outcomes.push(accepted?.generation.origin ?? null);
    }
    expect(outcomes).toEqual([null, null, 'reroll_cell', 'reroll', null, 'reroll_cell']);
  });

  it('needs no votes from the requester or a moderator', async () => {
    const { ada, grid } = await painted();
    const { accepted } = await world.core.voteReroll(ada, grid.id, 2, true, here());
    expect(accepted?.generation.origin).toBe('reroll_cell');
    const moderator = beside(ada, { isModerator: true });
    expect((await world.core.voteReroll(moderator, grid.id, null, true, here())).accepted?.generation.userId).toBe(
      moderator.userId,
    );
  });
});
