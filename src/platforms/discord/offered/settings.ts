import { z } from 'zod';
import { secret, setting, url } from '../../../settings/values/index.js';

/** The app on Discord. */
export const DISCORD = {
  discordToken: secret(
    'DISCORD_TOKEN',
    'Bot token of the Discord app; Discord is off without it.',
    'none',
    'Copy it from the app’s Bot page.',
  ),
  discordGuild: setting(
    'DISCORD_GUILD',
    'Register commands in this server only, where changes show at once: for development.',
    'commands are registered everywhere',
    'Set it to a server’s numeric id, or unset it.',
    z
      .string()
      .regex(/^\d{1,20}$/)
      .optional(),
  ),
  discordShards: setting(
    'DISCORD_SHARDS',
    'Gateway shards: `auto` or a number.',
    '`auto`',
    'Set it to auto or a whole number from 1, or unset it.',
    z
      .string()
      .default('auto')
      .transform((value) => (value === 'auto' ? value : Number(value)))
      .pipe(z.union([z.literal('auto'), z.int().min(1)])),
  ),
  discordApiUrl: url('DISCORD_API_URL', 'Base URL of Discord’s REST API, for a proxy.', '`https://discord.com/api`', [
    'https:',
    'http:',
  ]),
  discordCdnUrl: url(
    'DISCORD_CDN_URL',
    'Base URL of Discord’s CDN, which has emoji and attachments, for a proxy.',
    '`https://cdn.discordapp.com`',
    ['https:', 'http:'],
  ),
};
