import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import { createLabelledAs } from '../../../../../src/engine/draft/layout/place.js';
import type { Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

/** What layouts need of the shipped bundle, on canvases of so many pixels a side. */
export async function shippedStage(
  size: number,
): Promise<{ stage: Stage; labelledAs: ReturnType<typeof createLabelledAs> }> {
  const bundle = await loadBundle('models/stickers');
  const stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size };
  return { stage, labelledAs: createLabelledAs(bundle.memory) };
}
