/** Names of the files in a bundle's folder (docs/bundle.md). */
export const MANIFEST_FILE = 'kaleido.json';
export const TOKENIZER_FILE = 'tokenizer.json';

/** The graphs that every bundle has. */
export const GRAPH_FILES = [
  'text_encoder.onnx',
  'prior.onnx',
  'visual_decoder.onnx',
  'conditioner.onnx',
  'denoiser.onnx',
] as const;

export type GraphFile = (typeof GRAPH_FILES)[number];
