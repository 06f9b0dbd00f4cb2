import { quiet } from '../../../src/core/basics/log.js';
import { createJobWorker } from '../../../src/jobs/job-worker.js';
import { readQueueConfig } from './queue-config.js';

/**
 * A worker in a process of its own that takes a job and never ends it: to be killed. Prints `took <id>` on each start.
 */
await createJobWorker(
  readQueueConfig(process.argv[2] ?? ''),
  (id) => {
    process.stdout.write(`took ${id}\n`);
    return new Promise(() => {});
  },
  { log: quiet, lockMs: 2_000, stalledEveryMs: 500 },
);
process.stdout.write('ready\n');
