import { z } from 'zod';
import { beginningOf, type EntryNumbers, type Payload, TableEntries } from './table-entries.js';
import { beginsWith, lettersOf, type TableKeys, tableKeys, UTF16, wordsOf } from './table-keys.js';

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
   * Of the first strings that begin with a text, in the table's order and at most so many, those that are wanted.
   * @param isWanted by how many letters and words they have; by default all
   */
  startingWith(text: string, most: number, isWanted?: (letters: number, words: number) => boolean): Listed[];
}

/** A string of a table. */
export interface Listed {
  readonly text: string;
  /** A new reader of its numbers. */
  payload(): Payload;
}

/** Bytes of a string; the escaped lengths of the file could say more. */
const LONGEST = 512;
/** First words of phrases whose answers are kept. */
const MOST_PHRASES = 1024;
const SPACE = 32;
const metaSchema = z.looseObject({ count: z.int(), block: z.int().positive(), alphabets: z.array(z.string()) });

/** Where a search came to. */
interface Place {
  /** Which entry it is; `count` behind the last. */
  entry: number;
  /** Where the entry begins. */
  at: number;
  /** Whether its string is the wanted one. */
  isEqual: boolean;
}

/**
 * Opens a table that training/words/table.js has written.
 * @param numbers how many an entry has
 * @throws Error when the bytes are no such table
 */
export function openWordTable(bytes: Uint8Array, numbers: EntryNumbers): WordTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [metaLength, blocks] = [view.getUint32(0, true), view.getUint32(4, true)];
  const json: unknown = JSON.parse(Buffer.from(bytes.subarray(8, 8 + metaLength)).toString('utf8'));
  const start = 8 + metaLength + 4 * blocks;
  const offsets = Uint32Array.from({ length: blocks }, (_, n) => start + view.getUint32(8 + metaLength + 4 * n, true));
  if (blocks > 0 && offsets[blocks - 1]! >= bytes.length) throw new Error('A table of words breaks off.');
  return new SortedTable(metaSchema.parse(json), offsets, new TableEntries(bytes, numbers));
}

class SortedTable implements WordTable {
  readonly meta: z.infer<typeof metaSchema>;
  readonly count: number;
  /** Entries of a block, the last of which may have fewer. */
  readonly #block: number;
  /** Where each block begins. */
  readonly #offsets: Uint32Array;
  /** What the first string of each block begins with: most searches among blocks need no more. */
  readonly #beginnings: Float64Array;
  readonly #entries: TableEntries;
  readonly #keys: TableKeys;
  readonly #scratch = new Uint8Array(LONGEST);
  readonly #phrases = new Map<string, boolean>();

  constructor(meta: z.infer<typeof metaSchema>, offsets: Uint32Array, entries: TableEntries) {
    this.meta = meta;
    this.count = meta.count;
    this.#block = meta.block;
    this.#offsets = offsets;
    this.#entries = entries;
    this.#beginnings = Float64Array.from(offsets, (offset) => entries.beginningAt(entries.readHead(offset)));
    // They are the last.
    const { entry } = this.#lowerBound(Uint8Array.of(UTF16));
    this.#keys = tableKeys(meta.alphabets, entry < this.count);
  }

