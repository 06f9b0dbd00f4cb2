import type { BlobStore, Generation } from '../core/index.js';
import { GenerationFailed } from '../core/work/index.js';
import { type OwnThing, ownThing } from '../engine/own/index.js';
import { asThing, decodePng } from '../images/index.js';

/**
 * The pictures of a generation that are people's own, as the engine draws things by them.
 *
 * @param side of the bundle's pictures
 * @throws GenerationFailed `own_picture_gone` when one has been deleted
 */
export async function ownThingsOf(
  { settings: { own = [] } }: Generation,
  blobs: Pick<BlobStore, 'get'>,
  side: number,
): Promise<OwnThing[]> {
  return Promise.all(
    own.map(async ({ name, picture, isFaceless }) => {
      const file = await blobs.get(picture);
      if (file === null) throw new GenerationFailed('own_picture_gone', { name });
      return ownThing(name, await asThing((await decodePng(file)).image, side), isFaceless);
    }),
  );
}
