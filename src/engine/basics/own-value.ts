/**
 * What a table has of its own under a key that came from outside. Every object also answers to the names that it
 * inherits (`constructor`, `toString`, `__proto__`), which nobody who looks something up means; the source rules' test
 * refuses look-ups by text without this.
 */
export function ownValue<T>(table: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/**
 * Sets a field under a key that came from outside, also one called `__proto__`, as which assigning would change what
 * the object is.
 */
export function setOwnValue<T>(table: { [key: string]: T }, key: string, value: T): void {
  Object.defineProperty(table, key, { value, configurable: true, enumerable: true, writable: true });
}
