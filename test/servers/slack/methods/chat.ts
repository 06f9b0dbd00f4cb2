import { z } from 'zod';
import { ApiError, invalid } from '../api-error.js';
import { areTooLong, filesInBlocks, messageBlockFaults } from '../block-kit.js';
import { mrkdwnTexts, notifiedBy } from '../mentions.js';
import type { Json, SlackChannel, SlackMessage } from '../types.js';
import type { ApiMethod, CallContext } from './method.js';

const objects = z.array(z.record(z.string(), z.unknown()));

/** Text and blocks of a call, as Slack would take them (https://docs.slack.dev/reference/methods/chat.postMessage). */
export function readContent({ args }: CallContext): { text: string; blocks: Json[] } {
  const text = typeof args.text === 'string' ? args.text : '';
  if (text.length > 40_000) throw new ApiError('msg_too_long');
  const parsed = objects.safeParse(args.blocks ?? []);
  if (!parsed.success) throw new ApiError('invalid_blocks_format');
  if (text === '' && parsed.data.length === 0) throw new ApiError('no_text');
  const faults = messageBlockFaults(parsed.data);
  if (faults.length > 0) throw invalid('invalid_blocks', faults);
  if (areTooLong(parsed.data)) throw new ApiError('msg_blocks_too_long');
  return { text, blocks: parsed.data };
}

/**
 * Refuses blocks with files that are not the app's, gone, still being processed or, where that is asked for, not
 * shared.
 */
export function checkFiles({ workspace, team, options }: CallContext, blocks: readonly Json[]): void {
  const faults = filesInBlocks(blocks).flatMap(({ id, at }) => {
    const file = workspace.files.get(id);
    const isReady = file && !file.isDeleted && file.isCompleted && file.readyAt <= workspace.clock.now();
    const isShown = isReady && file.teamId === team.id && (options.blockFiles === 'own' || file.shares.length > 0);
    return isShown ? [] : [`invalid slack file [json-pointer:${at}]`];
  });
  if (faults.length > 0) throw invalid('invalid_blocks', faults);
}

/** The channel of a call, if the app may write there. */
export function writableChannel({ workspace, team, args }: CallContext): SlackChannel {
  const channel = workspace.channelFor(team, args.channel);
  if (channel.isArchived) throw new ApiError('is_archived');
  const mayWrite =
    channel.members.has(team.botUserId) || (channel.kind === 'public' && team.scopes.has('chat:write.public'));
  if (!mayWrite) throw new ApiError('not_in_channel');
  return channel;
}

const isOn = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;

function notified(
  { workspace, team, args }: CallContext,
  channel: SlackChannel,
  text: string,
  blocks: Json[],
  parse: string,
) {
  const members = [...channel.members].filter((id) => id !== team.botUserId);
  const groups = Object.fromEntries([...workspace.userGroups].map(([id, { users }]) => [id, users]));
  const names = Object.fromEntries([...workspace.users.values()].map(({ id, name }) => [name, id]));
  const linksNames = parse === 'full' || isOn(args.link_names);
  const byMention = notifiedBy([text, ...mrkdwnTexts(blocks)], { userIds: members, groups, names }, linksNames);
  return channel.kind === 'im' || channel.kind === 'mpim' ? members : byMention;
}

const described = (message: SlackMessage): Json => ({
  type: 'message',
  ts: message.ts,
  thread_ts: message.threadTs,
  text: message.text,
  user: message.userId,
  bot_id: message.botId,
  blocks: message.blocks,
  metadata: message.metadata,
});

const postMessage: ApiMethod = {
  scopes: ['chat:write'],
  run: (context) => {
    const { workspace, team, args } = context;
    const channel = writableChannel(context);
    const content = readContent(context);
    checkFiles(context, content.blocks);
    const thread = args.thread_ts === undefined ? undefined : workspace.message(channel.id, args.thread_ts);
    if (args.thread_ts !== undefined && !thread) throw new ApiError('thread_not_found');
    const metadata = z.record(z.string(), z.unknown()).optional().parse(args.metadata);
    const threadTs = thread ? (thread.threadTs ?? thread.ts) : undefined;
    const message: SlackMessage = {
      ts: workspace.nextTs(),
      channelId: channel.id,
      ...(threadTs ? { threadTs } : {}),
      userId: team.botUserId,
      botId: team.botId,
      ...content,
      fileIds: [],
      ...(metadata ? { metadata } : {}),
      reactions: [],
      edits: 0,
      notified: notified(context, channel, content.text, content.blocks, String(args.parse ?? 'none')),
    };
    workspace.messages.push(message);
    return { channel: channel.id, ts: message.ts, message: described(message) };
  },
};

const postEphemeral: ApiMethod = {
  scopes: ['chat:write'],
  run: (context) => {
    const { workspace, args } = context;
    const channel = writableChannel(context);
    const content = readContent(context);
    checkFiles(context, content.blocks);
    if (typeof args.user !== 'string' || !channel.members.has(args.user)) throw new ApiError('user_not_in_channel');
    const threadTs = typeof args.thread_ts === 'string' ? { threadTs: args.thread_ts } : {};
    workspace.ephemerals.push({ channelId: channel.id, userId: args.user, ...threadTs, ...content });
    return { message_ts: workspace.nextTs() };
  },
};

function ownMessage({ workspace, team, args }: CallContext, refusal: string): SlackMessage {
  const channel = workspace.channelFor(team, args.channel);
  const message = workspace.message(channel.id, args.ts);
  if (!message) throw new ApiError('message_not_found');
  if (message.userId !== team.botUserId) throw new ApiError(refusal);
  if (channel.isArchived) throw new ApiError('is_archived');
  return message;
}

const update: ApiMethod = {
  scopes: ['chat:write'],
  run: (context) => {
    const { workspace, args } = context;
    const message = ownMessage(context, 'cant_update_message');
    const content = readContent(context);
    checkFiles(context, content.blocks);
    // What an edit mentions notifies nobody; without blocks the old ones stay.
    message.text = content.text;
    if (args.blocks !== undefined) message.blocks = content.blocks;
    message.edits += 1;
    message.editedAt = workspace.clock.now();
    return { channel: message.channelId, ts: message.ts, text: message.text, message: described(message) };
  },
};

const remove: ApiMethod = {
  scopes: ['chat:write'],
  run: (context) => {
    const message = ownMessage(context, 'cant_delete_message');
    const { messages } = context.workspace;
    messages.splice(messages.indexOf(message), 1);
    return { channel: message.channelId, ts: message.ts };
  },
};

export const chatMethods: Readonly<Record<string, ApiMethod>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
};
