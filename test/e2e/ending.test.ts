import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasRedis } from '../conformance/jobs/servers.js';
import { openDatabasePlace, openRedisPlace, type Place } from './support/places.js';
import { openServiceWorld, type ServiceWorld } from './support/service-world.js';

/** Docker kills ten seconds after it has asked. */
const ENDS_WITHIN_MS = 10_000;
const TEST_MS = 120_000;
const PATIENCE = { timeout: 60_000, interval: 50 };

let world: ServiceWorld;
let place: Place | null = null;

beforeEach(async () => {
  world = await openServiceWorld();
});

afterEach(async () => {
  await world.close('kill');
  await place?.close();
});

/**
 * Starts both, has a grid in hand, and takes the place away.
 * @returns how each ended that was told to, and in how many milliseconds
 */
async function endWithout(
  { line, settings }: Place,
  isSilent: boolean,
): Promise<{ name: string; code: number | null; ms: number }[]> {
  const [bot, worker] = await Promise.all([world.start('bot', settings), world.start('worker', settings)]);
  const slow = { prompt: 'a cat', steps: 200, count: 9 };
  world.discord.user('alice').slash('imagine', slow, { channel: world.general });
  await vi.waitFor(async () => {
    const rows = await world.database.query(`SELECT 1 FROM generation WHERE status = 'painting'`);
    expect(rows).toHaveLength(1);
  }, PATIENCE);
  if (isSilent) line.silence();
  else await line.cut();
  return Promise.all(
    Object.entries({ bot, worker }).map(async ([name, service]) => {
      const toldAt = performance.now();
      const code = await service.stop();
      return { name, code, ms: performance.now() - toldAt };
    }),
  );
}

describe('bot and worker that are told to end', () => {
  it.each([
    ['the queue in Redis refuses connections', openRedisPlace, false],
    ['the database is silent', () => openDatabasePlace(world.database.url), true],
  ])(
    'do so in ten seconds with a grid in hand while %s',
    async (_, open, isSilent) => {
      if (open === openRedisPlace && !hasRedis()) return;
      place = await open();
      for (const { code, ms } of await endWithout(place, isSilent)) {
        expect(code).toBe(0);
        expect(ms).toBeLessThan(ENDS_WITHIN_MS);
      }
    },
    TEST_MS,
  );
});
