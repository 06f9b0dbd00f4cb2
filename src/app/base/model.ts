import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../engine/context/index.js';

/** A bundle, and what can be known of it without opening a model. */
export interface Model {
  bundle: Bundle;
  context: LatentContext;
}

/**
 * Reads and verifies a bundle.
 *
 * @throws KaleidoError `bundle_missing`, `bundle_invalid` or `bundle_corrupt`
 */
export async function loadModel(dir: string): Promise<Model> {
  const bundle = await loadBundle(dir);
  return { bundle, context: createLatentContext(bundle, createTextTokenizer(bundle)) };
}
