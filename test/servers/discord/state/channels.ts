import { refusal } from '../rest/api-error.js';
import { channelJson } from './render.js';
import type { Channel, Guild, Message } from './types.js';
import type { World } from './world.js';

const BARE = {
  parentId: null,
  ownerId: null,
  isArchived: false,
  isLocked: false,
  isNsfw: false,
} as const;

export function createChannel(world: World, guild: Guild, name: string): Channel {
  const id = world.nextId();
  const channel: Channel = { ...BARE, id, kind: 'text', guildId: guild.id, name, overwrites: [], memberIds: new Set() };
  world.channels.set(id, channel);
  world.dispatch({ name: 'CHANNEL_CREATE', data: channelJson(world, channel), guildId: guild.id });
  return channel;
}

/** The direct messages between these people; more than two make a group. */
export function directChannel(world: World, memberIds: readonly string[]): Channel {
  const isSame = (one: Channel) =>
    one.guildId === null && one.memberIds.size === memberIds.length && memberIds.every((id) => one.memberIds.has(id));
  const known = [...world.channels.values()].find(isSame);
  if (known) return known;
  const id = world.nextId();
  const kind = memberIds.length > 2 ? 'group-dm' : 'dm';
  const channel: Channel = {
    ...BARE,
    id,
    kind,
    guildId: null,
    name: '',
    overwrites: [],
    memberIds: new Set(memberIds),
  };
  world.channels.set(id, channel);
  return channel;
}

/** A thread of its own id, or, from a message, of the message's. */
export function openThread(
  world: World,
  parent: Channel,
  name: string,
  isPrivate: boolean,
  ownerId: string,
  from: Message | null = null,
): Channel {
  const channel: Channel = {
    ...BARE,
    id: from?.id ?? world.nextId(),
    kind: isPrivate ? 'private-thread' : 'public-thread',
    guildId: parent.guildId,
    name,
    parentId: parent.id,
    ownerId,
    overwrites: [],
    memberIds: new Set([ownerId]),
  };
  world.channels.set(channel.id, channel);
  if (from) from.threadId = channel.id;
  const data = { ...channelJson(world, channel), newly_created: true };
  world.dispatch({ name: 'THREAD_CREATE', data, guildId: parent.guildId });
  return channel;
}

/** Removes a channel with its threads and messages. */
export function deleteChannel(world: World, channel: Channel): void {
  const threads = [...world.channels.values()].filter((one) => one.parentId === channel.id);
  for (const thread of threads) deleteChannel(world, thread);
  const data = channelJson(world, channel);
  world.channels.delete(channel.id);
  for (const message of world.messages.values()) {
    if (message.channelId === channel.id) message.deletedAt ??= world.clock.now();
  }
  const name = channel.parentId === null ? 'CHANNEL_DELETE' : 'THREAD_DELETE';
  world.dispatch({ name, data, guildId: channel.guildId });
}

export function archiveThread(world: World, thread: Channel, isLocked: boolean): void {
  thread.isLocked = isLocked;
  setArchived(world, thread, true);
}

/**
 * Opens an archived thread, as a message to it does; a locked one takes that of moderators only
 * (developers/topics/threads).
 *
 * @param isModerator whether the app has Manage Threads there
 * @throws ApiError 50083 for an archived thread that is locked, 160005 for a locked one
 */
export function openForWriting(world: World, thread: Channel, isModerator: boolean): void {
  if (thread.isLocked && !isModerator) throw refusal(thread.isArchived ? 'archivedThread' : 'lockedThread');
  if (thread.isArchived) setArchived(world, thread, false);
}

/** Archives a thread or opens it. */
export function setArchived(world: World, thread: Channel, isArchived: boolean): void {
  thread.isArchived = isArchived;
  world.dispatch({ name: 'THREAD_UPDATE', data: channelJson(world, thread), guildId: thread.guildId });
}
