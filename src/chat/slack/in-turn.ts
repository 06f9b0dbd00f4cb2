/** Runs tasks of the same key one after the other, those of different keys at once. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `task` when the earlier ones of its key have ended, in whatever way. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
