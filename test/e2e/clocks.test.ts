import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';

const WRONG_CLOCK = fileURLToPath(new URL('support/wrong-clock.cjs', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 50 };

let world: ServiceWorld;

beforeEach(async () => {
  world = await openServiceWorld();
});

afterEach(() => world.close('kill'));

/** @param clock as wrong-clock.cjs reads it */
const start = (command: 'bot' | 'worker', clock: string) =>
  world.start(command, { NODE_OPTIONS: `--require ${WRONG_CLOCK}`, KALEIDO_TEST_CLOCK: clock });
const ask = (user: string, steps: number, count = 1) =>
  world.discord.user(user).slash('imagine', { prompt: 'a cat', count, steps }, { channel: world.general });

describe('a machine whose clock is wrong', () => {
  it.each([
    ['20', '-20'],
    ['20@6000', '-20@6000'],
  ])(
    'by %s minutes for the bot and %s for the worker delays nothing',
    async (bot, worker) => {
      await Promise.all([start('bot', bot), start('worker', worker)]);
      ask('alice', 2);
      await vi.waitFor(() => expect(world.grids()).toHaveLength(1), PATIENCE);
      ask('bob', 60);
      await vi.waitFor(() => expect(world.grids()).toHaveLength(2), PATIENCE);
      const [row] = await world.database.query(
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
    // Two for the first worker, and one for the second, which then has room for one of the first's:
    // more than either paints before it has looked.
    for (const user of ['alice', 'bob', 'carol']) ask(user, 250, 9);
    const holders = async () =>
      new Map(
        (await world.database.query(`SELECT id, lock_token FROM kaleido_queue.job WHERE state = 'active'`)).map(
          (row) => [row.id, String(row.lock_token).split(':')[0]],
        ),
      );
    await vi.waitFor(async () => expect((await holders()).size).toBeGreaterThan(0), PATIENCE);
    const before = await holders();
    const [first] = before.values();
    await start('worker', '-20');
    // Two rounds of looking for dead workers.
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    const after = await holders();
    expect([...before.keys()].filter((job) => after.has(job) && after.get(job) !== first)).toEqual([]);
    const left = [...after.keys()].filter((job) => after.get(job) === first);
    expect(left).not.toEqual([]);
    await doomed.kill();
    await vi.waitFor(async () => {
      const now = await holders();
      expect([...now.values()]).not.toContain(first);
      expect([...now.keys()].filter((job) => left.includes(job))).not.toEqual([]);
    }, PATIENCE);
  }, 200_000);
});
