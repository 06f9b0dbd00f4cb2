import { setTimeout as sleep } from 'node:timers/promises';
import { createTranslator } from '../../src/chat/i18n/index.js';
import { isReadyNote } from '../../test/e2e/support/discord-world.js';
import { holdRequests } from '../../test/e2e/support/hold-requests.js';
import type { ServiceProcess } from '../../test/e2e/support/processes.js';
import { openServiceWorld } from '../../test/e2e/support/service-world.js';
import type { Scenario, Stage, Victim } from './scenario.js';

/** Milliseconds after which a grid counts as lost. */
const GIVEN_UP_AFTER = 90_000;
const LOOK_EVERY = 10;
const TOLD = createTranslator('en')('errors.interrupted');

/** What came of a scenario. */
export interface Outcome {
  /**
   * From the fault until the grid was shown, or its asker was told to try again, in ms, with the start of new processes
   * and the work itself; null: never.
   */
  recoveredMs: number | null;
  /** Messages in the channel at the end, without notes: one is right. */
  messages: number;
  /** Notes that the images are ready: one at most, where they took more than a minute. */
  notes: number;
  /** Images charged for four that were asked for, none where the asker is to try again. */
  charged: number;
}

/** Bot and worker as processes on a loopback Discord and a real PostgreSQL, for one scenario. */
export async function tryScenario({ victim, stage }: Scenario): Promise<Outcome> {
  const world = await openServiceWorld();
  const { discord, database, general } = world;
  const services = new Map<'bot' | 'worker', ServiceProcess>();
  const start = async (name: 'bot' | 'worker') => {
    services.set(name, await world.start(name));
  };

  const isReached: Readonly<Record<Stage, () => Promise<boolean>>> = {
    acknowledged: async () => (await database.query('SELECT 1 FROM owed_answer')).length > 0,
    accepted: async () => (await database.query('SELECT 1 FROM generation')).length > 0,
    painting: async () => (await database.query(`SELECT 1 FROM generation WHERE status = 'painting'`)).length > 0,
    unsent: async () => (await database.query('SELECT 1 FROM delivery WHERE attempts > 0')).length > 0,
    unheard: async () => world.grids().length > 0,
  };
  const breakIt: Readonly<Record<Victim, () => Promise<unknown>>> = {
    bot: () => restart('bot'),
    worker: () => restart('worker'),
    both: () => Promise.all([restart('bot'), restart('worker')]),
    connections: () =>
      database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND datname = current_database()`),
  };
  const restart = async (name: 'bot' | 'worker') => {
    await services.get(name)!.kill();
    await start(name);
  };
  const until = async (look: () => Promise<boolean> | boolean): Promise<boolean> => {
    for (const end = performance.now() + GIVEN_UP_AFTER; performance.now() < end; await sleep(LOOK_EVERY)) {
      if (await look()) return true;
    }
    return false;
  };

  try {
    await Promise.all([start('bot'), start('worker')]);
    const release = stage === 'acknowledged' ? await holdRequests(database.url) : null;
    discord.user('alice').slash('imagine', { prompt: 'a cat', steps: 60, count: 4 }, { channel: general });
    if (stage === 'unsent' || stage === 'unheard') {
      await until(isReached.painting);
      const happening = { drop: stage === 'unsent' ? ('before' as const) : ('after' as const) };
      discord.fault({ method: 'PATCH', path: /messages/, happening, times: 3 });
    }
    if (!(await until(isReached[stage]))) throw new Error(`${stage} was never reached`);
    const brokenAt = performance.now();
    const broken = breakIt[victim]();
    await release?.();
    const isTold = async () => discord.messages(general).some(({ content }) => content.endsWith(TOLD));
    const isShown = async () =>
      world.grids().length > 0 &&
      (await database.query('SELECT 1 FROM delivery WHERE delivered_at IS NOT NULL')).length > 0;
    const isRecovered = await until(stage === 'acknowledged' ? isTold : isShown);
    const recoveredMs = isRecovered ? performance.now() - brokenAt : null;
    await broken;
    const [row] = await database.query('SELECT coalesce(sum(images), 0)::int AS charged FROM ledger_entry');
    const all = discord.messages(general);
    const notes = all.filter(isReadyNote).length;
    return { recoveredMs, messages: all.length - notes, notes, charged: Number(row?.charged) };
  } finally {
    await world.close('kill');
  }
}
