import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../../test/conformance/jobs/servers.js';
import { isReadyNote } from '../../test/e2e/support/discord-world.js';
import { openServiceWorld, type ServiceWorld } from '../../test/e2e/support/service-world.js';
import { type Line, openLine } from '../../test/servers/line.js';
import { startS3Server } from '../../test/servers/s3/server.js';

/** What is away for a while. `silent`: connections stay, and nothing comes through. */
export type Away = 'database' | 'database, silent' | 'queue in Redis' | 'bucket' | 'bucket, silent' | 'folder';
export const AWAY: readonly Away[] = [
  'database',
  'database, silent',
  'queue in Redis',
  'bucket',
  'bucket, silent',
  'folder',
];

const GRIDS = 50;
const CELLS = 2;
/** Grids that are shown before the outage begins. */
const BEFORE = 10;
const AWAY_MS = 60_000;
/** Milliseconds without another grid after which the rest count as lost, however slow the machine. */
const GIVEN_UP_AFTER = 120_000;
const LOOK_EVERY = 50;

/** What came of an outage. */
export interface OutageOutcome {
  shownBefore: number;
  shownDuring: number;
  shown: number;
  /** Seconds from the end of the outage until one more was shown, and all were; null: never. */
  firstAfter: number | null;
  allAfter: number | null;
  /** Messages besides, without notes that images are ready. */
  others: number;
  /** Images charged of those asked for. */
  charged: number;
  asked: number;
}

/** Something that can be away. */
interface Place {
  settings: Readonly<Record<string, string>>;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** Fifty people ask for a grid each; in the middle of it something is away for a minute. */
export async function tryOutage(away: Away): Promise<OutageOutcome> {
  const world = await openServiceWorld();
  const place = await placeOf(away, world);
  try {
    await Promise.all([world.start('bot', place.settings), world.start('worker', place.settings)]);
    for (let k = 0; k < GRIDS; k++) {
      const wish = { prompt: 'a cat', steps: 20, count: CELLS };
      world.discord.user(`person-${k}`).slash('imagine', wish, { channel: world.general });
    }
    await reached(BEFORE, world);
    const shownBefore = world.grids().length;
    await place.leave();
    await sleep(AWAY_MS);
    const shownDuring = world.grids().length - shownBefore;
    await place.comeBack();
    const back = performance.now();
    const seconds = async (grids: number) => ((await reached(grids, world)) ? (performance.now() - back) / 1000 : null);
    const firstAfter = await seconds(shownBefore + shownDuring + 1);
    const allAfter = await seconds(GRIDS);
    const shown = world.grids().length;
    const others = world.discord.messages(world.general).filter((one) => !isReadyNote(one)).length - shown;
    const [row] = await world.database.query('SELECT coalesce(sum(images), 0)::int AS charged FROM ledger_entry');
    return {
      shownBefore,
      shownDuring,
      shown,
      firstAfter,
      allAfter,
      others,
      charged: Number(row?.charged),
      asked: GRIDS * CELLS,
    };
  } finally {
    await place.close();
    await world.close('kill');
  }
}

function placeOf(away: Away, world: ServiceWorld): Promise<Place> {
  switch (away) {
    case 'database':
    case 'database, silent':
      return databaseOf(world, away === 'database, silent');
    case 'queue in Redis':
      return redisQueue();
    case 'bucket':
    case 'bucket, silent':
      return bucket(away === 'bucket, silent');
    case 'folder':
      return folderOf(world);
  }
}

async function databaseOf({ database }: ServiceWorld, isSilent: boolean): Promise<Place> {
  const url = new URL(database.url);
  const line = await openLine(Number(url.port));
  url.port = String(line.port);
  return { ...overLine(line, isSilent), settings: { DATABASE_URL: url.href }, close: () => line.close() };
}

async function redisQueue(): Promise<Place> {
  const redis = await startRedis();
  const { backend, url } = redis.config('kaleido');
  if (backend !== 'redis') throw new Error('This is no Redis.');
  const line = await openLine(Number(new URL(url).port));
  return {
    ...overLine(line, false),
    settings: { REDIS_URL: `redis://127.0.0.1:${line.port}` },
    async close() {
      await line.close();
      await redis.stop();
    },
  };
}

async function bucket(isSilent: boolean): Promise<Place> {
  const s3 = await startS3Server();
  const line = await openLine(Number(new URL(s3.url).port));
  return {
    ...overLine(line, isSilent),
    settings: {
      KALEIDO_BLOBS: `s3://${s3.bucket}`,
      KALEIDO_S3_ENDPOINT: `http://127.0.0.1:${line.port}`,
      KALEIDO_S3_PATH_STYLE: '1',
      AWS_ACCESS_KEY_ID: 'test-key',
      AWS_SECRET_ACCESS_KEY: 'test-secret',
    },
    async close() {
      await line.close();
      await s3.close();
    },
  };
}

function overLine(line: Line, isSilent: boolean): Pick<Place, 'leave' | 'comeBack'> {
  return { leave: async () => (isSilent ? line.silence() : line.cut()), comeBack: () => line.mend() };
}

async function folderOf({ folder }: ServiceWorld): Promise<Place> {
  const pictures = join(folder, 'blobs');
  const elsewhere = join(folder, 'unmounted');
  return {
    settings: { KALEIDO_BLOBS: pictures },
    leave: () => rename(pictures, elsewhere),
    comeBack: () => rename(elsewhere, pictures),
    close: async () => undefined,
  };
}

/** Waits for so many grids as long as there is another one now and then. @returns whether they came */
async function reached(grids: number, world: ServiceWorld): Promise<boolean> {
  let shown = -1;
  for (let end = 0; shown < grids; await sleep(LOOK_EVERY)) {
    const now = world.grids().length;
    if (now > shown) end = performance.now() + GIVEN_UP_AFTER;
    else if (performance.now() > end) return false;
    shown = now;
  }
  return true;
}
