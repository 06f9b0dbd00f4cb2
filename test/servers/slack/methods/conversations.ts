import { z } from 'zod';
import { ApiError } from '../api-error.js';
import { SLOW_READ_MESSAGES } from '../rate-limits.js';
import type { Json, SlackChannel, SlackMessage } from '../types.js';
import type { ApiMethod, CallContext } from './method.js';

const describeChannel = (channel: SlackChannel, botUserId: string): Json => ({
  id: channel.id,
  name: channel.name,
  is_channel: channel.kind === 'public',
  is_private: channel.kind !== 'public',
  is_im: channel.kind === 'im',
  is_mpim: channel.kind === 'mpim',
  is_archived: channel.isArchived,
  is_member: channel.members.has(botUserId),
});

const isOn = (value: unknown): boolean => value === true || value === 'true';

function describe({ workspace, args }: CallContext, message: SlackMessage): Json {
  return {
    type: 'message',
    ts: message.ts,
    user: message.userId,
    bot_id: message.botId,
    text: message.text,
    blocks: message.blocks,
    thread_ts: message.threadTs,
    files: message.fileIds.map((id) => ({
      id,
      name: workspace.files.get(id)?.name,
      title: workspace.files.get(id)?.title,
    })),
    reactions: message.reactions.map(({ name, users }) => ({ name, users, count: users.length })),
    ...(isOn(args.include_all_metadata) && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** The first half of the scopes for each kind of conversation. */
const SCOPE_OF = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

function demandScope({ team }: CallContext, scope: string): void {
  if (team.scopes.has(scope)) return;
  throw new ApiError('missing_scope', { needed: scope, provided: [...team.scopes].join(',') });
}

/** A channel that the app is in and whose kind its scopes cover. */
function readable(context: CallContext): SlackChannel {
  const { workspace, team, args } = context;
  const channel = workspace.channelFor(team, args.channel);
  const scope = `${SCOPE_OF[channel.kind]}:history`;
  demandScope(context, scope);
  if (!channel.members.has(team.botUserId)) throw new ApiError('not_in_channel');
  return channel;
}

const anyHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** Messages that one answer holds at most; apps outside the Marketplace get few, whatever they ask for. */
function limitOf({ args, options }: CallContext): number {
  const asked = z.coerce.number().int().min(1).max(1000).default(100).parse(args.limit);
  return options.distribution === 'unlisted' ? Math.min(asked, SLOW_READ_MESSAGES) : asked;
}

/** Whether a message is of the time that is asked for, whose ends count only where they are said to. */
function isWithin({ inclusive, latest, oldest }: Json, ts: string): boolean {
  if (isOn(inclusive) && (ts === oldest || ts === latest)) return true;
  return Number(ts) > Number(oldest ?? 0) && Number(ts) < Number(latest ?? Number.POSITIVE_INFINITY);
}

const history: ApiMethod = {
  scopes: anyHistory,
  run: (context) => {
    const channel = readable(context);
    const { workspace, args } = context;
    const limit = limitOf(context);
    const found = workspace.messages
      .filter(
        ({ channelId, threadTs, ts }) =>
          channelId === channel.id && (!threadTs || threadTs === ts) && isWithin(args, ts),
      )
      .reverse();
    return {
      messages: found.slice(0, limit).map((message) => describe(context, message)),
      has_more: found.length > limit,
    };
  },
};

const replies: ApiMethod = {
  scopes: anyHistory,
  run: (context) => {
    const channel = readable(context);
    const { options, workspace, args } = context;
    const isDirect = channel.kind === 'im' || channel.kind === 'mpim';
    if (!isDirect && options.readableThreads === 'direct') throw new ApiError('not_allowed_token_type');
    const first = workspace.message(channel.id, args.ts);
    if (!first) throw new ApiError('thread_not_found');
    const root = first.threadTs ?? first.ts;
    // The first message of a thread comes whatever `oldest` says.
    const found = workspace.messages.filter(
      ({ channelId, ts, threadTs }) =>
        channelId === channel.id && (ts === root || (threadTs === root && isWithin(args, ts))),
    );
    const limit = limitOf(context);
    return {
      messages: found.slice(0, limit).map((message) => describe(context, message)),
      has_more: found.length > limit,
    };
  },
};

const info: ApiMethod = {
  scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
  run: (context) => {
    const { workspace, team, args } = context;
    const channel = workspace.channelFor(team, args.channel);
    // Of direct messages of two the app is told with what it needs to write them.
    if (channel.kind !== 'im') demandScope(context, `${SCOPE_OF[channel.kind]}:read`);
    return { channel: describeChannel(channel, team.botUserId) };
  },
};

const open: ApiMethod = {
  scopes: ['im:write'],
  run: ({ workspace, team, args }) => {
    const user = typeof args.users === 'string' ? workspace.users.get(args.users) : undefined;
    if (!user || user.teamId !== team.id) throw new ApiError('user_not_found');
    if (user.isBot) throw new ApiError('cannot_dm_bot');
    return { channel: { id: workspace.directChannel(team.id, user.id).id } };
  },
};

export const conversationMethods: Readonly<Record<string, ApiMethod>> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': info,
  'conversations.open': open,
};
