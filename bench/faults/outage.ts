import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReadyNote } from '../../test/e2e/support/discord-world.js';
import { openBucketPlace, openDatabasePlace, openRedisPlace, type Place } from '../../test/e2e/support/places.js';
import { openServiceWorld, type ServiceWorld } from '../../test/e2e/support/service-world.js';

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
interface Leaving {
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

async function placeOf(away: Away, world: ServiceWorld): Promise<Leaving> {
  switch (away) {
    case 'database':
    case 'database, silent':
      return overLine(await openDatabasePlace(world.database.url), away === 'database, silent');
    case 'queue in Redis':
      return overLine(await openRedisPlace(), false);
    case 'bucket':
    case 'bucket, silent':
      return overLine(await openBucketPlace(), away === 'bucket, silent');
    case 'folder':
      return folderOf(world);
  }
}

function overLine({ line, settings, close }: Place, isSilent: boolean): Leaving {
  return { settings, close, leave: async () => (isSilent ? line.silence() : line.cut()), comeBack: () => line.mend() };
}

async function folderOf({ folder }: ServiceWorld): Promise<Leaving> {
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
