import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Actor, Generation } from '../../../src/core/types.js';
import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createPictures } from '../../../src/engine/memory/index.js';
import { decodePng, encodePng, resize } from '../../../src/images/sharp.js';
import { solid } from '../../unit/images/solid.js';
import { BUNDLE, beside, here, openWorld, somebody } from './support/world.js';

const world = await openWorld();
const bundle = await loadBundle(BUNDLE);
afterAll(() => world.close());

/** A square in the middle of a white page. */
function onWhite() {
  const page = solid(64, [255, 255, 255, 255]);
  for (let p = 0; p < 64 * 64; p++) {
    if (Math.abs((p % 64) - 32) < 16 && Math.abs(Math.floor(p / 64) - 32) < 16)
      page.data.set([200, 30, 30, 255], 4 * p);
  }
  return page;
}

/** A picture of one colour on nothing. */
const file = await encodePng(solid(64, [200, 30, 30, 255]));
const cat = { name: 'cat', bytes: file };
const refusal = (code: string, data: object = {}) => ({ code, data });
const keysOf = ({ settings }: Generation) => (settings.own ?? []).map(({ picture }) => picture);
const isThere = async (key: string) => (await world.blobs.get(key)) !== null;
const imagine = async (actor: Actor, input: Parameters<typeof world.core.imagine>[1]) =>
  (await world.core.imagine(actor, input, here())).generation;
const painted = async (actor: Actor) =>
  world.paint(await world.core.imagine(actor, { prompt: 'a cat', own: [cat] }, here()));

describe('a picture that somebody brings', () => {
  it('is kept with the grid, and gone with it', async () => {
    const ada = somebody();
    const generation = await imagine(ada, { prompt: 'a cat with a crown', own: [{ ...cat, isFaceless: true }] });
    expect(generation.settings.own).toEqual([{ name: 'cat', picture: expect.any(String), isFaceless: true }]);
    const [key] = keysOf(generation);
    expect(await isThere(key!)).toBe(true);
    await world.core.delete(ada, generation.id);
    expect(await isThere(key!)).toBe(false);
  });

  it('is looked through for eyes, which say what moods it can show', async () => {
    const face = solid(64, [240, 190, 60, 255]);
    for (let p = 0; p < 64 * 64; p++) {
      const [x, y] = [p % 64, Math.floor(p / 64)];
      if (Math.hypot(x - 31.5, y - 31.5) > 30) face.data.fill(0, 4 * p, 4 * p + 4);
      if ([20, 43].some((eye) => Math.hypot(x - eye, y - 24) < 5)) face.data.set([20, 20, 25, 255], 4 * p);
    }
    const brought = { name: 'cat', bytes: await encodePng(face) };
    const ada = somebody();
    const own = async (input: Partial<typeof brought> & { isFaceless?: boolean }) =>
      (await imagine(ada, { prompt: 'a cat', own: [{ ...brought, ...input }] })).settings.own;
    expect(await own({})).toMatchObject([{ hasEyes: true }]);
    expect(await own({ isFaceless: true })).not.toMatchObject([{ hasEyes: true }]);
    await world.core.addThing(ada, { ...brought, owner: 'user' });
    expect((await imagine(ada, { prompt: 'a cat' })).settings.own).toMatchObject([{ hasEyes: true }]);
  });

  it('is what the prompt is about when that does not name it', async () => {
    const generation = await imagine(somebody(), { prompt: 'with a pizza', own: [cat] });
    expect(generation.prompt).toBe('cat with a pizza');
  });

  it('stays with what is made of the grid', async () => {
    const ada = somebody();
    const first = await painted(ada);
    const { generation: reroll } = await world.core.rerollAll(ada, first.id, here());
    const { generation: used } = await world.core.useLatents(ada, first.id, 0, ['palette'], { prompt: '' }, here());
    expect(keysOf(reroll)).toEqual(keysOf(first));
    expect(keysOf(used)).toEqual(keysOf(first));
    await world.core.delete(ada, first.id);
    expect(await isThere(keysOf(first)[0]!)).toBe(true);
  });

  it('costs nothing and leaves nothing when it cannot be read, or the request is refused', async () => {
    const ada = somebody();
    const broken = { name: 'cat', bytes: Buffer.from('<html>no picture</html>') };
    await expect(imagine(ada, { prompt: 'a cat', own: [broken] })).rejects.toMatchObject({ code: 'picture_unknown' });
    await world.core.setQuota({ ...ada, isAdmin: true }, { subject: 'default', subjectId: '', imagesPerDay: 3 });
    const put = vi.spyOn(world.blobs, 'put');
    await expect(imagine(ada, { prompt: 'a cat', own: [cat] })).rejects.toMatchObject({ code: 'quota_exceeded' });
    const keys = put.mock.calls.map(([key]) => key);
    put.mockRestore();
    expect(keys).toHaveLength(1);
    expect(await isThere(keys[0]!)).toBe(false);
    expect((await world.core.quota(ada)).usage.images).toBe(0);
  });

  it('of a request that comes twice is kept once', async () => {
    const ada = somebody();
    const input = { prompt: 'a cat', own: [cat] };
    const [first, again] = [
      await world.core.imagine(ada, input, here('event-1')),
      await world.core.imagine(ada, input, here('event-1')),
    ];
    expect(again.isNew).toBe(false);
    expect(keysOf(again.generation)).toEqual(keysOf(first.generation));
    expect(await isThere(keysOf(first.generation)[0]!)).toBe(true);
  });

  it('may be asked of admins alone, or of nobody; what was painted by it is rerolled until then', async () => {
    const boss = somebody({ isAdmin: true });
    const ada = beside(boss);
    const grid = await painted(boss);
    await world.core.setPolicy(boss, 'space', { ownPictures: 'admins' });
    const asked = { prompt: 'a cat', own: [cat] };
    await expect(imagine(ada, asked)).rejects.toMatchObject(refusal('own_pictures_refused', { who: 'admins' }));
    await expect(imagine(boss, asked)).resolves.toBeDefined();
    await expect(world.core.rerollAll(boss, grid.id, here())).resolves.toBeDefined();
    await world.core.setPolicy(boss, 'space', { ownPictures: 'off' });
    await expect(imagine(boss, asked)).rejects.toMatchObject(refusal('own_pictures_refused', { who: 'nobody' }));
    await expect(world.core.rerollAll(boss, grid.id, here())).rejects.toMatchObject({ code: 'own_pictures_refused' });
    await expect(imagine(ada, { prompt: 'a cat' })).resolves.toBeDefined();
  });
});

