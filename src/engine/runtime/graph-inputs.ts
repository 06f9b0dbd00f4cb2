import { type FileHandle, open } from 'node:fs/promises';
import { protobufFields } from './protobuf.js';

/** Numbers of fields in ONNX's messages (onnx.proto). */
const GRAPH = 7;
const INPUT = 11;
const NAME = 1;
const TYPE = 2;
const TENSOR = 1;
const SHAPE = 2;
const DIM = 1;
const DIM_VALUE = 1;

/** Of a field's key and length. */
const HEAD = 20;
/** Bytes of what one input says at most. */
const LARGEST_INPUT = 2 ** 16;

/**
 * What sizes a graph's inputs have on their axes, undefined for one that is free: read from the file without its
 * weights, which may be gigabytes before them.
 *
 * @throws RangeError on a file that is no model, or the system's own error where it cannot be read
 */
export async function inputShapes(path: string): Promise<Map<string, readonly (number | undefined)[]>> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const shapes = new Map<string, readonly (number | undefined)[]>();
    for await (const graph of fieldsIn(file, 0, size)) {
      if (graph.number !== GRAPH) continue;
      for await (const { number, start, end } of fieldsIn(file, graph.start, graph.end)) {
        if (number !== INPUT || end - start > LARGEST_INPUT) continue;
        const { name, shape } = inputOf(await bytesAt(file, start, end - start));
        shapes.set(name, shape);
      }
    }
    return shapes;
  } finally {
    await file.close();
  }
}

/** Where the contents of a message's fields lie in a file. */
async function* fieldsIn(file: FileHandle, from: number, to: number) {
  for (let at = from; at < to; ) {
    const head = await bytesAt(file, at, Math.min(HEAD, to - at));
    const key = varint(head, 0);
    const isLong = key.value % 8 === 2;
    const length = isLong ? varint(head, key.next) : undefined;
    const start = at + (length?.next ?? key.next);
    const end = length === undefined ? at + sizeOfNumber(head, key) : start + length.value;
    if (end > to) throw new RangeError('Not a protobuf message: it ends inside a field.');
    yield { number: Math.floor(key.value / 8), start, end };
    at = end;
  }
}

/** Of a field with a number in it, its key included. */
function sizeOfNumber(head: Uint8Array, { value, next }: { value: number; next: number }): number {
  switch (value % 8) {
    case 0:
      return varint(head, next).next;
    case 1:
      return next + 8;
    case 5:
      return next + 4;
    default:
      throw new RangeError('Not a protobuf message: it has a field of an unknown kind.');
  }
}

function varint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let k = at, scale = 1; k < bytes.length; k++, scale *= 128) {
    value += (bytes[k]! % 128) * scale;
    if (bytes[k]! < 128) return { value, next: k + 1 };
  }
  throw new RangeError('Not a protobuf message: it ends inside a number.');
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

function inputOf(message: Uint8Array): { name: string; shape: readonly (number | undefined)[] } {
  const within = (content: Uint8Array, number: number) =>
    protobufFields(content).filter((field) => field.number === number);
  const name = Buffer.from(within(message, NAME)[0]?.content ?? []).toString();
  const shapes = within(message, TYPE)
    .flatMap(({ content }) => within(content, TENSOR))
    .flatMap(({ content }) => within(content, SHAPE));
  const dims = shapes.flatMap(({ content }) => within(content, DIM));
  return { name, shape: dims.map(({ content }) => fixedSize(content)) };
}

function fixedSize(dim: Uint8Array): number | undefined {
  const [field] = protobufFields(dim).filter(({ number }) => number === DIM_VALUE);
  if (field === undefined) return undefined;
  const bytes = dim.subarray(field.start, field.end);
  const { value } = varint(bytes, varint(bytes, 0).next);
  // Such as no size at all, which some write as 0.
  return value > 0 ? value : undefined;
}
