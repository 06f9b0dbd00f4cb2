import { PermissionFlagsBits } from 'discord.js';
import { refusal } from '../rest/api-error.js';
import { invalidForm, parseForm } from '../rest/form.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { messageEdit, type NewMessage, newMessage } from '../schemas/message.js';
import { openForWriting } from '../state/channels.js';
import { deleteMessage, editMessage, postMessage } from '../state/messages.js';
import { channelPermissions, demand, type PermissionName } from '../state/permissions.js';
import { messageJson } from '../state/render.js';
import type { Channel, Message } from '../state/types.js';
import type { World } from '../state/world.js';

/** Five in five seconds a channel, as clients have seen. */
const WRITES = { limit: 5, windowMs: 5000 };
/** A nonce is remembered for some minutes (developers/resources/message#create-message). */
const NONCE_LIVES_MS = 5 * 60_000;

export const messageRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel/messages', handle: list },
  { method: 'POST', path: '/channels/:channel/messages', limit: WRITES, handle: create },
  { method: 'GET', path: '/channels/:channel/messages/:message', handle: read },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', limit: WRITES, handle: edit },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', limit: WRITES, handle: remove },
];

function create(request: Request): Reply {
  const { world } = request;
  const channel = world.channel(parameter(request, 'channel'));
  demandToSend(world, channel);
  const body = parseForm(newMessage, request.json ?? {});
  demandForContents(world, channel, body, request.files.length > 0);
  const twin = body.enforce_nonce ? sameNonce(world, channel, body) : undefined;
  if (twin) return ok(messageJson(world, twin));
  const reference = body.message_reference;
  if (reference) {
    const target = world.messages.get(reference.message_id);
    const isThere = target?.channelId === channel.id && target.deletedAt === null;
    if (!isThere && reference.fail_if_not_exists !== false) {
      const code = 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE';
      throw invalidForm([{ path: ['message_reference'], code, message: 'Unknown message' }]);
    }
    if (!isThere) body.message_reference = null;
    else if (!may(world, channel, 'ReadMessageHistory')) throw refusal('replyWithoutHistory');
  }
  // A message that no interaction asked for is seen by everyone.
  const message = postMessage(world, { channel, authorId: world.app.botId }, body, request.files);
  return ok(messageJson(world, message));
}

function read(request: Request): Reply {
  const { world } = request;
  const channel = world.channel(parameter(request, 'channel'));
  demand(world, channel, 'ReadMessageHistory');
  return ok(forBot(world, world.message(channel.id, parameter(request, 'message'))));
}

function list(request: Request): Reply {
  const { world, query } = request;
  const channel = world.channel(parameter(request, 'channel'));
  demand(world, channel);
  // Without the permission there is nothing to see, but nothing wrong
  // (developers/resources/message#get-channel-messages).
  if (!may(world, channel, 'ReadMessageHistory')) return ok([]);
  const before = BigInt(query.get('before') ?? '9999999999999999999');
  const after = BigInt(query.get('after') ?? '0');
  const limit = Number(query.get('limit') ?? 50);
  const found = [...world.messages.values()]
    .filter((one) => one.channelId === channel.id && one.deletedAt === null && one.visibleTo === null)
    .filter((one) => BigInt(one.id) < before && BigInt(one.id) > after)
    .reverse()
    .slice(0, limit);
  return ok(found.map((one) => forBot(world, one)));
}

function edit(request: Request): Reply {
  const { world } = request;
  const channel = world.channel(parameter(request, 'channel'));
  demand(world, channel);
  if (channel.isArchived) throw refusal('archivedThread');
  const message = world.message(channel.id, parameter(request, 'message'));
  if (message.authorId !== world.app.botId) throw refusal('notYourMessage');
  const body = parseForm(messageEdit, request.json ?? {});
  if (request.files.length > 0) demand(world, channel, 'AttachFiles');
  return ok(messageJson(world, editMessage(world, message, body, request.files)));
}

function remove(request: Request): Reply {
  const { world } = request;
  const channel = world.channel(parameter(request, 'channel'));
  demand(world, channel);
  if (channel.isArchived) throw refusal('archivedThread');
  const message = world.message(channel.id, parameter(request, 'message'));
  if (message.authorId !== world.app.botId) {
    if (channel.guildId === null) throw refusal('dmOnly');
    demand(world, channel, 'ManageMessages');
  }
  deleteMessage(world, message);
  return NO_CONTENT;
}

function demandToSend(world: World, channel: Channel): void {
  demand(world, channel, channel.parentId === null ? 'SendMessages' : 'SendMessagesInThreads');
  openForWriting(world, channel, may(world, channel, 'ManageThreads'));
  if (channel.kind === 'dm') {
    const others = [...channel.memberIds].filter((id) => id !== world.app.botId);
    if (others.some((id) => world.user(id).hasDmsClosed)) throw refusal('cannotMessageUser');
  }
}

/** Embeds that may not be shown are dropped in silence; files that may not be sent are refused. */
function demandForContents(world: World, channel: Channel, body: NewMessage, hasFiles: boolean): void {
  if (hasFiles) demand(world, channel, 'AttachFiles');
  if (body.embeds?.length && !may(world, channel, 'EmbedLinks')) body.embeds = [];
}

function sameNonce(world: World, channel: Channel, body: NewMessage): Message | undefined {
  const since = world.clock.now() - NONCE_LIVES_MS;
  return [...world.messages.values()].find(
    (one) =>
      one.channelId === channel.id &&
      one.authorId === world.app.botId &&
      one.nonce !== null &&
      one.nonce === String(body.nonce) &&
      (one.history[0]?.at ?? 0) > since,
  );
}

function may(world: World, channel: Channel, name: PermissionName): boolean {
  return Boolean(channelPermissions(world, channel, world.app.botId) & PermissionFlagsBits[name]);
}

/** Without the message content intent the API hides texts of others as the gateway does. */
function forBot(world: World, message: Message): object {
  const isOpen =
    message.authorId === world.app.botId ||
    message.mentions.users.includes(world.app.botId) ||
    world.channel(message.channelId).guildId === null ||
    world.app.privilegedIntents.has('MessageContent');
  const json = messageJson(world, message);
  return isOpen ? json : { ...json, content: '', embeds: [], attachments: [], components: [] };
}
