/** Parts of letters, digits and `-_.`, with slashes between them; no part begins with a dot. */
const KEY = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/**
 * Checks a key, which becomes a path or part of a URL.
 * @throws RangeError for a key that is none of ours: a bug
 */
export function checkKey(key: string): string {
  if (!KEY.test(key) || key.length > 200) throw new RangeError(`This is no key of the picture store: ${key}`);
  return key;
}
