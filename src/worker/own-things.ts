import { ownThingOf } from '../core/contents/index.js';
import type { BlobStore, Generation, OwnPicture } from '../core/index.js';
import { GenerationFailed } from '../core/work/index.js';
import type { Bundle } from '../engine/bundle/index.js';
import { createDescriber, describedPicture } from '../engine/describe/index.js';
import type { OwnThing } from '../engine/own/index.js';
import { decodePng, toDescribe } from '../images/index.js';

/** Reads the pictures of a generation that are people's own, as the engine draws by them. */
export type OwnThingsOf = (
  generation: Pick<Generation, 'settings'>,
  blobs: Pick<BlobStore, 'get'>,
) => Promise<OwnThing[]>;

/** What it makes throws GenerationFailed `own_picture_gone` when a picture has been deleted. */
export function createOwnThings(bundle: Pick<Bundle, 'manifest' | 'memory'>): OwnThingsOf {
  const { size } = bundle.manifest.image;
  const describe = createDescriber(bundle);
  const read = async (one: OwnPicture, file: Buffer) =>
    one.isWhole
      ? describedPicture(describe, await toDescribe((await decodePng(file)).image, size))
      : ownThingOf(one, file, size);
  return ({ settings: { own = [] } }, blobs) =>
    Promise.all(
      own.map(async (one) => {
        const file = await blobs.get(one.picture);
        if (file === null) throw new GenerationFailed('own_picture_gone', { name: one.name });
        return read(one, file);
      }),
    );
}
