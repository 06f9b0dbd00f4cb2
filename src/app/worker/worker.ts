import { constants, setPriority } from 'node:os';
import { type Log, timeOfDay } from '../../core/basics/index.js';
import { createEngine } from '../../engine/pipeline/index.js';
import { createJobWorker } from '../../jobs/index.js';
import type { Config } from '../../settings/index.js';
import { createWorkshop } from '../../worker/index.js';
import { loadModel, openFoundation, runningOn, runService } from '../base/index.js';

/**
 * Milliseconds that a worker which shuts down has to finish what it has in hand; the rest is handed back to the queue.
 */
const GRACE = 30_000;

/**
 * Painting takes all of the processor that it gets: on a machine that the bot shares, the bot goes first, which has
 * three seconds for an acknowledgement. Where a worker is alone, nothing changes.
 */
function giveWay(log: Log): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (err) {
    log.debug({ err }, 'the worker keeps its priority');
  }
}

/**
 * `kaleido worker`: plans and paints what waits in the queue until `signal` aborts.
 *
 * @throws KaleidoError when the database, queue, picture store or bundle cannot be used
 */
export function runWorker(config: Config, signal: AbortSignal): Promise<void> {
  return runService(config, signal, async ({ log, metrics, cleanup }) => {
    giveWay(log);
    const model = await loadModel(config.bundleDir);
    const foundation = await openFoundation(config, log, cleanup);
    const engine = await createEngine(model.bundle, {
      providers: config.providers,
      threads: config.threads,
      cellsPerCall: config.batchCells,
      onWarning: (warning) => log.warn({ warning }, 'model'),
    });
    cleanup.add('engine', () => engine.dispose());
    const workshop = createWorkshop({
      engine,
      bundle: model.bundle,
      context: model.context,
      store: foundation.store,
      blobs: foundation.blobs,
      clock: timeOfDay,
      log,
      batchCells: config.batchCells,
      metrics: {
        planned: (ms) => metrics.planSeconds.observe(ms / 1000),
        painted: (ms, cells) => {
          metrics.paintSeconds.observe(ms / 1000);
          metrics.images.inc(cells);
        },
        ended: (status) => metrics.ended.inc({ status }),
      },
    });
    const worker = await createJobWorker(foundation.queue, workshop, { log, concurrency: config.workerJobs });
    cleanup.add('worker', () => worker.close(GRACE));
    log.info({ bundle: model.bundle.manifest.name, jobs: config.workerJobs }, 'the worker is ready');
    return runningOn(foundation, model.bundle);
  });
}