  find(text: string): Payload | undefined {
    const wanted = this.#keys.encode(text);
    if (wanted === undefined || !this.#mayHavePhrase(text, wanted)) return undefined;
    const { at, isEqual } = this.#lowerBound(wanted);
    const entries = this.#entries;
    return isEqual ? entries.payloadAt(entries.readHead(at) + entries.rest) : undefined;
  }

  hasBeginning(text: string): boolean {
    const wanted = this.#keys.encode(text);
    return wanted !== undefined && this.#hasBeginning(wanted);
  }

  #hasBeginning(wanted: Uint8Array): boolean {
    const { entry, at, isEqual } = this.#lowerBound(wanted);
    if (isEqual || entry >= this.count) return isEqual;
    const entries = this.#entries;
    const from = entries.readHead(at);
    // The bytes that it shares are those that the wanted one matched, or the entry is no continuation of it.
    if (entries.shared + entries.rest < wanted.length) return false;
    return entries.shared === 0
      ? entries.matching(wanted, 0, from) === wanted.length
      : beginsWith(this.#scratch, this.#writeKey(entry, this.#scratch), wanted);
  }

  startingWith(text: string, most: number, isWanted = (_letters: number, _words: number) => true): Listed[] {
    const wanted = this.#keys.encode(text);
    const found: Listed[] = [];
    if (wanted === undefined) return found;
    let { entry, at } = this.#lowerBound(wanted);
    if (entry >= this.count) return found;
    const entries = this.#entries;
    const key = new Uint8Array(LONGEST);
    let length = this.#writeKey(entry, key);
    for (let left = most; left > 0 && beginsWith(key, length, wanted); left--) {
      const numbers = entries.readHead(at) + entries.rest;
      if (isWanted(lettersOf(key, length), wordsOf(key, length))) {
        const rest = this.#keys.decode(key, wanted.length, length);
        found.push({ text: text + rest, payload: () => entries.payloadAt(numbers) });
      }
      at = entries.skipNumbers(numbers);
      entry += 1;
      if (entry >= this.count) break;
      if (entry % this.#block === 0) at = this.#offsets[entry / this.#block]!;
      length = entries.extend(key, entries.readHead(at));
    }
    return found;
  }

  /** Of some words, whether any string begins with the first and a space: many phrases are asked for that do. */
  #mayHavePhrase(text: string, wanted: Uint8Array): boolean {
    const gap = text.indexOf(' ');
    const end = wanted.indexOf(SPACE);
    if (gap < 0 || end < 0) return true;
    // One word may be written in several alphabets.
    const first = `${wanted[0]} ${text.slice(0, gap)}`;
    const known = this.#phrases.get(first);
    if (known !== undefined) return known;
    if (this.#phrases.size >= MOST_PHRASES) this.#phrases.clear();
    const isBeginning = this.#hasBeginning(wanted.subarray(0, end + 1));
    this.#phrases.set(first, isBeginning);
    return isBeginning;
  }

  /** The first string that is not before the wanted one. */
  #lowerBound(wanted: Uint8Array): Place {
    const entries = this.#entries;
    const block = this.#blockOf(wanted);
    const end = Math.min(this.count, (block + 1) * this.#block);
    let matched = 0;
    let at = this.#offsets[block]!;
    for (let entry = block * this.#block; entry < end; entry++) {
      const start = at;
      const from = entries.readHead(at);
      at = from + entries.rest;
      // What shares more with the one before than that does with the wanted one is before it too; what shares less is
      // behind.
      if (entries.shared < matched) return { entry, at: start, isEqual: false };
      if (entries.shared === matched) {
        const same = entries.matching(wanted, matched, from);
        matched += same;
        if (same === entries.rest && matched === wanted.length) return { entry, at: start, isEqual: true };
        if (!entries.isBefore(wanted, matched, from, same)) return { entry, at: start, isEqual: false };
      }
      at = entries.skipNumbers(at);
    }
    return { entry: end, at: end < this.count ? this.#offsets[block + 1]! : at, isEqual: false };
  }

  /** The last block whose first string is not behind the wanted one. */
  #blockOf(wanted: Uint8Array): number {
    const beginning = beginningOf(wanted, 0, wanted.length);
    let low = 0;
    let high = this.#offsets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const other = this.#beginnings[middle]!;
      if (other < beginning || (other === beginning && this.#isNotBehind(middle, wanted))) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether a block's first string is not behind the wanted one. */
  #isNotBehind(block: number, wanted: Uint8Array): boolean {
    const entries = this.#entries;
    const at = entries.readHead(this.#offsets[block]!);
    const same = entries.matching(wanted, 0, at);
    return (same === entries.rest && same === wanted.length) || entries.isBefore(wanted, same, at, same);
  }

  /** Writes the whole string of an entry, from the beginning of its block on. @returns how many bytes it has */
  #writeKey(entry: number, key: Uint8Array): number {
    const entries = this.#entries;
    let length = 0;
    let at = this.#offsets[Math.floor(entry / this.#block)]!;
    for (let n = entry - (entry % this.#block); n <= entry; n++) {
      const from = entries.readHead(at);
      length = entries.extend(key, from);
      at = entries.skipNumbers(from + entries.rest);
    }
    return length;
  }
}
