import type { Draft } from '../../engine/draft/index.js';
import type { Manifest } from '../../engine/manifest/index.js';
import { isOwnPicture } from '../../engine/own/index.js';
import type { ArtworkCredit } from '../types.js';
import { ownOf } from './own-things.js';

/** What a picture's record says of where a draft's pictures are from; of own ones no more than that they were. */
export function drawnAfter(draft: Draft | null | undefined, manifest: Pick<Manifest, 'attribution'>) {
  if (!draft) return {};
  const own = ownOf(draft);
  return { artworks: artworksOf(draft, manifest), ...(own.length === 0 ? {} : { own }) };
}

/** The works of a draft but own things, each once, with what the bundle says of where they are from. */
export function artworksOf(
  draft: Draft | null | undefined,
  { attribution }: Pick<Manifest, 'attribution'>,
): ArtworkCredit[] {
  const things = (draft?.things ?? []).filter(({ picture }) => !isOwnPicture(picture));
  const works = things.map(({ thing, picture }): ArtworkCredit => {
    // A slug begins with its set: `noto:fox`.
    const [set] = picture.split(':');
    const from = attribution.find((one) => one.set === set);
    if (from === undefined) return { thing, picture };
    const { name, author, licence, source } = from;
    return { thing, picture, set: name, author, licence, source };
  });
  return [...new Map(works.map((work) => [work.picture, work])).values()];
}
