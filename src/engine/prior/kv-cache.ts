import { elementCount, type FloatTensor, floatTensor } from '../basics/index.js';
import type { Manifest } from '../manifest/index.js';
import { release } from '../runtime/index.js';
import { copyEntries, headsOf, type LayerCaches, layerTensors } from './layer-caches.js';

/** Sizes of a self-attention cache. */
export interface KvCacheSizes {
  layers: number;
  rows: number;
  heads: number;
  headSize: number;
  /** Whether it is known beforehand how many entries there will be: then buffers have no room for more. */
  exact?: boolean;
}

/** The sizes that a bundle's prior fixes; only the number of rows varies. */
export function cacheSizes({ model }: Manifest): Omit<KvCacheSizes, 'rows'> {
  return { layers: model.layers, heads: model.heads, headSize: model.width / model.heads };
}

/**
 * Entries by which a cache grows inside its buffers: large enough to move the old ones rarely, small enough not to
 * attend to much padding.
 */
const GROWTH = 32;

/**
 * Entries that new buffers have room for, in multiples: most plans fit into the first, which spares memory to clear and
 * to collect.
 */
const ROOM = 128;

/**
 * Keys and values of the tokens so far, in buffers [B, H, S, d] a layer with S spare entries that `mask` [B, S] hides.
 * Rows may be of different lengths. There is always at least one entry, masked at first, because an empty axis is not
 * portable.
 */
export class KvCache implements LayerCaches {
  keys: FloatTensor[];
  values: FloatTensor[];
  mask: FloatTensor;
  readonly #sizes: KvCacheSizes;
  #lengths: Int32Array;
  /** The inputs while the buffers stay the same ones. */
  #inputs: Readonly<Record<string, FloatTensor>> | undefined;

  /** @param entries how many tokens a row to make room for at once; more room is made when needed */
  constructor(sizes: KvCacheSizes, entries: number) {
    this.#sizes = { ...sizes };
    this.#lengths = new Int32Array(sizes.rows);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
  }

  /**
   * Adds the first `counts[b]` of N new entries to every row b.
   * @param made what `prior.onnx` gives of N new tokens of B rows, or of one when all rows get the same: [B, 2LH, N,
   *   d], keys of layer 0, its values, keys of layer 1, …
   * @param counts [B], each 0–N
   */
  append(made: FloatTensor, counts: ArrayLike<number>): void {
    const longest = this.#lengths.reduce((most, length, row) => Math.max(most, length + counts[row]!), 0);
    if (longest > this.#capacity) this.#grow(longest);
    const from = made.dims[0] === 1 ? Array.from(this.#lengths, () => 0) : undefined;
    for (const layer of this.keys.keys()) {
      copyEntries(headsOf(made, 2 * layer, this.#sizes), this.keys[layer]!, counts, this.#lengths, from);
      copyEntries(headsOf(made, 2 * layer + 1, this.#sizes), this.values[layer]!, counts, this.#lengths, from);
    }
    for (let row = 0; row < this.#sizes.rows; row++) {
      const start = row * this.#capacity + this.#lengths[row]!;
      this.mask.data.fill(1, start, start + counts[row]!);
      this.#lengths[row]! += counts[row]!;
    }
  }

  /** What `prior.onnx` reads of the past. */
  get inputs(): Readonly<Record<string, FloatTensor>> {
    this.#inputs ??= { ...layerTensors('past', this), past_mask: this.mask };
    return this.#inputs;
  }

  /** Keeps only these rows, in this order. */
  keepRows(rows: readonly number[]): void {
    this.#rebuild(rows, this.#capacity);
  }

  /** Frees the buffers; the cache must not be used any more. */
  release(): void {
    release([...this.keys, ...this.values]);
  }

  get #capacity(): number {
    return this.mask.dims[1]!;
  }

  #allocate(entries: number): [FloatTensor[], FloatTensor[], FloatTensor] {
    const { layers, rows, heads, headSize, exact = false } = this.#sizes;
    const capacity = rounded(entries, exact ? 1 : GROWTH);
    // What begins empty mostly stays so: the past of a single pass.
    const room = rows * heads * (exact || entries === 0 ? capacity : rounded(entries, ROOM)) * headSize;
    const buffers = () =>
      Array.from({ length: layers }, () => tensorIn(new Float32Array(room), [rows, heads, capacity, headSize]));
    return [buffers(), buffers(), floatTensor([rows, capacity])];
  }

  #grow(entries: number): void {
    const { rows, heads, headSize } = this.#sizes;
    const [before, capacity] = [this.#capacity, rounded(entries, GROWTH)];
    const wanted = rows * heads * capacity * headSize * Float32Array.BYTES_PER_ELEMENT;
    if (wanted > this.keys[0]!.data.buffer.byteLength) {
      this.#rebuild([...this.#lengths.keys()], entries);
      return;
    }
    const spread = ({ dims, data }: FloatTensor) => {
      const wider = tensorIn(new Float32Array(data.buffer), dims.with(2, capacity));
      // From the last head to the first, so that none is overwritten before it has moved.
      for (let head = dims[0]! * heads - 1; head > 0; head--) {
        const from = head * before * headSize;
        const length = this.#lengths[Math.floor(head / heads)]! * headSize;
        wider.data.copyWithin(head * capacity * headSize, from, from + length);
      }
      return wider;
    };
    this.keys = this.keys.map(spread);
    this.values = this.values.map(spread);
    this.#renewMask(capacity);
  }

  #renewMask(capacity: number): void {
    this.#inputs = undefined;
    this.mask = floatTensor([this.#sizes.rows, capacity]);
    this.#lengths.forEach((length, row) => {
      this.mask.data.fill(1, row * capacity, row * capacity + length);
    });
  }

  #rebuild(rows: readonly number[], entries: number): void {
    const [oldKeys, oldValues, oldLengths] = [this.keys, this.values, this.#lengths];
    this.#sizes.rows = rows.length;
    this.#lengths = Int32Array.from(rows, (row) => oldLengths[row]!);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
    const none = new Int32Array(rows.length);
    for (const layer of this.keys.keys()) {
      copyEntries(headsOf(oldKeys[layer]!, 0, this.#sizes), this.keys[layer]!, this.#lengths, none, rows);
      copyEntries(headsOf(oldValues[layer]!, 0, this.#sizes), this.values[layer]!, this.#lengths, none, rows);
    }
    release([...oldKeys, ...oldValues]);
    this.#renewMask(this.#capacity);
  }
}

/** The smallest multiple of `step` that holds `entries`, and one at least. */
function rounded(entries: number, step: number): number {
  return Math.max(1, Math.ceil(entries / step)) * step;
}

/** A tensor in the first numbers of a buffer. */
function tensorIn(buffer: Float32Array, dims: readonly number[]): FloatTensor {
  return floatTensor(dims, buffer.subarray(0, elementCount(dims)));
}
