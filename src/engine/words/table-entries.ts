/** Numbers that go with a string, read one after another. */
export interface Payload {
  next(): number;
}

/** How many numbers an entry has: pairs up to one whose first number is odd, or so many. */
export type EntryNumbers = 'pairs' | number;

/** What stands for 15 and more, with the rest as a varint behind it. */
const ESCAPE = 15;

/** Bytes that are exact in a number. */
const BEGINNING = 6;

/** What so many bytes at a place begin with, as a number: of two strings the lesser one's is no greater. */
export function beginningOf(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let k = 0; k < BEGINNING; k++) number = number * 256 + (k < length ? bytes[at + k]! : 0);
  return number;
}

/**
 * Reads the entries of a table where they lie: what `readHead` and `readNumber` found is in the fields until the next
 * is read, so that a search makes no objects.
 */
export class TableEntries {
  /** How many bytes the entry's string shares with the one before. */
  shared = 0;
  /** How many more it has. */
  rest = 0;
  /** The number that was read last. */
  number = 0;
  readonly #bytes: Uint8Array;
  readonly #numbers: EntryNumbers;

  constructor(bytes: Uint8Array, numbers: EntryNumbers) {
    this.#bytes = bytes;
    this.#numbers = numbers;
  }

  /** @returns where the `rest` bytes of the entry's string begin */
  readHead(at: number): number {
    const head = this.#bytes[at]!;
    let k = at + 1;
    this.shared = head >> 4;
    if (this.shared === ESCAPE) {
      k = this.readNumber(k);
      this.shared += this.number;
    }
    this.rest = head & 15;
    if (this.rest === ESCAPE) {
      k = this.readNumber(k);
      this.rest += this.number;
    }
    return k;
  }

  /** Reads a varint. @returns the place behind it */
  readNumber(at: number): number {
    let number = 0;
    for (let shift = 0, k = at; ; k++, shift += 7) {
      number |= (this.#bytes[k]! & 127) << shift;
      // Beyond the end too, which undefined is.
      if (!(this.#bytes[k]! >= 128)) {
        this.number = number;
        return k + 1;
      }
    }
  }

  /** What the string begins with whose `rest` bytes stand at a place, as `beginningOf` gives it. */
  beginningAt(from: number): number {
    return beginningOf(this.#bytes, from, this.rest);
  }

  /** @returns the place behind the numbers that begin at one */
  skipNumbers(at: number): number {
    let k = at;
    if (this.#numbers !== 'pairs') {
      for (let n = 0; n < this.#numbers; n++) k = this.readNumber(k);
      return k;
    }
    for (;;) {
      k = this.readNumber(k);
      const isLast = (this.number & 1) === 1;
      k = this.readNumber(k);
      if (isLast) return k;
    }
  }

  payloadAt(from: number): Payload {
    let at = from;
    return {
      next: () => {
        at = this.readNumber(at);
        return this.number;
      },
    };
  }

  /** Puts the `rest` bytes that stand at a place behind the shared ones of a key. @returns how long that is now */
  extend(key: Uint8Array, from: number): number {
    for (let k = 0; k < this.rest; k++) key[this.shared + k] = this.#bytes[from + k]!;
    return this.shared + this.rest;
  }

  /** Bytes of the wanted string from `from` on that stand at a place, of as many as the entry has. */
  matching(wanted: Uint8Array, from: number, at: number): number {
    let k = 0;
    while (k < this.rest && from + k < wanted.length && this.#bytes[at + k] === wanted[from + k]) k += 1;
    return k;
  }

  /**
   * Whether the entry's string is before the wanted one.
   * @param matched how many bytes both begin with
   * @param same how many of these are of the `rest` at `at`
   */
  isBefore(wanted: Uint8Array, matched: number, at: number, same: number): boolean {
    if (same === this.rest) return this.shared + this.rest < wanted.length;
    return matched < wanted.length && this.#bytes[at + same]! < wanted[matched]!;
  }
}
