import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, type DiscordServer, startDiscord } from '../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { TINY_BUNDLE } from './command-line.js';
import { actionId, isGrid } from './support/discord-world.js';
import { openFolder, type ServiceProcess, startService } from './support/processes.js';

/** Milliseconds that one test may take on a busy machine. */
const TEST_MS = 300_000;
const PATIENCE = { timeout: 120_000, interval: 50 };

let discord: DiscordServer;
let database: TestDatabase;
let folder: Awaited<ReturnType<typeof openFolder>>;
let services: ServiceProcess[];
let general: Channel;

beforeEach(async () => {
  // Frozen: a process that takes its time to start must not miss the platform's deadlines.
  discord = await startDiscord({ identifyIntervalMs: 0, isClockFrozen: true });
  database = await openTestDatabase();
  folder = await openFolder();
  services = [];
  general = discord.channel('general');
});

afterEach(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await discord.close();
  await database.close();
  await folder.remove();
});

async function start(command: 'bot' | 'worker'): Promise<ServiceProcess> {
  const service = startService(command, {
    DATABASE_URL: database.url,
    KALEIDO_DATA: folder.path,
    KALEIDO_BUNDLE: TINY_BUNDLE,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  });
  services.push(service);
  await service.logged(`the ${command} is ready`);
  return service;
}

/** Waits until the only generation, or the newest, is in a state. */
function reached(status: string): Promise<void> {
  return vi.waitFor(async () => {
    const [newest] = await database.query('SELECT status FROM generation ORDER BY created_at DESC LIMIT 1');
    expect(newest).toEqual({ status });
  }, PATIENCE);
}

const grids = () => discord.messages(general).filter(isGrid);

function refused(): unknown[] {
  // discord.js learns the limits of a route by its first answers.
  return discord.violations.filter(({ status }) => status !== 429);
}

describe('bot and worker as processes of their own', () => {
  it(
    'deliver a grid once though its worker is killed while it paints',
    async () => {
      await start('bot');
      const doomed = await start('worker');
      const slow = { prompt: 'a cat', steps: 120, count: 4 };
      discord.user('alice').slash('imagine', slow, { channel: general });
      await reached('painting');
      await doomed.kill();
      await start('worker');
      await reached('done');
      await vi.waitFor(() => expect(grids()).toHaveLength(1), PATIENCE);

      expect(discord.messages(general)).toHaveLength(1);
      expect(await database.query('SELECT kind, images FROM ledger_entry')).toEqual([{ kind: 'charge', images: 4 }]);
      expect(refused()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'deliver a grid that was painted while the bot was dead, and its buttons work',
    async () => {
      const doomed = await start('bot');
      const alice = discord.user('alice');
      const run = alice.slash('imagine', { prompt: 'a cat', steps: 2, count: 2 }, { channel: general });
      await vi.waitFor(() => expect(run.message?.embeds.length).toBeGreaterThan(0), PATIENCE);
      await doomed.kill();
      await start('worker');
      await reached('done');
      expect(grids()).toEqual([]);
      await start('bot');
      await vi.waitFor(() => expect(grids()).toHaveLength(1), PATIENCE);
      expect(discord.messages(general)).toHaveLength(1);

      const [grid] = grids();
      alice.press(grid!, actionId(grid!, 'reroll-all'));
      await vi.waitFor(() => expect(grids()).toHaveLength(2), PATIENCE);
      expect(refused()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'hand work on when they are asked to end',
    async () => {
      await start('bot');
      const leaving = await start('worker');
      discord.user('alice').slash('imagine', { prompt: 'a cat', steps: 120, count: 9 }, { channel: general });
      await reached('painting');
      // Painting goes on for a while longer than the worker is given.
      expect(await leaving.stop()).toBe(0);
      await start('worker');
      await reached('done');
      await vi.waitFor(() => expect(grids()).toHaveLength(1), PATIENCE);
    },
    TEST_MS,
  );
});
