/** `value` held within low … high. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/**
 * A length that a person wrote: a plain number counts pixels of the picture, one with `%` is a percentage of its side.
 * @param side of the picture, in pixels
 * @returns a fraction of the side, or undefined when it is neither or lies outside 0–1
 */
export function parseLength(text: string, side: number): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const fraction = Number(match[1]) / (match[2] === '%' ? 100 : side);
  return fraction <= 1 ? fraction : undefined;
}

/** A number as people write it, to two digits behind the point. */
export function twoDigits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/**
 * Characters of an entry: a label of 200 and what goes with it. The patterns that read entries take the square of this
 * at worst.
 */
const LONGEST_ENTRY = 300;

/** Whether something that stands in a list is too long to be an entry. */
export function isTooLong(entry: string): boolean {
  return entry.length > LONGEST_ENTRY;
}
