/** What is open, to be closed in the reverse order. */
export interface Cleanup {
  /**
   * Has it closed with the rest, before everything that was added earlier; at once when the rest is closed already.
   * @param limitMs how long that may take; all that have no limit of their own share `SHARED_MS`
   */
  add(name: string, close: () => Promise<unknown>, limitMs?: number): void;
  /** Closes everything; what fails or takes too long is told to `onError`, and the rest goes on. */
  run(): Promise<void>;
}

/**
 * Milliseconds in which everything closes that names no limit. A server that is away, which some drivers would wait for
 * without end, keeps no process; and who told it to end, kills it 10 s later, as Docker does.
 */
const SHARED_MS = 5_000;
/** Milliseconds for each of those that are closed when that is used up: sockets are let go of in less. */
const LEAST_MS = 200;

/** Gathers what a process opens, so that it all closes in order however far it came. */
export function createCleanup(onError: (name: string, error: unknown) => void): Cleanup {
  const open: { name: string; close: () => Promise<unknown>; limitMs: number | undefined }[] = [];
  let isOver = false;
  let shared = SHARED_MS;

  async function closeShared(close: () => Promise<unknown>): Promise<void> {
    const startedAt = performance.now();
    await within(Math.max(LEAST_MS, shared), close).finally(() => {
      shared -= performance.now() - startedAt;
    });
  }

  async function run(): Promise<void> {
    isOver = true;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      const { name, close, limitMs } = last;
      const closing = limitMs === undefined ? closeShared(close) : within(limitMs, close);
      await closing.catch((error: unknown) => onError(name, error));
    }
  }

  return {
    add(name, close, limitMs) {
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
    timer = setTimeout(() => reject(new Error(`It takes longer than ${Math.round(limitMs)} ms.`)), limitMs);
  });
  await Promise.race([Promise.resolve().then(close), late]).finally(() => clearTimeout(timer));
}
