import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, type DiscordServer, startDiscord } from '../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { TINY_BUNDLE } from './command-line.js';
import { isGrid } from './support/discord-world.js';
import { openFolder, type ServiceProcess, startService } from './support/processes.js';

const WRONG_CLOCK = fileURLToPath(new URL('support/wrong-clock.cjs', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 50 };

let discord: DiscordServer;
let database: TestDatabase;
let folder: Awaited<ReturnType<typeof openFolder>>;
let services: ServiceProcess[];
let general: Channel;

beforeEach(async () => {
  discord = await startDiscord({ identifyIntervalMs: 0, isClockFrozen: true });
  database = await openTestDatabase();
  folder = await openFolder();
  services = [];
  general = discord.channel('general');
});

afterEach(async () => {
  await Promise.all(services.map((service) => service.kill()));
  await discord.close();
  await database.close();
  await folder.remove();
});

/** @param clock as wrong-clock.cjs reads it */
async function start(command: 'bot' | 'worker', clock: string): Promise<ServiceProcess> {
  const service = startService(command, {
    NODE_OPTIONS: `--require ${WRONG_CLOCK}`,
    KALEIDO_TEST_CLOCK: clock,
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

const ask = (user: string, steps: number, count = 1) =>
  discord.user(user).slash('imagine', { prompt: 'a cat', count, steps }, { channel: general });
const grids = () => discord.messages(general).filter(isGrid);

describe('a machine whose clock is wrong', () => {
  it.each([
    ['20', '-20'],
    ['20@6000', '-20@6000'],
  ])(
    'by %s minutes for the bot and %s for the worker delays nothing',
    async (bot, worker) => {
      await Promise.all([start('bot', bot), start('worker', worker)]);
      ask('alice', 2);
      await vi.waitFor(() => expect(grids()).toHaveLength(1), PATIENCE);
      ask('bob', 60);
      await vi.waitFor(() => expect(grids()).toHaveLength(2), PATIENCE);
      const [row] = await database.query(
        `SELECT max(abs(extract(epoch FROM clock_timestamp() - created_at)))::int AS "createdAgo",
         max(extract(epoch FROM delivered_at - finished_at))::float AS "deliveredAfter", sum(attempts)::int AS attempts
       FROM generation JOIN delivery ON generation_id = id`,
      );
      expect(row).toMatchObject({ attempts: 2 });
      expect(row?.createdAgo).toBeLessThan(120);
      expect(row?.deliveredAfter).toBeLessThan(10);
    },
    200_000,
  );

  it('takes no job away from a worker that is at work, and takes over from one that was killed', async () => {
    await start('bot', '0');
    const doomed = await start('worker', '20');
    ask('alice', 250, 9);
    const active = async () =>
      (await database.query(`SELECT lock_token FROM kaleido_queue.job WHERE state = 'active'`)).map(
        (row) => row.lock_token,
      );
    await vi.waitFor(async () => expect(await active()).toHaveLength(1), PATIENCE);
    const [held] = await active();
    await start('worker', '-20');
    // Two rounds of looking for dead workers.
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    if (grids().length === 0) expect(await active()).toEqual([held]);
    await doomed.kill();
    await vi.waitFor(async () => expect(await active()).toEqual([expect.not.stringContaining(String(held))]), PATIENCE);
  }, 200_000);
});
