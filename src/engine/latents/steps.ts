/** `value` held within low … high. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** What a person's plain numbers count, whatever the bundle's size: the sixty-fourths of the side that the hints speak of. */
const PIXELS = 64;

/**
 * A length that a person wrote: a plain number counts pixels of a 64-pixel picture, one with `%` is a percentage of its side.
 * @returns a fraction of the side, or undefined when it is neither or lies outside 0–1
 */
export function parseLength(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const fraction = Number(match[1]) / (match[2] === '%' ? 100 : PIXELS);
  return fraction <= 1 ? fraction : undefined;
}

/** The non-blank parts of a list that a person wrote with `;` or line breaks between its entries. */
export function splitEntries(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
