import { startDiscord } from '../test/servers/discord/index.js';
import { appOfManifest } from '../test/servers/slack/manifest.js';
import { SlackServer } from '../test/servers/slack/slack-server.js';
import { type Bot, memoryOf, startBare, startKaleido } from './bots.js';
import type { Row, Section } from './section.js';
import type { Setup } from './setup.js';

/** Requests at once, each of another person. */
const SIZES = [200, 1000];
/** Milliseconds that Discord and Slack wait for an acknowledgement. */
const LIMIT = 3000;
const PATIENCE_MS = 60_000;

/** What a burst did to one bot. */
interface Burst {
  /** Milliseconds until the acknowledgement, of those that came in time. */
  latencies: number[];
  late: number;
  /** Most resident memory of the bot's process, MB; null where the system does not tell. */
  megabytes: number | null;
}

/** One burst of `size` requests against a bot of its own. */
type Load = (size: number) => Promise<Burst>;

/** Registers the command as the bot under test would, for the bare bot registers none. */
async function registerImagine(discord: { api: string; token: string }): Promise<void> {
  const options = [{ type: 3, name: 'prompt', description: 'What to draw', required: true }];
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const me = await fetch(`${discord.api}/v10/applications/@me`, { headers });
  const { id } = (await me.json()) as { id: string };
  const body = JSON.stringify([{ name: 'imagine', description: 'Draws', options }]);
  await fetch(`${discord.api}/v10/applications/${id}/commands`, { method: 'PUT', headers, body });
}

async function ended(bot: Bot): Promise<number | null> {
  const memory = await memoryOf(bot.pid);
  await bot.stop();
  return memory?.most ?? null;
}

const onDiscord =
  (start: (discord: { api: string; token: string }) => Promise<Bot>, isBare: boolean): Load =>
  async (size) => {
    const discord = await startDiscord({ identifyIntervalMs: 0 });
    try {
      if (isBare) await registerImagine(discord);
      const bot = await start(discord);
      const channel = discord.channel('general');
      const people = Array.from({ length: size }, (_, k) => discord.user(`user-${k}`));
      const asked = people.map((person) => person.slash('imagine', { prompt: 'a cat' }, { channel }));
      await discord.waitFor(() => asked.every(({ state }) => state !== 'waiting'), { timeoutMs: PATIENCE_MS });
      const late = asked.filter(({ state }) => state === 'failed').length;
      return { latencies: discord.latencies, late, megabytes: await ended(bot) };
    } finally {
      await discord.close();
    }
  };

const onSlack =
  (start: (slack: SlackServer, token: string) => Promise<Bot>): Load =>
  async (size) => {
    const slack = await SlackServer.start(await appOfManifest());
    try {
      const team = slack.addTeam('acme');
      const people = Array.from({ length: size }, (_, k) => slack.addPerson(team, `user-${k}`));
      const channel = slack.addChannel(team, 'general', people);
      const bot = await start(slack, team.token ?? '');
      await slack.waitFor('the sockets', () => slack.sockets.count > 0);
      const answers = await Promise.all(people.map((person) => person.command(channel.id, '/imagine', 'a cat')));
      const late = answers.filter(({ isAccepted }) => !isAccepted).length;
      const latencies = slack.workspace.acknowledgements
        .filter(({ isAccepted, kind }) => isAccepted && kind === 'slash_commands')
        .map(({ latencyMs }) => latencyMs);
      return { latencies, late, megabytes: await ended(bot) };
    } finally {
      await slack.stop();
    }
  };

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/**
 * How long `/imagine` waits for its acknowledgement while many people ask at the same moment, on Discord and Slack, in
 * turn with bots that do nothing but acknowledge; and how much memory the bot had at most.
 */
export async function load({ bundle, rounds }: Setup): Promise<Section> {
  const loads: Record<string, { bare: Load; kaleido: Load }> = {
    Discord: {
      bare: onDiscord(({ api, token }) => startBare('bare-discord.ts', [api, token]), true),
      kaleido: onDiscord(
        ({ api, token }) => startKaleido(bundle.dir, { DISCORD_TOKEN: token, DISCORD_API_URL: api }),
        false,
      ),
    },
    Slack: {
      bare: onSlack(({ apiUrl, app }, token) => startBare('bare-slack.ts', [apiUrl, token, app.appToken])),
      kaleido: onSlack(({ apiUrl, app }, token) =>
        startKaleido(bundle.dir, { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: app.appToken, SLACK_API_URL: apiUrl }),
      ),
    },
  };
  const rows: Row[] = [];
  for (const [platform, { bare, kaleido }] of Object.entries(loads)) {
    for (const size of SIZES) {
      const bursts: { bare: Burst[]; kaleido: Burst[] } = { bare: [], kaleido: [] };
      for (let round = 0; round < rounds; round++) {
        bursts.bare.push(await bare(size));
        bursts.kaleido.push(await kaleido(size));
      }
      const all = (of: readonly Burst[], q: number) =>
        quantile(
          of.flatMap(({ latencies }) => latencies),
          q,
        );
      const memory = Math.max(...bursts.kaleido.map(({ megabytes }) => megabytes ?? Number.NaN));
      rows.push({
        platform,
        'at once': size,
        'bare p50, ms': all(bursts.bare, 0.5),
        'Kaleido p50, ms': all(bursts.kaleido, 0.5),
        'bare p99, ms': all(bursts.bare, 0.99),
        'Kaleido p99, ms': all(bursts.kaleido, 0.99),
        'p99 ratio': all(bursts.kaleido, 0.99) / all(bursts.bare, 0.99),
        'too late': bursts.kaleido.reduce((sum, { late }) => sum + late, 0),
        'memory of the bot, MB': memory,
      });
    }
  }
  return {
    name: 'load',
    title: 'Acknowledgement of /imagine under load',
    rows,
    notes: [
      `So many people ask once each at the same moment; ${rounds} rounds in turn. Bot, worker, PostgreSQL, the loopback ` +
        'service and the people share this machine; the worker paints meanwhile.',
      `Too late: acknowledged after ${LIMIT} ms, in all rounds. Memory: most resident memory of the bot's process.`,
    ],
  };
}
