import { ApplicationFlags, ChannelType } from 'discord.js';
import { channelPermissions } from './permissions.js';
import type { Attachment, Channel, CustomEmoji, Guild, Member, Message, Role, Sticker, User } from './types.js';
import type { World } from './world.js';

const CHANNEL_TYPES = {
  text: ChannelType.GuildText,
  'public-thread': ChannelType.PublicThread,
  'private-thread': ChannelType.PrivateThread,
  dm: ChannelType.DM,
  'group-dm': ChannelType.GroupDM,
} as const;

/**
 * How an application tells that a privileged intent is on
 * (developers/resources/application#application-object-application-flags).
 */
const PRIVILEGED_FLAGS = [
  ['GuildPresences', ApplicationFlags.GatewayPresenceLimited],
  ['GuildMembers', ApplicationFlags.GatewayGuildMembersLimited],
  ['MessageContent', ApplicationFlags.GatewayMessageContentLimited],
] as const;

/** developers/resources/user#user-object */
export function userJson(user: User): object {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.isBot ? null : user.name,
    avatar: null,
    bot: user.isBot,
    public_flags: 0,
  };
}

export function memberJson(member: Member): object {
  return {
    roles: [...member.roleIds],
    joined_at: member.joinedAt,
    nick: null,
    avatar: null,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: 0,
  };
}

export function roleJson(guild: Guild, role: Role): object {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: [...guild.roles.keys()].indexOf(role.id),
    permissions: String(role.permissions),
    managed: false,
    mentionable: role.isMentionable,
    flags: 0,
  };
}

/** developers/resources/channel#channel-object */
export function channelJson(world: World, channel: Channel): object {
  const base = { id: channel.id, type: CHANNEL_TYPES[channel.kind], last_message_id: null, flags: 0 };
  if (channel.guildId === null) {
    const others = [...channel.memberIds].filter((id) => id !== world.app.botId);
    return { ...base, name: channel.name || null, recipients: others.map((id) => userJson(world.user(id))) };
  }
  const inGuild = {
    ...base,
    guild_id: channel.guildId,
    name: channel.name,
    rate_limit_per_user: 0,
    nsfw: channel.isNsfw,
  };
  if (channel.parentId === null) {
    const overwrites = channel.overwrites.map((one) => ({
      id: one.id,
      type: one.kind === 'role' ? 0 : 1,
      allow: String(one.allow),
      deny: String(one.deny),
    }));
    return { ...inGuild, position: 0, topic: null, parent_id: null, permission_overwrites: overwrites };
  }
  return {
    ...inGuild,
    parent_id: channel.parentId,
    owner_id: channel.ownerId,
    message_count: 0,
    member_count: channel.memberIds.size,
    thread_metadata: {
      archived: channel.isArchived,
      auto_archive_duration: 1440,
      archive_timestamp: world.clock.iso(),
      locked: channel.isLocked,
      create_timestamp: world.clock.iso(),
    },
    ...(channel.memberIds.has(world.app.botId) && { member: threadMember(world, channel) }),
  };
}

