import { createBoundary, type Log } from '../../core/basics/index.js';

/** What is being answered now, so that a stop can wait for it. */
export class InFlight {
  readonly #platform: string;
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();

  /** @param platform as the log names it */
  constructor(platform: string, log: Log) {
    this.#platform = platform;
    this.#log = log;
  }

  /**
   * Runs a task to its end even when a stop begins meanwhile. Never rejects: what is thrown goes to the log.
   * @param what came in, for the log
   */
  run(what: string, task: () => Promise<void>): Promise<void> {
    const running = createBoundary(`${this.#platform} ${what}`, this.#log).run(task);
    const tracked = running.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
    return tracked;
  }

  /** Resolves when everything under way has been answered. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