describe('a picture to begin from', () => {
  const image = { name: 'photo', bytes: file, isWhole: true as const };

  it('is kept whole with the grid, and says as much as half unless somebody says how much', async () => {
    const ada = somebody();
    const ground = await encodePng(onWhite());
    const asked = { prompt: 'in the wind', own: [{ ...image, bytes: ground }] };
    const { prompt, settings } = await imagine(ada, asked);
    expect({ prompt, recall: settings.recall }).toEqual({ prompt: 'in the wind', recall: 68 });
    expect(settings.own).toEqual([{ name: 'photo', picture: expect.any(String), isFaceless: false, isWhole: true }]);
    const kept = await decodePng((await world.blobs.get(settings.own![0]!.picture))!);
    expect(kept.image).toEqual(onWhite());
    expect((await imagine(ada, { ...asked, strength: 20, recall: 30 })).settings.recall).toBe(48);
  });

  it('gives way to another one, beside things that may be called the same', async () => {
    const ada = somebody();
    const accepted = await world.core.imagine(ada, { prompt: 'a cat', own: [cat, image], strength: 80 }, here());
    const first = await world.paint(accepted);
    const other = { ...image, name: 'cat' };
    const more = { prompt: 'a cat', own: [other] };
    const taken = await world.core.useLatents(ada, first.id, 0, ['palette'], { prompt: 'a cat' }, here());
    expect(taken.generation.settings.recall).toBe(87);
    const { generation } = await world.core.useLatents(ada, first.id, 0, ['palette'], more, here());
    expect(generation.settings.recall).toBe(68);
    expect(generation.settings.own).toMatchObject([{ name: 'cat', isWhole: true }, { name: 'cat' }]);
    expect(keysOf(generation)).toContain(keysOf(first)[0]);
    expect(keysOf(generation)).not.toContain(keysOf(first)[1]);
  });
});

