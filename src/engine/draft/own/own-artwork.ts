import type { Artwork } from '../../memory/index.js';
import { isFromFront, NAMED, NAMED_SHARE, SMALLEST_MOOD } from '../../memory/index.js';
import { type OwnThing, ownPicture, ownSlot } from '../../own/index.js';
import type { Colours } from './measure-colours.js';
import type { Shape } from './measure-shape.js';

/** What was measured of an own thing's picture. */
export interface OwnMeasures {
  shape: Shape;
  /** As drawn and in each paint. */
  colours: readonly Colours[];
}

/** A memory's artwork, and behind it that of own things. */
export interface OwnArtwork {
  artwork: Artwork;
  /** The own thing that a picture shows, by its index; undefined of the memory's. */
  shownBy(picture: number): number | undefined;
}

/**
 * Numbers of own pictures are multiples of this: whatever number of shades a paint has, all are painted in the first of
 * them, wherever they stand in a request.
 */
const APART = 2520;

/**
 * The artwork of a memory with that of own things: each has one drawing, which every style has.
 * @param pictures how many the memory has
 */
export function withOwnArtwork(
  artwork: Artwork,
  own: readonly (OwnThing & OwnMeasures)[],
  styles: readonly string[],
  pictures: number,
): OwnArtwork {
  const first = APART * Math.ceil(pictures / APART);
  const shownBy = (picture: number) =>
    picture < first ? undefined : Math.floor((picture - first) / APART / styles.length);
  const of = (picture: number) => {
    const index = shownBy(picture);
    return index === undefined ? undefined : own[index];
  };
  const pictureOf = (index: number, style: string) => first + APART * (index * styles.length + styles.indexOf(style));
  const found: Pick<Artwork, 'picturesOf' | 'find'> = {
    picturesOf(style, thing) {
      const index = own.findIndex((one, k) => ownSlot(k, one) === thing);
      return index < 0 || !styles.includes(style) ? artwork.picturesOf(style, thing) : [pictureOf(index, style)];
    },
    find(style, thing, slug) {
      const index = own.findIndex((one) => ownPicture(one) === slug);
      return index < 0 || !styles.includes(style) ? artwork.find(style, thing, slug) : pictureOf(index, style);
    },
  };
  return { artwork: { ...artwork, ...found, ...shown(artwork, of, styles, first), ...measured(artwork, of) }, shownBy };
}

type Of = (picture: number) => (OwnThing & OwnMeasures) | undefined;

/** What own pictures are: nothing is known of their parts, and of some where the head is. */
function shown(artwork: Artwork, of: Of, styles: readonly string[], first: number): Partial<Artwork> {
  return {
    slugOf: (picture) => (of(picture) ? ownPicture(of(picture)!) : artwork.slugOf(picture)),
    styleOf: (picture) =>
      of(picture) ? styles[((picture - first) / APART) % styles.length]! : artwork.styleOf(picture),
    isFace: (picture) => (of(picture) ? !of(picture)!.isFaceless && !of(picture)!.face : artwork.isFace(picture)),
    isAnimal: (picture) => (of(picture) ? false : artwork.isAnimal(picture)),
    isFaceless: (picture) => of(picture)?.isFaceless ?? artwork.isFaceless(picture),
    hasRoomForMood(picture) {
      const own = of(picture);
      return own ? own.isFaceless && own.shape.circle[2] >= SMALLEST_MOOD : artwork.hasRoomForMood(picture);
    },
    hasOwnEyes: (picture) => (of(picture) ? of(picture)!.face !== undefined : artwork.hasOwnEyes(picture)),
    partsOf: (picture) => (of(picture) ? [] : artwork.partsOf(picture)),
    partOf: (picture, part) => (of(picture) ? undefined : artwork.partOf(picture, part)),
    headOf: (picture) => (of(picture) ? of(picture)!.face?.head : artwork.headOf(picture)),
    isFrontal(picture) {
      const own = of(picture);
      return own ? !own.face || isFromFront(own.face.head) : artwork.isFrontal(picture);
    },
    eyesOf: (picture) => (of(picture) ? (of(picture)!.face?.eyes ?? []) : artwork.eyesOf(picture)),
    isEyeless: (picture) => of(picture) === undefined && artwork.isEyeless(picture),
    mouthOf: (picture) => (of(picture) ? undefined : artwork.mouthOf(picture)),
    sideOf: (picture) => (of(picture) ? undefined : artwork.sideOf(picture)),
    seatOf: (picture) => (of(picture) ? undefined : artwork.seatOf(picture)),
  };
}

function measured(artwork: Artwork, of: Of): Partial<Artwork> {
  return {
    boxOf: (picture) => of(picture)?.shape.box ?? artwork.boxOf(picture),
    momentsOf: (picture) => of(picture)?.shape.moments ?? artwork.momentsOf(picture),
    circleOf: (picture) => of(picture)?.shape.circle ?? artwork.circleOf(picture),
    areaOf: (picture) => of(picture)?.shape.area ?? artwork.areaOf(picture),
    histogramOf: (picture, paint) => of(picture)?.colours[paint]?.histogram ?? artwork.histogramOf(picture, paint),
    coloursOf(picture, paint) {
      const own = of(picture);
      if (!own) return artwork.coloursOf(picture, paint);
      const { names } = own.colours[paint]!;
      return names.slice(0, NAMED).flatMap(({ name, share }) => (share < NAMED_SHARE ? [] : [name]));
    },
    mainShareOf(picture, paint) {
      const own = of(picture);
      return own ? (own.colours[paint]!.names[0]?.share ?? 0) : artwork.mainShareOf(picture, paint);
    },
  };
}
