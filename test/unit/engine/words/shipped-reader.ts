import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createPromptReader } from '../../../../src/engine/words/prompt-reader.js';
import type { PromptReader } from '../../../../src/engine/words/prompt-reading.js';

/** A reader for the bundle that comes with the package. */
export async function shippedReader(): Promise<PromptReader> {
  return createPromptReader(await loadBundle('models/stickers'));
}
