import { PermissionFlagsBits } from 'discord.js';
import type { AllowedMentions } from '../schemas/message.js';
import { channelPermissions } from './permissions.js';
import type { Channel, Notified } from './types.js';
import type { World } from './world.js';

/**
 * Whom a text names, and whom of these it notifies (developers/resources/message#allowed-mentions-object). Without
 * `allowed_mentions` everything in the text counts; @everyone and roles that are not mentionable need a permission.
 * Answers to interactions are judged as strictly, so that a test sees every ping that could happen.
 */
export function readMentions(
  world: World,
  channel: Channel,
  authorId: string,
  content: string,
  allowed: AllowedMentions | null | undefined,
): { named: Notified; notified: Notified } {
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  const users = unique(content.matchAll(/<@!?(\d+)>/g)).filter((id) => world.users.has(id));
  const roles = unique(content.matchAll(/<@&(\d+)>/g)).filter((id) => guild?.roles.has(id));
  const namesEveryone = /@(everyone|here)\b/.test(content);

  const mayPingAll = Boolean(channelPermissions(world, channel, authorId) & PermissionFlagsBits.MentionEveryone);
  const allows = (kind: 'users' | 'roles', id: string) =>
    !allowed || Boolean(allowed.parse?.includes(kind) || allowed[kind]?.includes(id));
  const everyone = namesEveryone && mayPingAll && (!allowed || Boolean(allowed.parse?.includes('everyone')));
  return {
    named: { users, roles, everyone },
    notified: {
      users: users.filter((id) => allows('users', id)),
      roles: roles.filter((id) => allows('roles', id) && (mayPingAll || guild?.roles.get(id)?.isMentionable)),
      everyone,
    },
  };
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map((match) => match[1] ?? ''))];
}
