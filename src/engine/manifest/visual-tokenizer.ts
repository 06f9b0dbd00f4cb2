import type { Manifest } from './manifest.js';

/** Hex digits of the name: 4 bytes, enough to tell every bundle that anybody has apart, and short in a latent code. */
export const VISUAL_TOKENIZER_DIGITS = 8;

/**
 * Name of a bundle's visual tokenizer, which alone says what visual tokens look like: the first 8 hex digits of the
 * sha256 of `visual_decoder.onnx`. Bundles that have the same one, such as those trained on from each other with the
 * tokenizer left as it was, read each other's tokens; to any other bundle they are noise.
 */
export function visualTokenizerOf({ files }: Pick<Manifest, 'files'>): string {
  // Every manifest lists it: manifest-checks.ts.
  return files['visual_decoder.onnx']!.sha256.slice(0, VISUAL_TOKENIZER_DIGITS);
}