/** What GUILD_CREATE carries; without the members intent, of members only the bot. */
export function guildJson(world: World, guild: Guild): object {
  const channels = [...world.channels.values()].filter((one) => one.guildId === guild.id);
  const bot = guild.members.get(world.app.botId);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    preferred_locale: guild.locale,
    features: [],
    application_id: null,
    roles: [...guild.roles.values()].map((role) => roleJson(guild, role)),
    emojis: [...guild.emojis.values()].map((emoji) => emojiJson(world, emoji)),
    stickers: [...guild.stickers.values()].map((sticker) => stickerJson(world, guild, sticker)),
    joined_at: bot?.joinedAt ?? world.clock.iso(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot ? [{ ...memberJson(bot), user: userJson(world.user(bot.userId)) }] : [],
    channels: channels.filter((one) => one.parentId === null).map((one) => channelJson(world, one)),
    threads: channels
      .filter((one) => one.parentId !== null && channelPermissions(world, one, world.app.botId) !== 0n)
      .map((one) => channelJson(world, one)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** developers/resources/emoji#emoji-object */
export function emojiJson(world: World, emoji: CustomEmoji): object {
  return {
    id: emoji.id,
    name: emoji.name,
    roles: emoji.roleIds,
    user: userJson(world.user(emoji.creatorId)),
    require_colons: true,
    managed: false,
    animated: emoji.isAnimated,
    available: true,
  };
}

/** developers/resources/sticker#sticker-object */
export function stickerJson(world: World, guild: Guild, sticker: Sticker): object {
  return {
    id: sticker.id,
    name: sticker.name,
    description: sticker.description || null,
    tags: sticker.tags,
    type: 2,
    format_type: sticker.format,
    available: true,
    guild_id: guild.id,
    user: userJson(world.user(sticker.creatorId)),
  };
}

export function applicationJson(world: World): object {
  return {
    id: world.app.id,
    name: 'kaleido',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: PRIVILEGED_FLAGS.reduce(
      (flags, [intent, flag]) => (world.app.privilegedIntents.has(intent) ? flags | flag : flags),
      Number(ApplicationFlags.ApplicationCommandBadge),
    ),
    owner: userJson(world.user(world.app.ownerId)),
    approximate_guild_count: [...world.guilds.values()].filter((guild) => guild.hasBot).length,
    integration_types_config: { 0: {}, 1: {} },
  };
}

/** developers/resources/message#message-object */
export function messageJson(world: World, message: Message): object {
  const interaction = message.interactionId === null ? undefined : world.interactions.get(message.interactionId);
  const thread = message.threadId === null ? undefined : world.channels.get(message.threadId);
  const repliedTo = message.repliesTo === null ? undefined : world.messages.get(message.repliesTo);
  const { guildId } = world.channel(message.channelId);
  return {
    id: message.id,
    channel_id: message.channelId,
    author: userJson(world.user(message.authorId)),
    content: message.content,
    timestamp: new Date(message.history[0]?.at ?? message.at).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: message.mentions.everyone,
    mentions: message.mentions.users.map((id) => userJson(world.user(id))),
    mention_roles: message.mentions.roles,
    attachments: message.attachments.map(attachmentJson),
    embeds: message.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: message.components,
    reactions: [...message.reactions].map(([key, users]) => ({
      count: users.size,
      count_details: { burst: 0, normal: users.size },
      me: users.has(world.app.botId),
      me_burst: false,
      burst_colors: [],
      emoji: emojiOf(key),
    })),
    pinned: false,
    type: message.type,
    flags: message.flags,
    sticker_items: message.stickerIds.map((id) => ({ id, name: 'sticker', format_type: 1 })),
    ...(message.nonce !== null && { nonce: message.nonce }),
    ...(message.authorId === world.app.botId && { application_id: world.app.id }),
    ...(interaction && {
      webhook_id: world.app.id,
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user: userJson(world.user(interaction.userId)),
        authorizing_integration_owners: interaction.owners,
      },
    }),
    ...(thread && { thread: channelJson(world, thread) }),
    ...(repliedTo && {
      message_reference: {
        type: 0,
        message_id: repliedTo.id,
        channel_id: repliedTo.channelId,
        guild_id: guildId ?? undefined,
      },
      referenced_message:
        repliedTo.deletedAt === null ? { ...messageJson(world, { ...repliedTo, repliesTo: null }) } : null,
    }),
  };
}

/** `{id, name}` of a reaction's key. */
export function emojiOf(key: string): { id: string | null; name: string } {
  const custom = /^(\w+):(\d+)$/.exec(key);
  return custom ? { id: custom[2] ?? null, name: custom[1] ?? key } : { id: null, name: key };
}

export function threadMember(world: World, channel: Channel): object {
  return { id: channel.id, user_id: world.app.botId, join_timestamp: world.clock.iso(), flags: 0 };
}

function attachmentJson(attachment: Attachment): object {
  return {
    id: attachment.id,
    filename: attachment.filename,
    ...(attachment.description !== null && { description: attachment.description }),
    content_type: attachment.contentType,
    size: attachment.bytes.length,
    url: attachment.url,
    proxy_url: attachment.url,
  };
}
