import { afterAll, describe, expect, it } from 'vitest';
import type { Actor, SavedThing } from '../../../src/core/types.js';
import { openTestDatabase } from '../../support/database.js';
import { audit, NOW, request, somebody } from './asking.js';

const database = await openTestDatabase();
const { store } = database;
afterAll(() => database.close());

const ROOM = { things: 3, bytes: 100 };
let pictures = 0;
const thing = (name: string, change: Partial<SavedThing> = {}): SavedThing => ({
  name,
  key: name.toLowerCase(),
  owner: 'user',
  picture: `own/${++pictures}.png`,
  bytes: 10,
  isFaceless: false,
  createdAt: NOW,
  ...change,
});
const names = async (actor: Actor) => (await store.things.of(actor)).map(({ name, owner }) => `${owner} ${name}`);

describe('saved things', () => {
  it('are those of a person anywhere, and those of a space for all in it', async () => {
    const ada = somebody();
    const bob = { ...ada, userId: 'bob' };
    const mascot = thing('Mascot', { isFaceless: true });
    expect(await store.things.add(ada, mascot, ROOM, null)).toBe('added');
    expect(await store.things.add(ada, thing('Logo', { owner: 'space' }), ROOM, audit(ada, 'thing.add'))).toBe('added');
    expect(await names(ada)).toEqual(['user Mascot', 'space Logo']);
    expect(await store.things.of(ada)).toContainEqual(mascot);
    expect(await names(bob)).toEqual(['space Logo']);
    expect(await names({ ...ada, spaceId: null })).toEqual(['user Mascot']);
    expect(await names({ ...ada, realm: 'elsewhere', spaceId: 'other' })).toEqual([]);
    expect((await store.audit.list(audit(ada).scope, 5)).map(({ action }) => action)).toEqual(['thing.add']);
  });

  it('of one name are kept once, and no more than there is room for, also when many come at once', async () => {
    const ada = somebody();
    expect(await store.things.add(ada, thing('Mascot'), ROOM, null)).toBe('added');
    expect(await store.things.add(ada, thing('mascot'), ROOM, null)).toBe('taken');
    expect(await store.things.add(ada, thing('Large', { bytes: 91 }), ROOM, null)).toBe('too_large');
    const many = ['a', 'b', 'c', 'd'].map((name) => store.things.add(ada, thing(name), ROOM, null));
    expect((await Promise.all(many)).sort()).toEqual(['added', 'added', 'too_many', 'too_many']);
  });

  it('take another name that is free', async () => {
    const ada = somebody();
    await store.things.add(ada, thing('Mascot'), ROOM, null);
    await store.things.add(ada, thing('Logo'), ROOM, null);
    const which = { owner: 'user', key: 'mascot' } as const;
    expect(await store.things.rename(ada, which, { key: 'logo', name: 'logo' }, null)).toBe('taken');
    expect(await store.things.rename(ada, which, { key: 'mascot', name: 'MASCOT' }, null)).toBe('renamed');
    expect(await store.things.rename(ada, which, { key: 'otter', name: 'otter' }, null)).toBe('renamed');
    expect(await store.things.rename(ada, which, { key: 'x2', name: 'x2' }, null)).toBe('unknown');
    expect(await names(ada)).toEqual(['user Logo', 'user otter']);
  });
});

describe('the picture of an own thing', () => {
  const accept = (actor: Actor, picture: string, parentId: string | null = null) => {
    const own = [{ name: 'mascot', picture, isFaceless: false }];
    const asked = request(actor, { parentId, settings: { ...request(actor).settings, own } });
    return store.generations.accept(asked, () => ({ isAllowed: true }), NOW);
  };

  it('comes with the generation that draws it', async () => {
    const { generation } = await accept(somebody(), 'own/seen.png');
    expect(generation.settings.own).toEqual([{ name: 'mascot', picture: 'own/seen.png', isFaceless: false }]);
  });

  it('lives as long as a generation or a saved thing refers to it', async () => {
    const ada = somebody();
    const mascot = thing('Mascot');
    await store.things.add(ada, mascot, ROOM, null);
    const first = await accept(ada, mascot.picture);
    const second = await accept(ada, mascot.picture, first.generation.id);
    expect(await store.generations.delete(first.generation.id, NOW)).toEqual([]);
    expect((await store.generations.find(first.generation.id))?.settings.own).toBeUndefined();
    expect(await store.things.remove(ada, { owner: 'user', key: 'mascot' }, null)).toEqual([]);
    expect(await store.things.remove(ada, { owner: 'user', key: 'mascot' }, null)).toBeNull();
    expect(await store.generations.delete(second.generation.id, NOW)).toEqual([mascot.picture]);
  });

  it('goes with a saved thing that no generation drew', async () => {
    const ada = somebody();
    const mascot = thing('Mascot');
    await store.things.add(ada, mascot, ROOM, null);
    expect(await store.things.remove(ada, { owner: 'user', key: 'mascot' }, null)).toEqual([mascot.picture]);
  });
});
