import type { Figure } from './facing.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { whole } from './into-canvas.js';
import { edgesOf, type Placed, type Stage, shifted, withSide } from './placed.js';

/** What is worn on feet, in pairs. */
const FOOTWEAR: ReadonlySet<string> = new Set([
  'boot',
  'shoe',
  'sneaker',
  'high heel',
  'hiking boot',
  'flat shoe',
  'thong sandal',
  "woman's sandal",
  'ballet shoes',
  'roller skate',
  'ice skate',
  'socks',
]);
/** Drawn as a pair. */
const PAIRS: ReadonlySet<string> = new Set(['thong sandal', 'ballet shoes', 'socks', 'noto-v1:womans-boot']);
const PAIR = 2;
/** How wide a pair is beside a face, and a figure, and how high at most beside it. */
const PAIR_WIDTH = { face: 0.74, figure: 0.6 } as const;
const TALLEST = 0.46;
/** How much of its height lies over the lower end of who wears it. */
const OVER = { face: 0.1, figure: 0.5 } as const;

export const isFootwear = (thing: string): boolean => FOOTWEAR.has(thing);

/** A pair at the lower end of who wears it: under a head, and over the feet of a figure. */
export function atFeet(thing: Placed, { edges, isFace }: Figure, stage: Stage): Placed {
  const kind = isFace ? 'face' : 'figure';
  const isPair = PAIRS.has(thing.thing) || PAIRS.has(stage.artwork.slugOf(thing.picture));
  const { group: _, spread: __, ...one } = thing;
  const worn: Placed = isPair ? one : { ...one, group: { copies: PAIR, way: 'row' } };
  const natural = whole(worn, stage);
  const { x0, x1, y0, y1 } = edgesOf(natural, stage);
  const width = PAIR_WIDTH[kind] * widthOf(edges);
  const scale = Math.min(width / (x1 - x0), (TALLEST * heightOf(edges)) / (y1 - y0));
  const sized = withSide(natural, scale * Math.max(x1 - x0, y1 - y0), stage);
  const own = edgesOf(sized, stage);
  return shifted(sized, middleOf(edges) - middleOf(own), edges.y1 - OVER[kind] * heightOf(own) - own.y0);
}
