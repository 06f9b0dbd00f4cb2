import type { Histogram } from '../memory/index.js';
import { type Lab, labDistance } from './oklab.js';

/** A part of a picture in shades of one colour. */
export interface ColourArea {
  /** Mean colour. */
  lab: Lab;
  /** Of the opaque pixels, 0–1. */
  share: number;
  /** The shades that it is made of. */
  shades: readonly Lab[];
}

/** Shades this near to an area's mean are of it. Lightness counts less: shadows and lights are of the same thing. */
const SAME_AREA = 0.12;
const LIGHTNESS_WEIGHT = 0.55;
/** Areas of a smaller share go to the nearest other one, unless they stand out from all, as eyes do. */
const SMALLEST = 0.03;
const STANDS_OUT = 0.2;

/**
 * Takes a picture's colours apart, the largest area first. Never empty for a picture that has colours.
 * @param labs the palette's codebook
 */
export function colourAreas({ colours, shares }: Histogram, labs: readonly Lab[]): ColourArea[] {
  const total = Math.max(1, sum(shares));
  const shades = Array.from(colours, (entry, k) => ({ lab: labs[entry]!, share: shares[k]! / total }));
  const areas: Growing[] = [];
  // The commonest shades come first, so that areas form around them.
  for (const { lab, share } of shades) add(areas, { lab, share, shades: [lab] }, SAME_AREA);
  const large = areas.filter(({ share }, k) => k === 0 || share >= SMALLEST);
  for (const area of areas) if (!large.includes(area)) add(large, area, STANDS_OUT);
  return large.sort((a, b) => b.share - a.share);
}

interface Growing extends ColourArea {
  lab: Lab;
  share: number;
  shades: Lab[];
}

/** Adds to the nearest of the areas, or as another one where none is as near as `reach`. */
function add(areas: Growing[], one: Growing, reach: number): void {
  const distances = areas.map(({ lab }) => shadeDistance(lab, one.lab));
  const nearest = Math.min(...distances);
  const area = nearest <= reach ? areas[distances.indexOf(nearest)] : undefined;
  if (!area) {
    areas.push({ ...one, shades: [...one.shades] });
    return;
  }
  area.share += one.share;
  area.lab = mixed(area.lab, one.lab, one.share / area.share);
  area.shades.push(...one.shades);
}

/** How far apart two colours are as colours of one area. */
export function shadeDistance([l, a, b]: Lab, [l2, a2, b2]: Lab): number {
  return labDistance([l * LIGHTNESS_WEIGHT, a, b], [l2 * LIGHTNESS_WEIGHT, a2, b2]);
}

function mixed(one: Lab, other: Lab, part: number): Lab {
  const at = (c: 0 | 1 | 2) => one[c] + part * (other[c] - one[c]);
  return [at(0), at(1), at(2)];
}

function sum(values: Uint8Array): number {
  return values.reduce((total, value) => total + value, 0);
}
