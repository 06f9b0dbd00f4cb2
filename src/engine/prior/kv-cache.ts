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
export function layerNames(prefix: 'past' | 'cross' | 'new', layer: number): { keys: string; values: string } {
  return { keys: `${prefix}_keys_${layer}`, values: `${prefix}_values_${layer}` };
}

/** Zeroed caches of `entries` entries. */
export function emptyCaches(
  { layers, rows, heads, headSize }: KvCacheSizes,
  entries: number,
): { keys: FloatTensor[]; values: FloatTensor[] } {
  const buffers = () => Array.from({ length: layers }, () => floatTensor([rows, heads, entries, headSize]));
  return { keys: buffers(), values: buffers() };
}

/** Caches by the names of a graph's inputs or outputs. */
export function layerTensors(
  prefix: 'past' | 'cross' | 'new',
  { keys, values }: LayerCaches,
): Record<string, FloatTensor> {
  const inputs: Record<string, FloatTensor> = {};
  for (const layer of keys.keys()) {
    const names = layerNames(prefix, layer);
    inputs[names.keys] = keys[layer]!;
    inputs[names.values] = values[layer]!;
  }
  return inputs;
}

/** Caches from a graph's outputs. */
export function layerOutputs(
  prefix: 'cross' | 'new',
  outputs: Readonly<Record<string, Tensor>>,
  layers: number,
): LayerCaches {
  const names = Array.from({ length: layers }, (_, layer) => layerNames(prefix, layer));
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
   * @param made N new entries [B, H, N, d] a layer, or [1, H, N, d] when all rows get the same
   * @param counts [B], each 0–N
   */
  append(made: LayerCaches, counts: ArrayLike<number>): void {
    const longest = this.#lengths.reduce((most, length, row) => Math.max(most, length + counts[row]!), 0);
    if (longest > this.#capacity) this.#rebuild([...this.#lengths.keys()], longest);
    for (const layer of this.keys.keys()) {
      copyEntries(made.keys[layer]!, this.keys[layer]!, counts, this.#lengths);
      copyEntries(made.values[layer]!, this.values[layer]!, counts, this.#lengths);
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
    const { keys, values } = emptyCaches(this.#sizes, capacity);
    return [keys, values, floatTensor([this.#sizes.rows, capacity])];
  }

  #rebuild(rows: readonly number[], entries: number): void {
    const [oldKeys, oldValues, oldLengths] = [this.keys, this.values, this.#lengths];
    this.#sizes.rows = rows.length;
    this.#lengths = Int32Array.from(rows, (row) => oldLengths[row]!);
    [this.keys, this.values, this.mask] = this.#allocate(entries);
    const none = new Int32Array(rows.length);
    for (const layer of this.keys.keys()) {
      copyEntries(oldKeys[layer]!, this.keys[layer]!, this.#lengths, none, rows);
      copyEntries(oldValues[layer]!, this.values[layer]!, this.#lengths, none, rows);
    }
    this.#lengths.forEach((length, row) => {
      this.mask.data.fill(1, row * this.#capacity, row * this.#capacity + length);
    });
  }
}

/**
 * Copies the first `counts[b]` entries of row `from[b]` (default: b, or 0 when the source has one row) to entry `starts[b]`
 * of row b of the target, in every head.
 */
function copyEntries(
  source: FloatTensor,
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
      const first = (sourceRow * heads + head) * sourceEntries * headSize;
      const start = ((row * heads + head) * capacity + starts[row]!) * headSize;
      const length = counts[row]! * headSize;
      // A loop of one entry's numbers is faster than making a view of them first, and most calls copy one entry.
      for (let k = 0; k < length; k++) write[start + k] = read[first + k]!;
    }
  }
}
