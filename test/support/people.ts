import { NO_RIGHTS } from '../../src/core/access/access.js';
import type { Actor, ChannelAccess } from '../../src/core/types.js';

/** A platform that can tell nothing of channels. */
export const NO_CHANNELS: ChannelAccess = { isOpen: async () => false, rightsIn: async () => NO_RIGHTS };

/** A platform where everybody reads the channel that they are in, and which can tell nothing of others. */
export const OPEN_CHANNELS: ChannelAccess = { ...NO_CHANNELS, isOpen: async () => true };

/** The same person somewhere else. */
export function at(
  actor: Actor,
  where: Partial<Pick<Actor, 'spaceId' | 'channelId' | 'conversationId' | 'place'>>,
): Actor {
  const { spaceId = actor.spaceId, channelId = actor.channelId } = { ...actor, ...where };
  return {
    ...actor,
    place: spaceId === null ? 'direct' : 'space',
    spaceId,
    channelId,
    conversationId: channelId,
    ...where,
  };
}

/**
 * Ada in the channel `art` of the space `guild`, as changed. What a change leaves open goes with it: without a space
 * she is in a direct message; without a conversation of its own she is in the channel.
 */
export function actorOf(change: Partial<Actor> = {}): Actor {
  const { platform = 'discord', spaceId = 'guild', channelId = 'art' } = change;
  return {
    platform,
    realm: platform === 'slack' ? (spaceId ?? 'team') : platform,
    userId: 'ada',
    userName: 'Ada',
    place: spaceId === null ? 'direct' : 'space',
    spaceId,
    channelId,
    conversationId: channelId,
    channels: NO_CHANNELS,
    roleIds: [],
    isAdmin: false,
    isModerator: false,
    locale: 'en',
    ...change,
  };
}
