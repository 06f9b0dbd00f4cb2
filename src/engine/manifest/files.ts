/** Names of the files in a bundle's folder (docs/bundle.md). */
export const MANIFEST_FILE = 'kaleido.json';
export const TOKENIZER_FILE = 'tokenizer.json';

/** The graphs that every bundle has. */
export const GRAPH_FILES = [
  'text_encoder.onnx',
  'prior.onnx',
  'visual_decoder.onnx',
  'visual_encoder.onnx',
  'conditioner.onnx',
  'denoiser.onnx',
] as const;

/** The artwork that the model was trained on, its measures, and what it shows. */
export const MEMORY_FILES = { pictures: 'memory.bin', measures: 'memory.safetensors', things: 'things.json' } as const;

/** Which parts of the artwork can be coloured by themselves; a bundle need not have it. */
export const PARTS_FILE = 'parts.safetensors';

/** What the artwork looks like, by which things are found in pictures; a bundle need not have it. */
export const LIKENESS_FILE = 'likeness.safetensors';

/** Artwork of ours beside the memory, in the same formats: what is worn. A bundle has all three or none. */
export const DRAWN_FILES = { pictures: 'drawn.bin', measures: 'drawn.safetensors', things: 'drawn.json' } as const;

export type GraphFile = (typeof GRAPH_FILES)[number];