describe('a picture to be described', () => {
  const latents = { description: 'a red cat', boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 1, y1: 1 }] };
  const thing = { name: 'cat', display: 'cat' };
  const said = { thing, sureness: 0.9, others: ['dog'], likest: ['cat', 'dog'], colours: ['red'], latents };
  const found = { ...said, style: 'flat', prompt: 'a red cat, flat style' };

  it('is looked at by a worker, costs nothing and is not kept', async () => {
    const ada = somebody();
    world.jobs.described = found;
    const put = vi.spyOn(world.blobs, 'put');
    expect(await world.core.describe(ada, file)).toEqual(found);
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
    expect((await world.core.quota(ada)).usage.images).toBe(0);
    world.jobs.described = null;
    await expect(world.core.describe(ada, file)).rejects.toMatchObject({ code: 'picture_not_looked_at' });
  });

  it('is not named by a word that is blocked', async () => {
    const ada = somebody({ isAdmin: true });
    world.jobs.described = found;
    await world.core.setPolicy(ada, 'space', { blocked: ['dog'] });
    expect(await world.core.describe(ada, file)).toEqual({ ...found, others: [], likest: ['cat'] });
    await world.core.setPolicy(ada, 'space', { blocked: ['cat'] });
    expect(await world.core.describe(ada, file)).toEqual({
      sureness: 0.9,
      others: [],
      likest: ['dog'],
      colours: ['red'],
      latents: { boxes: [{ ...latents.boxes[0], label: '' }] },
    });
  });

  it('is refused where own pictures are, where nothing is drawn, and where it is blocked', async () => {
    const ada = somebody({ isAdmin: true });
    world.jobs.described = found;
    await world.core.setPolicy(ada, 'space', { ownPictures: 'admins' });
    await expect(world.core.describe(beside(ada), file)).rejects.toMatchObject({ code: 'own_pictures_refused' });
    await world.core.describe(ada, file);
    await world.core.blockPicture(ada, cat);
    await expect(world.core.describe(ada, file)).rejects.toMatchObject({ code: 'picture_blocked' });
    await world.core.setPolicy(ada, 'space', { isEnabled: false });
    await expect(world.core.describe(ada, file)).rejects.toMatchObject({ code: 'disabled_here' });
  });
});

describe('a picture that admins block', () => {
  const { memory } = bundle;
  const pictures = createPictures(bundle);
  const fileOf = async (thing: string) => {
    const shows = memory.things.findIndex(({ name }) => name === thing);
    return encodePng(await pictures.read(memory.measures.shows.indexOf(shows)));
  };

  it('is brought along by nobody, whatever its size, until it is taken off the list', async () => {
    const boss = somebody({ isAdmin: true });
    const ada = beside(boss);
    const [bad, other] = [await fileOf('cat'), await fileOf('pizza')];
    const before = await world.paint(
      await world.core.imagine(ada, { prompt: 'my pet', own: [{ name: 'pet', bytes: bad }] }, here()),
    );
    await world.core.addThing(ada, { name: 'pet', bytes: bad, owner: 'user' });
    await expect(world.core.blockPicture(ada, { name: 'x', bytes: bad })).rejects.toMatchObject({
      code: 'not_allowed',
    });
    expect(await world.core.blockPicturesOf(boss, before.id)).toEqual(['pet']);

    const again = { name: 'pet', bytes: await encodePng(await resize((await decodePng(bad)).image, 90, 90)) };
    const blocked = { code: 'picture_blocked' };
    await expect(imagine(ada, { prompt: 'a pet', own: [again] })).rejects.toMatchObject(blocked);
    await expect(imagine(ada, { prompt: 'a pet' })).rejects.toMatchObject(blocked);
    await expect(world.core.rerollAll(ada, before.id, here())).rejects.toMatchObject(blocked);
    await expect(world.core.addThing(ada, { ...again, owner: 'user' })).rejects.toMatchObject(blocked);
    await expect(imagine(ada, { prompt: 'a pal', own: [{ name: 'pal', bytes: other }] })).resolves.toBeDefined();
    await expect(imagine(somebody(), { prompt: 'a pet', own: [again] })).resolves.toBeDefined();

    for (const { hash } of await world.core.blockedPictures(boss)) await world.core.unblockPicture(boss, hash);
    await expect(imagine(ada, { prompt: 'a pet', own: [again] })).resolves.toBeDefined();
    await expect(world.core.unblockPicture(boss, '0')).rejects.toMatchObject({ code: 'blocked_picture_unknown' });
    expect((await world.core.audit(boss, 2)).map(({ action }) => action)).toContain('picture.unblock');
  });
});

