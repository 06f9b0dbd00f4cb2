import { emojiOf, memberJson, userJson } from './render.js';
import { tellOfMessage } from './tell.js';
import type { Message } from './types.js';
import type { World } from './world.js';

/** Adds a reaction and tells the gateway; adding it again does nothing. */
export function addReaction(world: World, message: Message, key: string, userId: string): void {
  const users = message.reactions.get(key) ?? new Set();
  if (users.has(userId)) return;
  message.reactions.set(key, users.add(userId));
  const { guildId } = world.channel(message.channelId);
  const member = guildId === null ? undefined : world.guild(guildId).members.get(userId);
  tellOfMessage(world, message, 'MESSAGE_REACTION_ADD', {
    ...base(message, key, userId),
    message_author_id: message.authorId,
    ...(member && { member: { ...memberJson(member), user: userJson(world.user(userId)) } }),
  });
}

export function removeReaction(world: World, message: Message, key: string, userId: string): void {
  const users = message.reactions.get(key);
  if (!users?.delete(userId)) return;
  if (users.size === 0) message.reactions.delete(key);
  tellOfMessage(world, message, 'MESSAGE_REACTION_REMOVE', base(message, key, userId));
}

/** developers/events/gateway-events#message-reaction-add */
function base(message: Message, key: string, userId: string): object {
  return {
    user_id: userId,
    channel_id: message.channelId,
    message_id: message.id,
    emoji: emojiOf(key),
    burst: false,
    type: 0,
  };
}
