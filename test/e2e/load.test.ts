import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Channel, type DiscordServer, type Interaction, startDiscord } from '../servers/discord/index.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { TINY_BUNDLE } from './command-line.js';
import { isGrid } from './support/discord-world.js';
import { openFolder, type ServiceProcess, startService } from './support/processes.js';

const USERS = 40;
const EACH = 5;
/** Of the five grids of one picture that each user asks for, so many fit the day's quota. */
const ALLOWED = 4;
/** Milliseconds until all is delivered on a busy machine. */
const PATIENCE = { timeout: 120_000, interval: 250 };

let discord: DiscordServer;
let database: TestDatabase;
let folder: Awaited<ReturnType<typeof openFolder>>;
let general: Channel;
const services: ServiceProcess[] = [];

beforeAll(async () => {
  // Its clock runs: an acknowledgement after three seconds fails.
  discord = await startDiscord({ identifyIntervalMs: 0 });
  database = await openTestDatabase();
  folder = await openFolder();
  const settings = {
    DATABASE_URL: database.url,
    KALEIDO_DATA: folder.path,
    KALEIDO_BUNDLE: TINY_BUNDLE,
    KALEIDO_IMAGES_PER_DAY: String(ALLOWED),
    KALEIDO_IN_FLIGHT: String(EACH),
    KALEIDO_WORKER_JOBS: '4',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  };
  for (const command of ['bot', 'worker'] as const) {
    const service = startService(command, settings);
    services.push(service);
    await service.logged(`the ${command} is ready`);
  }
  general = discord.channel('general');
});

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  await discord?.close();
  await database?.close();
  await folder?.remove();
});

/** Told so in private, the public acknowledgement taken back. */
function wasRefused({ message, followUps }: Interaction): boolean {
  return message?.deletedAt !== null && followUps.length === 1 && followUps[0]!.visibleTo !== null;
}

describe('two hundred requests of forty people at once', () => {
  it('are all acknowledged in time, delivered exactly once or refused, and charged exactly', async () => {
    const asked: Interaction[] = [];
    for (let round = 0; round < EACH; round++) {
      for (let user = 0; user < USERS; user++) {
        const options = { prompt: `a cat ${user}`, count: 1, steps: 1 };
        asked.push(discord.user(`user-${user}`).slash('imagine', options, { channel: general }));
      }
    }
    const count = (wanted: Interaction['state']) => asked.filter(({ state }) => state === wanted).length;
    await vi.waitFor(() => expect(count('waiting')).toBe(0), PATIENCE);
    expect(count('failed')).toBe(0);

    const grids = () => discord.messages(general).filter(isGrid);
    await vi.waitFor(() => expect(grids()).toHaveLength(USERS * ALLOWED), PATIENCE);
    await vi.waitFor(() => expect(asked.filter(wasRefused)).toHaveLength(USERS * (EACH - ALLOWED)), PATIENCE);

    const perUser = await database.query(
      'SELECT user_id, sum(images)::int AS images, count(*)::int AS entries FROM ledger_entry GROUP BY user_id',
    );
    expect(perUser).toHaveLength(USERS);
    expect(new Set(perUser.map(({ images, entries }) => `${images} in ${entries}`))).toEqual(new Set(['4 in 4']));
    const undelivered = await database.query('SELECT 1 FROM delivery WHERE delivered_at IS NULL OR attempts > 1');
    expect(undelivered).toEqual([]);
    // Each grid is the one message of its own request.
    expect(new Set(grids().map(({ id }) => id)).size).toBe(USERS * ALLOWED);
    expect(discord.violations.filter(({ status }) => status !== 429)).toEqual([]);
  }, 600_000);
});
