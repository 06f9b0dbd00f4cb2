import { ownValue } from '../../basics/index.js';
import { pointIn, squareAt } from './frame.js';
import { type Edges, heightOf, middleOf, widthOf } from './geometry.js';
import { type Grip, gripOf } from './grips.js';
import { edgesOf, type Placed, type Stage, seatOf, shifted, withSide } from './placed.js';

/** How wide toppings are beside the dish that they lie on: one, and several. */
const TOPPING = { one: 0.34, several: 0.62 } as const;
/** So many lie beside each other on top of a dish; more are heaped. */
const ONE_ROW = 3;
/** Dishes whose face is seen, over which toppings are scattered. */
const FLAT: ReadonlySet<string> = new Set([
  'pizza',
  'flatbread',
  'cookie',
  'moon cake',
  'waffle',
  'chocolate',
  'green salad',
  'shallow pan of food',
  'pot of food',
  'curry rice',
  'bento box',
]);
/**
 * Of what bears fruit, where its leaves are: their middle from the left and the top of all, and how far they reach to
 * either side, in parts of its width and height.
 */
const CROWNS: Readonly<Record<string, readonly [x: number, y: number, reach: number]>> = {
  'potted plant': [0.5, 0.3, 0.36],
  tree: [0.5, 0.36, 0.36],
};
/** Pictures of cakes with candles on top, before which nothing lies. */
const WITH_CANDLES = /birthday-cake|1f382/;
/** How much of the largest disc in a picture lies under what is on it: scattered, and within the rim of a plate. */
const DISC = { scattered: 0.92, plate: 0.6 } as const;
/** A plate is no larger than this, in parts of its picture's side: beside it lie a fork and a knife. */
const WIDEST_PLATE = 0.36;
/** What is drawn as an empty plate. */
const PLATES: ReadonlySet<string> = new Set(['fork and knife with plate', 'plate', 'frying pan']);
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

/**
 * Small ones on a dish: scattered over its face where that is seen, or where candles are on top, else on its upper end.
 * @param isSecond whether others lie there too
 */
export function toppedWith(dish: Placed, topping: Placed, stage: Stage, isSecond: boolean): Placed {
  if (FLAT.has(dish.thing) || ownValue(CROWNS, dish.thing) || WITH_CANDLES.test(stage.artwork.slugOf(dish.picture)))
    return scatteredOver(dish, topping, isSecond, stage);
  const edges = edgesOf(dish, stage);
  const copies = topping.group?.copies ?? 1;
  const spread: Placed =
    copies === 1
      ? topping
      : copies > ONE_ROW
        ? { ...topping, group: { copies, way: 'pile' } }
        : { ...topping, group: { copies, way: 'row' }, spread: 'fan' };
  const row = withSide(spread, (copies === 1 ? TOPPING.one : TOPPING.several) * widthOf(edges), stage);
  const own = edgesOf(row, stage);
  const seat = seatOf(dish, stage) ?? { x: middleOf(edges), y: edges.y0 };
  const x = middleOf(edges) + (isSecond ? ASIDE * widthOf(edges) : 0);
  return shifted(row, x - middleOf(own), seat.y + (OVER - 1) * heightOf(own) - own.y0 + lowered(edges, seat.y));
}

/** Within the largest disc of the dish, each somewhere else. */
function scatteredOver(dish: Placed, topping: Placed, isMirrored: boolean, stage: Stage): Placed {
  const { x, y, radius } = crownOf(dish, stage) ?? discOf(dish, stage);
  const side = 2 * DISC.scattered * radius * (topping.group ? 1 : TOPPING.several);
  const copies = topping.group?.copies ?? 1;
  const spread: Placed = { ...topping, group: { copies, way: 'rows' }, spread: 'scattered' };
  return { ...spread, frame: squareAt(x - side / 2, y - side / 2, side), flip: topping.flip !== isMirrored };
}

/** Whether things lie in a plate, and not on its edge. */
export const isPlate = (thing: string): boolean => PLATES.has(thing);

/** A thing, or several in rows, within the rim of a plate. */
export function onPlate(food: Placed, plate: Placed, stage: Stage): Placed {
  const { x, y, radius: found } = discOf(plate, stage);
  const radius = Math.min(found, WIDEST_PLATE * Math.hypot(plate.frame.xx, plate.frame.yx));
  const isRow = food.group?.way === 'row' && food.group.copies > 2;
  const heaped: Placed = isRow ? { ...food, group: { ...food.group!, way: 'rows' } } : food;
  const { x0, x1, y0, y1 } = edgesOf(heaped, stage);
  const sized = withSide(
    heaped,
    (2 * DISC.plate * radius * Math.max(x1 - x0, y1 - y0) * Math.SQRT2) / Math.hypot(x1 - x0, y1 - y0),
    stage,
  );
  const own = edgesOf(sized, stage);
  return shifted(sized, x - middleOf(own), y - (own.y0 + own.y1) / 2);
}

function crownOf(plant: Placed, stage: Stage): { x: number; y: number; radius: number } | undefined {
  const crown = ownValue(CROWNS, plant.thing);
  if (!crown) return undefined;
  const edges = edgesOf(plant, stage);
  const [x, y, reach] = crown;
  const radius = reach * Math.min(widthOf(edges), heightOf(edges));
  return { x: edges.x0 + x * widthOf(edges), y: edges.y0 + y * heightOf(edges), radius };
}

/** The largest disc in a thing's picture, in pixels. */
function discOf({ picture, frame, flip }: Placed, { artwork }: Stage): { x: number; y: number; radius: number } {
  const [x, y, radius] = artwork.circleOf(picture);
  return { ...pointIn({ frame, flip }, x, y), radius: radius * Math.hypot(frame.xx, frame.yx) };
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
  return pointIn(thing, x, y);
}
