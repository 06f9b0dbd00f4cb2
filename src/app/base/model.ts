import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../engine/context/index.js';
import { readAhead } from '../../engine/words/index.js';

/** A bundle, and what can be known of it without opening a model. */
export interface Model {
  bundle: Bundle;
  context: LatentContext;
}

/**
 * Reads and verifies a bundle, and gathers the words that prompts are read by: a service starts once and reads many.
 *
 * @throws KaleidoError `bundle_missing`, `bundle_invalid` or `bundle_corrupt`
 */
export async function loadModel(dir: string): Promise<Model> {
  const bundle = await loadBundle(dir);
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  readAhead(context.reader);
  return { bundle, context };
}
