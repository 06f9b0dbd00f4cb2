import { z } from 'zod';
import { ownValue } from '../basics/index.js';
import type { FileError } from '../manifest/index.js';

const ARRAYS = { U8: Uint8Array, U16: Uint16Array, U32: Uint32Array, F32: Float32Array } as const;

/** Element types that are read, of those that the format knows. */
export type Dtype = keyof typeof ARRAYS;
/** The typed array of an element type. */
export type ArrayOf<D extends Dtype> = InstanceType<(typeof ARRAYS)[D]>;

/** The named tensors of a safetensors file. */
export interface Safetensors {
  /**
   * The numbers of a tensor, row by row: a view of the file's bytes wherever these are aligned.
   * @throws EngineError `bundle_invalid` when there is none of that name, type and shape
   */
  tensor<D extends Dtype>(name: string, dtype: D, shape: readonly number[]): ArrayOf<D>;
  /**
   * How many numbers a tensor of one dimension holds.
   * @throws EngineError `bundle_invalid` when there is none of that name
   */
  lengthOf(name: string): number;
  /**
   * How many numbers a row of a tensor holds.
   * @throws EngineError `bundle_invalid` when there is none of that name
   */
  widthOf(name: string): number;
  /** Whether there is a tensor of a name. */
  has(name: string): boolean;
}

const LENGTH_BYTES = 8;

const size = z.int().nonnegative();
const entry = z.object({ dtype: z.string(), shape: z.array(size), data_offsets: z.tuple([size, size]) });
const headerSchema = z.record(z.string(), entry);

/**
 * Reads the header of a safetensors file (https://huggingface.co/docs/safetensors): 8 bytes with the length of a JSON
 * header, the header, which gives each tensor's type, shape and place, and the numbers, all little-endian, as are the
 * processors that onnxruntime-node runs on.
 *
 * @param reject makes the error that names the file
 * @throws EngineError `bundle_invalid`
 */
export function readSafetensors(bytes: Uint8Array, reject: FileError): Safetensors {
  const { header, data } = split(bytes, reject);
  const entryOf = (name: string) => {
    const found = ownValue(header, name);
    if (found === undefined) throw reject(`holds no ${name}`);
    return found;
  };
  return {
    has: (name) => ownValue(header, name) !== undefined,
    lengthOf: (name) => entryOf(name).shape[0] ?? 1,
    widthOf: (name) => entryOf(name).shape[1] ?? 1,
    tensor(name, dtype, shape) {
      const {
        dtype: found,
        shape: foundShape,
        data_offsets: [from, to],
      } = entryOf(name);
      if (found !== dtype || foundShape.join() !== shape.join()) {
        throw reject(`holds ${name} as ${typeText(found, foundShape)} instead of ${typeText(dtype, shape)}`);
      }
      const count = shape.reduce((product, side) => product * side, 1);
      const { BYTES_PER_ELEMENT: width } = ARRAYS[dtype];
      if (to - from !== count * width || to > data.length) throw reject(`is too short for its ${name}`);
      return viewOf(dtype, data.subarray(from, to));
    },
  };
}

function split(bytes: Uint8Array, reject: FileError): { header: z.infer<typeof headerSchema>; data: Uint8Array } {
  const { buffer, byteOffset } = bytes;
  const length =
    bytes.length < LENGTH_BYTES ? Number.NaN : Number(new DataView(buffer, byteOffset).getBigUint64(0, true));
  if (!(LENGTH_BYTES + length <= bytes.length)) throw reject('is no safetensors file');
  const text = Buffer.from(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length)).toString('utf8');
  try {
    // Free text about the file, which is of no tensor's form.
    const { __metadata__: _, ...entries } = JSON.parse(text);
    return { header: headerSchema.parse(entries), data: bytes.subarray(LENGTH_BYTES + length) };
  } catch (cause) {
    throw reject('is no safetensors file', cause);
  }
}

function viewOf<D extends Dtype>(dtype: D, bytes: Uint8Array): ArrayOf<D> {
  const Numbers = ARRAYS[dtype];
  const width = Numbers.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % width === 0 ? bytes : new Uint8Array(bytes);
  return new Numbers(aligned.buffer as ArrayBuffer, aligned.byteOffset, bytes.length / width) as ArrayOf<D>;
}

function typeText(dtype: string, shape: readonly number[]): string {
  return `${dtype} [${shape.join(', ')}]`;
}
