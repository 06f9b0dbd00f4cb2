import { ownValue } from '../../basics/index.js';
import { pointAt } from './frame.js';
import { type Edges, heightOf, middleOf, widthOf } from './geometry.js';
import { type Grip, gripOf } from './grips.js';
import { edgesOf, type Placed, type Stage, seatOf, shifted, withSide } from './placed.js';

/** How wide toppings are beside the dish that they lie on: one, and several, of which there are so many at least. */
const TOPPING = { one: 0.34, several: 0.62, copies: 3 } as const;
/** How much of their height lies over the dish. */
const OVER = 0.55;
/** How far aside, in parts of the dish's width, a second kind lies, and the first then. */
const ASIDE = 0.2;
/** Longer side of what is set on something, in parts of the longer side of that. */
const SET = { side: 0.34, grip: 0.26 } as const;
/** Where on a blade its guard is: from the handle's end towards the middle of all, in parts of the way. */
const GUARD = 0.52;
/** What has its middle elsewhere than where most of it is: from its left and its top. */
const MIDDLES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  crown: [0.5, 0.66],
  'top hat': [0.5, 0.72],
  "woman's hat": [0.5, 0.5],
  ring: [0.5, 0.14],
};

/** Several small ones on a dish, over its upper end. @param isSecond whether others lie there too */
export function toppedWith(dish: Placed, topping: Placed, stage: Stage, isSecond: boolean): Placed {
  const edges = edgesOf(dish, stage);
  const copies = Math.max(topping.group?.copies ?? TOPPING.copies, TOPPING.copies);
  const group = { ...topping.group, copies, way: 'row' as const };
  const row = withSide({ ...topping, group }, TOPPING.several * widthOf(edges), stage);
  const own = edgesOf(row, stage);
  const seat = seatOf(dish, stage) ?? { x: middleOf(edges), y: edges.y0 };
  const x = middleOf(edges) + (isSecond ? ASIDE * widthOf(edges) : 0);
  return shifted(row, x - middleOf(own), seat.y + (OVER - 1) * heightOf(own) - own.y0 + lowered(edges, seat.y));
}

/** What lies on the tip of a dish lies a little further down, where that is wide. */
const lowered = (edges: Edges, top: number): number => 0.06 * (edges.y1 - top);

/** A gem, a star or a flower, small on what has it: on the guard of a blade, else in the middle of the thing. */
export function setWith(thing: Placed, set: Placed, stage: Stage): Placed {
  const edges = edgesOf(thing, stage);
  const grip = gripOf(thing.thing, stage.artwork.slugOf(thing.picture));
  const side = (grip ? SET.grip : SET.side) * Math.max(widthOf(edges), heightOf(edges));
  const sized = withSide(set, side, stage);
  const own = edgesOf(sized, stage);
  const { x, y } = placeOn(thing, edges, grip, stage);
  return shifted(sized, x - middleOf(own), y - (own.y0 + own.y1) / 2);
}

function placeOn(thing: Placed, edges: Edges, grip: Grip | undefined, { artwork }: Stage): { x: number; y: number } {
  const within = ([x, y]: readonly [number, number]) => ({
    x: edges.x0 + x * widthOf(edges),
    y: edges.y0 + y * heightOf(edges),
  });
  if (grip) {
    const x = thing.flip ? 1 - grip[0] : grip[0];
    return within([x + GUARD * (0.5 - x), grip[1] + GUARD * (0.5 - grip[1])]);
  }
  const own = ownValue(MIDDLES, thing.thing);
  if (own) return within(own);
  const [x, y] = artwork.circleOf(thing.picture);
  return pointAt(thing.frame, thing.flip ? 1 - x : x, y);
}
