import { DEFAULT_SIZE_LIMIT } from './attachments.js';
import { bits, EVERYONE, type PermissionName } from './permissions.js';
import { guildJson, memberJson, roleJson, userJson } from './render.js';
import type { Guild, Role } from './types.js';
import type { World } from './world.js';

/** What the bot's own role may do when the app is installed with the scopes it asks for. */
const BOT = bits('ManageMessages', 'MentionEveryone', 'CreateGuildExpressions', 'UseExternalEmojis');

export interface GuildOptions {
  /** Whether the bot is a member; true by default. */
  hasBot?: boolean;
  locale?: string;
  attachmentSizeLimit?: number;
}

export function createGuild(world: World, name: string, ownerId: string, options: GuildOptions): Guild {
  const id = world.nextId();
  const guild: Guild = {
    id,
    name,
    ownerId,
    locale: options.locale ?? 'en-US',
    hasBot: false,
    attachmentSizeLimit: options.attachmentSizeLimit ?? DEFAULT_SIZE_LIMIT,
    roles: new Map([[id, { id, name: '@everyone', permissions: EVERYONE, isMentionable: false }]]),
    members: new Map(),
    emojis: new Map(),
    stickers: new Map(),
  };
  world.guilds.set(id, guild);
  join(world, guild, ownerId);
  if (options.hasBot ?? true) addBot(world, guild);
  return guild;
}

/** Installs the app in a server. */
export function addBot(world: World, guild: Guild): void {
  const role = createRole(world, guild, 'Kaleido', BOT);
  join(world, guild, world.app.botId);
  guild.members.get(world.app.botId)?.roleIds.add(role.id);
  guild.hasBot = true;
  world.dispatch({ name: 'GUILD_CREATE', data: guildJson(world, guild), guildId: guild.id });
}

/** Removes the app from a server. */
export function removeBot(world: World, guild: Guild): void {
  guild.members.delete(world.app.botId);
  world.dispatch({ name: 'GUILD_DELETE', data: { id: guild.id }, guildId: guild.id });
  guild.hasBot = false;
}

export function join(world: World, guild: Guild, userId: string): void {
  if (guild.members.has(userId)) return;
  const member = { userId, roleIds: new Set<string>(), joinedAt: world.clock.iso() };
  guild.members.set(userId, member);
  const data = { ...memberJson(member), user: userJson(world.user(userId)), guild_id: guild.id };
  world.dispatch({ name: 'GUILD_MEMBER_ADD', data, guildId: guild.id });
}

export function createRole(world: World, guild: Guild, name: string, permissions: bigint): Role {
  const role = { id: world.nextId(), name, permissions, isMentionable: false };
  guild.roles.set(role.id, role);
  const data = { guild_id: guild.id, role: roleJson(guild, role) };
  world.dispatch({ name: 'GUILD_ROLE_CREATE', data, guildId: guild.id });
  return role;
}

/** The role of a name that carries these permissions and that a member is given. */
export function grant(
  world: World,
  guild: Guild,
  userId: string,
  name: string,
  permissions: readonly PermissionName[],
): Role {
  const known = [...guild.roles.values()].find((role) => role.name === name);
  const role = known ?? createRole(world, guild, name, bits(...permissions));
  join(world, guild, userId);
  guild.members.get(userId)?.roleIds.add(role.id);
  return role;
}
