import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type Client,
  type GuildMember,
  type GuildTextBasedChannel,
  InteractionContextType,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Actor } from '../../../core/index.js';
import { channelAccess } from './channel-access.js';

/** Within which Discord's ids of people are told apart: all of Discord. */
const REALM = 'discord';

/**
 * Who made an interaction. In a server that does not have the bot (the user brought it along) there is no space: its
 * admins do not rule the bot there, and quotas are the user's own.
 */
export function actorOfInteraction(interaction: BaseInteraction): Actor {
  const { channel, client, context, member, user } = interaction;
  const spaceId = isInstalledInGuild(interaction) ? interaction.guildId : null;
  const permissions = spaceId === null ? null : interaction.memberPermissions;
  const roles =
    member === null || spaceId === null
      ? []
      : Array.isArray(member.roles)
        ? member.roles
        : [...member.roles.cache.keys()];
  const here = spaceId === null || channel === null || channel.isDMBased() ? null : channel;
  return {
    platform: 'discord',
    realm: REALM,
    userId: user.id,
    userName: user.username,
    place: spaceId !== null ? 'space' : context === InteractionContextType.BotDM ? 'direct' : 'guest',
    spaceId,
    channelId: policyChannel(interaction),
    conversationId: interaction.channelId ?? user.id,
    channels: channelAccess(client, user.id, here),
    roleIds: roles,
    ...powers(permissions),
    locale: interaction.locale,
  };
}

/** Who reacted in a server. */
export function actorOfMember(member: GuildMember, channel: GuildTextBasedChannel): Actor {
  return {
    platform: 'discord',
    realm: REALM,
    userId: member.id,
    userName: member.user.username,
    place: 'space',
    spaceId: member.guild.id,
    channelId: (channel.isThread() ? channel.parentId : null) ?? channel.id,
    conversationId: channel.id,
    channels: channelAccess(member.client, member.id, channel),
    roleIds: [...member.roles.cache.keys()],
    ...powers(channel.permissionsFor(member)),
    // A reaction does not tell the user's own language.
    locale: member.guild.preferredLocale,
  };
}

/** Who reacted in a direct message. The bot hears of reactions outside servers only in its own direct messages. */
export function actorInDm(client: Client, user: { id: string; username: string | null }, channelId: string): Actor {
  return {
    platform: 'discord',
    realm: REALM,
    userId: user.id,
    userName: user.username ?? user.id,
    place: 'direct',
    spaceId: null,
    channelId,
    conversationId: channelId,
    channels: channelAccess(client, user.id, null),
    roleIds: [],
    ...powers(null),
    locale: 'en',
  };
}

function powers(permissions: Readonly<PermissionsBitField> | null): Pick<Actor, 'isAdmin' | 'isModerator'> {
  return {
    isAdmin: permissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    isModerator: permissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
  };
}

function isInstalledInGuild({ authorizingIntegrationOwners, guildId }: BaseInteraction): boolean {
  return guildId !== null && authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] === guildId;
}

/** Policies and quotas are set for channels; threads follow theirs. */
function policyChannel({ channel, channelId, user }: BaseInteraction): string {
  if (channel?.isThread() && channel.parentId !== null) return channel.parentId;
  return channelId ?? user.id;
}
