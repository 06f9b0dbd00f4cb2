import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openFolder, startService } from '../test/e2e/support/processes.js';
import { type DiscordServer, startDiscord } from '../test/servers/discord/index.js';
import { openTestDatabase } from '../test/support/database.js';
import type { Section } from './section.js';
import type { Setup } from './setup.js';

const USERS = 40;
const EACH = 5;
const ROUNDS = 3;
/** Milliseconds that Discord waits for an acknowledgement (docs/interactions/receiving-and-responding.mdx). */
const LIMIT = 3000;

interface Bot {
  stop(): Promise<unknown>;
}

/**
 * What the load did to one bot: milliseconds from dispatch to acknowledgement, ascending, and how many came too late.
 */
interface Outcome {
  latencies: number[];
  failed: number;
}

async function startBare(discord: DiscordServer): Promise<Bot> {
  const main = fileURLToPath(new URL('bare-bot.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main, discord.api, discord.token], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  await once(child.stderr, 'data');
  return {
    stop: () => {
      child.kill();
      return once(child, 'close');
    },
  };
}

async function startKaleido(discord: DiscordServer, bundleDir: string): Promise<Bot> {
  const database = await openTestDatabase();
  const folder = await openFolder();
  const settings = {
    DATABASE_URL: database.url,
    KALEIDO_DATA: folder.path,
    KALEIDO_BUNDLE: bundleDir,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  };
  const bot = startService('bot', settings);
  const worker = startService('worker', settings);
  await Promise.all([bot.logged('the bot is ready'), worker.logged('the worker is ready')]);
  return {
    async stop() {
      await Promise.all([bot.stop(), worker.kill()]);
      await database.close();
      await folder.remove();
    },
  };
}

/** Registers the command as the bot under test would, for the bare bot registers none. */
async function registerImagine(discord: DiscordServer): Promise<void> {
  const options = [{ type: 3, name: 'prompt', description: 'What to draw', required: true }];
  const me = await fetch(`${discord.api}/v10/applications/@me`, { headers: { authorization: `Bot ${discord.token}` } });
  const { id } = (await me.json()) as { id: string };
  await fetch(`${discord.api}/v10/applications/${id}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify([{ name: 'imagine', description: 'Draws', options }]),
  });
}

async function load(start: (discord: DiscordServer) => Promise<Bot>, isBare: boolean): Promise<Outcome> {
  const discord = await startDiscord({ identifyIntervalMs: 0 });
  if (isBare) await registerImagine(discord);
  const bot = await start(discord);
  try {
    const channel = discord.channel('general');
    const asked = Array.from({ length: USERS * EACH }, (_, k) =>
      discord.user(`user-${k % USERS}`).slash('imagine', { prompt: 'a cat' }, { channel }),
    );
    await discord.waitFor(() => asked.every(({ state }) => state !== 'waiting'), { timeoutMs: 60_000 });
    const failed = asked.filter(({ state }) => state === 'failed').length;
    return { latencies: discord.latencies, failed };
  } finally {
    await bot.stop();
    await discord.close();
  }
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/**
 * How long `/imagine` waits for its acknowledgement while 40 people ask five times each at once, beside a bot that does
 * nothing else than acknowledge. Kaleido's worker paints meanwhile on the same machine.
 */
export async function acknowledgement({ bundle }: Setup): Promise<Section> {
  const outcomes: { bare: Outcome[]; kaleido: Outcome[] } = { bare: [], kaleido: [] };
  for (let round = 0; round < ROUNDS; round++) {
    outcomes.bare.push(await load(startBare, true));
    outcomes.kaleido.push(await load((discord) => startKaleido(discord, bundle.dir), false));
  }
  const all = (runs: readonly Outcome[]) => runs.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
  const [bare, kaleido] = [all(outcomes.bare), all(outcomes.kaleido)];
  const rows = [0.5, 0.99, 1].map((q) => ({
    of: q === 1 ? 'slowest' : `p${q * 100}`,
    'bare discord.js, ms': quantile(bare, q),
    'Kaleido, ms': quantile(kaleido, q),
    ratio: quantile(kaleido, q) / quantile(bare, q),
  }));
  const late = outcomes.kaleido.reduce((sum, { failed }) => sum + failed, 0);
  return {
    name: 'acknowledgement',
    title: 'Acknowledgement of /imagine under load',
    rows,
    notes: [
      `${USERS * EACH} requests of ${USERS} people at once on a loopback Discord, ${ROUNDS} rounds; ` +
        'bot, worker, PostgreSQL and the load itself share this machine.',
      `Acknowledged after Discord's ${LIMIT} ms: ${late} of ${ROUNDS * USERS * EACH}.`,
    ],
  };
}
