import { z } from 'zod';
import { beginsWith, lettersOf, tableKeys, wordsOf } from './table-keys.js';

/** Numbers that go with a string, read one after another. */
export interface Payload {
  next(): number;
}

/** A sorted table of strings, each with some numbers, searched where it lies (docs/words.md, "Tables"). */
export interface WordTable {
  /** What the file says of itself. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** How many strings there are. */
  readonly count: number;
  /** The numbers of a string, undefined where it is not listed. */
  find(text: string): Payload | undefined;
  /** Whether a string begins with a text. */
  hasBeginning(text: string): boolean;
  /**
   * Strings that begin with a text and fit, in the table's order, with their numbers.
   * @param most how many are looked at
   * @param fits told how many letters and words a string has
   */
  startingWith(
    text: string,
    most: number,
    fits: (letters: number, words: number) => boolean,
  ): { text: string; payload: Payload }[];
}

const ESCAPE = 15;
/** Bytes of a string; the escaped lengths of the file could say more. */
const LONGEST = 512;
const metaSchema = z.looseObject({ count: z.int(), block: z.int().positive(), alphabets: z.array(z.string()) });

/**
 * Opens a table that training/words/table.js has written.
 * @param hasNumbers how the numbers of an entry end: told after each pair whether it was the last, or their fixed count
 * @throws Error when the bytes are no such table
 */
export function openWordTable(bytes: Uint8Array, numbers: 'pairs' | number): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [metaLength, blocks] = [view.getUint32(0, true), view.getUint32(4, true)];
  const json: unknown = JSON.parse(Buffer.from(bytes.subarray(8, 8 + metaLength)).toString('utf8'));
  const meta = metaSchema.parse(json);
  const start = 8 + metaLength + 4 * blocks;
  const keys = tableKeys(meta.alphabets);
  const offsetOf = (block: number) => start + view.getUint32(8 + metaLength + 4 * block, true);

  if (blocks > 0 && offsetOf(blocks - 1) >= bytes.length) throw new Error('A table of words breaks off.');

  /** Place of the byte behind a number; the number itself is in `value`. */
  let value = 0;
  function varint(at: number): number {
    value = 0;
    for (let shift = 0, k = at; ; k++, shift += 7) {
      value |= (bytes[k]! & 127) << shift;
      // Beyond the end too, which undefined is.
      if (!(bytes[k]! >= 128)) return k + 1;
    }
  }
  function skip(at: number): number {
    let k = at;
    if (numbers !== 'pairs') {
      for (let n = 0; n < numbers; n++) k = varint(k);
      return k;
    }
    for (;;) {
      k = varint(k);
      const isLast = (value & 1) === 1;
      k = varint(k);
      if (isLast) return k;
    }
  }
  function payloadAt(from: number): Payload {
    let at = from;
    return {
      next() {
        at = varint(at);
        return value;
      },
    };
  }

  /**
   * What an entry begins with: how many bytes it shares with the one before, how many more it has, and where they are.
   */
  let shared = 0;
  let rest = 0;
  function readHead(at: number): number {
    const head = bytes[at]!;
    let k = at + 1;
    shared = head >> 4;
    if (shared === ESCAPE) {
      k = varint(k);
      shared += value;
    }
    rest = head & 15;
    if (rest === ESCAPE) {
      k = varint(k);
      rest += value;
    }
    return k;
  }
  /** Bytes of the wanted string from `from` on that stand at a place, of as many as an entry has. */
  function matching(wanted: Uint8Array, from: number, at: number): number {
    let k = 0;
    while (k < rest && from + k < wanted.length && bytes[at + k] === wanted[from + k]) k += 1;
    return k;
  }
  /** Whether the string that matches up to a place there is before the wanted one. */
  function isBefore(wanted: Uint8Array, matched: number, at: number, of: number): boolean {
    if (of === rest) return shared + rest < wanted.length;
    return matched < wanted.length && bytes[at + of]! < wanted[matched]!;
  }

  /** The last block whose first string is not behind the wanted one. */
  function blockOf(wanted: Uint8Array): number {
    let [low, high] = [0, blocks - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const at = readHead(offsetOf(middle));
      const same = matching(wanted, 0, at);
      if (isBefore(wanted, same, at, same) || (same === rest && same === wanted.length)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Where the numbers of the first string are that is not before the wanted one, which number it has, and whether it is
   * the wanted one.
   */
  function lowerBound(wanted: Uint8Array): { entry: number; at: number; isEqual: boolean } {
    const block = blockOf(wanted);
    const end = Math.min(meta.count, (block + 1) * meta.block);
    let matched = 0;
    let at = offsetOf(block);
    for (let entry = block * meta.block; entry < end; entry++) {
      const start = at;
      const from = readHead(at);
      at = from + rest;
      // What shares more with the one before than that does with the wanted one is before it too; what shares less is
      // behind.
      if (shared < matched) return { entry, at: start, isEqual: false };
      if (shared === matched) {
        const same = matching(wanted, matched, from);
        matched += same;
        if (same === rest && matched === wanted.length) return { entry, at: start, isEqual: true };
        if (!isBefore(wanted, matched, from, same)) return { entry, at: start, isEqual: false };
      }
      at = skip(at);
    }
    return { entry: end, at: end < meta.count ? offsetOf(block + 1) : at, isEqual: false };
  }

  /** Writes the whole string of an entry, from the beginning of its block on. @returns how many bytes it has */
  function keyOfEntry(entry: number, key: Uint8Array): number {
    let length = 0;
    let at = offsetOf(Math.floor(entry / meta.block));
    for (let n = entry - (entry % meta.block); n <= entry; n++) {
      const from = readHead(at);
      key.set(bytes.subarray(from, from + rest), shared);
      length = shared + rest;
      at = skip(from + rest);
    }
    return length;
  }
  const scratch = new Uint8Array(LONGEST);

  return {
    meta,
    count: meta.count,
    find(text) {
      const wanted = keys.encode(text);
      if (wanted === undefined) return undefined;
      const { at, isEqual } = lowerBound(wanted);
      return isEqual ? payloadAt(readHead(at) + rest) : undefined;
    },
    hasBeginning(text) {
      const wanted = keys.encode(text);
      if (wanted === undefined) return false;
      const { entry, at, isEqual } = lowerBound(wanted);
      if (isEqual || entry >= meta.count) return isEqual;
      const from = readHead(at);
      // The bytes that it shares are those that the wanted one matched, or the entry is no continuation of it.
      if (shared + rest < wanted.length) return false;
      return shared === 0
        ? matching(wanted, 0, from) === wanted.length
        : beginsWith(scratch, keyOfEntry(entry, scratch), wanted);
    },
    startingWith(text, most, fits) {
      const wanted = keys.encode(text);
      const found: { text: string; payload: Payload }[] = [];
      if (wanted === undefined || most <= 0) return found;
      let { entry, at } = lowerBound(wanted);
      if (entry >= meta.count) return found;
      const key = new Uint8Array(LONGEST);
      let length = keyOfEntry(entry, key);
      for (let looked = 0; looked < most && beginsWith(key, length, wanted); looked++) {
        const from = readHead(at);
        if (fits(lettersOf(key, length), wordsOf(key, length)))
          found.push({ text: keys.decode(key.subarray(0, length)), payload: payloadAt(from + rest) });
        at = skip(from + rest);
        entry += 1;
        if (entry >= meta.count) break;
        if (entry % meta.block === 0) at = offsetOf(entry / meta.block);
        const next = readHead(at);
        for (let k = 0; k < rest; k++) key[shared + k] = bytes[next + k]!;
        length = shared + rest;
      }
      return found;
    },
  };
}
