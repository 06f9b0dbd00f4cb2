import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Place } from '../../test/e2e/support/places.js';
import type { Trouble } from '../../test/servers/s3/server.js';
import type { Fault } from './fault.js';
import type { FaultWorld } from './fault-world.js';

/** Milliseconds for which something is away. */
const AWAY_MS = 12_000;
type Name = 'database' | 'redis' | 'bucket';

function away(name: Name, how: 'cut' | 'silence'): Fault {
  return {
    needs: { over: [name] },
    async happen(world) {
      const { line } = placeOf(world, name);
      await line[how]();
      await sleep(AWAY_MS);
      await line.mend();
    },
  };
}

/** Told to end while something is away, which is there again when they have; the time of the ends is in the number. */
function endedWithout(name: Name, how: 'cut' | 'silence'): Fault {
  return {
    needs: { over: [name] },
    async happen(world, begun) {
      begun();
      const { line } = placeOf(world, name);
      await line[how]();
      await Promise.all(['bot', 'worker'].map((one) => world.service(one).stop()));
      await line.mend();
      await world.startAll();
    },
  };
}

function placeOf(world: FaultWorld, name: Name): Place {
  const place = world[name];
  if (place === undefined) throw new Error(`This scenario has no ${name}.`);
  return place;
}

/** All connections of the services end, some times in a row, as by a fail-over. */
const connectionsEnded = (times: number): Fault => ({
  async happen({ control }) {
    for (let k = 0; k < times; k++) {
      if (k > 0) await sleep(400);
      await control.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND datname = current_database()`);
    }
  },
});

/** As after a crash without persistence. */
const redisEmptied: Fault = {
  needs: { over: ['redis'] },
  async happen({ redis }) {
    const client = new Redis(redis!.url);
    await client.flushall();
    client.disconnect();
  },
};

/** The bucket answers so for a while. */
function troubled(trouble: Trouble): Fault {
  return {
    needs: { over: ['bucket'] },
    async happen({ bucket }) {
      bucket!.s3.trouble = trouble;
      await sleep(AWAY_MS);
      bucket!.s3.trouble = null;
    },
  };
}

/** As when its disk is not mounted. */
const folderAway: Fault = {
  async happen({ folder }) {
    const pictures = join(folder, 'blobs');
    await rename(pictures, `${pictures}-away`);
    await sleep(AWAY_MS);
    await rename(`${pictures}-away`, pictures);
  },
};

export const PLACE_FAULTS = {
  'database connections ended': connectionsEnded(1),
  'database connections ended 12 times': connectionsEnded(12),
  'database away for 12 s': away('database', 'cut'),
  'database silent for 12 s': away('database', 'silence'),
  'Redis away for 12 s': away('redis', 'cut'),
  'Redis silent for 12 s': away('redis', 'silence'),
  'Redis loses everything': redisEmptied,
  'bucket away for 12 s': away('bucket', 'cut'),
  'bucket silent for 12 s': away('bucket', 'silence'),
  'bucket answers 500 for 12 s': troubled({ status: 500, code: 'InternalError' }),
  'bucket answers 503 for 12 s': troubled({ status: 503, code: 'SlowDown' }),
  'bucket is full (507) for 12 s': troubled({ status: 507, code: 'XMinioStorageFull' }),
  'bucket breaks off its answers for 12 s': troubled('half'),
  'folder of pictures away for 12 s': folderAway,
  'both told to end without Redis': endedWithout('redis', 'cut'),
  'both told to end, Redis silent': endedWithout('redis', 'silence'),
  'both told to end without the database': endedWithout('database', 'cut'),
  'both told to end, database silent': endedWithout('database', 'silence'),
  'both told to end, bucket silent': endedWithout('bucket', 'silence'),
} as const satisfies Readonly<Record<string, Fault>>;
