import type { Bundle } from '../bundle/index.js';
import { createLatentContext, createTextTokenizer } from '../context/index.js';
import { createDrafts } from '../draft/index.js';
import type { Painter, PictureSource } from './painter.js';
import { createPlanPainter } from './plan-painter.js';

/**
 * Paints a bundle's plans with any text-to-image engine, for who uses Kaleido as a library: a plan of `createEngine`
 * goes in, and pictures of the source come out, each begun from the plan's rough composition.
 *
 * Painting throws EngineError `painter_refused` for a picture that is black all over, and what the source throws.
 */
export function createPainter(bundle: Bundle, source: PictureSource): Painter {
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  return createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}
