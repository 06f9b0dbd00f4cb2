import { ownValue } from '../../basics/index.js';
import { bodySpot } from './bodied.js';
import { facingOf } from './facing.js';
import { pointIn } from './frame.js';
import { ellipseOf, heightOf, middleOf } from './geometry.js';
import { edgesOf, isFigure, isTurned, type Placed, type Stage, seatOf, spreadOf } from './placed.js';

/** How far down what is sat or lain on its seat is, in parts of its height, where nothing else is known of it. */
const SEATS: Readonly<Record<string, number>> = {
  chair: 0.56,
  bench: 0.6,
  armchair: 0.66,
  throne: 0.66,
  swing: 0.8,
  toilet: 0.52,
  'tree stump': 0.2,
  'manual wheelchair': 0.5,
  laptop: 0.9,
  computer: 0.9,
  bed: 0.62,
  pillow: 0.66,
  rug: 0.7,
  sofa: 0.6,
  'gaming chair': 0.62,
  deckchair: 0.6,
  puddle: 0.5,
};
/** Where anybody sits or stands, wherever the top is, in parts of the side: of what has no pictures but ours. */
const SEATS_IN: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'jet ski': [0.69, 0.32],
  'pirate ship': [0.86, 0.58],
  seesaw: [0.5, 0.47],
  pegasus: [0.48, 0.48],
  alicorn: [0.48, 0.48],
  triceratops: [0.7, 0.44],
  ostrich: [0.62, 0.42],
  gazelle: [0.62, 0.45],
  pelican: [0.72, 0.52],
  seagull: [0.64, 0.5],
  wombat: [0.74, 0.33],
};
/** What is measured has the upper end of its back: how far below that its seat is, in parts of what is below it. */
const BACKED: Readonly<Record<string, number>> = { couch: 0.5 };

/** What is above the middle of a board that was levelled, in parts of half of how thick it is with its wheels. */
const DECK = 0.7;
/** The highest point of an animal's body that lies, behind the head. */
const LOAF = [0.86, -0.5] as const;
/** What is so far above the middle of an animal is its head; its back is this far above that, and behind it. */
const BACK = { head: 0.26, above: 0.13, behind: 0.07 } as const;
/** Where it is otherwise: on a shell, and below a spout. */
const BACKS: Readonly<Record<string, { above: number; behind: number }>> = {
  snail: { above: 0.26, behind: 0.12 },
  whale: { above: 0.2, behind: 0.02 },
};

/**
 * Whose back is elsewhere than where that is measured, or guessed from it, in parts of the picture's side: upright, or
 * with the head over it. Looked at one by one.
 */
const BACKS_IN: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'fluent-3d:1f996': [0.47, 0.44],
  'fluent-emoji-flat:t-rex': [0.47, 0.44],
  'twemoji:t-rex': [0.48, 0.42],
};

/** Whose back is far below the head. */
const NECKED: ReadonlySet<string> = new Set([
  'horse',
  'unicorn',
  'donkey',
  'zebra',
  'deer',
  'moose',
  'llama',
  'giraffe',
  'goat',
  'ram',
  'sheep',
  'cow',
  'ox',
  't-rex',
  'sauropod',
  'dragon',
  'swan',
  'goose',
  'dodo',
  'corgi',
  'husky',
  'shiba inu',
  'dachshund',
  'dog',
  'wolf',
  'fox',
  'cat',
  'pig',
  'flamingo',
  'rooster',
  'chicken',
  'turkey',
]);

/** Where the back of an animal is, of which the highest point that was measured may be its head. */
function backOf(base: Placed, seat: { x: number; y: number }, stage: Stage): { x: number; y: number } {
  const { frame, picture, flip } = base;
  const known = ownValue(BACKS_IN, stage.artwork.slugOf(picture));
  if (known) return pointIn({ frame, flip }, ...known);
  const [x, y] = stage.artwork.momentsOf(picture);
  const middle = pointIn({ frame, flip }, x, y);
  const facing = facingOf(base, stage);
  const own = ownValue(BACKS, base.thing);
  const isNecked = NECKED.has(base.thing) && middle.y - seat.y >= BACK.head * frame.yy;
  if (facing === 0 || !(own ?? isNecked)) return seat;
  const { above, behind } = own ?? BACK;
  return { x: middle.x - facing * behind * frame.xx, y: middle.y - above * frame.yy };
}

/** The seat of what has been looked at, in pixels. */
export function seatIn(base: Placed): { x: number; y: number } | undefined {
  const known = ownValue(SEATS_IN, base.thing);
  return known && pointIn(base, ...known);
}

/** Where somebody sits, stands or lies on a thing, in pixels: what is drawn of them ends there. */
export function surfaceOf(base: Placed, stage: Stage): { x: number; y: number } {
  if (base.body?.pose === 'lying') return bodySpot(base, LOAF, stage.artwork);
  const edges = edgesOf(base, stage);
  const seat = seatOf(base, stage);
  const part = ownValue(SEATS, base.thing);
  const known = seatIn(base);
  if (known) return known;
  if (part !== undefined) return { x: middleOf(edges), y: edges.y0 + part * heightOf(edges) };
  if (isTurned(base)) {
    const spread = spreadOf(base, stage);
    return { x: spread.x, y: spread.y - DECK * ellipseOf(spread).minor };
  }
  if (!seat) return { x: middleOf(edges), y: edges.y0 };
  if (isFigure(base, stage)) return backOf(base, seat, stage);
  return { x: seat.x, y: seat.y + (ownValue(BACKED, base.thing) ?? 0) * (edges.y1 - seat.y) };
}
