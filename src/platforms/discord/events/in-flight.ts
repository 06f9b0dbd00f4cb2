/** What is being answered now, so that a stop can wait for it. */
export class InFlight {
  readonly #running = new Set<Promise<void>>();

  /** @param task never rejects */
  track(task: Promise<void>): void {
    this.#running.add(task);
    void task.finally(() => this.#running.delete(task));
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
