import type { Posed } from '../bodies/index.js';
import { isBodyMirrored } from './bodied.js';
import { airborne, flying, headed, leaning, speeding } from './chase.js';
import { facingOf, figureOf } from './facing.js';
import { type Edges, heightOf, middleOf, widthOf } from './geometry.js';
import { upsideDown } from './handled.js';
import { dashes, marked, markIn, stroke } from './marks.js';
import { edgesOf, isFigure, type Paw, type Placed, type Stage, shifted } from './placed.js';
import { isOnTheMove } from './ways.js';

/**
 * How far what is below somebody reaches to either side of their middle, and how wide it is, in parts of their height.
 */
const BELOW = {
  mat: { half: 0.62, wide: 0.07 },
  ski: { half: 0.56, wide: 0.035 },
  board: { half: 0.6, wide: 0.06 },
} as const;
/** How large boxing gloves are, how far before somebody, and how far down, in parts of their height. */
const GLOVE = { side: 0.26, before: [-0.02, 0.12], down: [0.58, 0.46] } as const;
/** How far off the ground who jumps is, in parts of their height. */
const LEAP = 0.3;
/** How high the tips of skis are, and how far beside somebody poles are held and end, in parts of their height. */
const [TIP, POLE] = [0.09, { wide: 0.025, held: 0.44, aside: 0.06, out: 0.18 }] as const;

/**
 * What belongs to a pose of who has no body of ours, as all of them is drawn already: a mat, on which they stand on
 * their head where they are alone, skis and poles, a board. Bodies have it by themselves.
 */
export function geared(placed: readonly Placed[], pose: Posed, kind: string, stage: Stage): readonly Placed[] {
  const [first, ...others] = placed as [Placed, ...Placed[]];
  if (pose === 'jumping' && kind === 'on') return [leaping(first, stage), ...others];
  if (isOnTheMove(pose) && !first.group && !first.each)
    return placed.map((one, k) => (k === 0 || kind === 'count' ? inMotion(one, pose, stage) : one));
  if (first.body || first.group || first.each || !isFigure(first, stage)) return placed;
  const isUpended = pose === 'stretching' && kind === 'single';
  const one = isUpended ? upsideDown(first) : first;
  return [withGear(one, pose, stage), ...others];
}

/** Who runs leans forward, with dashes and dust behind; who jumps or flies is off the ground. */
function inMotion(placed: Placed, pose: Posed, stage: Stage): Placed {
  if (pose === 'jumping') return airborne(placed, stage);
  const looks = facingOf(placed, stage) || (placed.flip ? 1 : -1);
  const to = placed.body ? (isBodyMirrored(placed) ? 1 : -1) : looks;
  if (pose === 'flying') return flying(placed, to, stage);
  return speeding(leaning(headed(placed, to, stage), to, stage), to, { dashes: true, dust: true }, stage);
}

/** Off what they jump on, with dashes below. */
function leaping(placed: Placed, stage: Stage): Placed {
  const up = shifted(placed, 0, -LEAP * heightOf(edgesOf(placed, stage)));
  return marked(up, dashes(up, { x: 0, y: -1 }, stage));
}

function withGear(placed: Placed, pose: Posed, stage: Stage): Placed {
  const edges = edgesOf(placed, stage);
  switch (pose) {
    case 'stretching':
    case 'meditating':
      return marked(placed, [along(placed, edges, BELOW.mat, BELOW.mat.wide / 2)]);
    case 'snowboarding':
      return marked(placed, [along(placed, edges, BELOW.board, 0)]);
    case 'boxing':
      return marked(placed, gloves(placed, edges, stage));
    case 'skiing':
      return marked(placed, skis(placed, edges));
    default:
      return placed;
  }
}

/** A stroke on the ground. @param down how far below it, in parts of their height */
function along(placed: Placed, edges: Edges, { half, wide }: { half: number; wide: number }, down: number): Paw {
  const [x, high, y] = [middleOf(edges), heightOf(edges), edges.y1 + down * heightOf(edges)];
  return stroke('leash', placed, { x: x - half * high, y }, { x: x + half * high, y }, wide * high);
}

function gloves(placed: Placed, edges: Edges, stage: Stage): Paw[] {
  const high = heightOf(edges);
  const { facing } = figureOf(placed, stage);
  const side = GLOVE.side * high;
  const front = facing < 0 ? edges.x0 : edges.x1;
  const at = facing === 0 ? [edges.x0, edges.x1] : GLOVE.before.map((out) => front + facing * out * high);
  return at.map((x, k) => markIn('glove', placed, x - side / 2, edges.y0 + GLOVE.down[k]! * high, side));
}

function skis(placed: Placed, edges: Edges): Paw[] {
  const [x, high] = [middleOf(edges), heightOf(edges)];
  const poles = [-1, 1].map((side) => {
    const at = (out: number) => x + side * (widthOf(edges) / 2 + out * high);
    const from = { x: at(POLE.aside), y: edges.y1 - POLE.held * high };
    return stroke('dash', placed, from, { x: at(POLE.out), y: edges.y1 }, POLE.wide * high);
  });
  const front = { x: x - BELOW.ski.half * high, y: edges.y1 };
  const tip = { x: front.x - TIP * high, y: front.y - TIP * high };
  return [...poles, along(placed, edges, BELOW.ski, 0), stroke('leash', placed, front, tip, BELOW.ski.wide * high)];
}
