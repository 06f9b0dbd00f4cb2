import { PermissionFlagsBits as Bits } from 'discord.js';
import { refusal } from '../rest/api-error.js';
import type { Channel, Guild } from './types.js';
import type { World } from './world.js';

export type PermissionName = keyof typeof Bits;

export const ALL = Object.values(Bits).reduce((all, bit) => all | bit, 0n);

/** What @everyone may do in a fresh server. */
export const EVERYONE = bits(
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'UseExternalStickers',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
  'ChangeNickname',
  'CreateInstantInvite',
);

/** In direct messages (developers/interactions/receiving-and-responding#interaction-object). */
const DIRECT = bits('AttachFiles', 'EmbedLinks', 'MentionEveryone');

export function bits(...names: PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | Bits[name], 0n);
}

/** A member's permissions in the whole server. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  const roles = [guild.id, ...member.roleIds].map((id) => guild.roles.get(id)?.permissions ?? 0n);
  const base = roles.reduce((sum, role) => sum | role, 0n);
  return base & Bits.Administrator ? ALL : base;
}

/** developers/topics/permissions#permission-overwrites; threads take their parent's. */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) {
    if (!channel.memberIds.has(userId)) return 0n;
    return DIRECT | EVERYONE | (channel.memberIds.has(world.app.botId) ? Bits.UseExternalEmojis : 0n);
  }
  const guild = world.guild(channel.guildId);
  const base = guildPermissions(guild, userId);
  if (base === ALL) return ALL;
  const overwrites = (channel.parentId === null ? channel : world.channel(channel.parentId)).overwrites;
  const roleIds = guild.members.get(userId)?.roleIds ?? new Set();
  const steps = [
    overwrites.filter((one) => one.id === guild.id),
    overwrites.filter((one) => one.kind === 'role' && roleIds.has(one.id)),
    overwrites.filter((one) => one.kind === 'member' && one.id === userId),
  ];
  let permissions = base;
  for (const step of steps) {
    for (const { deny } of step) permissions &= ~deny;
    for (const { allow } of step) permissions |= allow;
  }
  const isHidden =
    !(permissions & Bits.ViewChannel) ||
    (channel.kind === 'private-thread' && !canSeePrivate(channel, userId, permissions));
  return isHidden ? 0n : permissions;
}

/**
 * Refuses the bot what it may not do in a channel: 50001 where it cannot see it, 50013 where a permission is missing.
 *
 * @throws ApiError
 */
export function demand(world: World, channel: Channel, ...names: PermissionName[]): void {
  if (channel.guildId === null) {
    if (!channel.memberIds.has(world.app.botId)) throw refusal('missingAccess');
    return;
  }
  const permissions = channelPermissions(world, channel, world.app.botId);
  if (!(permissions & Bits.ViewChannel)) throw refusal('missingAccess');
  if (names.some((name) => !(permissions & Bits[name]))) throw refusal('missingPermissions');
}

/** Refuses the bot what its roles do not allow in the whole server. */
export function demandInGuild(world: World, guild: Guild, ...anyOf: PermissionName[]): void {
  const permissions = guildPermissions(guild, world.app.botId);
  if (!anyOf.some((name) => permissions & Bits[name])) throw refusal('missingPermissions');
}

function canSeePrivate(channel: Channel, userId: string, permissions: bigint): boolean {
  return channel.memberIds.has(userId) || Boolean(permissions & Bits.ManageThreads);
}
