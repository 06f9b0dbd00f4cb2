import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../draft/index.js';
import type { Latents } from '../latents/index.js';

/**
 * The draft with latents over it that somebody chose since: same artwork, same looks, in the boxes, on the blobs and in
 * the palette given. Where the boxes or blobs are new, the other of the two is measured anew.
 */
export function withLatents(draft: Draft, { boxes, blobs, palette }: Latents): Draft {
  const { boxes: oldBoxes, blobs: oldBlobs, ...rest } = draft;
  const isMoved = boxes !== undefined || blobs !== undefined;
  const placed = isMoved ? { boxes, blobs } : { boxes: oldBoxes, blobs: oldBlobs };
  return {
    ...rest,
    ...(placed.boxes ? { boxes: placed.boxes } : {}),
    ...(placed.blobs ? { blobs: placed.blobs } : {}),
    ...(palette ? { palette } : {}),
  };
}

/** How much of a draft another one keeps: pictures, looks, style, layout and mirror. For ordering only. */
export function keptOf(before: Draft, after: Draft): number {
  const left = [...before.things];
  const things = after.things.reduce((sum, thing) => {
    const at = left.findIndex(({ picture }) => picture === thing.picture);
    if (at < 0) return sum;
    const [old] = left.splice(at, 1);
    const looks = [
      old!.paint === thing.paint,
      old!.mood === thing.mood,
      old!.mark === thing.mark,
      isDeepStrictEqual(old!.parts, thing.parts),
    ];
    return sum + 4 + looks.filter(Boolean).length + 0.5 * Number(old!.flip === thing.flip);
  }, 0);
  const layout = Number(before.kind === after.kind) + Number(before.places === after.places);
  return things + 2 * Number(before.style === after.style) + layout;
}

/**
 * A draft of another description in the place of one before: where as many things are left, each is mirrored and placed
 * as it was. What was placed anew stays there.
 */
export function inPlaceOf(before: Draft, after: Draft): Draft {
  if (after.things.length !== before.things.length) return after;
  const things = after.things.map((thing, k) => ({ ...thing, flip: before.things[k]!.flip }));
  const { boxes, blobs } = after.boxes || after.blobs ? after : before;
  const { places = after.places } = after.kind === before.kind ? before : after;
  return {
    ...after,
    things,
    ...(places === undefined ? {} : { places }),
    ...(boxes ? { boxes } : {}),
    ...(blobs ? { blobs } : {}),
  };
}
