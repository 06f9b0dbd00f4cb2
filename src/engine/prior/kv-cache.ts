import type { Manifest } from '../bundle/manifest.js';
import { type FloatTensor, floatTensor } from '../tensor.js';

/** Sizes of a self-attention cache. */
export interface KvCacheSizes {
  layers: number;
  rows: number;
  heads: number;
  headSize: number;
}

/** The sizes that a bundle's prior fixes; only the number of rows varies. */
export function cacheSizes({ model }: Manifest): Omit<KvCacheSizes, 'rows'> {
  return { layers: model.layers, heads: model.heads, headSize: model.width / model.heads };
}

/** Entries by which the buffers grow: large enough to copy rarely, small enough not to attend to much padding. */
const GROWTH = 32;

/**
 * Keys and values of the tokens so far, in buffers [L, B, H, S, d] with S spare entries that `mask` [B, S] hides. Rows may be
 * of different lengths. There is always at least one entry, masked at first, because an empty axis is not portable.
 */
export class KvCache {
  keys: FloatTensor;
  values: FloatTensor;
  mask: FloatTensor;
  readonly #sizes: KvCacheSizes;
  #lengths: Int32Array;

  /** @param entries how many tokens a row to make room for at once; more room is made when needed */
  constructor(sizes: KvCacheSizes, entries: number) {
    this.#sizes = { ...sizes };
    this.#lengths = new Int32Array(sizes.rows);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
  }

  /**
   * Adds the first `counts[b]` of N new entries to every row b.
   * @param newKeys and newValues [L, B, H, N, d], or [L, 1, H, N, d] when all rows get the same
   * @param counts [B], each 0–N
   */
  append(newKeys: FloatTensor, newValues: FloatTensor, counts: ArrayLike<number>): void {
    const longest = this.#lengths.reduce((most, length, row) => Math.max(most, length + counts[row]!), 0);
    if (longest > this.#capacity) this.#rebuild([...this.#lengths.keys()], longest);
    copyEntries(newKeys, this.keys, counts, this.#lengths);
    copyEntries(newValues, this.values, counts, this.#lengths);
    for (let row = 0; row < this.#sizes.rows; row++) {
      const start = row * this.#capacity + this.#lengths[row]!;
      this.mask.data.fill(1, start, start + counts[row]!);
      this.#lengths[row]! += counts[row]!;
    }
  }

  /** Keeps only these rows, in this order. */
  keepRows(rows: readonly number[]): void {
    this.#rebuild(rows, this.#capacity);
  }

  get #capacity(): number {
    return this.mask.dims[1]!;
  }

  #allocate(entries: number): [FloatTensor, FloatTensor, FloatTensor] {
    const { layers, rows, heads, headSize } = this.#sizes;
    const capacity = Math.max(1, Math.ceil(entries / GROWTH)) * GROWTH;
    const dims = [layers, rows, heads, capacity, headSize];
    return [floatTensor(dims), floatTensor(dims), floatTensor([rows, capacity])];
  }

  #rebuild(rows: readonly number[], entries: number): void {
    const [oldKeys, oldValues, oldLengths] = [this.keys, this.values, this.#lengths];
    this.#sizes.rows = rows.length;
    this.#lengths = Int32Array.from(rows, (row) => oldLengths[row]!);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
    const none = new Int32Array(rows.length);
    copyEntries(oldKeys, this.keys, this.#lengths, none, rows);
    copyEntries(oldValues, this.values, this.#lengths, none, rows);
    this.#lengths.forEach((length, row) => {
      this.mask.data.fill(1, row * this.#capacity, row * this.#capacity + length);
    });
  }
}

/**
 * Copies the first `counts[b]` entries of row `from[b]` (default: b, or 0 when the source has one row) to entry `starts[b]`
 * of row b of the target, in every layer and head.
 */
function copyEntries(
  source: FloatTensor,
  target: FloatTensor,
  counts: ArrayLike<number>,
  starts: ArrayLike<number>,
  from?: readonly number[],
): void {
  const [layers, rows, heads, capacity, headSize] = target.dims as [number, number, number, number, number];
  const sourceRows = source.dims[1]!;
  const sourceEntries = source.dims[3]!;
  for (let layer = 0; layer < layers; layer++) {
    for (let row = 0; row < rows; row++) {
      const sourceRow = from?.[row] ?? (sourceRows === 1 ? 0 : row);
      for (let head = 0; head < heads; head++) {
        const read = ((layer * sourceRows + sourceRow) * heads + head) * sourceEntries * headSize;
        const write = (((layer * rows + row) * heads + head) * capacity + starts[row]!) * headSize;
        target.data.set(source.data.subarray(read, read + counts[row]! * headSize), write);
      }
    }
  }
}
