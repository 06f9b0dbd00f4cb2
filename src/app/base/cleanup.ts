/** What is open, to be closed in the reverse order. */
export interface Cleanup {
  /** Has it closed with the rest, before everything that was added earlier; at once when the rest is closed already. */
  add(name: string, close: () => Promise<unknown>): void;
  /** Closes everything; what fails is told to `onError` and the rest goes on. */
  run(): Promise<void>;
}

/** Gathers what a process opens, so that it all closes in order however far it came. */
export function createCleanup(onError: (name: string, error: unknown) => void): Cleanup {
  const open: { name: string; close: () => Promise<unknown> }[] = [];
  let isOver = false;

  async function run(): Promise<void> {
    isOver = true;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      const { name, close } = last;
      await Promise.resolve()
        .then(close)
        .catch((error: unknown) => onError(name, error));
    }
  }

  return {
    add(name, close) {
      open.push({ name, close });
      if (isOver) void run();
    },
    run,
  };
}
