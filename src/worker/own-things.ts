import type { BlobStore, Generation, OwnPicture } from '../core/index.js';
import { GenerationFailed } from '../core/work/index.js';
import type { Bundle } from '../engine/bundle/index.js';
import { createDescriber, describedPicture } from '../engine/describe/index.js';
import { type OwnThing, ownThing } from '../engine/own/index.js';
import { asThing, decodePng, toDescribe } from '../images/index.js';

/** Reads the pictures of a generation that are people's own, as the engine draws by them. */
export type OwnThingsOf = (
  generation: Pick<Generation, 'settings'>,
  blobs: Pick<BlobStore, 'get'>,
) => Promise<OwnThing[]>;

/** What it makes throws GenerationFailed `own_picture_gone` when a picture has been deleted. */
export function createOwnThings(bundle: Pick<Bundle, 'manifest' | 'memory'>): OwnThingsOf {
  const { size } = bundle.manifest.image;
  const describe = createDescriber(bundle);
  const read = async ({ name, isFaceless, isWhole }: OwnPicture, file: Buffer) => {
    const { image } = await decodePng(file);
    if (isWhole) return describedPicture(describe, await toDescribe(image, size));
    return ownThing(name, await asThing(image, size), isFaceless);
  };
  return ({ settings: { own = [] } }, blobs) =>
    Promise.all(
      own.map(async (one) => {
        const file = await blobs.get(one.picture);
        if (file === null) throw new GenerationFailed('own_picture_gone', { name: one.name });
        return read(one, file);
      }),
    );
}
