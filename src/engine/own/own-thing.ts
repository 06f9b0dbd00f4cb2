import { createHash } from 'node:crypto';
import { createRecent, LIMITS, type RgbaImage } from '../basics/index.js';
import { findFace, type OwnFace } from './eyes/index.js';

/** What the reading of a prompt knows of somebody's own thing. */
export interface OwnNamed {
  /** As prompts say it (`isOwnName`). */
  name: string;
  /** Whether it has no face of its own, so that a mood is told by one laid over it. */
  isFaceless: boolean;
  /** Painting begins from all of it, as it lies on its canvas; no prompt names it. One of a request at most. */
  isWhole?: true;
  /** Whether it has eyes that a mood can be drawn into. */
  hasEyes?: boolean | undefined;
}

/** A thing of somebody's own, which a request brings with it: a mascot, a logo, a custom emoji. */
export interface OwnThing extends OwnNamed {
  /** SHA-256 of the picture as it is drawn, in hexadecimal: drafts name it by this. */
  key: string;
  /** Straight RGBA, as large as the bundle's pictures. */
  picture: RgbaImage;
  /** Where its eyes are, where they were found. */
  face?: OwnFace | undefined;
}

/** Pictures whose faces are kept. */
const KEPT = 64;
const faces = createRecent<string, { face?: OwnFace | undefined }>(KEPT);

/** Digits of a key that a draft has. */
const DIGITS = 16;
const NAME = new RegExp(
  `^[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_ -]{${LIMITS.ownName.min - 2},${LIMITS.ownName.max - 2}}[\\p{L}\\p{M}\\p{N}])$`,
  'u',
);

/** Whether something may be the name of an own thing: 2–32 letters, digits, `_`, `-` and blanks, none at an end. */
export function isOwnName(name: string): boolean {
  return NAME.test(name);
}

/**
 * A picture as a thing of somebody's own, which requests bring with them.
 *
 * @param name 2–32 characters (`isOwnName`)
 * @param picture straight RGBA, as large as the bundle's pictures, with what it shows in the middle
 * @param isFaceless whether it has no face of its own
 */
export function ownThing(name: string, picture: RgbaImage, isFaceless = false): OwnThing {
  const key = keyOf(picture);
  const { face } = isFaceless ? {} : faces.get(key, () => ({ face: findFace(picture) }));
  return { name, key, picture, isFaceless, hasEyes: face !== undefined, face };
}

function keyOf({ width, height, data }: RgbaImage): string {
  return createHash('sha256').update(`${width}×${height}\n`).update(data).digest('hex');
}

/**
 * A picture that painting begins from, as a whole.
 *
 * @param name what it shows, as descriptions call it where the prompt says nothing
 * @param picture straight RGBA, as large as the bundle's pictures
 */
export function wholePicture(name: string, picture: RgbaImage): OwnThing {
  return { name, key: keyOf(picture), picture, isFaceless: false, isWhole: true };
}

/** Things that prompts name first, so that their places are the same with a whole picture and without. */
export function inOrder<Own extends OwnNamed>(own: readonly Own[]): Own[] {
  return [...own.filter(({ isWhole }) => !isWhole), ...own.filter(({ isWhole }) => isWhole)];
}

/** What the names of own pictures begin with, and no picture of a memory. */
const SET = 'own:';

/** What drafts call the picture of an own thing. */
export function ownPicture({ key }: Pick<OwnThing, 'key'>): string {
  return SET + key.slice(0, DIGITS);
}

/** Whether a picture, by the name that drafts have for it, is that of an own thing. */
export function isOwnPicture(slug: string): boolean {
  return slug.startsWith(SET);
}
