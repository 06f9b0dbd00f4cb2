import { afterAll, describe, expect, it } from 'vitest';
import { userKeyOf } from '../../../src/core/basics/ids.js';
import { encodeLatentCode } from '../../../src/engine/codes/latent-code.js';
import { askableStyles } from '../../../src/engine/finishes/index.js';
import { visualTokenizerOf } from '../../../src/engine/manifest/manifest.js';
import { beside, here, openWorld, somebody } from './support/world.js';

/** One character more than the engine takes. */
const LONG = 'x'.repeat(4001);

const world = await openWorld();
afterAll(() => world.close());

describe('imagine', () => {
  it('accepts a prompt, fills in the defaults and puts it into the queue', async () => {
    const ada = somebody();
    const accepted = await world.core.imagine(ada, { prompt: '  a cat\nand a pizza ' }, here());
    const { generation, position, delivery, isNew } = accepted;
    expect(generation).toMatchObject({
      origin: 'imagine',
      status: 'queued',
      prompt: 'a cat and a pizza',
      parentId: null,
      rootId: generation.id,
      userId: ada.userId,
      settings: { count: 4, variety: 60, showLatents: false, isPrivate: false, isSpoiler: false },
      blocklist: ['built-in'],
    });
    const visualTokenizer = visualTokenizerOf(world.model.manifest);
    expect(generation.tasks).toEqual(Array(4).fill({ mode: 'sample', given: {}, origins: {}, visualTokenizer }));
    expect(position).toEqual({ ahead: 2, etaSeconds: 30 });
    expect(delivery.address).toEqual({ kind: 'test' });
    expect(isNew).toBe(true);
    expect(world.jobs.enqueued).toContainEqual({
      generationId: generation.id,
      userKey: userKeyOf(ada),
      isPatient: false,
    });
    expect((await world.core.quota(ada)).usage).toEqual({ images: 4, granted: 0, inFlight: 1, cost: 0 });
  });

  it('draws another seed each time, and takes the one that is given', async () => {
    const ada = somebody();
    const seeds = [];
    for (const seed of [undefined, undefined, 0, 0xffff_ffff]) {
      const { generation } = await world.core.imagine(ada, { prompt: 'a cat', count: 1, seed }, here());
      seeds.push(generation.settings.seed);
    }
    expect(seeds[0]).not.toBe(seeds[1]);
    expect(seeds.slice(2)).toEqual([0, 0xffff_ffff]);
  });

  it('follows the user’s settings, and what is asked for before them', async () => {
    const ada = somebody();
    await world.core.setSettings(ada, { count: 2, variety: 10, steps: 5, isPrivate: true, showLatents: true });
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat', variety: 90, isPrivate: false }, here());
    expect(generation.settings).toMatchObject({ count: 2, variety: 90, steps: 5, isPrivate: false, showLatents: true });
  });

  it('follows the channel’s policy before the space’s, and both before the user', async () => {
    const admin = somebody({ isAdmin: true });
    await world.core.setPolicy(admin, 'space', { isPrivate: true, isSpoiler: false });
    await world.core.setPolicy(admin, 'channel', { isSpoiler: true });
    const asked = { prompt: 'a cat', isPrivate: false };
    expect((await world.core.imagine(admin, asked, here())).generation.settings).toMatchObject({
      isPrivate: true,
      isSpoiler: true,
    });
    const elsewhere = { ...admin, channelId: 'another' };
    expect((await world.core.imagine(elsewhere, asked, here())).generation.settings).toMatchObject({
      isPrivate: true,
      isSpoiler: false,
    });
  });

  it('accepts one event once, and charges it once', async () => {
    const ada = somebody();
    const key = `event-${ada.userId}`;
    const both = await Promise.all([1, 2].map(() => world.core.imagine(ada, { prompt: 'a cat' }, here(key))));
    expect(new Set(both.map(({ generation }) => generation.id)).size).toBe(1);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect((await world.core.quota(ada)).usage.images).toBe(4);
  });

  it('stays accepted when the queue cannot be reached, to be swept up later', async () => {
    const ada = somebody();
    world.jobs.isDown = true;
    const { generation, position } = await world.core.imagine(ada, { prompt: 'a cat' }, here()).finally(() => {
      world.jobs.isDown = false;
    });
    expect(position).toEqual({ ahead: 0, etaSeconds: null });
    const later = new Date(world.time.now.getTime() + 1000);
    const lost = await world.store.generations.unfinished(later);
    expect(lost).toContainEqual({ id: generation.id, userKey: userKeyOf(ada), isPatient: false });
  });

  it('refuses what nothing is known of, and charges nothing', async () => {
    const ada = somebody();
    for (const input of [{ prompt: 'florpity' }, { prompt: 'florpity', recall: 0 }, { prompt: '{cat|florpity}' }]) {
      await expect(world.core.imagine(ada, input, here())).rejects.toMatchObject({
        code: 'nothing_known',
        data: { words: ['florpity'] },
      });
    }
    expect((await world.core.quota(ada)).usage).toMatchObject({ images: 0, inFlight: 0 });
  });

  it('takes what is named by a description or by boxes that are pinned', async () => {
    for (const pins of [['description=a cat'], ['boxes=cat 0,0,64,64']]) {
      const { generation } = await world.core.imagine(somebody(), { prompt: 'florpity', pins }, here());
      expect(generation.status).toBe('queued');
    }
    const pins = ['boxes=florp 0,0,64,64'];
    await expect(world.core.imagine(somebody(), { prompt: 'florpity', pins }, here())).rejects.toMatchObject({
      code: 'nothing_known',
    });
  });

  it('keeps how much memory says, the style, what is not wanted and the asker’s language', async () => {
    const ada = somebody({ locale: 'de' });
    await world.core.setSettings(ada, { recall: 40 });
    const input = { prompt: 'a cat', style: 'Shaded', without: ' stripes ' };
    const { generation } = await world.core.imagine(ada, input, here());
    expect(generation.settings).toMatchObject({ recall: 40, style: 'shaded', without: 'stripes', locale: 'de' });
    const child = await world.core.rerollAll(
      beside(ada, { locale: 'fr' }),
      (await world.paint({ generation })).id,
      here(),
    );
    expect(child.generation.settings).toMatchObject({ recall: 40, style: 'shaded', without: 'stripes', locale: 'de' });
    await expect(world.core.imagine(ada, { prompt: 'a cat', style: 'baroque' }, here())).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'style', choices: askableStyles(['flat', 'shaded']) },
    });
  });

  it('lets cells take alternatives in turn, each seen unless somebody says how many', async () => {
    const ada = somebody();
    const prompt = '{red|blue|} {cat|dog}';
    const { generation } = await world.core.imagine(ada, { prompt }, here());
    expect(generation.prompt).toBe(prompt);
    const own = generation.tasks.map((task) => task.mode === 'sample' && task.prompt);
    expect(own).toEqual(['red cat', 'red dog', 'blue cat', 'blue dog', 'cat', 'dog']);
    const few = await world.core.imagine(ada, { prompt, count: 2 }, here());
    expect(few.generation.tasks).toHaveLength(2);
    const { cells, id } = await world.paint({ generation });
    expect(cells.map((cell) => cell.prompt)).toEqual(own);
    const again = await world.core.rerollCell(ada, id, 3, here());
    expect(again.generation.tasks[3]).toMatchObject({ mode: 'sample', prompt: 'blue dog' });
    await expect(world.core.imagine(ada, { prompt: '{a|{b|c}} cat' }, here())).rejects.toMatchObject({
      code: 'bad_value',
      data: { why: 'nested_alternatives' },
    });
  });

  it('plans without painting, at no cost', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat', isPlanOnly: true, count: 9 }, here());
    expect(generation.origin).toBe('plan');
    expect((await world.core.quota(ada)).usage).toEqual({ images: 0, granted: 0, inFlight: 1, cost: 0 });
  });

  it('gives pinned kinds to every cell, and pins them in the new grid', async () => {
    const ada = somebody();
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat', pins: ['palette=red,white'] }, here());
    const palette = generation.tasks[0]?.mode === 'sample' ? generation.tasks[0].given.palette : undefined;
    expect(palette).toHaveLength(2);
    const visualTokenizer = visualTokenizerOf(world.model.manifest);
    expect(generation.tasks).toEqual(
      Array(4).fill({ mode: 'sample', given: { palette }, origins: { palette: 'pinned' }, visualTokenizer }),
    );
    expect(await world.core.pins(ada, generation.id)).toEqual([{ cell: null, kind: 'palette' }]);
  });

  it('replays a code: exactly its latents, each cell with noise of its own', async () => {
    const ada = somebody();
    const painted = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()));
    const code = await world.core.code(ada, painted.id, 2);
    const { generation } = await world.core.imagine(ada, { prompt: 'a cat', code }, here());
    expect(generation.origin).toBe('replay');
    const { latents } = painted.cells[2]!;
    for (const task of generation.tasks) expect(task).toMatchObject({ mode: 'paint', given: latents });
    expect(new Set(generation.tasks.map((task) => (task.mode === 'paint' ? task.seed : 0))).size).toBe(4);
    expect(encodeLatentCode(world.core.readCode(code), visualTokenizerOf(world.model.manifest))).toBe(code);
  });

  it('takes a saved pin by its name', async () => {
    const ada = somebody();
    const painted = await world.paint(await world.core.imagine(ada, { prompt: 'a cat' }, here()));
    await world.core.savePin(ada, 'Autumn', { id: painted.id, cell: 0, kinds: ['palette'] }, 'user');
    const { generation } = await world.core.imagine(ada, { prompt: 'a dog', pins: ['autumn'] }, here());
    expect(generation.tasks[0]).toMatchObject({ given: { palette: painted.cells[0]!.latents.palette } });
  });

  it.each([
    [{ prompt: ' \n ' }, { name: 'KaleidoError', code: 'empty_prompt' }],
    [{ prompt: LONG }, { name: 'KaleidoError', code: 'prompt_too_long' }],
    [
      { prompt: 'a cat', count: 10 },
      { name: 'KaleidoError', code: 'bad_option' },
    ],
    [
      { prompt: 'a cat', guidance: 0 },
      { name: 'KaleidoError', code: 'bad_option' },
    ],
    [
      { prompt: 'a cat', steps: 1000 },
      { name: 'KaleidoError', code: 'bad_option' },
    ],
    [
      { prompt: 'a cat', kinds: ['smell'] },
      { name: 'KaleidoError', code: 'unknown_kind' },
    ],
    [
      { prompt: 'a cat', pins: ['palette=blurple'] },
      { name: 'KaleidoError', code: 'bad_pin' },
    ],
    [
      { prompt: 'a cat', code: 'abc' },
      { name: 'KaleidoError', code: 'bad_latent_code' },
    ],
    [
      { prompt: 'a cat', pins: ['unheard-of'] },
      { code: 'saved_pin_unknown', data: { name: 'unheard-of' } },
    ],
    [{ prompt: 'a fucking cat' }, { code: 'blocked_term', data: { term: 'fuck', where: 'prompt' } }],
    [
      { prompt: 'a cat', pins: ['boxes=dick 0,0,32,32'] },
      { code: 'blocked_term', data: { term: 'dick', where: 'pin', kind: 'boxes' } },
    ],
    [
      { prompt: 'a cat', pins: ['description=nice tits'] },
      { code: 'blocked_term', data: { term: 'tit', where: 'pin', kind: 'description' } },
    ],
  ])('refuses what cannot be painted or is blocked: %#', async (input, error) => {
    const ada = somebody();
    await expect(world.core.imagine(ada, input, here())).rejects.toMatchObject(error);
    expect((await world.core.quota(ada)).usage).toEqual({ images: 0, granted: 0, inFlight: 0, cost: 0 });
  });

  it('survives characters that databases cannot store', async () => {
    const { generation } = await world.core.imagine(somebody(), { prompt: 'a\u0000cat \ud800 ok' }, here());
    expect((await world.store.generations.find(generation.id))?.prompt).toBe('a cat \ufffd ok');
  });

  it('is refused where pictures are switched off, for everybody', async () => {
    const admin = somebody({ isAdmin: true });
    await world.core.setPolicy(admin, 'channel', { isEnabled: false });
    for (const actor of [admin, beside(admin)]) {
      await expect(world.core.imagine(actor, { prompt: 'a cat' }, here())).rejects.toMatchObject({
        code: 'disabled_here',
      });
    }
  });

  it('blocks what a space blocks, unless the channel allows it', async () => {
    const admin = somebody({ isAdmin: true });
    await world.core.setPolicy(admin, 'space', { blocked: ['Spider'] });
    await expect(world.core.imagine(admin, { prompt: 'two spiders and a cat' }, here())).rejects.toMatchObject({
      code: 'blocked_term',
      data: { term: 'spider', where: 'prompt' },
    });
    await world.core.setPolicy(admin, 'channel', { allowed: ['spider', 'dick'] });
    const { generation } = await world.core.imagine(admin, { prompt: 'two spiders, a cat and a dick' }, here());
    expect(generation.blocklist).toEqual(['built-in', 'allowed: spider', 'allowed: dick']);
  });
});
