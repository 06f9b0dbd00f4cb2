import { squareAt } from './frame.js';
import { heightOf, middleOf, widthOf } from './geometry.js';
import { intoCanvas } from './into-canvas.js';
import { marked, markIn } from './marks.js';
import { edgesOf, moved, type Placed, type Stage } from './placed.js';

/**
 * How wide a flower pot is beside its plant, and beside the height of that at least and at most; how high beside its
 * width.
 */
const POT = { wide: 0.66, least: 0.44, most: 0.72, high: 0.84 } as const;
/** How much of a plant's height is in the pot, and how large what gives the pot its colour is, behind all of that. */
const [SUNK, BEHIND] = [0.08, 0.7] as const;

/**
 * A plant in a flower pot, which is before its lower end, in the colour of a vessel that is hidden behind it.
 * @returns the vessel and the plant, which has the pot
 */
export function potted(vessel: Placed, plant: Placed, stage: Stage): [Placed, Placed] {
  const edges = edgesOf(plant, stage);
  const high = heightOf(edges);
  const wide = Math.min(Math.max(POT.wide * widthOf(edges), POT.least * high), POT.most * high);
  const [x, y] = [middleOf(edges) - wide / 2, edges.y1 - SUNK * high];
  const tall = POT.high * wide;
  const own = edgesOf(vessel, stage);
  const by = Math.min((BEHIND * wide) / widthOf(own), (BEHIND * tall) / heightOf(own));
  const [across, down] = [middleOf(edges) - by * middleOf(own), y + tall / 2 - (by * (own.y0 + own.y1)) / 2];
  const hidden = moved(vessel, squareAt(across, down, by));
  const grown = marked(plant, [markIn('flowerpot', hidden, x, y, wide, tall)]);
  return intoCanvas([hidden, grown], stage) as [Placed, Placed];
}
