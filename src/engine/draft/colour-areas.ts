import type { Histogram } from '../memory/artwork.js';
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
/** Areas of a smaller share go to the nearest other one. */
const SMALLEST = 0.025;

/**
 * Takes a picture's colours apart, the largest area first. Never empty for a picture that has colours.
 * @param labs the palette's codebook
 */
export function colourAreas({ colours, shares }: Histogram, labs: readonly Lab[]): ColourArea[] {
  const total = Math.max(1, sum(shares));
  const shades = Array.from(colours, (entry, k) => ({ lab: labs[entry]!, share: shares[k]! / total }));
  const areas: { lab: Lab; share: number; shades: Lab[] }[] = [];
  const add = (shade: { lab: Lab; share: number; shades?: Lab[] }, reach: number) => {
    const nearest = areas.reduce<(typeof areas)[number] | undefined>(
      (best, area) => (best && shadeDistance(best.lab, shade.lab) <= shadeDistance(area.lab, shade.lab) ? best : area),
      undefined,
    );
    const own = shade.shades ?? [shade.lab];
    if (!nearest || shadeDistance(nearest.lab, shade.lab) > reach) {
      areas.push({ lab: shade.lab, share: shade.share, shades: [...own] });
      return;
    }
    const share = nearest.share + shade.share;
    nearest.lab = mixed(nearest.lab, shade.lab, shade.share / share);
    nearest.share = share;
    nearest.shades.push(...own);
  };
  // The commonest shades come first, so that areas form around them.
  for (const shade of shades) add(shade, SAME_AREA);
  const small = areas.filter(({ share }) => share < SMALLEST);
  if (small.length < areas.length) {
    areas.splice(0, areas.length, ...areas.filter(({ share }) => share >= SMALLEST));
    for (const area of small) add(area, Number.POSITIVE_INFINITY);
  }
  return areas.sort((a, b) => b.share - a.share);
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
