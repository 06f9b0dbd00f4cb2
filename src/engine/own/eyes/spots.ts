import { boundsOf, components, eachAround, filled, type Region, ringAbout } from './regions.js';
import type { Segments } from './segments.js';

/** A compact area of one colour. */
export interface Spot {
  pixels: Region;
  /** Without holes. */
  whole: Region;
  /** Middle and size of its box, in pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Mean lightness, a and b. */
  lab: readonly [number, number, number];
  /** Of what surrounds it. */
  beside: readonly [number, number, number];
}

const FEWEST_PIXELS = 8;
const [LARGEST_SHARE, LONGEST] = [0.05, 0.24];
const [NARROWEST, WIDEST, FULL] = [0.4, 2.2, 0.58];
const BESIDE = 3;

/** Areas that might be eyes by their shape: small, compact, and nowhere at the silhouette. */
export function spotsIn(drawing: Segments): Spot[] {
  const { side, solid, colour } = drawing;
  const drawn = [...solid.keys()].filter((p) => solid[p]);
  const isInner = innerOf(drawn, side);
  return components(colour, side).flatMap((pixels) => {
    if (pixels.length < FEWEST_PIXELS || pixels.length > LARGEST_SHARE * drawn.length) return [];
    const { x0, y0, x1, y1 } = boundsOf(pixels, side);
    const [width, height] = [x1 - x0, y1 - y0];
    const isRound = width / height >= NARROWEST && width / height <= WIDEST;
    if (!isRound || Math.max(width, height) > LONGEST * side || !pixels.every((p) => isInner[p])) return [];
    const whole = filled(pixels, side);
    if (whole.length < FULL * width * height) return [];
    const lab = meanOf(drawing, pixels);
    const ring = ringAbout(whole, 1, BESIDE, side).filter((p) => solid[p]);
    const beside = ring.length > 0 ? medianOf(drawing, ring) : lab;
    return [{ pixels, whole, x: (x0 + x1) / 2, y: (y0 + y1) / 2, width, height, lab, beside }];
  });
}

/** 1 for what has no silhouette beside it. */
function innerOf(drawn: Region, side: number): Uint8Array {
  const inside = new Uint8Array(side * side);
  if (drawn.length > 0) for (const p of filled(drawn, side)) inside[p] = 1;
  return inside.map((is, p) => {
    let count = 0;
    if (is)
      eachAround(p, 1, side, (near) => {
        count += inside[near]!;
      });
    return Number(count === 9);
  });
}

type Colour = [number, number, number];

function meanOf({ lab }: Segments, pixels: Region): Colour {
  const mean = (c: number) => pixels.reduce((sum, p) => sum + lab[3 * p + c]!, 0) / pixels.length;
  return [mean(0), mean(1), mean(2)];
}

function medianOf({ lab }: Segments, pixels: Region): Colour {
  const median = (c: number) => {
    const values = Float32Array.from(pixels, (p) => lab[3 * p + c]!).sort();
    return (values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2;
  };
  return [median(0), median(1), median(2)];
}
