import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startDiscord } from '../test/servers/discord/index.js';
import { type Kaleido, memoryOf, startKaleido } from './bots.js';
import type { Row, Section } from './section.js';
import { ROOT, type Setup } from './setup.js';

/** Milliseconds from one request to the next, and between samples. */
const ASKED_EVERY_MS = 1500;
const SAMPLE_EVERY_MS = 10_000;
const PEOPLE = 50;
/** Caches fill and code is compiled before it counts: parts of the time. */
const WARM_UP = 1 / 3;
/** V8 lets garbage lie as long as there is memory: what it takes says nothing of what is kept. */
const COLLECTING = { NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'bench', 'collect-garbage.mjs')).href}` };
/** Tables that keep what people made, and grow with it. */
const HISTORY = ['generation', 'cell', 'latent', 'delivery', 'ledger_entry'];

/** Measures at one moment. */
type Sample = Readonly<Record<string, number>>;
/** Rows of each table that keeps no history. */
type Others = ReadonlyMap<string, number>;

async function handlesOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`).catch(() => [])).length;
}

/** Resident memory of what a process has started, MB: of a worker, the process that paints. */
async function memoryOfChild(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const memory = await memoryOf(Number.parseInt(children, 10));
  return memory?.now ?? Number.NaN;
}

/** What a table is for: BullMQ keeps the last 10,000 events and some ended jobs. */
const kindOf = (table: string): 'history' | 'events' | 'others' =>
  HISTORY.includes(table) ? 'history' : table === 'event' ? 'events' : 'others';

/** Requests that no picture was made of yet: on a busy machine the worker may be slower than people ask. */
async function waitingOf({ database }: Kaleido): Promise<number> {
  const [row] = await database.query(
    "SELECT count(*)::int AS count FROM generation WHERE status IN ('queued', 'planning', 'painting')",
  );
  return Number(row?.count);
}

/** Rows of all tables, those of history and of the queue's events apart; of jobs only those that have ended. */
async function rowsOf({ database }: Kaleido): Promise<{ history: number; events: number; others: Others }> {
  const tables = await database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name, tablename AS bare FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const counts = await Promise.all(
    tables.map(async ({ name, bare }) => {
      const ended = bare === 'job' ? " WHERE state IN ('completed', 'failed')" : '';
      const [row] = await database.query(`SELECT count(*)::int AS count FROM ${String(name)}${ended}`);
      return { table: String(bare), kind: kindOf(String(bare)), count: Number(row?.count) };
    }),
  );
  const of = (wanted: ReturnType<typeof kindOf>) => counts.filter(({ kind }) => kind === wanted);
  return {
    history: total(of('history').map(({ count }) => count)),
    events: total(of('events').map(({ count }) => count)),
    others: new Map(of('others').map(({ table, count }) => [table, count])),
  };
}

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

/** Which tables have other rows than before, in words. */
function changesOf(before: Others, after: Others): string {
  const changed = [...after].filter(([table, count]) => count !== before.get(table));
  return changed.map(([table, count]) => `${table} ${before.get(table) ?? 0} → ${count}`).join(', ') || 'none changed';
}

/** Growth an hour, by least squares. */
function slope(points: readonly (readonly [hours: number, value: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([hours]) => hours), mean(([, value]) => value)];
  return mean(([hours, value]) => (hours - x) * (value - y)) / mean(([hours]) => (hours - x) ** 2);
}

/**
 * Requests at a steady pace for a long time, through the whole of Kaleido: memory, open files and sockets of bot and
 * worker, and rows of the database that no grid explains, have to stay.
 */
export async function soak({ bundle, minutes }: Setup): Promise<Section> {
  const discord = await startDiscord({ identifyIntervalMs: 0 });
  const kaleido = await startKaleido(bundle.dir, {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    ...COLLECTING,
  });
  const channel = discord.channel('general');
  const workerPid = kaleido.worker.child.pid!;
  const samples: { hours: number; sample: Sample; others: Others }[] = [];
  const began = performance.now();
  let asked = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      discord
        .user(`user-${asked % PEOPLE}`)
        .slash('imagine', { prompt: 'a cat', count: 1, steps: 1, seed: asked }, { channel });
      asked += 1;
      await sleep(ASKED_EVERY_MS);
    }
  })();
  try {
    while (performance.now() - began < minutes * 60_000) {
      await sleep(SAMPLE_EVERY_MS);
      const [bot, worker, rows] = [await memoryOf(kaleido.pid), await memoryOf(workerPid), await rowsOf(kaleido)];
      samples.push({
        hours: (performance.now() - began) / 3_600_000,
        others: rows.others,
        sample: {
          'memory of the bot, MB': bot?.now ?? Number.NaN,
          'memory of the worker, MB': worker?.now ?? Number.NaN,
          'memory of the painting process, MB': await memoryOfChild(workerPid),
          'files and sockets of the bot': await handlesOf(kaleido.pid),
          'files and sockets of the worker': await handlesOf(workerPid),
          'requests that wait': await waitingOf(kaleido),
          'rows that keep no history': total(rows.others.values()),
          'events of the queue (10,000 at most)': rows.events,
          'rows of history': rows.history,
        },
      });
    }
  } finally {
    isOver = true;
    await asking;
    await kaleido.stop();
    await discord.close();
  }
  const failed = discord.interactions.filter(({ state }) => state !== 'answered').length;
  const counted = samples.slice(Math.floor(samples.length * WARM_UP));
  const rows: Row[] = Object.keys(counted[0]!.sample).map((what) => ({
    what,
    'at first': samples[0]!.sample[what]!,
    'after warming up': counted[0]!.sample[what]!,
    'at the end': counted.at(-1)!.sample[what]!,
    'growth an hour': slope(counted.map(({ hours, sample }) => [hours, sample[what]!])),
  }));
  return {
    name: 'soak',
    title: `${minutes} minutes of requests`,
    rows,
    notes: [
      `${asked} requests of ${PEOPLE} people, one every ${ASKED_EVERY_MS / 1000} s, each one picture in one step; ` +
        `${failed} without an answer. Growth: least squares over the last two thirds.`,
      `Rows that keep no history, after warming up → at the end: ${changesOf(counted[0]!.others, counted.at(-1)!.others)}.`,
      'Rows of history are what grids leave: they grow with them.',
      'Every process collects its garbage once a minute.',
    ],
  };
}
