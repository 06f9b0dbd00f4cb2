import { channelPermissions } from './permissions.js';
import type { Message } from './types.js';
import type { World } from './world.js';

/**
 * Sends an event about a message to the bot, where it sees the channel. Of an ephemeral message nobody is told but the
 * person who sees it.
 */
export function tellOfMessage(world: World, message: Message, name: string, data: object): void {
  const channel = world.channel(message.channelId);
  if (message.visibleTo !== null || channelPermissions(world, channel, world.app.botId) === 0n) {
    world.changed();
    return;
  }
  const { guildId } = channel;
  world.dispatch({
    name,
    data: { ...data, ...(guildId !== null && { guild_id: guildId }) },
    guildId,
    isContentOpen:
      guildId === null || message.authorId === world.app.botId || message.mentions.users.includes(world.app.botId),
  });
}
