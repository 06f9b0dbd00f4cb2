export { inputShapes } from './graph-inputs.js';
export { hasGraphicsCard } from './graphics-card.js';
export {
  floatOutput,
  type GraphEdit,
  intOutput,
  PROVIDERS,
  type Provider,
  type ProviderWish,
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
export { fastestFirst, type ProviderTrial, type TrialOptions, tryProviders } from './provider-trials.js';
export { release } from './release.js';
export { createSessionPool } from './session-pool.js';
export { type WeightsFile, weightsFiles } from './weights-files.js';
