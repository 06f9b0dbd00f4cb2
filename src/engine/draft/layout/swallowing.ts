import { ownValue } from '../../basics/index.js';
import type { Actor } from './actor.js';
import { figureOf } from './facing.js';
import { pointIn } from './frame.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { isHead } from './heads.js';
import { whole } from './into-canvas.js';
import { marked, markIn } from './marks.js';
import { pawAt } from './paws.js';
import { edgesOf, eyesOf, type Paw, type Placed, type Stage } from './placed.js';
import type { Rim } from './rims.js';
import { turned } from './together.js';
import { type Unit, unitEdges, unitStanding, unitWithin } from './units.js';

/** The open mouth of who looks at us, and of who is seen from the side, in parts of the head's width. */
const MAW = { front: { wide: 0.6, high: 0.4 }, side: { wide: 0.62, high: 0.4, out: 0.12 } } as const;
/** How high a mouth is beside its width where its place was looked up. */
const HIGH = 0.72;
/** It is opened so much wider than it is drawn. */
const WIDER = 1.25;
/** Mouths that are drawn wide open: from the left and the top, how far they reach to the right, and how high. */
const OPEN: Readonly<Record<string, readonly [x0: number, x1: number, y0: number, y1: number]>> = {
  mimic: [0.16, 0.84, 0.36, 0.7],
};
/** Looked at one by one, by slug: the middle of the mouth, and half its width, in parts of the picture's side. */
const MOUTHS: Readonly<Record<string, readonly [x: number, y: number, half: number]>> = {
  'fluent-3d:1f40b': [0.2, 0.6, 0.17],
  'fluent-3d:1f433': [0.2, 0.66, 0.17],
  'fluent-emoji-flat:whale': [0.2, 0.6, 0.17],
  'fluent-emoji-flat:spouting-whale': [0.2, 0.66, 0.17],
  'noto-v1:whale': [0.18, 0.56, 0.16],
  'noto-v1:spouting-whale': [0.26, 0.74, 0.16],
  'streamline-emojis:spouting-whale': [0.22, 0.7, 0.15],
  'emojione:whale': [0.17, 0.44, 0.16],
  'emojione:spouting-whale': [0.2, 0.7, 0.17],
  'noto:whale': [0.18, 0.54, 0.16],
  'noto:spouting-whale': [0.18, 0.6, 0.16],
  'twemoji:whale': [0.15, 0.6, 0.14],
  'twemoji:spouting-whale': [0.17, 0.7, 0.16],
  'fluent-3d:1f40a': [0.25, 0.85, 0.14],
  'fluent-emoji-flat:crocodile': [0.25, 0.85, 0.14],
  'noto-v1:crocodile': [0.24, 0.68, 0.14],
  'streamline-emojis:crocodile': [0.25, 0.72, 0.18],
  'emojione:crocodile': [0.2, 0.25, 0.15],
  'noto:crocodile': [0.22, 0.76, 0.16],
  'twemoji:crocodile': [0.15, 0.42, 0.14],
  'fluent-3d:1f988': [0.22, 0.52, 0.16],
  'fluent-emoji-flat:shark': [0.22, 0.52, 0.16],
  'noto-v1:shark': [0.15, 0.46, 0.12],
  'emojione:shark': [0.42, 0.64, 0.17],
  'noto:shark': [0.24, 0.44, 0.14],
  'twemoji:shark': [0.3, 0.58, 0.17],
  'fluent-3d:1f996': [0.18, 0.26, 0.15],
  'fluent-emoji-flat:t-rex': [0.18, 0.26, 0.15],
  'noto:t-rex': [0.14, 0.22, 0.14],
  'twemoji:t-rex': [0.14, 0.2, 0.13],
};
/**
 * How wide who is eaten is at most, in parts of the mouth, how high above its lower lip, in parts of its height, and
 * how much of them is below that: of a head, and of more.
 */
const EATEN = { wide: { front: 0.8, side: 0.94 }, high: { front: 1.25, side: 2.2 }, sunk: { head: 0.24, whole: 0.45 } };
/** How large a hand on the lip is, and how far from the middle, in parts of the width of who is eaten. */
const HANDS = { side: 0.3, apart: 0.46 } as const;

/** An open mouth on the canvas, in pixels. */
interface Maw {
  x: number;
  y: number;
  /** Halves of its width and height. */
  wide: number;
  high: number;
  from: 'front' | 'side';
  /** Whether it is drawn so. */
  isOpen?: true;
}

