/** Runs tasks of one key one after the other, in the order in which they came; tasks of different keys do not wait. */
export interface Locks {
  run<R>(key: string, task: () => Promise<R>): Promise<R>;
}

/** Locks of this process. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(key, task) {
      const before = tails.get(key);
      const result = before === undefined ? task() : before.then(task);
      // Who comes next waits for the end, not for success.
      const tail = result.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      try {
        return await result;
      } finally {
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
  };
}
