import { ownValue } from '../../basics/index.js';
import type { Actor } from './actor.js';
import { squareAt } from './frame.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { whole } from './into-canvas.js';
import { edgesOf, moved, type Placed, type Stage, shifted } from './placed.js';
import { type Unit, unitEdges, unitStanding, unitWithin } from './units.js';

/**
 * What somebody is under who stands on the same ground: how far down it its cap, crown or top ends, and how far from
 * its middle to one side the free room under that has its middle, in parts of its height and width.
 */
interface Cover {
  ends: number;
  aside: number;
  /** Of furniture, how wide the room between its legs is, in parts of its width. */
  between?: number;
  /** How much taller furniture with nothing but legs below is made, so that there is room between these. */
  taller?: number;
  /** Whether the free room is on its left as it is drawn, and not on either side. */
  isLeft?: boolean;
}

const COVERS: Readonly<Record<string, Cover>> = {
  mushroom: { ends: 0.5, aside: 0.22 },
  'brown mushroom': { ends: 0.5, aside: 0.22 },
  tree: { ends: 0.62, aside: 0.2 },
  'pine tree': { ends: 0.66, aside: 0.22 },
  'palm tree': { ends: 0.42, aside: 0.24 },
  'christmas tree': { ends: 0.7, aside: 0.22 },
  'leafless tree': { ends: 0.6, aside: 0.22 },
  'tanabata tree': { ends: 0.6, aside: 0.22 },
  umbrella: { ends: 0.46, aside: 0.16 },
  'umbrella on ground': { ends: 0.5, aside: 0.1 },
  'beach with umbrella': { ends: 0.55, aside: 0.1 },
  parachute: { ends: 0.5, aside: 0 },
  'bridge at night': { ends: 0.5, aside: 0 },
  sunflower: { ends: 0.5, aside: 0.2 },
  'circus tent': { ends: 0.55, aside: 0 },
  tent: { ends: 0.45, aside: 0 },
  table: { ends: 0.24, aside: 0, between: 0.6, taller: 1.35 },
  desk: { ends: 0.2, aside: 0.16, between: 0.42, taller: 1.35, isLeft: true },
  leaf: { ends: 0.5, aside: 0.06 },
  'maple leaf': { ends: 0.5, aside: 0.06 },
  'lily pad': { ends: 0.5, aside: 0 },
  chair: { ends: 0.7, aside: 0, between: 0.72 },
  bed: { ends: 0.6, aside: 0 },
};

/**
 * How high at most who is under a cover is beside the room below it, and how wide beside the cover: one, and several.
 */
const UNDER = { high: 1.12, wide: 0.56, several: 0.84 } as const;
/** How high at most who is under furniture is beside that room: its underside hides nothing. */
const BELOW = 0.96;

const ASIDE_OF_SEVERAL = 0.06;

/** Whether somebody can be under a thing on the ground that it stands on. */
export const isCover = (thing: string): boolean => Object.hasOwn(COVERS, thing);

/** Whether who is under a thing sits between its legs, wholly below its underside. */
export const isFurniture = (thing: string): boolean => ownValue(COVERS, thing)?.between !== undefined;

/** A unit under something large, before its stem and beside it, on the same ground; of furniture between its legs. */
export function under(unit: Unit, over: { at: number; placed: Placed }, isLeft: boolean, stage: Stage): Unit {
  const cover = ownValue(COVERS, over.placed.thing) ?? { ends: 0.5, aside: 0.2 };
  if (cover.between !== undefined) return between(unit, over, cover, stage);
  const edges = edgesOf(over.placed, stage);
  const { ends, aside } = cover;
  const isSeveral = unit.length > 1 || unit.some(({ placed }) => placed.group !== undefined);
  const wide = isSeveral ? UNDER.several : UNDER.wide;
  const sized = unitWithin(unit, wide * widthOf(edges), UNDER.high * (1 - ends) * heightOf(edges), stage);
  const most = isSeveral ? ASIDE_OF_SEVERAL : aside;
  const x = middleOf(edges) + (isLeft ? -1 : 1) * Math.min(aside, most) * widthOf(edges);
  return [over, ...unitStanding(sized, x, edges.y1, stage)];
}

function between(
  unit: Unit,
  { at, placed }: { at: number; placed: Placed },
  { ends, aside, between: wide = 1, taller = 1, isLeft = false }: Cover,
  stage: Stage,
): Unit {
  const over = moved(placed, { ...squareAt(0, 0, 1), yy: taller });
  const edges = edgesOf(over, stage);
  const sized = unitWithin(unit, wide * widthOf(edges), BELOW * (1 - ends) * heightOf(edges), stage);
  const side = isLeft === over.flip ? 1 : -1;
  return [
    { at, placed: over },
    ...unitStanding(sized, middleOf(edges) + side * aside * widthOf(edges), edges.y1, stage),
  ];
}

/** Weather that somebody is in: above them and up in a corner. */
const WEATHER: ReadonlySet<string> = new Set([
  'sun',
  'sun with face',
  'sun behind cloud',
  'sun behind small cloud',
  'sun behind large cloud',
  'sun behind rain cloud',
  'cloud',
  'cloud with rain',
  'cloud with snow',
  'cloud with lightning and rain',
  'thundercloud',
  'lightning',
  'snowflake',
  'rainbow',
  'moon',
  'full moon',
  'crescent moon',
  'star',
  'shooting star',
  'comet',
]);

export const isWeather = (thing: string): boolean => WEATHER.has(thing);

/** How large weather is, in parts of who is in it, and how much of itself reaches over that. */
const SKY = { side: 0.62, over: 0.3, down: 0.42 } as const;

/** A unit with weather behind it, up in a corner. */
export function inWeather(unit: Unit, sky: { at: number; actor: Actor }, isLeft: boolean, stage: Stage): Unit {
  const edges = unitEdges(unit, stage);
  const side = (SKY.side * Math.max(widthOf(edges), heightOf(edges))) / stage.size;
  const natural = whole(sky.actor, stage, side);
  const own = edgesOf(natural, stage);
  const inward = SKY.over * widthOf(own);
  const x = isLeft ? edges.x0 + inward - own.x1 : edges.x1 - inward - own.x0;
  const y = edges.y0 - (1 - SKY.down) * heightOf(own) - own.y0;
  return [{ at: sky.at, placed: shifted(natural, x, y) }, ...unit];
}
