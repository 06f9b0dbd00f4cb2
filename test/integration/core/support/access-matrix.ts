import { randomUUID } from 'node:crypto';
import type { Actor, ChannelAccess, Generation, Place, Platform } from '../../../../src/core/types.js';
import { NO_CHANNELS } from '../../../support/people.js';

/** Where grids are asked for. A workspace of Slack is in no conversation as a guest. */
export const HOMES = ['open channel', 'closed channel', 'private thread', 'direct message', 'guest group'] as const;
export type Home = (typeof HOMES)[number];

/** Who comes across a grid. */
export const ROLES = [
  'requester',
  'member',
  'moderator of its channel',
  'moderator of another channel',
  'admin of its space',
  'stranger',
  'namesake',
] as const;
export type Role = (typeof ROLES)[number];

/** Where they come across it, and what the platform says of them and the grid's conversation. */
export const PLACES = [
  'in its conversation',
  'elsewhere, may read it',
  'elsewhere, may not read it',
  'elsewhere, platform cannot tell',
  'own direct message, may read it',
  'own direct message, may not read it',
  'another space',
  'guest group',
] as const;
export type Where = (typeof PLACES)[number];

export interface Sight {
  platform: Platform;
  home: Home;
  isPrivate: boolean;
  role: Role;
  where: Where;
}

/** Rooms of one platform, apart from those of every other test. */
export interface Rooms {
  platform: Platform;
  realm: string;
  spaceId: string;
  requesterId: string;
  ids: Record<Home, string>;
}

export function roomsOf(platform: Platform): Rooms {
  const spaceId = `space-${randomUUID()}`;
  const ids = Object.fromEntries(HOMES.map((home) => [home, `${home.replaceAll(' ', '-')}-${randomUUID()}`]));
  return {
    platform,
    realm: platform === 'slack' ? spaceId : platform,
    spaceId,
    requesterId: `ada-${randomUUID()}`,
    ids: ids as Record<Home, string>,
  };
}

export const isInSpace = (home: Home): boolean => home !== 'direct message' && home !== 'guest group';

/** Whoever asks for a grid in such a place. */
export function requesterIn(rooms: Rooms, home: Home): Actor {
  return actorAt(rooms, rooms.requesterId, homePlace(rooms, home), {
    ...NO_CHANNELS,
    isOpen: async () => home === 'open channel',
  });
}

/** The person of a cell of the matrix, as the platform would make them. */
export function personOf(rooms: Rooms, { home, role, where }: Omit<Sight, 'platform' | 'isPrivate'>): Actor {
  const isRequester = role === 'requester' || role === 'namesake';
  const userId = isRequester ? rooms.requesterId : `${role}-${rooms.spaceId}`;
  const mayModerate = role === 'moderator of its channel' || role === 'admin of its space';
  const channels: ChannelAccess = {
    isOpen: async () => false,
    async rightsIn() {
      if (where === 'elsewhere, platform cannot tell') throw new Error('missing_scope');
      // In other spaces and in groups nobody is to be asked: a yes there must not count.
      const mayRead = !where.includes('may not');
      return { mayRead, mayModerate: mayRead && mayModerate };
    },
  };
  const actor = actorAt(rooms, userId, placeOf(rooms, home, where), channels);
  const isHere = where === 'in its conversation' && actor.place === 'space';
  const isThere = actor.place === 'space' && actor.spaceId === rooms.spaceId;
  const powers = {
    isAdmin: isThere ? role === 'admin of its space' : where === 'another space',
    isModerator: isHere
      ? mayModerate
      : isThere && (role === 'moderator of another channel' || role === 'admin of its space'),
  };
  if (role !== 'namesake') return { ...actor, ...powers };
  // Of another workspace that numbers its people by itself, or of another platform.
  return rooms.platform === 'slack'
    ? { ...actor, ...powers, realm: `${rooms.realm}-other` }
    : { ...actor, ...powers, platform: 'slack', realm: rooms.realm };
}

