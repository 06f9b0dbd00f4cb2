import { randomUUID } from 'node:crypto';
import { quiet } from '../src/core/basics/log.js';
import { prepareBackend } from '../src/jobs/backend.js';
import { createJobWorker } from '../src/jobs/job-worker.js';
import { createJobs } from '../src/jobs/jobs.js';
import { hasRedis, type QueueServer, startPostgres, startRedis } from '../test/conformance/jobs/servers.js';
import type { Row, Section } from './section.js';
import { timed } from './timing.js';

const PEOPLE = 2000;
const EACH = 5;
const CONCURRENCY = 8;
/** Requests that are put into the queue at a time. */
const ADDED_AT_ONCE = 50;

async function measure(backend: string, server: QueueServer): Promise<Row> {
  const config = server.config(`bench-${randomUUID()}`);
  await prepareBackend(config);
  const jobs = await createJobs(config, { log: quiet });
  // Person by person: by mere age the last would wait for everything of all the others.
  const requests = Array.from({ length: PEOPLE * EACH }, (_, k) => ({
    id: randomUUID(),
    person: Math.floor(k / EACH),
  }));
  const personOf = new Map<string, number>(requests.map(({ id, person }) => [id, person]));
  const done: number[] = [];
  try {
    const adding = await timed(async () => {
      for (let from = 0; from < requests.length; from += ADDED_AT_ONCE) {
        const some = requests.slice(from, from + ADDED_AT_ONCE);
        await Promise.all(some.map(({ id, person }) => jobs.enqueue(id, `person-${person}`)));
      }
    });
    const draining = await timed(async () => {
      let end: () => void = () => undefined;
      const all = new Promise<void>((resolve) => {
        end = resolve;
      });
      const process = async (id: string) => {
        done.push(personOf.get(id) ?? -1);
        if (done.length === requests.length) end();
      };
      const worker = await createJobWorker(config, process, { log: quiet, concurrency: CONCURRENCY });
      await all;
      await worker.close();
    });
    return {
      backend,
      'added in, s': adding.seconds,
      'drained in, s': draining.seconds,
      'grids a second': requests.length / draining.seconds,
      ...fairness(done),
    };
  } finally {
    await jobs.close();
    await server.stop();
  }
}

/** @param done whose requests were worked on, in order */
function fairness(done: readonly number[]): Row {
  const served = new Array<number>(PEOPLE).fill(0);
  let lead = 0;
  let firstOfLast = 0;
  for (const [index, person] of done.entries()) {
    if (served[person] === 0) firstOfLast = index + 1;
    served[person]! += 1;
    lead = Math.max(lead, served[person]! - Math.min(...served));
  }
  return {
    'everyone had one after': firstOfLast,
    'longest lead of one person over another': lead,
    'never served': served.filter((count) => count < EACH).length,
  };
}

/**
 * How the queue drains that 2,000 people filled with five requests each, one person after another, and whether anybody
 * waits longer than the others. The jobs do nothing: it is the queue that is measured.
 */
export async function drain(): Promise<Section> {
  const rows = [await measure('PostgreSQL (embedded)', await startPostgres())];
  if (hasRedis()) rows.push(await measure('Redis', await startRedis()));
  return {
    name: 'drain',
    title: `${PEOPLE * EACH} grids of ${PEOPLE} people`,
    rows,
    notes: [
      `Queued person by person, then worked on with nothing to do, ${CONCURRENCY} at a time. With perfect turns everyone ` +
        `has had one after ${PEOPLE}, and nobody leads by more than 1.`,
    ],
  };
}