/** Who is eaten is half in the open mouth of who eats them, behind its lower lip, which a head holds on to. */
export function swallowing(eater: Actor, eaten: Actor, isMirrored: boolean, stage: Stage): Unit {
  const placed = turned(whole(eater, stage), isMirrored ? -1 : 1, stage);
  const maw = mawOf(placed, stage);
  const victim = whole(eaten, stage);
  const isAlone = stage.artwork.isFace(eaten.picture) || isHead(eaten.thing);
  const edges = edgesOf(placed, stage);
  const low = maw.y + maw.high;
  const sunk = EATEN.sunk[isAlone ? 'head' : 'whole'];
  const [wide, high] = [2 * EATEN.wide[maw.from] * maw.wide, 2 * EATEN.high[maw.from] * maw.high];
  const sized = unitWithin([{ at: 1, placed: victim }], wide, high / (1 - sunk), stage);
  const own = unitEdges(sized, stage);
  const depth = Math.min(sunk * heightOf(own), 0.9 * (edges.y1 - low));
  const who = unitStanding(sized, maw.x, low + depth, stage);
  const mouth = markIn('maw', placed, maw.x - maw.wide, maw.y - maw.high, 2 * maw.wide, 2 * maw.high);
  const hands = isAlone ? handsOn(who[0]!.placed, { ...maw, y: low }, stage) : [];
  const rimmed: Placed = { ...placed, rim: rimOf(placed, maw) };
  return [{ at: 0, placed: marked(rimmed, [...(maw.isOpen ? [] : [mouth]), ...hands]) }, ...who];
}

/** The hands of a head on both sides of it. */
function handsOn(placed: Placed, { x, y }: Pick<Maw, 'x' | 'y'>, stage: Stage): Paw[] {
  const width = widthOf(edgesOf(placed, stage));
  return [-1, 1].map((side) =>
    pawAt(placed, { x: x + side * HANDS.apart * width, y, flip: side > 0 }, HANDS.side * width),
  );
}

function mawOf(placed: Placed, stage: Stage): Maw {
  const edges = edgesOf(placed, stage);
  const open = ownValue(OPEN, placed.thing);
  if (open) {
    const [x0, x1, y0, y1] = open;
    return {
      x: edges.x0 + ((x0 + x1) / 2) * widthOf(edges),
      y: edges.y0 + ((y0 + y1) / 2) * heightOf(edges),
      wide: ((x1 - x0) / 2) * widthOf(edges),
      high: ((y1 - y0) / 2) * heightOf(edges),
      from: 'front',
      isOpen: true,
    };
  }
  const { frame, picture } = placed;
  const found = ownValue(MOUTHS, stage.artwork.slugOf(picture));
  if (found) {
    const [u, v, half] = found;
    const wide = WIDER * half * frame.xx;
    return { ...pointIn(placed, u, v), wide, high: HIGH * wide, from: 'side' };
  }
  const { facing, mouth, lips, head } = figureOf(placed, stage);
  if (facing !== 0 && !lips) {
    const { wide, high, out } = MAW.side;
    const x = mouth.x - facing * (0.5 - out) * wide * head;
    return { x, y: mouth.y, wide: (wide / 2) * head, high: (high / 2) * head, from: 'side' };
  }
  const eyes = eyesOf(placed, stage)?.eyes.y ?? mouth.y - MAW.front.high * head;
  const high = Math.min((MAW.front.high / 2) * head, 0.6 * (mouth.y - eyes), 0.8 * (edges.y1 - mouth.y));
  return { x: lips?.x ?? middleOf(edges), y: mouth.y, wide: (MAW.front.wide / 2) * head, high, from: 'front' };
}

/** The lower lip, in parts of the picture's side as it is drawn. */
function rimOf({ frame, flip }: Placed, { x, y, wide, high, isOpen }: Maw): Rim {
  const across = (at: number) => (flip ? 1 - (at - frame.x) / frame.xx : (at - frame.x) / frame.xx);
  const ends = [across(x - wide), across(x + wide)];
  const rim = { x0: Math.min(...ends), x1: Math.max(...ends) };
  const down = (at: number) => (at - frame.y) / frame.yy;
  return isOpen ? { ...rim, y: down(y + high), sag: 0 } : { ...rim, y: down(y), sag: high / frame.yy };
}
