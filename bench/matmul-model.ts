import { writeFile } from 'node:fs/promises';

/** Wire types of protocol buffers. */
const VARINT = 0;
const BYTES = 2;
/** `onnx.TensorProto.DataType.FLOAT`. */
const FLOAT = 1;

/**
 * Writes an ONNX model that multiplies its input `a` [size, size] by a constant matrix, giving `c`: the plainest measure of
 * what ONNX Runtime gets out of a machine. The constant is packed once when the model is loaded, as a network's weights are.
 * Field numbers are those of onnx.proto3.
 *
 * @param weights [size, size]
 */
export function writeMatmulModel(path: string, size: number, weights: Float32Array): Promise<void> {
  const shape = message(dimension(size), dimension(size));
  const value = (name: string) =>
    message(text(1, name), bytes(2, message(bytes(1, message(int(1, FLOAT), bytes(2, shape))))));
  const constant = message(
    int(1, size),
    int(1, size),
    int(2, FLOAT),
    text(8, 'b'),
    bytes(9, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)),
  );
  const node = message(text(1, 'a'), text(1, 'b'), text(2, 'c'), text(4, 'MatMul'));
  const graph = message(
    bytes(1, node),
    text(2, 'matmul'),
    bytes(5, constant),
    bytes(11, value('a')),
    bytes(12, value('c')),
  );
  const opset = message(int(2, 17));
  return writeFile(path, message(int(1, 8), bytes(7, graph), bytes(8, opset)));
}

function dimension(size: number): Buffer {
  return bytes(1, message(int(1, size)));
}

function message(...fields: readonly Buffer[]): Buffer {
  return Buffer.concat(fields);
}

function int(field: number, value: number): Buffer {
  return Buffer.concat([varint((field << 3) | VARINT), varint(value)]);
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | BYTES), varint(content.length), content]);
}

function text(field: number, content: string): Buffer {
  return bytes(field, Buffer.from(content));
}

function varint(value: number): Buffer {
  const groups: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) groups.push((rest % 0x80) | 0x80);
  return Buffer.from([...groups, rest]);
}
