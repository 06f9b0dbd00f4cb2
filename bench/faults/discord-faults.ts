import { setTimeout as sleep } from 'node:timers/promises';
import type { DiscordChat } from './chats.js';
import type { Fault } from './fault.js';

const AWAY_MS = 15_000;
/** An interaction can be answered for so long, in ms. */
const TOKEN_MS = 15 * 60_000;
type Happening = Parameters<DiscordChat['server']['fault']>[0]['happening'];

/** So many requests about messages are met. */
const answered = (happening: Happening, times: number): Fault => ({
  happen: async ({ discord: { server } }) => server.fault({ path: /messages|webhooks/, happening, times }),
});

function away(how: 'cut' | 'silence'): Fault {
  return {
    needs: { isChatOverLine: true },
    async happen({ discord, chatLine }) {
      await chatLine![how]();
      discord.server.dropGateway(null);
      await sleep(AWAY_MS);
      await chatLine!.mend();
    },
  };
}

const gateway = (act: (discord: DiscordChat['server']) => void): Fault => ({
  happen: async ({ discord }) => act(discord.server),
});

/** Asked in a thread, which is closed while the grid is painted. */
const threadClosed = (isLocked: boolean): Fault => ({
  prepare({ discord }) {
    const by = discord.server.user('alice');
    discord.place = discord.server.thread('cats', { parent: discord.place, by });
  },
  async happen({ discord }) {
    discord.server.clock.advance(TOKEN_MS + 60_000);
    discord.server.archive(discord.place, isLocked);
  },
});

/** So late that only the bot's own token helps. */
const afterToken = (act: (discord: DiscordChat) => void): Fault => ({
  async happen({ discord }) {
    discord.server.clock.advance(TOKEN_MS + 60_000);
    act(discord);
  },
});

function deleteCard({ server, place }: DiscordChat): void {
  for (const message of server.messages(place)) message.deletedAt = server.clock.now();
}

export const DISCORD_FAULTS = {
  'Discord answers 500 three times': answered({ status: 500 }, 3),
  'Discord answers 503 twenty times': answered({ status: 503 }, 20),
  'Discord limits the route for 5 s, three times': answered({ status: 429, retryAfterMs: 5_000 }, 3),
  'Discord limits everything for 5 s': answered({ status: 429, retryAfterMs: 5_000, isGlobal: true }, 1),
  'Discord drops ten requests': answered({ drop: 'before' }, 10),
  'Discord away for 15 s': away('cut'),
  'Discord silent for 15 s': away('silence'),
  'gateway closed': gateway((discord) => discord.dropGateway()),
  'gateway broken off': gateway((discord) => discord.dropGateway(null)),
  'gateway’s sessions forgotten': gateway((discord) => discord.forgetSessions()),
  'interaction’s token over': afterToken(() => undefined),
  'card deleted': { happen: async ({ discord }) => deleteCard(discord) },
  'card deleted, token over': afterToken(deleteCard),
  'channel deleted, token over': afterToken(({ server, place }) => server.deleteChannel(place)),
  'bot may not write any more, token over': {
    ...afterToken(({ server, place }) => server.denyBot(place, 'ViewChannel', 'SendMessages')),
    shutsOut: true,
  },
  'thread archived, token over': threadClosed(false),
  'thread archived and locked, token over': { ...threadClosed(true), shutsOut: true },
} as const satisfies Readonly<Record<string, Fault>>;
