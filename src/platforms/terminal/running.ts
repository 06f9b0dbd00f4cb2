/** Generations that were asked for here and are not shown yet. */
export interface Running {
  began(id: string): void;
  /** It is shown; whoever waits for it goes on. */
  ended(id: string): void;
  /** Ids, oldest first. */
  ids(): string[];
  /** Resolves when all are shown, or when nobody waits any more. */
  settled(): Promise<void>;
  /** Lets everybody who waits go on. */
  giveUp(): void;
}

/** None, at first. */
export function createRunning(): Running {
  const ids = new Set<string>();
  // A result may be shown before the answer to its request is.
  const early = new Set<string>();
  let waiting: (() => void)[] = [];
  const release = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  return {
    began(id) {
      if (!early.delete(id)) ids.add(id);
    },
    ended(id) {
      if (!ids.delete(id)) early.add(id);
      if (ids.size === 0) release();
    },
    ids: () => [...ids],
    settled: () => (ids.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    giveUp() {
      ids.clear();
      release();
    },
  };
}
