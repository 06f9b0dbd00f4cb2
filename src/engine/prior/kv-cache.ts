import type { Manifest } from '../bundle/manifest.js';
import { floatOutput } from '../onnx.js';
import { type FloatTensor, floatTensor, type Tensor } from '../tensor.js';

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

/** Keys and values of every layer, each [B, H, N, d]. */
export interface LayerCaches {
  keys: readonly FloatTensor[];
  values: readonly FloatTensor[];
}

/** Names of the inputs or outputs that hold a layer's keys and values (docs/bundle.md). */
function layerNames(prefix: 'past' | 'cross', layer: number): { keys: string; values: string } {
  return { keys: `${prefix}_keys_${layer}`, values: `${prefix}_values_${layer}` };
}

/** A tensor for what `prior.onnx` gives of N new tokens: keys and values of layer 0, of layer 1, …, [2L, B, H, N, d]. */
export function newEntries({ layers, rows, heads, headSize }: KvCacheSizes, tokens: number): FloatTensor {
  return floatTensor([2 * layers, rows, heads, tokens, headSize]);
}

/** Caches by the names of a graph's inputs or outputs. */
export function layerTensors(prefix: 'past' | 'cross', { keys, values }: LayerCaches): Record<string, FloatTensor> {
  const inputs: Record<string, FloatTensor> = {};
  for (const layer of keys.keys()) {
    const names = layerNames(prefix, layer);
    inputs[names.keys] = keys[layer]!;
    inputs[names.values] = values[layer]!;
  }
  return inputs;
}

/** The prompt's caches from the text encoder's outputs. */
export function crossCaches(outputs: Readonly<Record<string, Tensor>>, layers: number): LayerCaches {
  const names = Array.from({ length: layers }, (_, layer) => layerNames('cross', layer));
  return {
    keys: names.map((name) => floatOutput(outputs, name.keys)),
    values: names.map((name) => floatOutput(outputs, name.values)),
  };
}

/**
 * Keys and values of the tokens so far, in buffers [B, H, S, d] a layer with S spare entries that `mask` [B, S] hides. Rows may
 * be of different lengths. There is always at least one entry, masked at first, because an empty axis is not portable.
 */
export class KvCache implements LayerCaches {
  keys: FloatTensor[];
  values: FloatTensor[];
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
   * @param made N new entries (`newEntries`) of B rows, or of one when all rows get the same
   * @param counts [B], each 0–N
   */
  append(made: FloatTensor, counts: ArrayLike<number>): void {
    const longest = this.#lengths.reduce((most, length, row) => Math.max(most, length + counts[row]!), 0);
    if (longest > this.#capacity) this.#rebuild([...this.#lengths.keys()], longest);
    for (const layer of this.keys.keys()) {
      copyEntries(part(made, 2 * layer), this.keys[layer]!, counts, this.#lengths);
      copyEntries(part(made, 2 * layer + 1), this.values[layer]!, counts, this.#lengths);
    }
    for (let row = 0; row < this.#sizes.rows; row++) {
      const start = row * this.#capacity + this.#lengths[row]!;
      this.mask.data.fill(1, start, start + counts[row]!);
      this.#lengths[row]! += counts[row]!;
    }
  }

  /** What `prior.onnx` reads of the past. */
  get inputs(): Record<string, FloatTensor> {
    return { ...layerTensors('past', this), past_mask: this.mask };
  }

  /** Keeps only these rows, in this order. */
  keepRows(rows: readonly number[]): void {
    this.#rebuild(rows, this.#capacity);
  }

  get #capacity(): number {
    return this.mask.dims[1]!;
  }

  #allocate(entries: number): [FloatTensor[], FloatTensor[], FloatTensor] {
    const capacity = Math.max(1, Math.ceil(entries / GROWTH)) * GROWTH;
    const { layers, rows, heads, headSize } = this.#sizes;
    const buffers = () => Array.from({ length: layers }, () => floatTensor([rows, heads, capacity, headSize]));
    return [buffers(), buffers(), floatTensor([rows, capacity])];
  }

  #rebuild(rows: readonly number[], entries: number): void {
    const [oldKeys, oldValues, oldLengths] = [this.keys, this.values, this.#lengths];
    this.#sizes.rows = rows.length;
    this.#lengths = Int32Array.from(rows, (row) => oldLengths[row]!);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
    const none = new Int32Array(rows.length);
    for (const layer of this.keys.keys()) {
      copyEntries({ ...oldKeys[layer]!, offset: 0 }, this.keys[layer]!, this.#lengths, none, rows);
      copyEntries({ ...oldValues[layer]!, offset: 0 }, this.values[layer]!, this.#lengths, none, rows);
    }
    this.#lengths.forEach((length, row) => {
      this.mask.data.fill(1, row * this.#capacity, row * this.#capacity + length);
    });
  }
}

/** [B, H, N, d] numbers that begin at `offset` of `data`. */
type Entries = Pick<FloatTensor, 'dims' | 'data'> & { offset: number };

/** Part k of new entries [2L, B, H, N, d]. */
function part({ dims, data }: FloatTensor, k: number): Entries {
  return { dims: dims.slice(1), data, offset: (k * data.length) / dims[0]! };
}

/**
 * Copies the first `counts[b]` entries of row `from[b]` (default: b, or 0 when the source has one row) to entry `starts[b]`
 * of row b of the target, in every head.
 */
function copyEntries(
  source: Entries,
  target: FloatTensor,
  counts: ArrayLike<number>,
  starts: ArrayLike<number>,
  from?: readonly number[],
): void {
  const [rows, heads, capacity, headSize] = target.dims as [number, number, number, number];
  const [sourceRows, , sourceEntries] = source.dims as [number, number, number];
  const [read, write] = [source.data, target.data];
  for (let row = 0; row < rows; row++) {
    const sourceRow = from?.[row] ?? (sourceRows === 1 ? 0 : row);
    for (let head = 0; head < heads; head++) {
      const first = source.offset + (sourceRow * heads + head) * sourceEntries * headSize;
      const start = ((row * heads + head) * capacity + starts[row]!) * headSize;
      const length = counts[row]! * headSize;
      // A loop of one entry's numbers is faster than making a view of them first, and most calls copy one entry.
      for (let k = 0; k < length; k++) write[start + k] = read[first + k]!;
    }
  }
}
