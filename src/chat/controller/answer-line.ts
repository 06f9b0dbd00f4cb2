import { setImmediate as turn } from 'node:timers/promises';

/** Answers that are worked on at a time: what they share is one processor and the connections to the database. */
const AT_ONCE = 6;
/** Longest that an answer waits for acknowledgements, in milliseconds: where they never cease, both go on. */
const PATIENCE_MS = 1500;

/**
 * The line of those whose request is acknowledged and who wait for its answer. Platforms take an acknowledgement only
 * for three seconds, and an answer for minutes: so an answer begins when nothing waits to be acknowledged, and few are
 * worked on at a time.
 */
export class AnswerLine {
  #unacknowledged = 0;
  #arrivals = 0;
  #quiet: Promise<void> | null = null;
  #running = 0;
  #isDue = false;
  readonly #waiting: { since: number; start: () => void }[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** Something came that is to be acknowledged. @returns to be called when it is, or will not be */
  arrived(): () => void {
    this.#unacknowledged += 1;
    this.#arrivals += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#unacknowledged -= 1;
      this.#schedule();
    };
  }

  /** Resolves when nothing waits to be acknowledged and nothing came in a whole turn of the event loop. */
  quiet(): Promise<void> {
    // One watch for all who wait: under load they are hundreds.
    this.#quiet ??= this.#watch().finally(() => {
      this.#quiet = null;
    });
    return this.#quiet;
  }

  async #watch(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    let before = -1;
    while (performance.now() < until && (this.#unacknowledged > 0 || this.#arrivals !== before)) {
      before = this.#arrivals;
      await turn();
    }
  }

  /** Works on an answer when its turn has come. @throws what `work` throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting.push({ since: performance.now(), start });
      this.#schedule();
    });
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#schedule();
    }
  }

  /** Looks only after what has arrived meanwhile was read. */
  #schedule(): void {
    if (this.#isDue || this.#waiting.length === 0) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (first === undefined || this.#running >= AT_ONCE) return;
    const patience = first.since + PATIENCE_MS - performance.now();
    if (this.#unacknowledged > 0 && patience > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#schedule();
      }, patience);
      return;
    }
    this.#waiting.shift();
    this.#running += 1;
    first.start();
    this.#schedule();
  }
}
