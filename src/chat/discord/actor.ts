import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type GuildMember,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Actor } from '../../core/types.js';

/**
 * Who made an interaction. In a server that does not have the bot (the user brought it along) there is no space: its admins do
 * not rule the bot there, and quotas are those of direct messages.
 */
export function actorOfInteraction(interaction: BaseInteraction): Actor {
  const { member, user } = interaction;
  const spaceId = isInstalledInGuild(interaction) ? interaction.guildId : null;
  const permissions = spaceId === null ? null : interaction.memberPermissions;
  const roles =
    member === null || spaceId === null
      ? []
      : Array.isArray(member.roles)
        ? member.roles
        : [...member.roles.cache.keys()];
  return {
    platform: 'discord',
    userId: user.id,
    userName: user.username,
    spaceId,
    channelId: policyChannel(interaction),
    roleIds: roles,
    ...powers(permissions),
    locale: interaction.locale,
  };
}

/** Who reacted in a server. */
export function actorOfMember(member: GuildMember, channel: GuildTextBasedChannel): Actor {
  return {
    platform: 'discord',
    userId: member.id,
    userName: member.user.username,
    spaceId: member.guild.id,
    channelId: (channel.isThread() ? channel.parentId : null) ?? channel.id,
    roleIds: [...member.roles.cache.keys()],
    ...powers(channel.permissionsFor(member)),
    // A reaction does not tell the user's own language.
    locale: member.guild.preferredLocale,
  };
}

/** Who reacted in a direct message. */
export function actorInDm(user: { id: string; username: string | null }, channelId: string): Actor {
  return {
    platform: 'discord',
    userId: user.id,
    userName: user.username ?? user.id,
    spaceId: null,
    channelId,
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
