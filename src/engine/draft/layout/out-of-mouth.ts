import { ownValue } from '../../basics/index.js';
import type { Facing, Figure } from './facing.js';
import { type Frame, pointIn } from './frame.js';
import { longestOf, middleOf, widthOf } from './geometry.js';
import { marked, stroke } from './marks.js';
import { asEach, edgesOf, type Placed, type Stage, shifted, withSide } from './placed.js';

/**
 * Longer side of what comes out of a mouth, as `BITE` has it; how much of it lies over the mouth, and how far aside.
 */
const BREATH = { face: 0.8, head: 1.1, least: 0.45, over: 0.06, aside: 0.35 } as const;
/** What points upwards as it is drawn. */
const UPRIGHT: ReadonlySet<string> = new Set(['fire', 'water drop', 'sweat droplets']);
/**
 * What is drawn as it leaves a mouth: where that is in its picture, in parts of its side, to which side it goes from
 * there as it is drawn, and how large it is, in parts of the head and of a figure at least.
 */
const FROM_END: Readonly<Record<string, { x: number; y: number; goes: 1 | -1; head: number; least: number }>> = {
  rainbow: { x: 0.97, y: 0.24, goes: -1, head: 1.15, least: 0.6 },
  'dashing away': { x: 0.03, y: 0.5, goes: 1, head: 0.8, least: 0.45 },
};
/** Before a face it is so much smaller, and its end so much higher in its picture: eyes stay free. */
const BEFORE_FACE = { smaller: 0.68, higher: 0.4 } as const;
/** What comes in a beam that widens up to it, and how that goes: how far, how wide, both beside it, and downwards. */
const IN_BEAM: ReadonlySet<string> = new Set(
  'ice,snowflake,lightning,water drop,sweat droplets,wave,slime,drop of blood'.split(','),
);
const BEAM = { side: 0.62, least: 0.32, far: 1.15, wide: 0.78, down: { aside: 0.14, front: 0.8 } } as const;
/** What comes in several: how many times so far and so large each is, and how much higher or lower. */
const SPRAYED: ReadonlySet<string> = new Set(
  `star,heart,coin,gem,candy,flower,cherry blossom,leaf,maple leaf,sparkles,musical note,musical notes,butterfly,bee,skull,fish,cherries,strawberry,egg,pink heart,daisy,rose,white flower,spider,fly`.split(
    ',',
  ),
);
const SPRAY: readonly (readonly [far: number, side: number, down: number])[] = [
  [0.3, 0.24, 0.02],
  [0.68, 0.36, -0.2],
  [0.78, 0.32, 0.28],
  [1.2, 0.46, 0.06],
];

interface Point {
  x: number;
  y: number;
}

/**
 * Out of the mouth, away from it: a rainbow falls from there, smoke begins there, water and ice come in a beam, and
 * stars in several.
 */
export function outOfMouth(thing: Placed, figure: Figure, side: Facing, stage: Stage): Placed {
  const to: 1 | -1 = side < 0 ? -1 : 1;
  const end = ownValue(FROM_END, thing.thing);
  if (end && !thing.group) return fromEnd(thing, end, figure, to, stage);
  if (IN_BEAM.has(thing.thing) && !thing.group) return inBeam(thing, figure, to, stage);
  if (SPRAYED.has(thing.thing)) return sprayed(thing, figure, to, stage);
  return upOrAside(thing, figure, stage);
}

/** How large something is beside who it comes from: of a head, and of a whole figure at least. */
const sideFor = ({ head, edges, isFace }: Figure, ofHead: number, least: number): number =>
  isFace ? ofHead * head : Math.max(ofHead * head, least * longestOf(edges));

function fromEnd(
  thing: Placed,
  { x, y, goes, head, least }: (typeof FROM_END)[string],
  figure: Figure,
  to: 1 | -1,
  stage: Stage,
): Placed {
  const isBefore = figure.facing === 0;
  const side = (isBefore ? BEFORE_FACE.smaller : 1) * sideFor(figure, head, least);
  const sized = withSide({ ...thing, flip: goes !== to }, side, stage);
  const at = pointIn(sized, x, isBefore ? BEFORE_FACE.higher * y : y);
  return shifted(sized, figure.mouth.x - at.x, figure.mouth.y - at.y);
}

/** Which way it goes from a mouth, of length 1: from one that looks at us it comes down. */
function awayFrom({ facing }: Figure, to: 1 | -1): Point {
  const down = BEAM.down[facing === 0 ? 'front' : 'aside'];
  const length = Math.hypot(1, down);
  return { x: to / length, y: down / length };
}

function inBeam(thing: Placed, figure: Figure, to: 1 | -1, stage: Stage): Placed {
  const side = sideFor(figure, BEAM.side, BEAM.least);
  const away = awayFrom(figure, to);
  const end = alongFrom(figure.mouth, away, BEAM.far * side);
  const placed = centredAt(withSide(thing, side, stage), end, stage);
  return marked(placed, [{ ...stroke('beam', placed, figure.mouth, end, BEAM.wide * side), isBehind: true }]);
}

function sprayed({ group, ...thing }: Placed, figure: Figure, to: 1 | -1, stage: Stage): Placed {
  const unit = sideFor(figure, 1, 0.5);
  const away = awayFrom(figure, to);
  const copies = SPRAY.map(([far, side, down]) => {
    const on = alongFrom(figure.mouth, away, far * unit);
    const at = { x: on.x - away.y * down * unit * to, y: on.y + Math.abs(away.x) * down * unit };
    return centredAt(withSide(thing, side * unit, stage), at, stage);
  });
  return asEach(copies);
}

const alongFrom = ({ x, y }: Point, away: Point, far: number): Point => ({ x: x + far * away.x, y: y + far * away.y });

function centredAt(placed: Placed, { x, y }: Point, stage: Stage): Placed {
  const own = edgesOf(placed, stage);
  return shifted(placed, x - middleOf(own), y - (own.y0 + own.y1) / 2);
}

/**
 * What else comes out of it: what is drawn upright, as flames are, is turned so that it points there; out of one
 * that looks at us it comes down.
 */
function upOrAside(thing: Placed, figure: Figure, stage: Stage): Placed {
  const { facing, mouth, head, edges, isFace } = figure;
  const side = isFace ? BREATH.face * head : Math.max(BREATH.head * head, BREATH.least * longestOf(edges));
  const sized = withSide(thing, side, stage);
  const isAiry = !UPRIGHT.has(thing.thing);
  const { x, y, xx } = sized.frame;
  const turnedBy: Frame =
    isAiry || thing.group
      ? sized.frame
      : facing === 0
        ? { x: x + xx, y: y + xx, xx: -xx, xy: 0, yx: 0, yy: -xx }
        : { x, y: y + xx, xx: 0, xy: -facing * xx, yx: facing * -xx, yy: 0 };
  const out: Placed = { ...sized, frame: turnedBy };
  const own = edgesOf(out, stage);
  const across =
    facing === 0
      ? mouth.x - middleOf(own) + (isAiry ? BREATH.aside * head : 0)
      : (facing < 0 ? mouth.x - own.x1 : mouth.x - own.x0) - facing * BREATH.over * widthOf(own);
  return shifted(out, across, mouth.y - (facing === 0 ? own.y0 : (own.y0 + own.y1) / 2));
}
