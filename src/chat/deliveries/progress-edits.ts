import type { Progress } from '../../core/index.js';
import { DeliveryError } from '../platform.js';
import type { DeliverySettings } from './delivery-options.js';
import type { Locks } from './locks.js';
import { showUpdate } from './show.js';

/** Edits messages as workers tell of progress, each message at most once in a while. */
export interface ProgressEdits {
  /** Keeps the newest progress of a generation, to be shown when its message may be edited again. */
  note(progress: Progress): void;
  /** The generation has ended: no more edits, and nothing to remember. */
  forget(generationId: string): void;
  /** Begins no new edits, and resolves when those under way are done. */
  stop(): Promise<void>;
}

interface Pace {
  latest: Progress | null;
  /** On the clock of `performance.now`. */
  notBefore: number;
  timer: NodeJS.Timeout | null;
  isBusy: boolean;
  /** Of another platform, or nowhere to be shown. */
  isIgnored: boolean;
}

/** Progress edits of one platform. What is lost at a restart is shown again with the next step. */
export function createProgressEdits(settings: DeliverySettings, locks: Locks): ProgressEdits {
  const { progressEveryMs, log } = settings;
  const paces = new Map<string, Pace>();
  const running = new Set<Promise<void>>();
  let isStopped = false;

  function schedule(id: string, pace: Pace): void {
    if (isStopped || pace.isBusy || pace.timer !== null || pace.latest === null || paces.get(id) !== pace) return;
    pace.timer = setTimeout(
      () => {
        pace.timer = null;
        const edit = show(id, pace).finally(() => running.delete(edit));
        running.add(edit);
      },
      Math.max(0, pace.notBefore - performance.now()),
    );
  }

  async function show(id: string, pace: Pace): Promise<void> {
    const progress = pace.latest;
    if (progress === null) return;
    pace.latest = null;
    pace.isBusy = true;
    let pauseMs = progressEveryMs;
    try {
      const outcome = await locks.run(id, () => showUpdate(settings, id, { progress }));
      if (outcome === 'foreign') pace.isIgnored = true;
      if (outcome === 'over') forget(id);
    } catch (error) {
      if (error instanceof DeliveryError) {
        pace.isIgnored = error.retryAfterMs === null;
        pauseMs = Math.max(pauseMs, error.retryAfterMs ?? 0);
      }
      log.warn({ err: error, generationId: id }, 'a progress edit failed');
    }
    pace.isBusy = false;
    pace.notBefore = performance.now() + pauseMs;
    schedule(id, pace);
  }

  function forget(id: string): void {
    const pace = paces.get(id);
    if (pace?.timer) clearTimeout(pace.timer);
    paces.delete(id);
  }

  return {
    note(progress) {
      if (isStopped) return;
      const id = progress.generationId;
      const pace = paces.get(id) ?? { latest: null, notBefore: 0, timer: null, isBusy: false, isIgnored: false };
      paces.set(id, pace);
      if (pace.isIgnored) return;
      pace.latest = progress;
      schedule(id, pace);
    },
    forget,
    async stop() {
      isStopped = true;
      for (const id of [...paces.keys()]) forget(id);
      await Promise.all(running);
    },
  };
}
