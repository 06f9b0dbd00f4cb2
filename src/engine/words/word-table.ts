import { z } from 'zod';

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
  /** Strings that begin with a text, in the table's order, with their numbers; at most `most`. */
  startingWith(text: string, most: number): { text: string; payload: Payload }[];
}

const UTF16 = 255;
const ESCAPE = 15;
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
  const encode = encoder(meta.alphabets);
  const letters = meta.alphabets.map((alphabet) => [...alphabet]);
  const offsetOf = (block: number) => start + view.getUint32(8 + metaLength + 4 * block, true);

  /** Place of the byte behind a number; the number itself is in `value`. */
  let value = 0;
  function varint(at: number): number {
    value = 0;
    for (let shift = 0, k = at; ; k++, shift += 7) {
      value |= (bytes[k]! & 127) << shift;
      if (bytes[k]! < 128) return k + 1;
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

  /** Walks a block, entry by entry, into `key`. */
  const key = Buffer.alloc(512);
  let keyLength = 0;
  function readKey(at: number): number {
    const head = bytes[at]!;
    let k = at + 1;
    let shared = head >> 4;
    if (shared === ESCAPE) {
      k = varint(k);
      shared += value;
    }
    let rest = head & 15;
    if (rest === ESCAPE) {
      k = varint(k);
      rest += value;
    }
    key.set(bytes.subarray(k, k + rest), shared);
    keyLength = shared + rest;
    return k + rest;
  }
  const compare = (wanted: Uint8Array) => {
    const length = Math.min(wanted.length, keyLength);
    for (let k = 0; k < length; k++) if (key[k] !== wanted[k]) return key[k]! - wanted[k]!;
    return keyLength - wanted.length;
  };

  /** The last block whose first string is not behind the wanted one. */
  function blockOf(wanted: Uint8Array): number {
    let [low, high] = [0, blocks - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      readKey(offsetOf(middle));
      if (compare(wanted) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const textOf = () => {
    const number = key[0]!;
    if (number === UTF16) return Buffer.from(key.subarray(1, keyLength)).swap16().toString('utf16le');
    const alphabet = letters[number - 1] ?? [];
    let text = '';
    for (let k = 1; k < keyLength; k++) text += key[k]! < 128 ? String.fromCharCode(key[k]!) : alphabet[key[k]! - 128];
    return text;
  };

  /** Calls back at the first string that is not before the wanted one, and at those behind it, until it says stop. */
  function walk(wanted: Uint8Array, visit: (payload: number) => boolean): void {
    const first = blockOf(wanted);
    for (let block = first, n = first * meta.block, at = offsetOf(first); n < meta.count; n++) {
      if (n > block * meta.block + meta.block - 1) {
        block += 1;
        at = offsetOf(block);
      }
      const payload = readKey(at);
      if (compare(wanted) >= 0 && !visit(payload)) return;
      at = skip(payload);
    }
  }

  return {
    meta,
    count: meta.count,
    find(text) {
      const wanted = encode(text);
      if (wanted === undefined) return undefined;
      let found: Payload | undefined;
      walk(wanted, (payload) => {
        if (compare(wanted) === 0) found = payloadAt(payload);
        return false;
      });
      return found;
    },
    startingWith(text, most) {
      const wanted = encode(text);
      const found: { text: string; payload: Payload }[] = [];
      if (wanted === undefined || most <= 0) return found;
      walk(wanted, (payload) => {
        if (key.compare(wanted, 0, wanted.length, 0, Math.min(keyLength, wanted.length)) !== 0) return false;
        found.push({ text: textOf(), payload: payloadAt(payload) });
        return found.length < most;
      });
      return found;
    },
  };
}

/** A string as the table has it: the number of its alphabet and a byte for each letter, or 255 and UTF-16. */
function encoder(alphabets: readonly string[]): (text: string) => Uint8Array | undefined {
  const byLetter = new Map<string, [alphabet: number, byte: number][]>();
  alphabets.forEach((alphabet, n) => {
    [...alphabet].forEach((letter, k) => {
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), [n + 1, 128 + k]]);
    });
  });
  return (text) => {
    if (text.length > 200) return undefined;
    const letters = [...text];
    const bytes = new Uint8Array(letters.length + 1);
    let possible: number[] | undefined;
    for (const letter of letters) {
      if (letter.charCodeAt(0) < 128) continue;
      const of = (byLetter.get(letter) ?? []).map(([alphabet]) => alphabet);
      possible = possible === undefined ? of : possible.filter((alphabet) => of.includes(alphabet));
      if (possible.length === 0) break;
    }
    if (possible?.length === 0) {
      return Buffer.concat([Buffer.from([UTF16]), Buffer.from(text, 'utf16le').swap16()]);
    }
    const alphabet = possible === undefined ? 0 : Math.min(...possible);
    bytes[0] = alphabet;
    letters.forEach((letter, k) => {
      const point = letter.charCodeAt(0);
      bytes[k + 1] = point < 128 ? point : byLetter.get(letter)!.find(([n]) => n === alphabet)![1];
    });
    return bytes;
  };
}