describe('saved things', () => {
  const add = (actor: Actor, name: string, owner: 'user' | 'space' = 'user') =>
    world.core.addThing(actor, { name, bytes: file, owner });
  const ownOf = async (actor: Actor, prompt: string) =>
    ((await imagine(actor, { prompt, count: 1 })).settings.own ?? []).map(({ picture }) => picture);

  it('are drawn where a prompt says their names: one’s own, and those of the space', async () => {
    const boss = somebody({ isAdmin: true });
    const ada = beside(boss);
    const [house, mine] = [await add(boss, 'Cat', 'space'), await add(ada, 'pizza')];
    expect(await ownOf(ada, 'two cats and a PIZZA')).toEqual([mine.picture, house.picture]);
    expect(await ownOf(ada, 'a dog')).toEqual([]);
    expect(await ownOf(beside(boss), 'a cat and a pizza')).toEqual([house.picture]);
    expect(await ownOf(somebody(), 'a cat and a pizza')).toEqual([]);
    const again = await add(ada, 'cat');
    expect(await ownOf(ada, 'a cat')).toEqual([again.picture]);
    await world.core.setPolicy(boss, 'space', { ownPictures: 'admins' });
    expect(await ownOf(ada, 'a cat and a pizza')).toEqual([house.picture]);
  });

  it('are renamed and removed, and their pictures stay while a grid is drawn by them', async () => {
    const ada = somebody();
    const { picture } = await add(ada, 'cat');
    const generation = await imagine(ada, { prompt: 'a cat' });
    await world.core.renameThing(ada, 'CAT', 'dog', 'user');
    expect(await ownOf(ada, 'a cat')).toEqual([]);
    await world.core.removeThing(ada, 'dog', 'user');
    expect(await world.core.savedThings(ada)).toEqual([]);
    expect(await isThere(picture)).toBe(true);
    await world.core.delete(ada, generation.id);
    expect(await isThere(picture)).toBe(false);
    await expect(world.core.removeThing(ada, 'dog', 'user')).rejects.toMatchObject({ code: 'saved_thing_unknown' });
  });

  it('have names that can be said, are free and are not blocked', async () => {
    const ada = somebody();
    await expect(add(ada, 'x')).rejects.toMatchObject({ code: 'bad_value', data: { why: 'not_own_name' } });
    await expect(add(ada, 'a/b')).rejects.toMatchObject({ code: 'bad_value' });
    await world.core.setPolicy({ ...ada, isAdmin: true }, 'space', { blocked: ['blimp'] });
    await expect(add(ada, 'our_blimp')).rejects.toMatchObject(
      refusal('blocked_term', { term: 'blimp', where: 'name' }),
    );
    await add(ada, 'our_mascot');
    await expect(add(ada, 'Our Mascot')).rejects.toMatchObject({ code: 'saved_thing_taken' });
    await add(ada, 'logo');
    await expect(world.core.renameThing(ada, 'logo', 'our-mascot', 'user')).rejects.toMatchObject({
      code: 'saved_thing_taken',
    });
    await add(ada, 'third');
    await expect(add(ada, 'fourth')).rejects.toMatchObject(refusal('too_many_saved_things', { limit: 3 }));
  });

  it('of a space are the admins’ to keep, which the audit tells', async () => {
    const boss = somebody({ isAdmin: true });
    await expect(add(beside(boss), 'cat', 'space')).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(add({ ...boss, place: 'direct', spaceId: null }, 'cat', 'space')).rejects.toMatchObject({
      code: 'no_space_here',
    });
    await add(boss, 'cat', 'space');
    await world.core.renameThing(boss, 'cat', 'dog', 'space');
    await world.core.removeThing(boss, 'dog', 'space');
    const told = (await world.core.audit(boss, 9)).map(({ action, subject, after }) => [action, subject, after]);
    expect(told).toEqual([
      ['thing.remove', 'thing dog', null],
      ['thing.rename', 'thing cat', 'dog'],
      ['thing.add', 'thing cat', 'cat'],
    ]);
  });
});
