/** Values that were asked for lately, by key. */
export interface Recent<K, V> {
  /**
   * The value kept for the key, else one that is made and kept in place of the one that nobody has asked for the
   * longest.
   */
  get(key: K, make: () => V): V;
  forget(key: K): void;
}

/** @param most values that are kept, at least 1 */
export function createRecent<K, V>(most: number): Recent<K, V> {
  // A Map keeps the order in which keys were set: the first is the one not asked for the longest.
  const kept = new Map<K, V>();
  return {
    get(key, make) {
      const known = kept.get(key);
      const value = known ?? make();
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > most) kept.delete(kept.keys().next().value as K);
      return value;
    },
    forget: (key) => void kept.delete(key),
  };
}
