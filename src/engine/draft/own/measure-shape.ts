import type { RgbaImage } from '../../basics/index.js';
import { SOLID } from '../../basics/index.js';
import type { Box } from '../../latents/index.js';
import type { Bounds } from '../../memory/index.js';
import { boxSteps } from '../layout/index.js';

/** Where on a picture what it shows is, as training measures it (docs/bundle.md, "Memory"). */
export interface Shape {
  box: Bounds;
  moments: readonly [x: number, y: number, xx: number, xy: number, yy: number];
  circle: readonly [x: number, y: number, radius: number];
  area: number;
}

/** Alpha above this is opaque, 0–255. */
const OPAQUE = 0.3 * 255;
/** Among the centres of circles nearly as large as the largest, their mean counts: a band has it in its middle. */
const NEARLY_LARGEST = 0.97;

/** Measures a square picture. */
export function measureShape(image: RgbaImage): Shape {
  const { width: side, data } = image;
  const alpha = alphaOf(image);
  return {
    ...measureExtent(image, alpha),
    circle: circleOf(data, side),
    area: alpha.reduce((sum, one) => sum + one, 0) / alpha.length,
  };
}

/** Of a square picture, where what is opaque lies, and how all that is seen spreads; zeros where nothing is. */
export function measureExtent(image: RgbaImage, alpha = alphaOf(image)): Pick<Shape, 'box' | 'moments'> {
  const { width: side, data } = image;
  return { box: boxOf(data, side), moments: momentsOf(alpha, side) };
}

/** The box of what is opaque of a square picture, of which nothing is cut off, or else of all of it. */
export function boxSeen({ box }: Pick<Shape, 'box'>, label: string, side: number): Box {
  const [x0, y0, x1, y1] = box[0] < box[2] && box[1] < box[3] ? box : [0, 0, 1, 1];
  return boxSteps({ x0: x0 * side, y0: y0 * side, x1: x1 * side, y1: y1 * side }, label, side);
}

function alphaOf({ data }: RgbaImage): Float64Array {
  return Float64Array.from({ length: data.length / 4 }, (_, p) => data[4 * p + 3]! / 255);
}

function boxOf(data: Uint8Array, side: number): Bounds {
  let [x0, y0, x1, y1] = [side, side, 0, 0];
  for (let p = 0; p < side * side; p++) {
    if (data[4 * p + 3]! <= OPAQUE) continue;
    const [x, y] = [p % side, Math.floor(p / side)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  }
  return x1 === 0 ? [0, 0, 0, 0] : [x0 / side, y0 / side, x1 / side, y1 / side];
}

function momentsOf(alpha: Float64Array, side: number): Shape['moments'] {
  const sum = (of: (x: number, y: number) => number) =>
    alpha.reduce((all, one, p) => all + one * of(((p % side) + 0.5) / side, (Math.floor(p / side) + 0.5) / side), 0);
  const total = sum(() => 1);
  if (total === 0) return [0, 0, 0, 0, 0];
  const [x, y] = [sum((u) => u) / total, sum((_, v) => v) / total];
  return [
    x,
    y,
    sum((u) => (u - x) ** 2) / total,
    sum((u, v) => (u - x) * (v - y)) / total,
    sum((_, v) => (v - y) ** 2) / total,
  ];
}

/** The largest circle within what is solid. */
function circleOf(data: Uint8Array, side: number): Shape['circle'] {
  const squares = nearestClear(data, side);
  const radius = Math.sqrt(squares.reduce((most, one) => Math.max(most, one), 0));
  let [x, y, count] = [0, 0, 0];
  for (const [p, square] of squares.entries()) {
    if (Math.sqrt(square) < radius * NEARLY_LARGEST) continue;
    x += p % side;
    y += Math.floor(p / side);
    count += 1;
  }
  return [(x / count + 0.5) / side, (y / count + 0.5) / side, radius / side];
}

/** Square of how far each pixel is from the nearest that is not solid, or from beyond the edge. */
function nearestClear(data: Uint8Array, side: number): Float64Array {
  const across = new Float64Array(side * side);
  for (let y = 0; y < side; y++) {
    let gap = 0;
    for (let x = 0; x < side; x++) {
      gap = data[4 * (y * side + x) + 3]! > SOLID ? gap + 1 : 0;
      across[y * side + x] = gap;
    }
    gap = 0;
    for (let x = side - 1; x >= 0; x--) {
      gap = data[4 * (y * side + x) + 3]! > SOLID ? gap + 1 : 0;
      across[y * side + x] = Math.min(gap, across[y * side + x]!) ** 2;
    }
  }
  const nearest = new Float64Array(side * side);
  for (let x = 0; x < side; x++) {
    for (let y = 0; y < side; y++) {
      let least = across[y * side + x]!;
      for (let dy = 1; dy * dy < least; dy++) {
        const [above, below] = [y - dy, y + dy];
        least = Math.min(
          least,
          dy * dy + (above >= 0 ? across[above * side + x]! : 0),
          dy * dy + (below < side ? across[below * side + x]! : 0),
        );
      }
      nearest[y * side + x] = least;
    }
  }
  return nearest;
}
