import { CoreError } from './errors.js';
import type { Actor, Generation } from './types.js';

/**
 * Who may do what with a generation, beyond seeing it. Whatever makes a new generation (reroll, edit, splice, variations,
 * paint, use latents, retry) is open to all who see the old one, and is charged to who asks for it: nobody spends another's
 * quota, and the old one stays as it is. Pins are part of the old one, and decide what its requester's next reroll keeps.
 */
export type OwnAction = 'pin' | 'cancel' | 'delete';

/**
 * Whether the actor may see a generation: only on its own platform and in its own space. Without a space (a direct message,
 * a conversation where the bot is a guest) only in its own channel. A private one only its requester. A requester sees all
 * own ones from a direct message too, where nobody else looks.
 */
export function canSee(actor: Actor, generation: Generation): boolean {
  if (generation.status === 'deleted' || actor.platform !== generation.platform) return false;
  const isRequester = actor.userId === generation.userId;
  if (isRequester && actor.spaceId === null) return true;
  if (!isRequester && generation.settings.isPrivate) return false;
  if (actor.spaceId !== generation.spaceId) return false;
  return actor.spaceId !== null || actor.channelId === generation.channelId;
}

/** Whether the actor counts as owner of a generation that they see: its requester, or a moderator. */
export function isOwner(actor: Actor, generation: Generation): boolean {
  return actor.userId === generation.userId || actor.isModerator || actor.isAdmin;
}

/** @throws CoreError `not_allowed` */
export function requireOwner(actor: Actor, generation: Generation, action: OwnAction): void {
  if (!isOwner(actor, generation)) throw new CoreError('not_allowed', { action });
}

/** @throws CoreError `not_allowed` */
export function requireAdmin(actor: Actor, action: string): void {
  if (!actor.isAdmin) throw new CoreError('not_allowed', { action });
}
