import { handOfBody } from '../bodies/index.js';
import { bareOf, bodySpot, isBodyMirrored } from './bodied.js';
import { pointAt, pointIn } from './frame.js';
import type { Edges } from './geometry.js';
import { isHead, mouthOf } from './heads.js';
import { edgesOf, headOf, type Placed, type Stage } from './placed.js';

/** Which way a figure looks: −1 to the left, 1 to the right, 0 at us. */
export type Facing = -1 | 0 | 1;

/** Eyes so far from the middle of a body's mass, in parts of its width, are at one end of it. */
const SIDEWAYS = 0.06;
/** How far below the eyes a mouth is, in parts of what of a head lies below them: from the front, and of a snout. */
const BELOW_EYES = { front: 0.52, side: 0.45 } as const;
/** Where the mouth is of an animal whose eyes were not found, from its front and its top, and how wide its head. */
const UNKNOWN = { x: 0.06, y: 0.4, head: 0.45 } as const;
/** A head in profile is higher than it is wide by no more than this: what else is above its eyes are ears or horns. */
const TALLEST_HEAD = 1.1;

/** A head that is so much of the height of what it is of is all of it. */
const HEAD_ALONE = 0.75;

/** What somebody does things with, in pixels. */
export interface Figure {
  facing: Facing;
  edges: Edges;
  /** Whether it is nothing but a head. */
  isFace: boolean;
  /** Middle of the mouth; of a head in profile, the foremost point at its height. */
  mouth: { x: number; y: number };
  /** Its middle in what of a head is seen of which both eyes are, though it may look aside; absent of any other. */
  lips?: { x: number; y: number };
  /** How wide its head is. */
  head: number;
  /** Where the hand of a body is on a side; of both, before it. Absent of who has no drawn one. */
  handAt?: (side: Facing) => { x: number; y: number };
}

/** A mouth below two eyes is so far from their middle to where its head looks, in parts of how far apart they are. */
const LIPS_ASIDE = 0.3;

/** A thing as somebody who has hands and a mouth. */
export function figureOf(placed: Placed, stage: Stage): Figure {
  const { artwork } = stage;
  const figure = featuresOf(placed, stage);
  const known = placed.body ? undefined : artwork.mouthOf(placed.picture);
  if (known) {
    const mouth = pointIn(placed, known.x, known.y);
    return { ...figure, mouth, ...(artwork.eyesOf(placed.picture).length > 1 ? { lips: mouth } : {}) };
  }
  const eyes = artwork.eyesOf(placed.picture).map(({ x, y }) => pointIn(placed, x, y));
  const [one, two] = eyes;
  if (!one || !two) return figure;
  const aside = figure.facing * LIPS_ASIDE * Math.abs(one.x - two.x);
  return { ...figure, lips: { x: (one.x + two.x) / 2 + aside, y: figure.mouth.y } };
}

function featuresOf(placed: Placed, stage: Stage): Figure {
  const { body } = placed;
  if (body) {
    const handAt = (side: Facing) => {
      const own = isBodyMirrored(placed) ? (-side as Facing) : side;
      return bodySpot(placed, handOfBody(body, own), stage.artwork);
    };
    return { ...figureOf(bareOf(placed), stage), handAt };
  }
  const { artwork, tables } = stage;
  const [facing, edges, head] = [facingOf(placed, stage), edgesOf(placed, stage), headOf(placed, stage)];
  const [width, height] = [edges.x1 - edges.x0, edges.y1 - edges.y0];
  const isFace =
    artwork.isFace(placed.picture) ||
    isHead(placed.thing) ||
    (head !== undefined && head.y1 - head.y0 > HEAD_ALONE * height);
  const figure = { facing, edges, isFace };
  const eyes = artwork.headOf(placed.picture);
  const front = facing < 0 ? edges.x0 : edges.x1;
  if (isFace) {
    const y = eyes ? pointAt(placed.frame, 0, eyes.y).y : edges.y0 + tables.layouts.worn.face.eyes * height;
    const below = facing === 0 ? BELOW_EYES.front : BELOW_EYES.side;
    const x = facing === 0 ? (edges.x0 + edges.x1) / 2 : front;
    const own = mouthOf(placed.thing);
    const down = own === undefined ? y + below * (edges.y1 - y) : edges.y0 + own * height;
    return { ...figure, mouth: { x, y: down }, head: width };
  }
  if (!eyes || !head) {
    const x = facing === 0 ? (edges.x0 + edges.x1) / 2 : front - facing * UNKNOWN.x * width;
    return { ...figure, mouth: { x, y: edges.y0 + UNKNOWN.y * height }, head: UNKNOWN.head * width };
  }
  const y = pointAt(placed.frame, 0, eyes.y).y;
  const across = head.x1 - head.x0;
  const tall = facing === 0 ? head.y1 - head.y0 : Math.min(head.y1 - head.y0, TALLEST_HEAD * across);
  const below = (1 - tables.layouts.worn.face.eyes) * (facing === 0 ? BELOW_EYES.front : BELOW_EYES.side);
  const x = facing === 0 ? (head.x0 + head.x1) / 2 : facing < 0 ? head.x0 : head.x1;
  return { ...figure, mouth: { x, y: y + below * tall }, head: across };
}

/**
 * Which way a thing looks as it is drawn and mirrored: to where its eyes lie beside the middle of its mass. Animals
 * whose eyes were not found look to the left, as nearly all do that are drawn from the side.
 */
export function facingOf({ picture, flip }: Pick<Placed, 'picture' | 'flip'>, { artwork }: Stage): Facing {
  const drawn = drawnFacing(picture, artwork);
  return flip && drawn !== 0 ? (-drawn as Facing) : drawn;
}

function drawnFacing(picture: number, artwork: Stage['artwork']): Facing {
  const side = artwork.sideOf(picture);
  if (side) return side;
  const head = artwork.headOf(picture);
  if (!head) return artwork.isFace(picture) || !artwork.isAnimal(picture) ? 0 : -1;
  const [x0, , x1] = artwork.boxOf(picture);
  const aside = (head.x - artwork.momentsOf(picture)[0]) / (x1 - x0);
  return Math.abs(aside) < SIDEWAYS ? 0 : aside < 0 ? -1 : 1;
}
