import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actionId } from './support/discord-world.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';

/** Milliseconds that one test may take on a busy machine. */
const TEST_MS = 300_000;
const PATIENCE = { timeout: 120_000, interval: 50 };

let world: ServiceWorld;

beforeEach(async () => {
  world = await openServiceWorld();
});

afterEach(() => world.close('stop'));

/** Waits until the only generation, or the newest, is in a state. */
function reached(status: string): Promise<void> {
  return vi.waitFor(async () => {
    const [newest] = await world.database.query('SELECT status FROM generation ORDER BY created_at DESC LIMIT 1');
    expect(newest).toEqual({ status });
  }, PATIENCE);
}

function refused(): unknown[] {
  // discord.js learns the limits of a route by its first answers.
  return world.discord.violations.filter(({ status }) => status !== 429);
}

describe('bot and worker as processes of their own', () => {
  it(
    'deliver a grid once though its worker is killed while it paints',
    async () => {
      await world.start('bot');
      const doomed = await world.start('worker');
      const slow = { prompt: 'a cat', steps: 120, count: 4 };
      world.discord.user('alice').slash('imagine', slow, { channel: world.general });
      await reached('painting');
      await doomed.kill();
      await world.start('worker');
      await reached('done');
      await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);

      expect(world.discord.messages(world.general)).toHaveLength(1);
      expect(await world.database.query('SELECT kind, images FROM ledger_entry')).toEqual([
        { kind: 'charge', images: 4 },
      ]);
      expect(refused()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'deliver a grid that was painted while the bot was dead, and its buttons work',
    async () => {
      const doomed = await world.start('bot');
      const alice = world.discord.user('alice');
      const run = alice.slash('imagine', { prompt: 'a cat', steps: 2, count: 2 }, { channel: world.general });
      await vi.waitFor(() => expect(run.message?.embeds.length).toBeGreaterThan(0), PATIENCE);
      await doomed.kill();
      await world.start('worker');
      await reached('done');
      expect(world.grids()).toEqual([]);
      await world.start('bot');
      await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
      expect(world.discord.messages(world.general)).toHaveLength(1);

      const [grid] = world.grids();
      alice.press(grid!, actionId(grid!, 'reroll-all'));
      await vi.waitFor(() => expect(world.grids()).toHaveLength(2), PATIENCE);
      expect(refused()).toEqual([]);
    },
    TEST_MS,
  );

  it(
    'hand work on when they are asked to end',
    async () => {
      await world.start('bot');
      const leaving = await world.start('worker');
      world.discord
        .user('alice')
        .slash('imagine', { prompt: 'a cat', steps: 120, count: 9 }, { channel: world.general });
      await reached('painting');
      // Painting goes on for a while longer than the worker is given.
      expect(await leaving.stop()).toBe(0);
      await world.start('worker');
      await reached('done');
      await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
    },
    TEST_MS,
  );
});