type Spot = Pick<Actor, 'place' | 'spaceId' | 'channelId' | 'conversationId'>;

function homePlace({ ids, spaceId }: Rooms, home: Home): Spot {
  const conversationId = ids[home];
  if (!isInSpace(home)) return { ...spot(home === 'direct message' ? 'direct' : 'guest', null, conversationId) };
  const channelId = home === 'private thread' ? ids['open channel'] : conversationId;
  return { place: 'space', spaceId, channelId, conversationId };
}

function placeOf(rooms: Rooms, home: Home, where: Where): Spot {
  if (where === 'in its conversation') return homePlace(rooms, home);
  if (where.startsWith('elsewhere')) return spot('space', rooms.spaceId, 'lobby');
  if (where.startsWith('own direct message')) return spot('direct', null, `dm-${rooms.spaceId}`);
  if (where === 'another space') return spot('space', `${rooms.spaceId}-other`, 'lobby');
  return spot('guest', null, `another-group-${rooms.spaceId}`);
}

function spot(place: Place, spaceId: string | null, id: string): Spot {
  return { place, spaceId, channelId: id, conversationId: id };
}

function actorAt({ platform, realm }: Rooms, userId: string, at: Spot, channels: ChannelAccess): Actor {
  const rest = { userName: 'Ada', roleIds: [], isAdmin: false, isModerator: false, locale: 'en' };
  return { platform, realm, userId, ...at, channels, ...rest };
}

/**
 * The rules as docs/security.md puts them to people, written down without a look at the code: the first line that fits
 * decides.
 */
export const should = {
  see({ home, isPrivate, role, where }: Sight): boolean {
    if (role === 'namesake' || role === 'stranger') return false;
    const isHere = where === 'in its conversation';
    if (role === 'requester') {
      if (isHere || where.startsWith('own direct message')) return true;
      if (where.startsWith('elsewhere')) return isInSpace(home);
      return where === 'guest group' && !isInSpace(home);
    }
    if (isPrivate || home === 'direct message') return false;
    if (isHere) return true;
    if (home === 'guest group') return false;
    return where === 'elsewhere, may read it' || where === 'own direct message, may read it';
  },

  /** What the requester may do with it, and those whom the place or the space has put in charge. */
  rule(sight: Sight): boolean {
    const { home, role } = sight;
    if (!should.see(sight)) return false;
    if (role === 'requester') return true;
    return isInSpace(home) && (role === 'moderator of its channel' || role === 'admin of its space');
  },

  /** Whether a part of it may be given to everybody of the space. */
  share(sight: Sight): boolean {
    return should.see(sight) && (sight.role === 'requester' || sight.home === 'open channel');
  },

  /** Whether what is made of it, with nothing said, is private. */
  stayPrivate({ home, isPrivate, where }: Sight): boolean {
    if (isPrivate) return true;
    if (where === 'in its conversation') return false;
    return home !== 'open channel' || !where.startsWith('elsewhere');
  },
};

/** Every cell that can be: strangers come only from outside, and where the platform has such a place. */
export function sightsOf(platform: Platform): Sight[] {
  const homes = HOMES.filter((home) => platform !== 'slack' || home !== 'guest group');
  const places = PLACES.filter((where) => platform !== 'slack' || where !== 'guest group');
  return homes.flatMap((home) =>
    [false, true].flatMap((isPrivate) =>
      ROLES.flatMap((role) =>
        places
          .filter((where) => role !== 'stranger' || !(where.includes('may read') || where.startsWith('in its')))
          .filter((where) => role !== 'stranger' || !where.startsWith('elsewhere'))
          .map((where) => ({ platform, home, isPrivate, role, where })),
      ),
    ),
  );
}

export const nameOf = ({ platform, home, isPrivate, role, where }: Sight): string =>
  `${platform}: ${isPrivate ? 'private ' : ''}grid of the ${home}, ${role}, ${where}`;

export type Grids = Record<'done' | 'planned' | 'failed' | 'queued', Generation>;
