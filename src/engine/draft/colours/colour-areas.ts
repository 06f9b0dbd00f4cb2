import { chromaOf, type Lab, labDistance, labOf } from '../../basics/index.js';
import type { Tables } from '../../manifest/index.js';
import { type Histogram, NAMED, NAMED_SHARE } from '../../memory/index.js';

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

/** No further from a colour, and no more than so many times as far as from the nearest, is called that too. */
const CALLED_TOO = 0.125;
const TIMES_AS_FAR = 2;

/** Names all colours of `tables.colours` that somebody may call it: an orange red is both. */
export function createColoursCalled(colours: Tables['colours']): (lab: Lab) => ReadonlySet<string> {
  const prototypes = Object.entries(colours).map(([name, codes]) => ({ name, labs: codes.map(labOf) }));
  return (lab) => {
    const distances = prototypes.map(({ name, labs }) => ({
      name,
      distance: Math.min(...labs.map((one) => labDistance(one, lab))),
    }));
    const least = Math.min(...distances.map(({ distance }) => distance));
    const most = Math.max(least, Math.min(CALLED_TOO, TIMES_AS_FAR * least));
    return new Set(distances.flatMap(({ name, distance }) => (distance <= most ? [name] : [])));
  };
}

/**
 * Names the colours that a description speaks of.
 * @returns for colours and their shares, 0–1, at most two names, the commonest first
 */
export function createColourNamer(
  colours: Tables['colours'],
): (shown: readonly { lab: Lab; share: number }[]) => string[] {
  const prototypes = Object.entries(colours).flatMap(([name, codes]) =>
    codes.map((code) => ({ name, lab: labOf(code) })),
  );
  const nameOf = (lab: Lab) =>
    prototypes.reduce((best, one) => (labDistance(one.lab, lab) < labDistance(best.lab, lab) ? one : best)).name;
  return (shown) => {
    const shares = new Map<string, number>();
    for (const { lab, share } of shown) {
      const name = nameOf(lab);
      shares.set(name, (shares.get(name) ?? 0) + share);
    }
    return [...shares]
      .sort(([, a], [, b]) => b - a)
      .filter(([, share]) => share >= NAMED_SHARE)
      .slice(0, NAMED)
      .map(([name]) => name);
  };
}

/** Darker and greyer than this are outlines and eyes. */
const DARK = 0.45;
const DARK_CHROMA = 0.1;
/**
 * They stay, unless they are more of the picture than this: then they are its body, or a palette of several colours, or
 * a dark one, has a colour for them.
 */
const MOST_DARK = 0.3;
const MOST_DARK_OF_SEVERAL = 0.1;
const MOST_DARK_OF_DARK = 0.15;
/** Lighter and greyer than this are whites of eyes and highlights. */
const LIGHT = 0.88;
const LIGHT_CHROMA = 0.05;
/** An area of no more than this is a detail. */
const DETAIL = 0.09;
/** So much of the picture may stay, dark areas counted; these may be more by themselves. */
const MOST_STAYING = 0.12;
/** A detail of a colour this near to one of the palette takes that. */
const NEAR = 0.12;

/** Whether an area is dark as outlines and eyes are. */
export function isDark({ lab }: ColourArea): boolean {
  return lab[0] < DARK && chromaOf(lab) < DARK_CHROMA;
}

/**
 * Which areas of a picture stay as they are, whatever palette it gets, for without them nobody would know what it
 * shows: dark outlines and eyes, and small details, the light ones first; of these others than light ones only where
 * the palette has a single colour.
 * @param areas the largest first
 * @param palette its colours
 */
export function stayingAreas(areas: readonly ColourArea[], palette: readonly Lab[]): boolean[] {
  const dark = areas.map((area, k) => k > 0 && isDark(area));
  const darkShare = areas.reduce((sum, { share }, k) => sum + (dark[k] ? share : 0), 0);
  const isDarkPalette = palette.some(([lightness]) => lightness < DARK);
  const mostDark = palette.length > 1 ? MOST_DARK_OF_SEVERAL : isDarkPalette ? MOST_DARK_OF_DARK : MOST_DARK;
  const stays = dark.map((its, k) => its && (darkShare <= mostDark || areas[k]!.share <= DETAIL));
  let room = MOST_STAYING - areas.reduce((sum, { share }, k) => sum + (stays[k] ? share : 0), 0);
  const isDetail = ({ lab, share }: ColourArea) =>
    share <= Math.min(DETAIL, room) && !palette.some((colour) => labDistance(colour, lab) < NEAR);
  const isLight = ({ lab }: ColourArea) => lab[0] > LIGHT && chromaOf(lab) < LIGHT_CHROMA;
  for (const [k, area] of areas.entries()) {
    if (k === 0 || stays[k] || !isLight(area) || !isDetail(area)) continue;
    stays[k] = true;
    room -= area.share;
  }
  for (const [k, area] of areas.entries()) {
    if (k === 0 || stays[k] || palette.length > 1 || !isDetail(area)) continue;
    stays[k] = true;
    room -= area.share;
  }
  return stays;
}
