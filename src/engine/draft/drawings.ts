import type { Artwork } from '../memory/index.js';
import { silhouetteOf } from './silhouette.js';

/** Silhouettes no further apart are of one drawing, where two styles have the same drawings. */
const NEAR = 0.06;
/** Part of the things that two styles share whose first pictures are near each other, where the styles are twins. */
const MOSTLY = 0.6;

/** So many things tell; of more, as many are looked at. */
const ENOUGH = 160;

/** What is looked through for drawings. */
export interface DrawnIn {
  /** The bundle's. */
  styles: readonly string[];
  /** Caption names. */
  things: readonly string[];
}

/**
 * Numbers the drawings: a picture has its own number, but where two styles are one set of drawings in two techniques
 * (Fluent's flat and 3d pictures: 93 of 100 things have nearly the same silhouette in both; of no other two styles have
 * 20), it has that of the picture in the style that comes first. The styles are compared when a number is first asked
 * for.
 *
 * @returns the number of a picture of a thing
 */
export function createDrawings(drawnIn: DrawnIn, artwork: Artwork): (picture: number, thing: string) => number {
  let twins: ReadonlyMap<string, readonly string[]> | undefined;
  return (picture, thing) => {
    twins ??= twinStyles(drawnIn, artwork);
    for (const style of twins.get(artwork.styleOf(picture)) ?? []) {
      const near = nearest(artwork, picture, artwork.picturesOf(style, thing));
      if (near !== undefined) return near;
    }
    return picture;
  };
}

/** Of each style those before it that have the same drawings. */
function twinStyles({ styles, things }: DrawnIn, artwork: Artwork): Map<string, readonly string[]> {
  const every = Math.max(1, Math.floor(things.length / ENOUGH));
  const some = things.filter((_, k) => k % every === 0);
  const areTwins = (one: string, other: string) => {
    const shared = some.flatMap((thing) => {
      const [first] = artwork.picturesOf(one, thing);
      const others = artwork.picturesOf(other, thing);
      return first === undefined || others.length === 0 ? [] : [nearest(artwork, first, others) !== undefined];
    });
    return shared.filter(Boolean).length > MOSTLY * shared.length;
  };
  return new Map(styles.map((style, k) => [style, styles.slice(0, k).filter((before) => areTwins(style, before))]));
}

/** Of pictures the one whose silhouette is nearest, if it is near. */
function nearest(artwork: Artwork, picture: number, others: readonly number[]): number | undefined {
  const own = silhouetteOf(artwork, picture);
  const apart = others.map((other) => Math.hypot(...silhouetteOf(artwork, other).map((value, d) => value - own[d]!)));
  const least = Math.min(...apart);
  return least <= NEAR ? others[apart.indexOf(least)] : undefined;
}
