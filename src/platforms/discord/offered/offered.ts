import type { OfferedPlatform } from '../../offered-platform.js';
import { DISCORD } from './settings.js';

/** Discord, served where its token is set. */
export const discord = {
  label: 'Discord',
  settings: DISCORD,
  switchedOnBy: 'DISCORD_TOKEN',
  // Of stickers Discord takes this size only, at less than 512 KB (API page "Sticker").
  stickerSide: 320,
  isOn: ({ discordToken }) => discordToken !== undefined,
  addresses: ({ discordApiUrl, discordCdnUrl }) => [
    ...(discordApiUrl === undefined ? ['https://discord.com', 'wss://gateway.discord.gg'] : [discordApiUrl]),
    discordCdnUrl ?? 'https://cdn.discordapp.com',
  ],
  async check(config, network) {
    const { checkDiscord } = await import('./check.js');
    return checkDiscord(config, network);
  },
  async make(config, parts) {
    const { makeDiscord } = await import('./make.js');
    return makeDiscord(config, parts);
  },
} satisfies OfferedPlatform<typeof DISCORD>;
