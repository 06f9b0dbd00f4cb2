import type { Progress } from '../../core/index.js';
import { DeliveryError } from '../platform.js';
import type { DeliverySettings } from './delivery-options.js';
import type { Locks } from './locks.js';
import { showUpdate } from './show-update.js';

interface Pace {
  latest: Progress | null;
  /** On the clock of `performance.now`. */
  notBefore: number;
  timer: NodeJS.Timeout | null;
  isBusy: boolean;
  /** Of another platform, or nowhere to be shown. */
  isIgnored: boolean;
}

/**
 * Edits messages of one platform as workers tell of progress, each message at most once in a while. What is lost at a
 * restart is shown again with the next step.
 */
export class ProgressEdits {
  readonly #settings: DeliverySettings;
  readonly #locks: Locks;
  readonly #paces = new Map<string, Pace>();
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(settings: DeliverySettings, locks: Locks) {
    this.#settings = settings;
    this.#locks = locks;
  }

  /** Keeps the newest progress of a generation, to be shown when its message may be edited again. */
  note(progress: Progress): void {
    if (this.#isStopped) return;
    const id = progress.generationId;
    const pace = this.#paces.get(id) ?? { latest: null, notBefore: 0, timer: null, isBusy: false, isIgnored: false };
    this.#paces.set(id, pace);
    if (pace.isIgnored) return;
    pace.latest = progress;
    this.#schedule(id, pace);
  }

  /** The generation has ended: no more edits, and nothing to remember. */
  forget(id: string): void {
    const pace = this.#paces.get(id);
    if (pace?.timer) clearTimeout(pace.timer);
    this.#paces.delete(id);
  }

  /** Begins no new edits, and resolves when those under way are done. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const id of [...this.#paces.keys()]) this.forget(id);
    await Promise.all(this.#running);
  }

  #schedule(id: string, pace: Pace): void {
    if (this.#isStopped || pace.isBusy || pace.timer !== null || pace.latest === null || this.#paces.get(id) !== pace)
      return;
    pace.timer = setTimeout(
      () => {
        pace.timer = null;
        const edit = this.#show(id, pace).finally(() => this.#running.delete(edit));
        this.#running.add(edit);
      },
      Math.max(0, pace.notBefore - performance.now()),
    );
  }

  async #show(id: string, pace: Pace): Promise<void> {
    const { progressEveryMs, log } = this.#settings;
    const progress = pace.latest;
    if (progress === null) return;
    pace.latest = null;
    pace.isBusy = true;
    let pauseMs = progressEveryMs;
    try {
      const outcome = await this.#locks.run(id, () => showUpdate(this.#settings, id, { type: 'progress', progress }));
      if (outcome === 'foreign') pace.isIgnored = true;
      if (outcome === 'over') this.forget(id);
    } catch (error) {
      if (error instanceof DeliveryError) {
        pace.isIgnored = error.retryAfterMs === null;
        pauseMs = Math.max(pauseMs, error.retryAfterMs ?? 0);
      }
      log.warn({ err: error, generationId: id }, 'a progress edit failed');
    }
    pace.isBusy = false;
    pace.notBefore = performance.now() + pauseMs;
    this.#schedule(id, pace);
  }
}
