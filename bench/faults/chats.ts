import { isGrid, isReadyNote } from '../../test/e2e/support/discord-world.js';
import { type Channel, type DiscordServer, startDiscord } from '../../test/servers/discord/index.js';
import { appOfManifest } from '../../test/servers/slack/manifest.js';
import type { Person } from '../../test/servers/slack/person.js';
import { SlackServer } from '../../test/servers/slack/slack-server.js';
import type { SlackChannel, SlackTeam } from '../../test/servers/slack/types.js';

/** The wish of every scenario; the work takes some seconds. */
const [PROMPT, STEPS, CELLS] = ['a cat', 40, 4] as const;

/** Longest, in milliseconds, that Discord's commands take after the bot is ready. */
const OPENED_MS = 60_000;

/** What people see of a platform. */
export interface Seen {
  grids: number;
  notes: number;
  /** Texts of all else. */
  others: readonly string[];
}

/** A loopback platform, on which somebody asks. */
export interface Chat {
  settings(): Readonly<Record<string, string>>;
  /** Resolves when somebody can ask. */
  opened(): Promise<unknown>;
  ask(): void;
  seen(): Seen;
  close(): Promise<void>;
}

export interface DiscordChat extends Chat {
  server: DiscordServer;
  /** Where it is asked; another place can be put here before. */
  place: Channel;
}

export interface SlackChat extends Chat {
  server: SlackServer;
  team: SlackTeam;
  channel: SlackChannel;
  ada: Person;
  /** An admin of the workspace. */
  boss: Person;
}

export async function openDiscordChat(): Promise<DiscordChat> {
  // Frozen: a process that takes its time to start must not miss the platform's deadlines.
  const server = await startDiscord({ identifyIntervalMs: 0, isClockFrozen: true });
  const chat: DiscordChat = {
    server,
    place: server.channel('general'),
    settings: () => ({ DISCORD_TOKEN: server.token, DISCORD_API_URL: server.api }),
    // A bot is ready whether Discord takes its commands yet or not.
    opened: () => server.waitFor(() => server.shownCommands().includes('imagine'), { timeoutMs: OPENED_MS }),
    ask() {
      server.user('alice').slash('imagine', { prompt: PROMPT, steps: STEPS, count: CELLS }, { channel: chat.place });
    },
    seen() {
      const { channels } = server.world;
      const there = server.allMessages.filter((one) => one.deletedAt === null && channels.has(one.channelId));
      const others = there.filter((one) => !isGrid(one) && !isReadyNote(one)).map(({ content }) => content);
      return { grids: there.filter(isGrid).length, notes: there.filter(isReadyNote).length, others };
    },
    close: () => server.close(),
  };
  return chat;
}

export async function openSlackChat(): Promise<SlackChat> {
  const server = await SlackServer.start(await appOfManifest());
  const team = server.addTeam('acme');
  const ada = server.addPerson(team, 'ada');
  const boss = server.addPerson(team, 'boss', { isAdmin: true });
  const channel = server.addChannel(team, 'pictures', [ada, boss]);
  return {
    server,
    team,
    ada,
    boss,
    channel,
    settings: () => ({
      SLACK_APP_TOKEN: server.app.appToken,
      SLACK_BOT_TOKEN: team.token ?? '',
      SLACK_API_URL: server.apiUrl,
    }),
    opened: async () => undefined,
    ask: () => void ada.say(channel.id, `@kaleido ${PROMPT} --steps ${STEPS} --count ${CELLS}`),
    seen() {
      const messages = server.botMessages(channel.id);
      const isFinal = ({ blocks }: (typeof messages)[number]) =>
        blocks.some(({ type }) => type === 'image') && JSON.stringify(blocks).includes('k1:reroll-all:');
      // Card and note are in the thread of the mention; a note is one line, which begins with its requester.
      const isNote = (one: (typeof messages)[number]) =>
        one.blocks.length === 1 && server.textOf(one).startsWith(`<@${ada.id}>`);
      const rest = messages.filter((one) => !isFinal(one) && !isNote(one));
      const others = [...rest, ...server.ephemeralsFor(ada)].map((one) => server.textOf(one));
      return { grids: messages.filter(isFinal).length, notes: messages.filter(isNote).length, others };
    },
    close: () => server.stop(),
  };
}
