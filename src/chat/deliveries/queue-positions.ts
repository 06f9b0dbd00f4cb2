import type { DeliverySettings } from './delivery-options.js';
import type { Locks } from './locks.js';
import { showUpdate } from './show-update.js';

/** Generations that a round looks at for each that it may edit: some are running, or of other platforms. */
const LOOKED_AT = 5;

/** Tells those who wait how far the queue has moved, on the messages of the first ones waiting. */
export class QueuePositions {
  readonly #settings: DeliverySettings;
  readonly #locks: Locks;
  /** Places that were shown last; lost at a restart, which costs an edit each. */
  #shown = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> | null = null;
  /** On the clock of `performance.now`. */
  #notBefore = 0;
  #isStopped = false;
  #hasMoved = false;

  constructor(settings: DeliverySettings, locks: Locks) {
    this.#settings = settings;
    this.#locks = locks;
  }

  /** The queue has moved: a round follows, at most one in a while. */
  note(): void {
    this.#hasMoved = true;
    this.#schedule();
  }

  /** Begins no new round, and resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#round;
  }

  #schedule(): void {
    if (this.#isStopped || this.#timer !== null || this.#round !== null || !this.#hasMoved) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#hasMoved = false;
        this.#round = this.#tell()
          .catch((error: unknown) => this.#settings.log.warn({ err: error }, 'places in the queue were not shown'))
          .finally(() => {
            this.#round = null;
            this.#notBefore = performance.now() + this.#settings.positionsEveryMs;
            this.#schedule();
          });
      },
      Math.max(0, this.#notBefore - performance.now()),
    );
  }

  async #tell(): Promise<void> {
    const { store, jobs, clock, positionsAtOnce } = this.#settings;
    const before = this.#shown;
    this.#shown = new Map();
    let edits = 0;
    const unfinished = await store.generations.unfinished(clock());
    for (const { id } of unfinished.slice(0, LOOKED_AT * positionsAtOnce)) {
      if (this.#isStopped || edits >= positionsAtOnce) break;
      const position = await jobs.position(id);
      const last = before.get(id);
      if (last !== position.ahead) {
        const outcome = await this.#update(id, position);
        if (outcome === 'over' || outcome === 'foreign') continue;
        edits++;
      }
      this.#shown.set(id, position.ahead);
    }
  }

  async #update(id: string, position: { ahead: number; etaSeconds: number | null }) {
    try {
      return await this.#locks.run(id, () => showUpdate(this.#settings, id, { type: 'position', position }));
    } catch (error) {
      // The place changes again, or the final card comes.
      this.#settings.log.debug({ err: error, generationId: id }, 'a place in the queue was not shown');
      return 'dropped';
    }
  }
}
