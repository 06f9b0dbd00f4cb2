import { PermissionFlagsBits } from 'discord.js';
import { refusal } from '../rest/api-error.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { isStandardEmoji } from '../schemas/basics.js';
import { channelPermissions, demand } from '../state/permissions.js';
import { addReaction, removeReaction } from '../state/reactions.js';
import { emojiOf, userJson } from '../state/render.js';
import type { Channel, Message } from '../state/types.js';
import type { World } from '../state/world.js';

/** One in a quarter of a second a channel, as clients have seen. */
const LIMIT = { limit: 1, windowMs: 250 };
const ALL = '/channels/:channel/messages/:message/reactions';
/** Different emoji a message can carry. */
const MOST = 20;

/** developers/resources/message#create-reaction and after */
export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', path: `${ALL}/:emoji/@me`, limit: LIMIT, handle: add },
  { method: 'DELETE', path: `${ALL}/:emoji/:user`, limit: LIMIT, handle: removeOne },
  { method: 'GET', path: `${ALL}/:emoji`, handle: list },
  { method: 'DELETE', path: `${ALL}/:emoji`, limit: LIMIT, handle: removeEmoji },
  { method: 'DELETE', path: ALL, limit: LIMIT, handle: removeAll },
];

function add(request: Request): Reply {
  const { world } = request;
  const { channel, message } = target(request);
  demand(world, channel, 'ReadMessageHistory');
  const key = emojiKey(request, channel);
  if (!message.reactions.has(key)) {
    if (
      channel.guildId !== null &&
      !(channelPermissions(world, channel, world.app.botId) & PermissionFlagsBits.AddReactions)
    ) {
      throw refusal('missingPermissions');
    }
    if (message.reactions.size >= MOST) throw refusal('tooManyReactions');
  }
  addReaction(world, message, key, world.app.botId);
  return NO_CONTENT;
}

function removeOne(request: Request): Reply {
  const { world } = request;
  const { channel, message } = target(request);
  const who = parameter(request, 'user');
  const userId = who === '@me' ? world.app.botId : who;
  if (userId !== world.app.botId) demandToModerate(request, channel);
  removeReaction(world, message, emojiKey(request, channel), userId);
  return NO_CONTENT;
}

function list(request: Request): Reply {
  const { world } = request;
  const { channel, message } = target(request, false);
  demand(world, channel, 'ReadMessageHistory');
  const after = BigInt(request.query.get('after') ?? '0');
  const limit = Number(request.query.get('limit') ?? 25);
  const users = [...(message.reactions.get(emojiKey(request, channel)) ?? [])]
    .filter((id) => BigInt(id) > after)
    .slice(0, limit);
  return ok(users.map((id) => userJson(world.user(id))));
}

function removeEmoji(request: Request): Reply {
  const { world } = request;
  const { channel, message } = target(request);
  demandToModerate(request, channel);
  const key = emojiKey(request, channel);
  message.reactions.delete(key);
  world.dispatch({
    name: 'MESSAGE_REACTION_REMOVE_EMOJI',
    data: {
      channel_id: channel.id,
      message_id: message.id,
      guild_id: channel.guildId ?? undefined,
      emoji: emojiOf(key),
    },
    guildId: channel.guildId,
  });
  return NO_CONTENT;
}

function removeAll(request: Request): Reply {
  const { world } = request;
  const { channel, message } = target(request);
  demandToModerate(request, channel);
  message.reactions.clear();
  world.dispatch({
    name: 'MESSAGE_REACTION_REMOVE_ALL',
    data: { channel_id: channel.id, message_id: message.id, guild_id: channel.guildId ?? undefined },
    guildId: channel.guildId,
  });
  return NO_CONTENT;
}

function target(request: Request, isChange = true): { channel: Channel; message: Message } {
  const channel = request.world.channel(parameter(request, 'channel'));
  demand(request.world, channel);
  const message = request.world.message(channel.id, parameter(request, 'message'));
  // What lies in an archived thread may be looked at only.
  if (channel.isArchived && isChange) throw refusal('archivedThread');
  return { channel, message };
}

function demandToModerate(request: Request, channel: Channel): void {
  if (channel.guildId === null) throw refusal('dmOnly');
  demand(request.world, channel, 'ManageMessages');
}

/** A standard emoji, or `name:id` of a custom one that exists. */
function emojiKey(request: Request, channel: Channel): string {
  const key = parameter(request, 'emoji');
  const { id } = emojiOf(key);
  const { world } = request;
  const isKnown = id === null ? isStandardEmoji(key) : world.appEmojis.has(id) || isUsable(world, channel, id);
  if (!isKnown) throw refusal('unknownEmoji');
  return key;
}

/** A server's emoji: its own anywhere in it, elsewhere with a permission and where the app is a member of its own. */
function isUsable(world: World, channel: Channel, id: string): boolean {
  const home = [...world.guilds.values()].find((guild) => guild.hasBot && guild.emojis.has(id));
  if (home === undefined) return false;
  if (home.id === channel.guildId) return true;
  return Boolean(channelPermissions(world, channel, world.app.botId) & PermissionFlagsBits.UseExternalEmojis);
}
