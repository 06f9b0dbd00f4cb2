import type { FloatTensor, Tensor } from '../basics/index.js';
import { floatOutput } from '../runtime/index.js';

/** Keys and values of every layer, each [B, H, N, d]. */
export interface LayerCaches {
  keys: readonly FloatTensor[];
  values: readonly FloatTensor[];
}

/** Names of the inputs or outputs that hold a layer's keys and values (docs/bundle.md). */
function layerNames(prefix: 'past' | 'cross', layer: number) {
  return { keys: `${prefix}_keys_${layer}`, values: `${prefix}_values_${layer}` } as const;
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
 * Entries in a row that are worth a view of them to copy all at once; most calls copy a single one, which a loop does
 * faster.
 */
const LONG = 4;

/**
 * [B, H, N, d] numbers inside a larger tensor, as pairs: the first row's begin at `offset`, the next row's `stride`
 * later.
 */
interface Entries {
  pairs: Float64Array;
  offset: number;
  stride: number;
  /** N. */
  count: number;
}

/** Heads k · H … (k + 1) · H − 1 of a tensor [B, …, N, d]. */
export function headsOf(
  { dims, data }: FloatTensor,
  k: number,
  { heads, headSize }: { heads: number; headSize: number },
): Entries {
  const [, all, count] = dims as [number, number, number, number];
  const head = (count * headSize) / 2;
  return { pairs: pairsOf(data), offset: k * heads * head, stride: all * head, count };
}

/**
 * The same numbers two at a time, which halves the work of copying them. Only a pair whose second number is no number
 * itself would be changed on the way.
 */
function pairsOf({ buffer, byteOffset, length }: Float32Array): Float64Array {
  return new Float64Array(buffer, byteOffset, length / 2);
}

/**
 * Copies the first `counts[b]` entries of row `from[b]` (default: b) to entry `starts[b]` of row b of the target, in
 * every head.
 */
export function copyEntries(
  { pairs: read, offset, stride, count }: Entries,
  target: FloatTensor,
  counts: ArrayLike<number>,
  starts: ArrayLike<number>,
  from?: readonly number[],
): void {
  const [rows, heads, capacity, headSize] = target.dims as [number, number, number, number];
  const write = pairsOf(target.data);
  const size = headSize / 2;
  for (let row = 0; row < rows; row++) {
    const length = counts[row]! * size;
    for (let head = 0; head < heads; head++) {
      const first = offset + (from?.[row] ?? row) * stride + head * count * size;
      const start = ((row * heads + head) * capacity + starts[row]!) * size;
      if (length > LONG * size) write.set(read.subarray(first, first + length), start);
      else for (let k = 0; k < length; k++) write[start + k] = read[first + k]!;
    }
  }
}
