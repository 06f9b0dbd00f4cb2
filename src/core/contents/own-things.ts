import type { RgbaImage } from '../../engine/basics/index.js';
import type { Draft } from '../../engine/draft/index.js';
import { isOwnPicture, type OwnThing, ownPicture, ownThing, wholePicture } from '../../engine/own/index.js';
import { asThing, decodePng, toDescribe } from '../../images/index.js';
import type { Lost, OwnPicture } from '../types.js';

/** A picture as it is kept, as the engine draws things by it. @param side of the bundle's pictures */
export async function ownThingOf(
  { name, isFaceless, isWhole }: Pick<OwnPicture, 'name' | 'isFaceless' | 'isWhole'>,
  file: Uint8Array,
  side: number,
): Promise<OwnThing> {
  const { image }: { image: RgbaImage } = await decodePng(file);
  if (isWhole) return wholePicture(name, (await toDescribe(image, side)).whole);
  return ownThing(name, await asThing(image, side), isFaceless);
}

/** What a draft says of the own things in it: what it calls them, and the beginning of their pictures' hashes. */
export function ownOf(draft: Draft | null | undefined): { thing: string; picture: string }[] {
  const own = (draft?.things ?? []).filter(({ picture }) => isOwnPicture(picture));
  return [...new Map(own.map(({ thing, picture }) => [picture, { thing, picture }])).values()];
}

/**
 * What is given, without a draft of own things that are not at hand, as of a code that somebody else shared: the
 * picture is then painted from its latents alone.
 */
export function withOwnAtHand<T extends { draft: Draft | null; lost: readonly Lost[] }>(
  given: T,
  own: readonly Pick<OwnThing, 'key'>[],
): T {
  const known = own.map(ownPicture);
  if (ownOf(given.draft).every(({ picture }) => known.includes(picture))) return given;
  return { ...given, draft: null, lost: [...given.lost, { kind: 'tokens', how: 'without_picture' }] };
}
