import type { Actor, Audience, Generation, Rights } from '../types.js';

/**
 * What people do with a grid.
 * - `see`: everything that shows any of it: card, pictures, latents, codes, pins
 * - `make`: a new grid of it (reroll, edit, splice, variations, upscale, paint, use latents, retry), which is charged
 *   to who asks for it
 * - `vote`: votes and marks by emoji
 * - `pin`: what its requester's next reroll keeps
 * - `share`: giving a part of it to the whole space, as a pin for all or as an emoji or sticker
 */
export const DEEDS = ['see', 'make', 'vote', 'pin', 'cancel', 'delete', 'share'] as const;
export type Deed = (typeof DEEDS)[number];

/** All of an actor that decides. */
export type Asker = Pick<
  Actor,
  'platform' | 'realm' | 'userId' | 'place' | 'spaceId' | 'conversationId' | 'isAdmin' | 'isModerator'
>;

/** All of a grid that decides. */
export type GridFacts = Pick<
  Generation,
  'status' | 'platform' | 'realm' | 'userId' | 'spaceId' | 'conversationId' | 'audience'
> & { settings: Pick<Generation['settings'], 'isPrivate'> };

export const NO_RIGHTS: Rights = { mayRead: false, mayModerate: false };

/** Whether the asker asked for the grid. */
export function isRequester(asker: Pick<Asker, 'platform' | 'realm' | 'userId'>, grid: GridFacts): boolean {
  return asker.platform === grid.platform && asker.realm === grid.realm && asker.userId === grid.userId;
}

/** Whether the asker is in the very conversation that the grid was asked for in. */
export function isWhereItIs(asker: Asker, grid: GridFacts): boolean {
  return (
    asker.platform === grid.platform &&
    asker.realm === grid.realm &&
    asker.spaceId === grid.spaceId &&
    asker.conversationId === grid.conversationId
  );
}

/**
 * Whether somebody may see a grid; every way to a grid goes through this. Nobody sees a deleted one, and nobody one of
 * another platform or realm. Its requester sees it in its space and in direct messages with the bot, where nobody else
 * looks; one from outside spaces, wherever there is no space. Others never see a private one or one of direct messages.
 * They see the rest in the conversation where it was asked for, and elsewhere in its space, or in direct messages, when
 * they may read that conversation.
 *
 * @param rights of the asker in the grid's conversation, as `rightsFor` tells
 */
export function maySee(asker: Asker, grid: GridFacts, rights: Rights): boolean {
  if (grid.status === 'deleted' || asker.platform !== grid.platform || asker.realm !== grid.realm) return false;
  const isSameSpace = asker.spaceId === grid.spaceId;
  if (asker.userId === grid.userId) return isSameSpace || asker.place === 'direct';
  if (grid.settings.isPrivate || grid.audience === 'direct') return false;
  if (isWhereItIs(asker, grid)) return true;
  return grid.spaceId !== null && (isSameSpace || asker.place === 'direct') && rights.mayRead;
}

/**
 * Whether somebody may do something with a grid, which they must see. What belongs to its requester, moderators of its
 * conversation and admins of its space may do as well. A part of it is shared by its requester alone, unless everybody
 * of the space may see it.
 *
 * @param rights of the asker in the grid's conversation, as `rightsFor` tells
 */
export function mayDo(deed: Deed, asker: Asker, grid: GridFacts, rights: Rights): boolean {
  if (!maySee(asker, grid, rights)) return false;
  switch (deed) {
    case 'see':
    case 'make':
    case 'vote':
      return true;
    case 'pin':
    case 'cancel':
    case 'delete':
      return isRequester(asker, grid) || isInCharge(asker, grid, rights);
    case 'share':
      return isRequester(asker, grid) || grid.audience === 'open';
  }
}

function isInCharge(asker: Asker, grid: GridFacts, rights: Rights): boolean {
  const isAdmin = asker.isAdmin && grid.spaceId !== null && asker.spaceId === grid.spaceId;
  return isAdmin || rights.mayModerate;
}

/**
 * What the asker may do in the conversation of a grid, as far as it decides anything: of one's own grid and of
 * another's private one it does not. Only another conversation of the space, or a space from direct messages, is asked
 * of the platform; where that cannot tell, the answer is nothing.
 */
export async function rightsFor(actor: Actor, grid: GridFacts & { channelId: string }): Promise<Rights> {
  if (isWhereItIs(actor, grid)) return { mayRead: true, mayModerate: actor.isModerator };
  if (isRequester(actor, grid) || grid.settings.isPrivate) return NO_RIGHTS;
  const { spaceId, channelId, conversationId } = grid;
  const isInReach = actor.spaceId === spaceId || actor.place === 'direct';
  if (spaceId === null || actor.platform !== grid.platform || actor.realm !== grid.realm || !isInReach)
    return NO_RIGHTS;
  return actor.channels.rightsIn({ spaceId, channelId, conversationId }).catch(() => NO_RIGHTS);
}

/** Who can read what the actor asks for now. */
export async function audienceOf({ place, channels }: Pick<Actor, 'place' | 'channels'>): Promise<Audience> {
  if (place !== 'space') return place;
  return (await channels.isOpen().catch(() => false)) ? 'open' : 'closed';
}

/**
 * Whether a grid that is made of another is private. One made of a private grid is, and one that would carry a grid out
 * of the circle of those who could see it: to another conversation, unless everybody of the space may read the first.
 * The first grid's requester, and nobody else, may choose otherwise in so many words.
 *
 * @param asked what the actor said for this one grid
 * @param own what the actor set for all
 */
export function isChildPrivate(asker: Asker, parent: GridFacts, asked: boolean | undefined, own: boolean): boolean {
  if (asked === true) return true;
  const isOpenHere = parent.audience === 'open' && asker.spaceId === parent.spaceId;
  const isConfined = parent.settings.isPrivate || !(isWhereItIs(asker, parent) || isOpenHere);
  if (isConfined) return !(asked === false && isRequester(asker, parent));
  return asked ?? own;
}
