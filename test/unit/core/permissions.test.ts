import { describe, expect, it } from 'vitest';
import { canSee, isOwner, requireAdmin, requireOwner } from '../../../src/core/permissions.js';
import type { Actor, Generation } from '../../../src/core/types.js';
import { actorLike, generationLike } from './support/examples.js';

type Who = Partial<Actor>;
type What = Partial<Generation>;

const REQUESTER: Who = { userId: 'ada' };
const OTHER: Who = { userId: 'bob' };
const PRIVATE: What = { settings: { ...generationLike({}).settings, isPrivate: true } };
const DIRECT: What = { spaceId: null, channelId: 'dm-ada' };

describe('canSee', () => {
  it.each<[string, Who, What, boolean]>([
    ['the requester in the channel', REQUESTER, {}, true],
    ['another person in the channel', OTHER, {}, true],
    ['another person in another channel of the space', { ...OTHER, channelId: 'news' }, {}, true],
    ['another person in another space', { ...OTHER, spaceId: 'elsewhere' }, {}, false],
    ['the requester in another space', { ...REQUESTER, spaceId: 'elsewhere' }, {}, false],
    ['the requester in a direct message', { ...REQUESTER, spaceId: null, channelId: 'dm-ada' }, {}, true],
    ['another person in a direct message', { ...OTHER, spaceId: null, channelId: 'dm-bob' }, {}, false],
    ['a user of the same id on another platform', { ...REQUESTER, platform: 'slack' }, {}, false],
    ['the requester of a private one', REQUESTER, PRIVATE, true],
    ['another person of a private one', OTHER, PRIVATE, false],
    ['a moderator of a private one', { ...OTHER, isModerator: true, isAdmin: true }, PRIVATE, false],
    ['the requester of a direct one', { ...REQUESTER, spaceId: null, channelId: 'dm-ada' }, DIRECT, true],
    ['the requester of a direct one, in a space', REQUESTER, DIRECT, false],
    ['another person of a direct one', { ...OTHER, spaceId: null, channelId: 'dm-bob' }, DIRECT, false],
    [
      'another person in the same conversation without a space',
      { ...OTHER, spaceId: null, channelId: 'group' },
      { spaceId: null, channelId: 'group' },
      true,
    ],
    [
      'another person of a private one in that conversation',
      { ...OTHER, spaceId: null, channelId: 'group' },
      { ...PRIVATE, spaceId: null, channelId: 'group' },
      false,
    ],
    ['anybody of a deleted one', REQUESTER, { status: 'deleted' }, false],
  ])('%s: %#', (_, who, what, sees) => {
    expect(canSee(actorLike(who), generationLike(what))).toBe(sees);
  });
});

describe('what belongs to the requester', () => {
  it.each<[string, Who, boolean]>([
    ['the requester', REQUESTER, true],
    ['a moderator', { ...OTHER, isModerator: true }, true],
    ['an admin', { ...OTHER, isAdmin: true }, true],
    ['anybody else', OTHER, false],
  ])('%s', (_, who, mayDo) => {
    const actor = actorLike(who);
    expect(isOwner(actor, generationLike({}))).toBe(mayDo);
    const act = () => requireOwner(actor, generationLike({}), 'delete');
    if (mayDo) expect(act).not.toThrow();
    else expect(act).toThrow(expect.objectContaining({ code: 'not_allowed', data: { action: 'delete' } }));
  });
});

describe('what belongs to admins', () => {
  it('is refused to moderators and everybody else', () => {
    expect(() => requireAdmin(actorLike({ isAdmin: true }), 'quota')).not.toThrow();
    expect(() => requireAdmin(actorLike({ isModerator: true }), 'quota')).toThrow(
      expect.objectContaining({ code: 'not_allowed', data: { action: 'quota' } }),
    );
  });
});
