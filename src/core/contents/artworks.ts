import { ownValue } from '../../engine/basics/index.js';
import type { Draft } from '../../engine/draft/index.js';
import type { Manifest } from '../../engine/manifest/index.js';
import { type Memory, PICTURE_KINDS } from '../../engine/memory/index.js';
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
  return creditsOf(things, attribution);
}

/** What the works of a draft's signs of moods are looked up in. */
interface Bundled {
  manifest: Pick<Manifest, 'attribution' | 'styles' | 'tables'>;
  memory: Pick<Memory, 'things' | 'pictures'> & { measures: Pick<Memory['measures'], 'kind' | 'shows' | 'style'> };
}

/**
 * The works of a draft with those that its marks are drawn after, and the face that is laid over an own thing: these
 * are of the style's set, whatever set the thing is of.
 */
export function artworksWithSigns(draft: Draft | null | undefined, { manifest, memory }: Bundled): ArtworkCredit[] {
  if (!draft) return [];
  const { kind, shows, style } = memory.measures;
  const { moods, marks } = manifest.tables;
  const find = (thing: string, ofKind: number, shown: number) => {
    const at = memory.pictures.findIndex(
      (_, k) => kind[k] === ofKind && shows[k] === shown && manifest.styles[style[k]!] === draft.style,
    );
    return at < 0 ? [] : [{ thing, picture: memory.pictures[at]! }];
  };
  const signs = draft.things.flatMap(({ picture, mood, mark }) => {
    const sign = mark === undefined ? undefined : ownValue(marks, mark)?.thing;
    const face = mood !== undefined && isOwnPicture(picture) ? Object.keys(moods).indexOf(mood) : -1;
    const shown = memory.things.findIndex(({ name }) => name === sign);
    return [
      ...(sign === undefined ? [] : find(sign, PICTURE_KINDS.thing, shown)),
      ...(face < 0 ? [] : find(mood!, PICTURE_KINDS.mood, face)),
    ];
  });
  return [...artworksOf(draft, manifest), ...creditsOf(signs, manifest.attribution)];
}

/** Each work once, with what the bundle says of where it is from. */
function creditsOf(
  pictures: readonly Pick<ArtworkCredit, 'thing' | 'picture'>[],
  attribution: Manifest['attribution'],
): ArtworkCredit[] {
  const works = pictures.map(({ thing, picture }): ArtworkCredit => {
    // A slug begins with its set: `noto:fox`.
    const [set] = picture.split(':');
    const from = attribution.find((one) => one.set === set);
    if (from === undefined) return { thing, picture };
    const { name, author, licence, source } = from;
    return { thing, picture, set: name, author, licence, source };
  });
  return [...new Map(works.map((work) => [work.picture, work])).values()];
}
