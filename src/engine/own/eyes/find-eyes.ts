import type { RgbaImage } from '../../basics/index.js';
import { eyeSpots } from './eye-spots.js';
import type { OwnFace } from './own-face.js';
import { boundsOf, type Region } from './regions.js';
import { type Segments, segmentsOf } from './segments.js';
import { spotsIn } from './spots.js';
import { wholeEyes } from './whole-eyes.js';

/**
 * The face of a square picture, found as training finds those of drawings (`training/kaleido/data/parts`): a pair of
 * alike dark spots, level and high up, with the whites about them, or the one of what is seen from the side.
 *
 * @returns undefined where nothing is sure
 */
export function findFace(image: RgbaImage): OwnFace | undefined {
  const drawing = segmentsOf(image);
  const spots = eyeSpots(spotsIn(drawing), drawing);
  const eyes = wholeEyes(drawing, spots);
  return eyes.length === 0 ? undefined : { eyes, head: headAbout(spots, drawing) };
}

/** Above the eyes, columns this far from their middle are looked through, in parts of their extent, or pixels. */
const [ABOUT, LEAST_ABOUT] = [0.5, 2];

function headAbout(spots: Region, { solid, side }: Segments): OwnFace['head'] {
  const { x0, y0, x1 } = boundsOf(spots, side);
  const y = Math.round(spots.reduce((sum, p) => sum + Math.floor(p / side), 0) / spots.length);
  const x = Math.floor((x0 + x1 - 1) / 2);
  let [left, right] = [x0, x1 - 1];
  while (left > 0 && solid[y * side + left - 1]) left--;
  while (right < side - 1 && solid[y * side + right + 1]) right++;
  const reach = Math.max(LEAST_ABOUT, Math.round((ABOUT * (x1 - 1 - x0)) / 2));
  const tops: number[] = [];
  for (let column = Math.max(0, x - reach); column <= Math.min(side - 1, x + reach); column++) {
    let top = y0;
    while (top > 0 && solid[(top - 1) * side + column]) top--;
    tops.push(top);
  }
  tops.sort((one, other) => one - other);
  const middle = (tops[(tops.length - 1) >> 1]! + tops[tops.length >> 1]!) / 2;
  return { x0: left / side, x1: (right + 1) / side, top: middle / side, x: (x + 0.5) / side, y: (y + 0.5) / side };
}
