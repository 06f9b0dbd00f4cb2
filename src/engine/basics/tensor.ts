/** A dense row-major array of float32 numbers with its shape. */
export interface FloatTensor {
  readonly dtype: 'float32';
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** A dense row-major array of int64 numbers with its shape. */
export interface IntTensor {
  readonly dtype: 'int64';
  readonly dims: readonly number[];
  readonly data: BigInt64Array;
}

/** What goes into and comes out of a session. */
export type Tensor = FloatTensor | IntTensor;

/** Number of elements of a shape; 1 for the empty shape. */
export function elementCount(dims: readonly number[]): number {
  let count = 1;
  for (const dim of dims) count *= dim;
  return count;
}

/**
 * A float32 tensor over `data`, which is kept and not copied; zeros when left out.
 * @throws RangeError when the length of `data` is not the product of `dims`.
 */
export function floatTensor(dims: readonly number[], data?: Float32Array): FloatTensor {
  const values = data ?? new Float32Array(elementCount(dims));
  checkLength(dims, values.length);
  return { dtype: 'float32', dims, data: values };
}

/**
 * An int64 tensor of whole numbers, copied from `values`.
 * @throws RangeError when the length of `values` is not the product of `dims`.
 */
export function intTensor(dims: readonly number[], values: ArrayLike<number>): IntTensor {
  checkLength(dims, values.length);
  const data = new BigInt64Array(values.length);
  for (let i = 0; i < values.length; i++) data[i] = BigInt(values[i] ?? 0);
  return { dtype: 'int64', dims, data };
}

/**
 * A view of the low halves of an int64 tensor's numbers, that of number k at 2k: numbers of 0 … 2³¹ − 1 are written
 * through it without making a BigInt of each. All processors that onnxruntime-node runs on are little-endian.
 */
export function lowHalves({ data }: IntTensor): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, 2 * data.length);
}

/**
 * Repeats a tensor of shape [outer…, 1, inner…] `copies` times along `axis`, giving [outer…, copies, inner…].
 * @throws RangeError when the axis is not of size 1.
 */
export function repeatAlong(tensor: FloatTensor, axis: number, copies: number): FloatTensor {
  if (tensor.dims[axis] !== 1) throw new RangeError(`Axis ${axis} of [${tensor.dims.join(', ')}] is not of size 1.`);
  if (copies === 1) return tensor;
  const inner = elementCount(tensor.dims.slice(axis + 1));
  const outer = elementCount(tensor.dims.slice(0, axis));
  const data = new Float32Array(outer * copies * inner);
  for (let o = 0; o < outer; o++) {
    const block = tensor.data.subarray(o * inner, (o + 1) * inner);
    for (let c = 0; c < copies; c++) data.set(block, (o * copies + c) * inner);
  }
  return { dtype: 'float32', dims: tensor.dims.with(axis, copies), data };
}

function checkLength(dims: readonly number[], length: number): void {
  if (length !== elementCount(dims)) {
    throw new RangeError(`A tensor of shape [${dims.join(', ')}] holds ${elementCount(dims)} numbers, got ${length}.`);
  }
}
