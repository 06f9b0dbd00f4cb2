import { GatewayIntentBits as Bits } from 'discord.js';

/** Bits of intents that the developer portal must have switched on (developers/events/gateway#privileged-intents). */
export const PRIVILEGED = {
  GuildMembers: Bits.GuildMembers,
  GuildPresences: Bits.GuildPresences,
  MessageContent: Bits.MessageContent,
} as const;

export type PrivilegedIntent = keyof typeof PRIVILEGED;

export const ALL_INTENTS = Object.values(Bits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Which intent an event needs in a server and in direct messages; events not listed need none. */
const NEEDED: Record<string, { guild: number; direct: number }> = {
  ...events(['GUILD_CREATE', 'GUILD_UPDATE', 'GUILD_DELETE'], Bits.Guilds),
  ...events(['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE'], Bits.Guilds),
  ...events(['THREAD_CREATE', 'THREAD_UPDATE', 'THREAD_DELETE'], Bits.Guilds),
  ...events(['GUILD_ROLE_CREATE', 'GUILD_ROLE_UPDATE', 'GUILD_ROLE_DELETE'], Bits.Guilds),
  ...events(['GUILD_MEMBER_ADD', 'GUILD_MEMBER_REMOVE'], Bits.GuildMembers),
  ...events(['GUILD_EMOJIS_UPDATE', 'GUILD_STICKERS_UPDATE'], Bits.GuildExpressions),
  ...events(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'], Bits.GuildMessages, Bits.DirectMessages),
  ...events(
    ['MESSAGE_REACTION_ADD', 'MESSAGE_REACTION_REMOVE', 'MESSAGE_REACTION_REMOVE_ALL', 'MESSAGE_REACTION_REMOVE_EMOJI'],
    Bits.GuildMessageReactions,
    Bits.DirectMessageReactions,
  ),
};

/** Whether a session with these intents gets an event (developers/events/gateway#list-of-intents). */
export function isSubscribed(intents: number, name: string, isInGuild: boolean): boolean {
  const needed = NEEDED[name];
  if (!needed) return true;
  const bit = isInGuild ? needed.guild : needed.direct;
  return (intents & bit) !== 0;
}

function events(
  names: readonly string[],
  guild: number,
  direct = 0,
): Record<string, { guild: number; direct: number }> {
  return Object.fromEntries(names.map((name) => [name, { guild, direct }]));
}
