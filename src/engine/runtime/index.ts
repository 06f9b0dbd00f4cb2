export {
  floatOutput,
  type GraphEdit,
  intOutput,
  openSession,
  PROVIDERS,
  type Provider,
  type Session,
  type SessionOptions,
} from './onnx.js';
export {
  bytesField,
  bytesFieldHead,
  numberField,
  type ProtobufField,
  protobufFields,
  protobufMessage,
  textField,
} from './protobuf.js';
export { release } from './release.js';
export { createSessionPool } from './session-pool.js';
export { type WeightsFile, weightsFiles } from './weights-files.js';
