import { writeFile } from 'node:fs/promises';
import { bytesField, numberField, protobufMessage, textField } from '../src/engine/runtime/protobuf.js';

/** `onnx.TensorProto.DataType.FLOAT`. */
const FLOAT = 1;

/**
 * Writes an ONNX model that multiplies its input `a` [rows, inner] by a constant matrix [inner, columns], giving `c`:
 * the plainest measure of what ONNX Runtime gets out of a machine. The constant is packed once when the model is
 * loaded, as a network's weights are. Field numbers are those of onnx.proto3.
 *
 * @param weights [inner, columns]
 */
export function writeMatmulModel(
  path: string,
  [rows, inner, columns]: readonly [number, number, number],
  weights: Float32Array,
): Promise<void> {
  const value = (name: string, ...sizes: number[]) => {
    const shape = protobufMessage(...sizes.map((size) => bytesField(1, numberField(1, size))));
    return protobufMessage(textField(1, name), bytesField(2, bytesField(1, tensorType(shape))));
  };
  const constant = protobufMessage(
    numberField(1, inner),
    numberField(1, columns),
    numberField(2, FLOAT),
    textField(8, 'b'),
    bytesField(9, Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)),
  );
  const node = protobufMessage(textField(1, 'a'), textField(1, 'b'), textField(2, 'c'), textField(4, 'MatMul'));
  const graph = protobufMessage(
    bytesField(1, node),
    textField(2, 'matmul'),
    bytesField(5, constant),
    bytesField(11, value('a', rows, inner)),
    bytesField(12, value('c', rows, columns)),
  );
  const opset = numberField(2, 17);
  return writeFile(path, protobufMessage(numberField(1, 8), bytesField(7, graph), bytesField(8, opset)));
}

function tensorType(shape: Uint8Array): Buffer {
  return protobufMessage(numberField(1, FLOAT), bytesField(2, shape));
}
