import { ownValue } from '../../basics/index.js';
import { restOf } from '../bodies/index.js';
import { bodySpot } from './bodied.js';
import { type Figure, figureOf } from './facing.js';
import { pointIn } from './frame.js';
import { heightOf, longestOf, middleOf, widthOf } from './geometry.js';
import { edgesOf, eyesOf, headOf, isFigure, type Placed, type Stage, shifted } from './placed.js';
import { smallOn } from './real-sizes.js';
import { surfaceOf } from './seats.js';
import { alone, unitStanding, unitWithin } from './units.js';
import type { SpotWay } from './ways.js';

/** How large what is at a part is at most, in parts of the head's width, or of the longer side of whose part it is. */
const LARGEST = { onNose: 0.36, onBack: 0.62, onTail: 0.52, onBelly: 0.4, onShoulder: 0.32 } as const;
/** Who sits on a shoulder with a body of ours. */
const SEATED = 0.5;
/** And where nobody knows how large it is in the world, at least. */
const LEAST = 0.22;
/** How far a nose is from the eyes to the mouth. */
const NOSE = 0.55;
/** How far in from its end a tail is, in parts of the width, and where that of who looks at us is, in the height. */
const TAIL = { inward: 0.06, low: 0.8 } as const;
/** Where the belly and a shoulder are of who looks at us, and of whose head nobody knows, in parts of the height. */
const [BELLY, SHOULDER] = [0.68, 0.46];
/** The shoulder of a drawn body, in lengths of the head. */
const OF_BODY = [0.66, 0.2] as const;
/** How far what is on it lies before a part, in parts of its own height. */
const SUNK = { onNose: 0.4, onBack: 0.1, onTail: 0, onBelly: 0.5, onShoulder: 0.06 } as const;

/** A thing where a part of somebody is, no larger than that takes it. */
export function atSpot(thing: Placed, base: Placed, way: SpotWay, stage: Stage): Placed {
  const figure = figureOf(base, stage);
  const of = way === 'onNose' ? figure.head : longestOf(edgesOf(base, stage));
  const natural = smallOn(thing.thing, base.thing, isFigure(thing, stage));
  if (thing.body) return seatedAt(thing, Math.min(SEATED, natural) * of, spotOf(base, figure, way, stage), stage);
  // On the shoulder of who looks at us lies what is on the back.
  const most = way === 'onBack' && (figure.facing === 0 || figure.isFace) ? LARGEST.onShoulder : LARGEST[way];
  const side = of * (way === 'onNose' ? most : Math.max(LEAST, Math.min(most, natural)));
  const { x, y } = spotOf(base, figure, way, stage);
  const { placed } = unitWithin(alone(0, thing), side, side, stage)[0]!;
  const bottom = y + SUNK[way] * heightOf(edgesOf(placed, stage));
  return unitStanding(alone(0, placed), x, bottom, stage)[0]!.placed;
}

/** Who has a body, with its seat at a spot. */
function seatedAt(thing: Placed, side: number, { x, y }: { x: number; y: number }, stage: Stage): Placed {
  const { placed } = unitWithin(alone(0, thing), side, side, stage)[0]!;
  const rest = bodySpot(placed, restOf(placed.body!), stage.artwork);
  return shifted(placed, x - rest.x, y - rest.y);
}

/** Where a part of somebody is, in pixels. */
function spotOf(base: Placed, figure: Figure, way: SpotWay, stage: Stage): { x: number; y: number } {
  const { edges, facing, mouth } = figure;
  const across = (part: number) => middleOf(edges) + part * widthOf(edges);
  const down = (part: number) => edges.y0 + part * heightOf(edges);
  switch (way) {
    case 'onNose': {
      const eyes = eyesOf(base, stage)?.eyes;
      return { x: mouth.x, y: eyes ? eyes.y + NOSE * (mouth.y - eyes.y) : mouth.y };
    }
    case 'onBack':
      return facing === 0 || figure.isFace ? shoulderOf(base, figure, stage) : surfaceOf(base, stage);
    case 'onTail': {
      const tip = base.body ? undefined : ownValue(TAIL_TIPS, stage.artwork.slugOf(base.picture));
      if (tip) return pointIn(base, ...tip);
      return facing === 0 ? { x: across(0.5 - TAIL.inward), y: down(TAIL.low) } : rearOf(base, figure, stage);
    }
    case 'onBelly': {
      const [x, y] = stage.artwork.momentsOf(base.picture);
      return facing === 0 || base.body ? { x: middleOf(edges), y: down(BELLY) } : pointIn(base, x, y);
    }
    default:
      return shoulderOf(base, figure, stage);
  }
}

/**
 * Where tails end that lie elsewhere than opposite to the head, in parts of the picture's side, looked at one by one.
 */
const TAIL_TIPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'fluent-3d:1f40a': [0.05, 0.2],
  'fluent-emoji-flat:crocodile': [0.05, 0.2],
  'streamline-emojis:crocodile': [0.14, 0.24],
  'noto:crocodile': [0.12, 0.22],
  'twemoji:crocodile': [0.83, 0.2],
};

/** The end of who is seen from the side that the head is not at, along the line in which it is longest. */
function rearOf(base: Placed, { edges, facing }: Figure, { artwork }: Stage): { x: number; y: number } {
  const [mx, my, xx, xy] = artwork.momentsOf(base.picture);
  const { x, y } = pointIn(base, mx, my);
  const end = facing < 0 ? edges.x1 : edges.x0;
  const slope = ((base.flip ? -1 : 1) * xy) / Math.max(xx, 1e-6);
  const inward = facing * TAIL.inward * widthOf(edges);
  return { x: end + inward, y: Math.min(Math.max(y + slope * (end - x), edges.y0), edges.y1) };
}

function shoulderOf(base: Placed, { edges, facing, isFace }: Figure, stage: Stage): { x: number; y: number } {
  if (base.body) return bodySpot(base, OF_BODY, stage.artwork);
  const head = headOf(base, stage);
  if (facing !== 0 && !isFace) {
    const { x, y } = surfaceOf(base, stage);
    return { x: head ? (x + middleOf(head)) / 2 : x, y };
  }
  if (head && !isFace) return { x: head.x1, y: head.y1 };
  return { x: edges.x1 - 0.14 * widthOf(edges), y: edges.y0 + SHOULDER * heightOf(edges) };
}
