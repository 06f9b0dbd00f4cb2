import { ownValue } from '../../basics/index.js';
import type { Actor } from './actor.js';
import { isCover } from './covers.js';
import { figureOf } from './facing.js';
import { squareAt } from './frame.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { intoCanvas, put, whole } from './into-canvas.js';
import { edgesOf, isFigure, moved, type Placed, type Stage, shifted, withSide } from './placed.js';
import type { Rim } from './rims.js';
import { isScene } from './scenes.js';
import { type Member, type Unit, unitEdges, unitStanding, unitWithin } from './units.js';

type Two = [Placed, Placed];

/** Widest and highest that what is above and what is below may be, in parts of the canvas. */
const UPPER = { width: 0.94, height: 0.58 } as const;
const LOWER = { width: 0.97, height: 0.58 } as const;
/** How much of the lower one's height the upper one hides: hardly any, or as who jumps over it. */
const HIDDEN = { above: 0.05, over: 0.26 } as const;
/** What is in front, in parts of the canvas, how far aside it is, and how large at most what it stands before. */
const FRONT = { side: 0.6, aside: 0.14 } as const;
const BEHIND = { width: 0.97, height: 0.84 } as const;
/** How much of its height what is in front hides of what is behind it, at least. */
const HIDES = 0.3;
/**
 * What has a stem, or is so much higher than wide, is looked past: who is behind it is so high beside it, and so much
 * of their width is hidden.
 */
const TALL = 1.15;
const PAST = { high: 0.72, hidden: 0.4 } as const;
/**
 * Who looks over a thing: how far down from the mouth they are seen, in parts of what is below that; how wide they are
 * beside the thing and how high what it hides, at most; and how far down it they begin to be hidden.
 */
const OVER = { below: 0.3, wide: 0.92, high: 0.85, sunk: 0.12 } as const;
/** A scene and who is in it, in parts of the canvas; and how far above the lower end of the scene that stands. */
const SCENE = { side: 0.97, figure: 0.62, ground: 0.03 } as const;
/** Who climbs is smaller, and up there, in parts of the canvas. */
const CLIMBER = { side: 0.54, up: 0.2 } as const;
/** Scenes of water, before which nobody stands: where it hides who is in it. */
const WATERLINES: Readonly<Record<string, Rim>> = { 'open sea': { x0: 0, x1: 1, y: 0.78, sag: 0 } };
/** How wide and high at most several in a scene are, in parts of it. */
const SEVERAL = { wide: 0.92, high: 0.76 } as const;
/** The same of what is above it, and how far down in it that begins. */
const SKY = { wide: 0.86, high: 0.52, top: 0.06 } as const;

/**
 * One thing above another, which together fill the canvas.
 * @param isOver whether the upper one is just above the other, as a jump is
 */
export function stacked(upper: Actor, lower: Actor, isOver: boolean, stage: Stage): [Placed, Placed] {
  const [one, other] = [within(upper, UPPER, stage), within(lower, LOWER, stage)];
  const [a, b] = [edgesOf(one, stage), edgesOf(other, stage)];
  const top = a.y1 - (isOver ? HIDDEN.over : HIDDEN.above) * heightOf(b);
  const below = shifted(other, middleOf(a) - middleOf(b), top - b.y0);
  return intoCanvas([one, below], stage) as Two;
}

/** One thing low and large in front of another, which is larger and higher, or all about it where that is a scene. */
export function before(front: Actor, behind: Actor, stage: Stage): Two {
  if (isScene(behind, stage)) return inScene(front, behind, stage);
  const aside = (front.flip ? -1 : 1) * FRONT.aside * stage.size;
  const back = within(behind, BEHIND, stage);
  const near = withSide(whole(front, stage), FRONT.side * stage.size, stage);
  if (isFigure(behind, stage) && !isFigure(front, stage)) return intoCanvas(peeking(near, back, stage), stage) as Two;
  const [a, b] = [edgesOf(near, stage), edgesOf(back, stage)];
  // What is behind stands on ground that is farther off, and so higher.
  const free = Math.max(0, (stage.size - widthOf(a)) / 2);
  const x = stage.size / 2 + Math.max(-free, Math.min(free, aside)) - middleOf(a);
  const up = isClimbing(front) ? CLIMBER.up * stage.size : 0;
  const standing = shifted(near, x, stage.size - up - a.y1);
  const top = Math.max(0, stage.size - (1 - HIDES) * heightOf(a) - heightOf(b));
  return intoCanvas([standing, shifted(back, stage.size / 2 - middleOf(b), top - b.y0)], stage) as Two;
}

/**
 * Who is behind a thing looks over it, from below the mouth up, or past one side of what is tall, on the same ground.
 */
function peeking(front: Placed, behind: Placed, stage: Stage): Two {
  const near = edgesOf(front, stage);
  const [own, { mouth, facing }] = [edgesOf(behind, stage), figureOf(behind, stage)];
  if (isCover(front.thing) || heightOf(near) > TALL * widthOf(near)) {
    const scale = (PAST.high * heightOf(near)) / heightOf(own);
    const side = facing === 0 ? (front.flip ? -1 : 1) : facing;
    const inward = PAST.hidden * scale * widthOf(own);
    const x = side > 0 ? near.x1 - inward - scale * own.x0 : near.x0 + inward - scale * own.x1;
    return [front, moved(behind, squareAt(x, near.y1 - scale * own.y1, scale))];
  }
  const chin = mouth.y + OVER.below * (own.y1 - mouth.y);
  const scale = Math.min((OVER.wide * widthOf(near)) / widthOf(own), (OVER.high * heightOf(near)) / (own.y1 - chin));
  const top = near.y0 + OVER.sunk * heightOf(near);
  return [front, moved(behind, squareAt(middleOf(near) - scale * middleOf(own), top - scale * chin, scale))];
}

/** Who is in a scene stands in its lower middle; the scene fills the canvas. */
function inScene(figure: Actor, scene: Actor, stage: Stage): [Placed, Placed] {
  const rim = ownValue(WATERLINES, scene.thing);
  const all: Placed = { ...whole(scene, stage, SCENE.side), ...(rim ? { rim } : {}) };
  const { y1 } = edgesOf(all, stage);
  const [side, up] = isClimbing(figure) ? [CLIMBER.side, CLIMBER.up] : [SCENE.figure, 0];
  const bottom = y1 / stage.size - SCENE.ground - up;
  return [put(figure, { x: 0.5, y: 0.5, side, bottom }, stage), all];
}

const isClimbing = ({ body }: Actor): boolean => body?.pose === 'climbing';

/** Several who are in a scene stand in its lower middle, and what is above it is up in it. */
export function unitInScene(unit: Unit, scene: Member, isAbove: boolean, stage: Stage): Unit {
  const edges = edgesOf(scene.placed, stage);
  const { wide, high } = isAbove ? SKY : SEVERAL;
  const sized = unitWithin(unit, wide * widthOf(edges), high * heightOf(edges), stage);
  const own = unitEdges(sized, stage);
  const bottom = isAbove
    ? edges.y0 + SKY.top * heightOf(edges) + heightOf(own)
    : edges.y1 - SCENE.ground * heightOf(edges);
  return [scene, ...unitStanding(sized, middleOf(edges), bottom, stage)];
}

/** A thing as large as it may be, in parts of the canvas. */
function within(actor: Actor, most: { width: number; height: number }, stage: Stage): Placed {
  const natural = whole(actor, stage);
  const edges = edgesOf(natural, stage);
  const scale = stage.size * Math.min(most.width / widthOf(edges), most.height / heightOf(edges));
  return moved(natural, squareAt(0, 0, scale));
}
