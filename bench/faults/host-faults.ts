import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../src/cli/exit-codes.js';
import { startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { openFolder } from '../../test/e2e/support/processes.js';
import { serverOf } from './embedded.js';
import type { Fault } from './fault.js';
import type { FaultWorld } from './fault-world.js';

const WRONG_CLOCK = fileURLToPath(new URL('../../test/e2e/support/wrong-clock.cjs', import.meta.url));
/** Milliseconds in which a second `up` is to say that it is one: on a busy machine its process takes most of it. */
const SECOND_UP_MS = 60_000;
const isUp = true;

/** @param bot, worker as `wrong-clock.cjs` reads them */
function clocks(bot: string, worker: string): Fault {
  const of = (clock: string) => ({ NODE_OPTIONS: `--require ${WRONG_CLOCK}`, KALEIDO_TEST_CLOCK: clock });
  return { needs: { settingsOf: { bot: of(bot), worker: of(worker) } }, happen: async (_, begun) => begun() };
}

const killDatabase = async ({ folder }: FaultWorld) =>
  process.kill((await serverOf(join(folder, 'postgres'))).pid, 'SIGKILL');

const databaseKilled: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    begun();
    await killDatabase(world);
  },
};

const upKilled: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    begun();
    await world.signal('up', 'SIGKILL');
    await world.start('up');
  },
};

/** As when the machine loses its power. */
const allKilled: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    begun();
    await killDatabase(world);
    await world.signal('up', 'SIGKILL');
    await world.start('up');
  },
};

/** After that, another PostgreSQL has the process id of ours. */
const foreignProcessId: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    const folder = await openFolder();
    const other = await startEmbeddedPostgres({ folder: folder.path });
    try {
      const { pid } = await serverOf(folder.path);
      begun();
      const file = join(world.folder, 'postgres', 'cluster', 'postmaster.pid');
      const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
      await killDatabase(world);
      await world.signal('up', 'SIGKILL');
      // What it leaves in shared memory is freed first.
      await sleep(1_500);
      await writeFile(file, [pid, ...rest].join('\n'));
      await world.start('up');
    } finally {
      await other.stop();
      await folder.remove();
    }
  },
};

const upEnded: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    begun();
    await world.service('up').stop();
    await world.start('up');
  },
};

/** It is to say at once that the folder is taken, and by whom. */
const secondUp: Fault = {
  needs: { isUp },
  async happen(world, begun) {
    begun();
    const first = world.service('up');
    const second = world.launch('up 2');
    const code = await Promise.race([second.ended, sleep(SECOND_UP_MS, 'nothing')]);
    if (code !== EXIT.storage || !second.log().includes(String(first.child.pid))) {
      throw new Error(`A second up ended with ${code} and said: ${second.log()}`);
    }
  },
};

const painter = (signal: 'SIGKILL' | 'SIGSTOP'): Fault => ({
  needs: { isUp },
  async happen(world, begun) {
    begun();
    await world.signalPainter('up', signal);
  },
});

/** What a shell has for other databases. */
const FOREIGN_ENVIRONMENT = {
  PGSSLMODE: 'require',
  PGPORT: '1',
  PGHOST: 'nowhere.invalid',
  PGUSER: 'x',
  PGPASSWORD: 'y',
  PGDATABASE: 'other',
  PGOPTIONS: '-c search_path=other',
  PGDATA: '/nonexistent',
} as const;

export const HOST_FAULTS = {
  'clocks: bot 20 min ahead, worker 20 min behind': clocks('20', '-20'),
  'clocks: bot 20 min behind, worker 20 min ahead': clocks('-20', '20'),
  'clocks: both jump apart by 40 min': clocks('20@3000', '-20@3000'),
  'up: its database killed': databaseKilled,
  'up: killed': upKilled,
  'up: killed with its database': allKilled,
  'up: killed with its database, whose process id another PostgreSQL has': foreignProcessId,
  'up: told to end, started again': upEnded,
  'up: a second one on its folder': secondUp,
  'up: painting process killed': painter('SIGKILL'),
  'up: painting process frozen for good': painter('SIGSTOP'),
  'up: environment of other databases': {
    needs: { isUp, settings: FOREIGN_ENVIRONMENT },
    happen: async (_, begun) => begun(),
  },
} as const satisfies Readonly<Record<string, Fault>>;
