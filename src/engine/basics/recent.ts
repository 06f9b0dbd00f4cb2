/** Values that were put in or asked for lately, by key. */
export interface Recent<K, V> {
  /** The value kept for the key; undefined when there is none. */
  get(key: K): V | undefined;
  /** The value kept for the key, else one that is made and kept. */
  get(key: K, make: () => V): V;
  has(key: K): boolean;
  set(key: K, value: V): void;
  forget(key: K): void;
}

/** @param most values that are kept, at least 1; one more makes the one go that nobody has asked for the longest */
export function createRecent<K, V>(most: number): Recent<K, V> {
  // A Map keeps the order in which keys were set: the first is the one not asked for the longest.
  const kept = new Map<K, V>();

  function set(key: K, value: V): void {
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > most) kept.delete(kept.keys().next().value as K);
  }

  function get(key: K): V | undefined;
  function get(key: K, make: () => V): V;
  function get(key: K, make?: () => V): V | undefined {
    const value = kept.get(key) ?? make?.();
    if (value !== undefined) set(key, value);
    return value;
  }

  return { get, set, has: (key) => kept.has(key), forget: (key) => void kept.delete(key) };
}
