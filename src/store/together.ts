/** What is looked up by a key. */
export type LookUp<K, V> = (key: K) => Promise<V>;

/**
 * Look-ups by key of which those that are asked for while one is under way share the next: under load one query has
 * many, without load each goes at once.
 *
 * @param find all of some keys, at most `most` of them, by the texts that `textOf` makes; what is missing is `none`
 */
export function together<K, V>(
  find: (keys: readonly K[]) => Promise<ReadonlyMap<string, V>>,
  textOf: (key: K) => string,
  none: V,
  most = 500,
): LookUp<K, V> {
  interface Asked {
    key: K;
    resolve: (value: V) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Asked[] = [];
  let isRunning = false;

  const run = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) {
      const asked = waiting.slice(0, most);
      waiting = waiting.slice(most);
      try {
        const keys = new Map(asked.map(({ key }) => [textOf(key), key]));
        const found = await find([...keys.values()]);
        for (const { key, resolve } of asked) resolve(found.get(textOf(key)) ?? none);
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    isRunning = false;
  };

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (!isRunning) void run();
    });
}
