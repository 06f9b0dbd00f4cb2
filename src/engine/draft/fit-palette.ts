import type { Swatch } from '../latents/latents.js';
import { type ColourArea, shadeDistance } from './colour-areas.js';
import { chromaOf, type Lab, labDistance, labOf } from './oklab.js';
import type { ShadeMove } from './recolour.js';

/** A picture whose colours are fitted. */
export interface FittedPicture {
  areas: readonly ColourArea[];
  /** What it covers of the canvas, in any unit. */
  size: number;
}

/** Darker and greyer than this are outlines and eyes. They stay, where they are no more of a picture than this, for a drawing is made of them. */
const DARK = 0.4;
const DARK_CHROMA = 0.09;
const MOST_DARK = 0.3;
/** Lighter and greyer than this are the whites of eyes and highlights. */
const LIGHT = 0.88;
const LIGHT_CHROMA = 0.05;
/** So much of the picture's other pixels may stay as it is, light parts first. */
const MOST_KEPT = 0.1;
/** On a body darker than this, what is dark turns as light as this. */
const DARK_BODY = 0.45;
const TURNED_LIGHT: Lab = [0.92, 0, 0];
/** What it costs, beside shares that differ, that an area moves far in OKLab, and that two areas of a picture become one. */
const MOVE_COST = 0.5;
const MERGE_COST = 0.4;

/**
 * Gives the colour areas of pictures the colours of a palette: the largest areas those of the largest shares, and of equals the nearest. Dark outlines and
 * eyes stay, as do small whites.
 *
 * @param natural palette that the pictures have by themselves: a colour that was theirs and is still asked for leaves the areas it goes to alone
 * @returns for each picture where each of its areas moves; undefined where it stays
 */
export function fitPalette(
  pictures: readonly FittedPicture[],
  palette: readonly Swatch[],
  natural: readonly Swatch[],
): (ShadeMove | undefined)[][] {
  const whole = palette.reduce((sum, { share }) => sum + share, 0);
  const swatches = palette.map(({ colour, share }) => ({
    lab: labOf(colour),
    share: share / whole,
    isOld: natural.some((old) => old.colour.toLowerCase() === colour.toLowerCase()),
  }));
  const stays = pictures.map(({ areas }) => staying(areas, swatches));
  const open = pictures.flatMap(({ areas, size }, picture) =>
    areas.flatMap((area, k) => (stays[picture]![k] ? [] : [{ picture, k, area, part: area.share * size }])),
  );
  const total = open.reduce((sum, { part }) => sum + part, 0);
  const chosen = assign(
    open.map((one) => ({ ...one, part: one.part / total })),
    swatches,
  );
  const moves = pictures.map(({ areas }) => areas.map((): ShadeMove | undefined => undefined));
  open.forEach(({ picture, k, area }, n) => {
    const { lab, isOld } = swatches[chosen[n]!]!;
    if (!(isOld && labDistance(area.lab, lab) < STILL_NEAR)) moves[picture]![k] = { from: area.lab, to: lab };
  });
  for (const [picture, { areas }] of pictures.entries()) turnDarkLight(areas, moves[picture]!);
  return moves;
}

/** An area this near to a colour that it has had before is left alone. */
const STILL_NEAR = 0.09;

/** Which areas of a picture stay as they are: dark ones, and small light ones unless the palette has a colour like them. */
function staying(areas: readonly ColourArea[], swatches: readonly { lab: Lab }[]): boolean[] {
  const dark = areas.map(({ lab }, k) => k > 0 && lab[0] < DARK && chromaOf(lab) < DARK_CHROMA);
  const darkShare = areas.reduce((sum, { share }, k) => sum + (dark[k] ? share : 0), 0);
  const kept = darkShare <= MOST_DARK ? dark : areas.map(() => false);
  let room = MOST_KEPT;
  return areas.map(({ lab, share }, k) => {
    if (kept[k]) return true;
    const isLight = k > 0 && lab[0] > LIGHT && chromaOf(lab) < LIGHT_CHROMA;
    if (!isLight || share > room || swatches.some((swatch) => labDistance(swatch.lab, lab) < STILL_NEAR)) return false;
    room -= share;
    return true;
  });
}

/** Outlines and eyes would vanish on a body that has become dark. */
function turnDarkLight(areas: readonly ColourArea[], moves: (ShadeMove | undefined)[]): void {
  const body = moves[0];
  if (!body || body.to[0] > DARK_BODY || body.from[0] < DARK_BODY) return;
  areas.forEach(({ lab }, k) => {
    if (k > 0 && !moves[k] && lab[0] < DARK) moves[k] = { from: lab, to: TURNED_LIGHT };
  });
}

interface Open {
  picture: number;
  area: ColourArea;
  /** Of all that is coloured anew. */
  part: number;
}

/** The swatch of each area, at the least cost that changing and swapping single ones can find. */
function assign(open: readonly Open[], swatches: readonly { lab: Lab; share: number }[]): number[] {
  const cost = (chosen: readonly number[]): number => {
    const shares = swatches.map(() => 0);
    let sum = 0;
    open.forEach(({ area, part }, n) => {
      const swatch = chosen[n]!;
      shares[swatch]! += part;
      sum += MOVE_COST * part * labDistance(area.lab, swatches[swatch]!.lab);
    });
    sum += shares.reduce((all, share, k) => all + Math.abs(share - swatches[k]!.share), 0);
    open.forEach((one, n) => {
      for (let m = 0; m < n; m++) {
        if (chosen[m] !== chosen[n] || open[m]!.picture !== one.picture) continue;
        sum += MERGE_COST * Math.min(one.part, open[m]!.part) * shadeDistance(one.area.lab, open[m]!.area.lab);
      }
    });
    return sum;
  };
  let best = open.map(() => 0);
  let least = cost(best);
  const isBetter = (other: number[]): boolean => {
    const its = cost(other);
    if (its >= least - 1e-9) return false;
    [best, least] = [other, its];
    return true;
  };
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (let n = 0; n < open.length; n++) {
      for (let swatch = 0; swatch < swatches.length; swatch++) {
        if (isBetter(best.with(n, swatch))) hasChanged = true;
      }
      for (let m = 0; m < n; m++) {
        if (isBetter(best.with(n, best[m]!).with(m, best[n]!))) hasChanged = true;
      }
    }
  }
  return best;
}
