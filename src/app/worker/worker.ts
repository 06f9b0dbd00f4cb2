import { constants, setPriority } from 'node:os';
import { LEASES, type Log, timeOfDay } from '../../core/basics/index.js';
import { createDrafts } from '../../engine/draft/index.js';
import { createPlanPainter, type Painter, type PictureSource } from '../../engine/painters/index.js';
import { chooseProviders, createEngine } from '../../engine/pipeline/index.js';
import type { Engine } from '../../engine/requests/index.js';
import { createDescriptionWorker, createJobWorker, type QueueConfig } from '../../jobs/index.js';
import { openPrior, openTeller, painterNames } from '../../remote/index.js';
import type { Config } from '../../settings/index.js';
import { createDescribing, createWorkshop, type PlansInWords } from '../../worker/index.js';
import { type Cleanup, loadModel, type Model, openFoundation, runningOn, runService } from '../base/index.js';
import { openPainters, type Painters } from '../painters/index.js';
import { createPulse, type Pulse } from '../supervision/index.js';
import { endLimits, endWork } from './end-work.js';
import { introducePainters, notePainter, type PainterNotes } from './introduce-painters.js';
import { withPulse } from './with-pulse.js';

/** Milliseconds for a picture in hand to be looked at, and for its queue to be let go of where that is away. */
const LOOKER_CLOSE_MS = 600;

/** A step holds the event loop, from which leases are renewed; so many steps' time a lease is long, at least. */
const LEASE_STEPS = 2.5;

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
 * The process that `kaleido worker` watches: plans and paints what waits in the queue until `signal` aborts.
 *
 * @throws KaleidoError when the database, queue, picture store or bundle cannot be used
 */
export function runWorker(config: Config, signal: AbortSignal): Promise<void> {
  return runService(config, signal, async ({ log, metrics, cleanup }) => {
    giveWay(log);
    const stepMs = 1000 * config.stepSeconds;
    const pulse = createPulse(stepMs, channel());
    cleanup.add('pulse', async () => pulse.stop());
    const model = await loadModel(config.bundleDir);
    const foundation = await openFoundation(config, log, cleanup);
    const { engine, painters } = await openModels(config, model, { log, cleanup, pulse });
    const notes = { store: foundation.store.painters, clock: timeOfDay, log };
    const workshop = createWorkshop({
      engine: withPulse(engine, pulse),
      painterFor: (name) => painterFrom(painters.source(name), model),
      onPainter: (name, about) => void notePainter(notes, name, about),
      inWords: inWords(config, log, cleanup),
      ...model,
      store: foundation.store,
      blobs: foundation.blobs,
      clock: timeOfDay,
      log,
      batchCells: config.batchCells,
      places: config.workerJobs,
      metrics: {
        planned: (ms) => metrics.planSeconds.observe(ms / 1000),
        painted: (ms, cells) => {
          metrics.paintSeconds.observe(ms / 1000);
          metrics.images.inc(cells);
        },
        ended: (status) => metrics.ended.inc({ status }),
      },
    });
    const lockMs = Math.max(LEASES.job.leaseMs, LEASE_STEPS * stepMs);
    const worker = await createJobWorker(foundation.queue, workshop, { log, concurrency: config.workerJobs, lockMs });
    const looker = await startLooking(foundation.queue, config, model, { log, lockMs });
    cleanup.add('descriptions', () => looker.close(), LOOKER_CLOSE_MS);
    const running = runningOn(foundation, model.bundle);
    const limits = endLimits(stepMs);
    const grace = () => (isOrphan() ? 0 : limits.graceMs);
    cleanup.add('worker', () => endWork(worker, running.checks, { graceMs: grace() }), limits.wholeMs);
    introduceAll(notes, config, painters, cleanup);
    pulse.ready();
    log.info({ bundle: model.bundle.manifest.name, jobs: config.workerJobs }, 'the worker is ready');
    return running;
  });
}

/** Pictures that are looked at at a time, where an engine is waited for. */
const LOOKS_AT_ONCE = 4;

/** Describes pictures, by an engine besides where one is set. */
function startLooking(
  queue: QueueConfig,
  config: Config,
  { bundle }: Model,
  { log, lockMs }: { log: Log; lockMs: number },
): ReturnType<typeof createDescriptionWorker> {
  const other = openTeller(config);
  const onUntold = (err: unknown) =>
    log.warn({ err }, 'the engine that describes said nothing; Kaleido’s own words do');
  const concurrency = other === undefined ? 1 : LOOKS_AT_ONCE;
  return createDescriptionWorker(queue, createDescribing(bundle, { other, onUntold }), { log, lockMs, concurrency });
}

/** Has painters say what they are while work has begun. */
function introduceAll(notes: PainterNotes, config: Config, painters: Painters, cleanup: Cleanup): void {
  const stop = new AbortController();
  const aboutOf = async (name: string, signal: AbortSignal) => painters.source(name)!.about(signal);
  const introduced = introducePainters(notes, painterNames(config), aboutOf, stop.signal);
  cleanup.add('introductions', async () => {
    stop.abort();
    await introduced;
  });
}

/** Who plans in words. */
function inWords(config: Config, log: Log, cleanup: Cleanup): PlansInWords {
  const prior = openPrior(config);
  if (prior !== undefined) cleanup.add('language model', () => prior.dispose());
  const onStandIn = (err: unknown) => log.warn({ err }, 'the language model gave no plans; templates stand in');
  return { prior, plannedInWords: config.priorFor, onStandIn };
}

/** What plans and paints. */
async function openModels(
  config: Config,
  { bundle }: Model,
  { log, cleanup, pulse }: { log: Log; cleanup: Cleanup; pulse: Pulse },
): Promise<{ engine: Engine; painters: Painters }> {
  const { threads } = config;
  const loaded = pulse.loading();
  const chosen = await chooseProviders(bundle, config.providers, { threads, onProgress: pulse.step });
  log.info(chosen, 'networks run on these');
  const runtime = {
    threads,
    onWarning: (warning: string) => log.warn({ warning }, 'model'),
    onProgress: pulse.step,
  };
  const engine = await createEngine(bundle, { ...runtime, ...chosen, cellsPerCall: config.batchCells });
  loaded();
  cleanup.add('engine', () => engine.dispose());
  const painters = openPainters(config, {
    ...runtime,
    providers: chosen.paintingProviders,
    loading: pulse.loading,
  });
  cleanup.add('painters', () => painters.dispose());
  return { engine, painters };
}

/** What paints plans with it, where there is one. */
function painterFrom(source: PictureSource | undefined, { bundle, context }: Model): Painter | undefined {
  return source && createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}

/** To the process that watches this one. Whether a beat could be sent is seen there. */
function channel(): ((beat: object) => void) | undefined {
  if (process.send === undefined) return undefined;
  return (beat) => {
    if (process.connected) process.send?.(beat, undefined, undefined, () => undefined);
  };
}

/** Who watched this process was killed, and meant to be rid of it. */
function isOrphan(): boolean {
  return process.send !== undefined && !process.connected;
}
