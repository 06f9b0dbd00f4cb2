/** The server's time: real time that a test can push forward, so that minutes of waiting need not pass. */
export class ServerClock {
  #offsetMs = 0;
  readonly #timers = new Set<{ at: number; run: () => void; real: NodeJS.Timeout }>();

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Runs `task` after `ms` of the server's time. @returns how to call it off */
  schedule(ms: number, task: () => void): () => void {
    const timer = {
      at: this.now() + ms,
      run: () => {
        this.#timers.delete(timer);
        clearTimeout(timer.real);
        task();
      },
      real: setTimeout(() => timer.run(), ms).unref(),
    };
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer.real);
      this.#timers.delete(timer);
    };
  }

  /** Pushes time forward and runs what has come due, in order. */
  advance(ms: number): void {
    this.#offsetMs += ms;
    const due = [...this.#timers].filter(({ at }) => at <= this.now()).sort((a, b) => a.at - b.at);
    for (const timer of due) timer.run();
  }

  /** Calls off everything. */
  stop(): void {
    for (const { real } of this.#timers) clearTimeout(real);
    this.#timers.clear();
  }
}
