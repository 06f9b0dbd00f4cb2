/**
 * The server's time. It runs with real time, or stands still when `frozen`; tests move it forward with `advance`, so
 * that fifteen minutes of a token cost no waiting and a slow machine misses no deadline.
 */
export class ServerClock {
  readonly #alarms = new Set<{ at: number; run: () => void }>();
  readonly #frozenAt: number | null;
  #offset = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(frozen: boolean) {
    this.#frozenAt = frozen ? Date.now() : null;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return (this.#frozenAt ?? Date.now()) + this.#offset;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Moves time forward and runs what became due, earliest first. */
  advance(milliseconds: number): void {
    this.#offset += milliseconds;
    this.#ring();
  }

  /** Runs something once, that many milliseconds of this clock from now. Returns what calls it off. */
  after(milliseconds: number, run: () => void): () => void {
    const alarm = { at: this.now() + milliseconds, run };
    this.#alarms.add(alarm);
    this.#arm();
    return () => {
      this.#alarms.delete(alarm);
    };
  }

  stop(): void {
    this.#alarms.clear();
    clearTimeout(this.#timer);
  }

  #ring(): void {
    const due = [...this.#alarms].filter((alarm) => alarm.at <= this.now()).sort((a, b) => a.at - b.at);
    for (const alarm of due) {
      if (this.#alarms.delete(alarm)) alarm.run();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#frozenAt !== null || this.#alarms.size === 0) return;
    const earliest = Math.min(...[...this.#alarms].map((alarm) => alarm.at));
    this.#timer = setTimeout(() => this.#ring(), Math.max(0, earliest - this.now()));
    this.#timer.unref();
  }
}
