import { z } from 'zod';
import { refusal } from '../rest/api-error.js';
import { parseForm } from '../rest/form.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { snowflake } from '../schemas/basics.js';
import { directChannel, openThread, setArchived } from '../state/channels.js';
import { demand } from '../state/permissions.js';
import { applicationJson, channelJson, guildJson, memberJson, roleJson, userJson } from '../state/render.js';

/** Who and where: users, servers, channels, threads, direct messages. */
export const placeRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ok(userJson(world.user(world.app.botId))) },
  {
    method: 'GET',
    path: '/users/:user',
    handle: (request) => ok(userJson(request.world.user(parameter(request, 'user')))),
  },
  { method: 'POST', path: '/users/@me/channels', handle: openDirect },
  { method: 'GET', path: '/users/@me/guilds', handle: listGuilds },
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
  { method: 'GET', path: '/channels/:channel', handle: readChannel },
  { method: 'PATCH', path: '/channels/:channel', handle: changeThread },
  { method: 'POST', path: '/channels/:channel/typing', handle: type },
  { method: 'POST', path: '/channels/:channel/threads', handle: startThread },
  { method: 'POST', path: '/channels/:channel/messages/:message/threads', handle: startThread },
  { method: 'GET', path: '/guilds/:guild', handle: readGuild },
  { method: 'GET', path: '/guilds/:guild/channels', handle: listChannels },
  { method: 'GET', path: '/guilds/:guild/roles', handle: listRoles },
  { method: 'GET', path: '/guilds/:guild/members/:user', handle: readMember },
  { method: 'GET', path: '/channels/:channel/thread-members/:user', handle: readThreadMember },
];

const direct = z.object({ recipient_id: snowflake });
const threadChange = z.object({ archived: z.boolean() });
const thread = z.object({ name: z.string().min(1).max(100), type: z.number().int().nullish() });

/** developers/resources/user#create-dm */
function openDirect(request: Request): Reply {
  const { recipient_id: userId } = parseForm(direct, request.json);
  const { world } = request;
  world.user(userId);
  return ok(channelJson(world, directChannel(world, [world.app.botId, userId])));
}

/** developers/resources/user#get-current-user-guilds: 200 at a time, by id. */
function listGuilds({ world, query }: Request): Reply {
  const after = BigInt(query.get('after') ?? '0');
  const limit = Math.min(Number(query.get('limit') ?? 200), 200);
  const own = [...world.guilds.values()].filter(({ hasBot, id }) => hasBot && BigInt(id) > after);
  return ok(
    own.slice(0, limit).map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
  );
}

function readChannel(request: Request): Reply {
  const channel = request.world.channel(parameter(request, 'channel'));
  demand(request.world, channel);
  return ok(channelJson(request.world, channel));
}

/**
 * developers/resources/channel#modify-channel, of which the app may open a thread again: a locked one only with Manage
 * Threads.
 */
function changeThread(request: Request): Reply {
  const { world } = request;
  const thread = world.channel(parameter(request, 'channel'));
  const { archived } = parseForm(threadChange, request.json);
  if (thread.parentId === null) throw refusal('wrongChannelType');
  demand(world, thread, 'SendMessagesInThreads', ...(thread.isLocked ? (['ManageThreads'] as const) : []));
  setArchived(world, thread, archived);
  return ok(channelJson(world, thread));
}

function type(request: Request): Reply {
  const channel = request.world.channel(parameter(request, 'channel'));
  demand(request.world, channel, channel.parentId === null ? 'SendMessages' : 'SendMessagesInThreads');
  return NO_CONTENT;
}

/** developers/resources/channel#start-thread-from-message */
function startThread(request: Request): Reply {
  const { world, params } = request;
  const parent = world.channel(parameter(request, 'channel'));
  if (parent.kind !== 'text') throw refusal('wrongChannelType');
  const message = params.message === undefined ? null : world.message(parent.id, params.message);
  const body = parseForm(thread, request.json);
  const isPrivate = message === null && (body.type ?? 12) === 12;
  demand(world, parent, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads');
  if (message !== null && message.threadId !== null) throw refusal('threadExists');
  const opened = openThread(world, parent, body.name, isPrivate, world.app.botId, message);
  return { status: 201, body: channelJson(world, opened) };
}

function readGuild(request: Request): Reply {
  return ok(guildJson(request.world, request.world.ownGuild(parameter(request, 'guild'))));
}

function listChannels(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  const channels = [...world.channels.values()].filter((one) => one.guildId === guild.id && one.parentId === null);
  return ok(channels.map((one) => channelJson(world, one)));
}

function listRoles(request: Request): Reply {
  const guild = request.world.ownGuild(parameter(request, 'guild'));
  return ok([...guild.roles.values()].map((role) => roleJson(guild, role)));
}

function readMember(request: Request): Reply {
  const { world } = request;
  const guild = world.ownGuild(parameter(request, 'guild'));
  const user = world.user(parameter(request, 'user'));
  const member = guild.members.get(user.id);
  if (!member) throw refusal('unknownMember');
  return ok({ ...memberJson(member), user: userJson(user) });
}

/** developers/resources/channel#get-thread-member */
function readThreadMember(request: Request): Reply {
  const { world } = request;
  const thread = world.channel(parameter(request, 'channel'));
  demand(world, thread);
  const userId = parameter(request, 'user');
  if (!thread.memberIds.has(userId)) throw refusal('unknownMember');
  return ok({ id: thread.id, user_id: userId, join_timestamp: new Date(world.clock.now()).toISOString(), flags: 0 });
}
