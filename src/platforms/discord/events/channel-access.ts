import {
  ChannelType,
  type Client,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type PermissionsBitField,
  type ThreadChannel,
} from 'discord.js';
import { NO_RIGHTS } from '../../../core/access/index.js';
import type { ChannelAccess, Conversation, Rights } from '../../../core/index.js';

/** What it takes to read what was written before. */
const READ = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

/**
 * What Discord knows of the channels of a user: from the servers and channels that the gateway keeps up to date, with
 * the member, threads that are archived and members of private threads asked of the API.
 *
 * @param here the channel or thread that the user is in; null outside servers and where it is not known
 */
export function channelAccess(client: Client, userId: string, here: GuildBasedChannel | null): ChannelAccess {
  return {
    isOpen: async () => here !== null && isOpenToAll(here),
    rightsIn: (conversation) => rightsIn(client, userId, conversation),
  };
}

function isOpenToAll(channel: GuildBasedChannel): boolean {
  if (channel.type === ChannelType.PrivateThread) return false;
  const permissions = channel.permissionsFor(channel.guild.roles.everyone);
  return permissions !== null && canRead(channel, permissions);
}

async function rightsIn(client: Client, userId: string, { spaceId, conversationId }: Conversation): Promise<Rights> {
  const guild = client.guilds.cache.get(spaceId);
  // Not one that the bot is in, or of another process.
  if (guild === undefined) return NO_RIGHTS;
  const channel = await client.channels.fetch(conversationId);
  if (channel === null || channel.isDMBased() || channel.guildId !== spaceId) return NO_RIGHTS;
  // Without the intent for members nothing else tells that roles have changed.
  const member = await guild.members.fetch({ user: userId, force: true });
  const permissions = channel.permissionsFor(member);
  if (permissions === null || !canRead(channel, permissions)) return NO_RIGHTS;
  if (channel.type === ChannelType.PrivateThread && !(await isInThread(channel, member, permissions))) return NO_RIGHTS;
  const mayModerate = permissions.any([PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild]);
  return { mayRead: true, mayModerate };
}

function canRead(channel: GuildBasedChannel, permissions: Readonly<PermissionsBitField>): boolean {
  // The chat of a voice channel is for those who may join it.
  return permissions.has(channel.isVoiceBased() ? [...READ, PermissionFlagsBits.Connect] : READ);
}

async function isInThread(
  thread: ThreadChannel,
  member: GuildMember,
  permissions: Readonly<PermissionsBitField>,
): Promise<boolean> {
  if (permissions.has(PermissionFlagsBits.ManageThreads)) return true;
  // Discord answers 404 for who is not in it.
  return thread.members.fetch({ member: member.id, force: true }).then(
    () => true,
    () => false,
  );
}
