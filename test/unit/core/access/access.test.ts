import { describe, expect, it } from 'vitest';
import { DEEDS, isChildPrivate, mayDo, NO_RIGHTS, rightsFor } from '../../../../src/core/access/access.js';
import { personKey, scopeOf } from '../../../../src/core/access/scope.js';
import type { Audience } from '../../../../src/core/types.js';
import {
  type Home,
  nameOf,
  personOf,
  requesterIn,
  roomsOf,
  type Sight,
  should,
  sightsOf,
} from '../../../integration/core/support/access-matrix.js';
import { actorOf } from '../../../support/people.js';
import { generationLike } from '../support/examples.js';

const AUDIENCES: Record<Home, Audience> = {
  'open channel': 'open',
  'closed channel': 'closed',
  'private thread': 'closed',
  'direct message': 'direct',
  'guest group': 'guest',
};

const rooms = { discord: roomsOf('discord'), slack: roomsOf('slack') };
const sights = [...sightsOf('discord'), ...sightsOf('slack')];

function gridOf({ platform, home, isPrivate }: Sight) {
  const ada = requesterIn(rooms[platform as 'discord'], home);
  const { realm, userId, spaceId, channelId, conversationId } = ada;
  const settings = { ...generationLike({}).settings, isPrivate };
  return generationLike({
    ...{ platform, realm, userId, spaceId, channelId, conversationId },
    audience: AUDIENCES[home],
    settings,
  });
}

describe('access', () => {
  it('is what the rules say, in every cell', async () => {
    const faults: string[] = [];
    for (const sight of sights) {
      const actor = personOf(rooms[sight.platform as 'discord'], sight);
      const grid = gridOf(sight);
      const rights = await rightsFor(actor, grid);
      for (const deed of DEEDS) {
        const expected =
          deed === 'share'
            ? should.share(sight)
            : ['pin', 'cancel', 'delete'].includes(deed)
              ? should.rule(sight)
              : should.see(sight);
        if (mayDo(deed, actor, grid, rights) !== expected) faults.push(`${deed} ${nameOf(sight)}: not ${expected}`);
      }
    }
    expect(faults).toEqual([]);
    expect(sights.length * DEEDS.length).toBeGreaterThan(5_000);
  });

  it('ends with the grid: nobody sees a deleted one', async () => {
    for (const sight of sights) {
      const actor = personOf(rooms[sight.platform as 'discord'], sight);
      const gone = { ...gridOf(sight), status: 'deleted' as const };
      expect(mayDo('see', actor, gone, { mayRead: true, mayModerate: true })).toBe(false);
    }
  });

  it('is not asked of a platform where it decides nothing: one’s own, and what is private', async () => {
    let asked = 0;
    const rightsIn = async () => {
      asked += 1;
      return NO_RIGHTS;
    };
    const elsewhere = actorOf({ channelId: 'news', channels: { isOpen: async () => true, rightsIn } });
    const settings = { ...generationLike({}).settings, isPrivate: true };
    await rightsFor(elsewhere, generationLike({}));
    await rightsFor({ ...elsewhere, userId: 'bob' }, generationLike({ settings }));
    expect(asked).toBe(0);
    await rightsFor({ ...elsewhere, userId: 'bob' }, generationLike({}));
    expect(asked).toBe(1);
  });

  it('takes an admin for one in the admin’s own space alone, and a conversation for the same in one space alone', () => {
    const grid = generationLike({ userId: 'bob' });
    const rights = { mayRead: true, mayModerate: false };
    expect(mayDo('delete', actorOf({ isAdmin: true }), grid, rights)).toBe(true);
    expect(mayDo('delete', actorOf({ isAdmin: true, spaceId: null }), grid, rights)).toBe(false);
    expect(mayDo('see', actorOf({ spaceId: 'other' }), grid, rights)).toBe(false);
  });

  it('is not asked of a platform about another space, realm or platform', async () => {
    const grid = generationLike({ userId: 'bob' });
    const yes = { isOpen: async () => true, rightsIn: async () => ({ mayRead: true, mayModerate: true }) };
    const asked = (change: Parameters<typeof actorOf>[0]) => rightsFor(actorOf({ channels: yes, ...change }), grid);
    expect(await asked({ channelId: 'news' })).toEqual({ mayRead: true, mayModerate: true });
    expect(await asked({ spaceId: null, channelId: 'dm' })).toEqual({ mayRead: true, mayModerate: true });
    for (const change of [
      { spaceId: 'other', channelId: 'news' },
      { spaceId: null, channelId: 'group', place: 'guest' as const },
      { platform: 'slack' as const, channelId: 'news' },
      { realm: 'other', channelId: 'news' },
    ]) {
      expect(await asked(change)).toEqual(NO_RIGHTS);
    }
  });
});

describe('what is made of a grid', () => {
  it('is private where its parent was, unless the requester of that one says otherwise', () => {
    for (const sight of sights.filter(should.see)) {
      const actor = personOf(rooms[sight.platform as 'discord'], sight);
      const grid = gridOf(sight);
      const isConfined = should.stayPrivate(sight);
      expect(isChildPrivate(actor, grid, undefined, false), nameOf(sight)).toBe(isConfined);
      expect(isChildPrivate(actor, grid, undefined, true)).toBe(true);
      expect(isChildPrivate(actor, grid, true, false)).toBe(true);
      expect(isChildPrivate(actor, grid, false, true)).toBe(isConfined && sight.role !== 'requester');
    }
  });
});

describe('scopes', () => {
  it('are a space’s, or one person’s, and never two of them the same', () => {
    const actors = [
      actorOf(),
      actorOf({ platform: 'slack', spaceId: 'T1', realm: 'T1' }),
      actorOf({ platform: 'slack', spaceId: 'T2', realm: 'T2' }),
      actorOf({ platform: 'slack', spaceId: null, realm: 'T1' }),
      actorOf({ platform: 'slack', spaceId: null, realm: 'T2' }),
      actorOf({ platform: 'slack', spaceId: null, realm: 'T1', userId: 'bob' }),
      actorOf({ spaceId: null }),
      actorOf({ spaceId: null, userId: 'bob' }),
    ];
    const keys = actors.map((actor) => `${scopeOf(actor).platform} ${scopeOf(actor).key}`);
    expect(new Set(keys).size).toBe(actors.length);
    expect(scopeOf(actorOf({ spaceId: null })).key).toBe(personKey(actorOf()));
  });

  it('of a person are the same in every conversation outside spaces', () => {
    const direct = actorOf({ spaceId: null, channelId: 'dm' });
    const guest = { ...direct, channelId: 'group', place: 'guest' as const };
    expect(scopeOf(guest)).toEqual(scopeOf(direct));
  });
});
