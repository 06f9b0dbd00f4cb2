import { bareOf } from './bodied.js';
import { figureOf } from './facing.js';
import { type Edges, edgesAbout, heightOf, middleOf, widthOf } from './geometry.js';
import { marked, markIn, stroke } from './marks.js';
import { edgesOf, type Paw, type Placed, type Stage } from './placed.js';
import type { PairWay } from './ways.js';

/** How large what shows what two do is, in parts of the lower one's height: of its head, where a body is below. */
const SIGN = { anger: 0.3, burst: 0.5, love: 0.3, bubble: 0.56, dust: 0.24, dash: 0.2, wide: 0.05 } as const;
/** How far aside from the middle of a head the sign of its anger is, and how far down, in parts of its sides. */
const AT_BROW = { aside: 0.3, down: 0.02 } as const;
/** How far over the heads bubbles are, the second lower, and how far out, in parts of their own side. */
const SPEECH = { over: 0.86, second: 0.62, out: 0.34, smaller: 0.8 } as const;
/** Directions of what is shouted, in parts of the way ahead: above it, straight, and below. */
const FAN: readonly number[] = [-0.5, 0, 0.5];
/** Where that begins and how long it is at most, in parts of the gap between two, and how far apart, of `unit`. */
const SHOUTED = { from: 0.08, long: 0.34, apart: 0.18 } as const;
/** Rays above who laughs: to the left, straight up and to the right. */
const RAYS: readonly number[] = [-0.6, 0, 0.6];

/** Who of two is seen, as far as marks go by it. */
interface Half {
  placed: Placed;
  head: Edges;
  mouth: { x: number; y: number };
  /** Where the other is. */
  to: 1 | -1;
}

/** Two with the marks that show what they do: what is shouted or said, anger, hearts, or a burst and dust. */
export function withSigns(way: PairWay | 'given', pair: [Placed, Placed], stage: Stage): [Placed, Placed] {
  const [first, second] = pair.map((one) => edgesOf(bareOf(one), stage)) as [Edges, Edges];
  const isFirstLeft = middleOf(first) < middleOf(second);
  const halves = pair.map((placed, k): Half => {
    const head = k === 0 ? first : second;
    return { placed, head, mouth: figureOf(placed, stage).mouth, to: isFirstLeft === (k === 0) ? 1 : -1 };
  }) as [Half, Half];
  const unit = Math.min(heightOf(first), heightOf(second));
  const marks = marksOf(way, isFirstLeft ? halves : [halves[1], halves[0]], unit, stage);
  return marks.length === 0 ? pair : [pair[0], marked(pair[1], marks)];
}

/** @param halves the one on the left, and the other */
function marksOf(way: PairWay | 'given', halves: readonly [Half, Half], unit: number, stage: Stage): Paw[] {
  switch (way) {
    case 'argued':
      return halves.flatMap((half) => [
        ...shouts(half, halves[1].head.x0 - halves[0].head.x1, unit),
        anger(half, unit),
      ]);
    case 'talked':
      return halves.map((half, k) => bubble(half, k === 1, unit));
    case 'whispered':
      return [bubble(halves[0], false, SPEECH.smaller * unit)];
    case 'laughed':
      return halves.flatMap((half) => rays(half, unit));
    case 'kissed':
      return hearts(halves, unit);
    case 'fought':
      return [...dust(halves, unit, stage), burst(halves, unit), ...halves.map((half) => anger(half, unit))];
    case 'boxed':
      return [burst(halves, unit)];
    default:
      return [];
  }
}

/** Three dashes ahead of a mouth, which end before those of the other. @param gap between the two, in pixels */
function shouts({ placed, head, mouth, to }: Half, gap: number, unit: number): Paw[] {
  const x = (to > 0 ? head.x1 : head.x0) + to * SHOUTED.from * gap;
  const long = Math.min(SIGN.dash * unit, SHOUTED.long * gap);
  return FAN.map((slope) => {
    const from = { x, y: mouth.y + slope * SHOUTED.apart * unit };
    return stroke('dash', placed, from, { x: from.x + to * long, y: from.y + slope * long }, SIGN.wide * unit);
  });
}

/** Over the brow that is turned away from the other. */
function anger({ placed, head, to }: Half, unit: number): Paw {
  const side = SIGN.anger * unit;
  const x = middleOf(head) - to * AT_BROW.aside * widthOf(head);
  return markIn('anger', placed, x - side / 2, head.y0 + AT_BROW.down * heightOf(head) - 0.7 * side, side);
}

/** Over a head, outwards, its tail to that. */
function bubble({ placed, head, to }: Half, isSecond: boolean, unit: number): Paw {
  const side = SIGN.bubble * unit;
  const over = isSecond ? SPEECH.second : SPEECH.over;
  const x = middleOf(head) - side / 2 - to * (isSecond ? SPEECH.out : 0) * side;
  const mark = markIn('bubble', placed, x, head.y0 - over * side, side);
  const { frame } = mark;
  return to > 0 ? mark : { ...mark, frame: { ...frame, x: frame.x + frame.xx, xx: -frame.xx } };
}

function rays({ placed, head }: Half, unit: number): Paw[] {
  const long = SIGN.dash * unit;
  return RAYS.map((slope) => {
    const from = { x: middleOf(head) + slope * 0.6 * widthOf(head), y: head.y0 - (0.3 - 0.3 * Math.abs(slope)) * long };
    return stroke('dash', placed, from, { x: from.x + slope * long, y: from.y - long }, SIGN.wide * unit);
  });
}

/** Over where two meet: a heart, and a smaller one beside it. */
function hearts([left, right]: readonly [Half, Half], unit: number): Paw[] {
  const x = (left.head.x1 + right.head.x0) / 2;
  // Of two who are not as tall it is where the shorter one's head is.
  const top = Math.max(left.head.y0, right.head.y0);
  const side = SIGN.love * unit;
  const small = 0.6 * side;
  return [
    markIn('love', left.placed, x - side / 2, top - 0.7 * side, side),
    markIn('love', left.placed, x + 0.45 * side, top - 1.1 * side, small),
  ];
}

/** Where the two hit each other. */
function burst([left, right]: readonly [Half, Half], unit: number): Paw {
  const side = SIGN.burst * unit;
  const x = (left.head.x1 + right.head.x0) / 2;
  const y = (left.mouth.y + right.mouth.y) / 2;
  return markIn('burst', left.placed, x - side / 2, y - side / 2, side);
}

/** At the feet, between the two and behind each. */
function dust([left, right]: readonly [Half, Half], unit: number, stage: Stage): Paw[] {
  const [one, other] = [edgesOf(left.placed, stage), edgesOf(right.placed, stage)];
  const all = edgesAbout([one, other]);
  const side = SIGN.dust * unit;
  return [all.x0 - 0.1 * side, middleOf(all) - 0.9 * side, middleOf(all) + 0.1 * side, all.x1 - 0.9 * side].map((x) =>
    markIn('dust', left.placed, x, all.y1 - 0.75 * side, side),
  );
}
