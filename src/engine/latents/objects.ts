import type { PinError } from './bad-pin.js';
import { isTooLong } from './steps.js';

/**
 * A value of one entry for each thing in the picture.
 * @throws what `reject` makes when there is none, or more than `most`
 */
export function requireObjects(value: readonly unknown[], most: number, reject: PinError): void {
  if (value.length === 0) throw reject({ why: 'none' });
  if (value.length > most) throw reject({ why: 'too_many', most, count: value.length });
}

/**
 * The entries of a pin, each read by `parse`.
 * @throws what `reject` makes of an entry too long to be read
 */
export function parseObjects<T>(text: string, reject: PinError, parse: (entry: string) => T): T[] {
  return splitEntries(text).map((entry) => {
    if (isTooLong(entry)) throw reject({ why: 'long_entry' });
    return parse(entry);
  });
}

/** The non-blank parts of a list that a person wrote with `;` or line breaks between its entries. */
function splitEntries(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
