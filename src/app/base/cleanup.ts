/** What is open, to be closed in the reverse order. */
export interface Cleanup {
  /**
   * Has it closed with the rest, before everything that was added earlier; at once when the rest is closed already.
   * @param limitMs how long that may take
   */
  add(name: string, close: () => Promise<unknown>, limitMs?: number): void;
  /** Closes everything; what fails or takes too long is told to `onError`, and the rest goes on. */
  run(): Promise<void>;
}

/** Milliseconds: a server that is away, which some drivers would wait for without end, keeps no process. */
const LIMIT_MS = 10_000;

/** Gathers what a process opens, so that it all closes in order however far it came. */
export function createCleanup(onError: (name: string, error: unknown) => void): Cleanup {
  const open: { name: string; close: () => Promise<unknown>; limitMs: number }[] = [];
  let isOver = false;

  async function run(): Promise<void> {
    isOver = true;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      const { name, close, limitMs } = last;
      await within(limitMs, close).catch((error: unknown) => onError(name, error));
    }
  }

  return {
    add(name, close, limitMs = LIMIT_MS) {
      open.push({ name, close, limitMs });
      if (isOver) void run();
    },
    run,
  };
}

/** @throws Error when it takes longer, and what `close` throws */
async function within(limitMs: number, close: () => Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It takes longer than ${limitMs} ms.`)), limitMs);
  });
  await Promise.race([Promise.resolve().then(close), late]).finally(() => clearTimeout(timer));
}
