import type { Bundle } from '../engine/bundle/index.js';
import { createDescriber, type PictureDescription } from '../engine/describe/index.js';
import { decodePng, toDescribe } from '../images/index.js';

/** Says of PNGs what they show. */
export function createDescribing(
  bundle: Pick<Bundle, 'manifest' | 'memory'>,
): (png: Buffer) => Promise<PictureDescription> {
  const describe = createDescriber(bundle);
  const { size } = bundle.manifest.image;
  return async (png) => describe(await toDescribe((await decodePng(png)).image, size));
}
