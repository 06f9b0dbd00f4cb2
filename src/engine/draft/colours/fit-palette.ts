import { chromaOf, type Lab, labDistance, labOf } from '../../basics/index.js';
import { clamp, type Swatch } from '../../latents/index.js';
import { type ColourArea, isDark, shadeDistance, stayingAreas } from './colour-areas.js';
import type { ShadeMove } from './recolour.js';

/** A picture whose colours are fitted. */
export interface FittedPicture {
  areas: readonly ColourArea[];
  /** What it covers of the canvas, in any unit. */
  size: number;
}

/** On a body darker than this, what is dark turns as light as this. */
const DARK_BODY = 0.45;
const TURNED_LIGHT: Lab = [0.92, 0, 0];
/** More of a picture than this are no outlines and eyes. */
const MOST_TURNED = 0.15;
/** Of equal shares the first is taken to be larger, each by so much. */
const FIRST_IS_LARGER = 0.1;
/** A new colour with its shades lies within this of the palette's, where 0.10 counts as that colour. */
const WITHIN = 0.09;
/**
 * Areas of one picture that get the same colour are told apart by lightness: by this part of what they were, within
 * these limits.
 */
const KEPT_CONTRAST = 0.3;
const [LEAST_CONTRAST, MOST_CONTRAST] = [0.03, 0.06];
/** Lightness of new colours, which leaves room for shades at both ends. */
const [DARKEST, LIGHTEST] = [0.05, 0.98];
/**
 * Tones of a colour that was asked for by its name are told apart by nearly all of what they were, up to so much, and
 * shades of each lie within the last; there are fewer tones of black, grey and white, which else are all grey.
 */
const TONES = { contrast: 0.26, grey: 0.13, least: 0.05, within: 0.16 } as const;
/** Colours paler than this are grey. */
const GREY_CHROMA = 0.04;
/** Of its chroma a tone loses this on the way to white, and keeps this power of its lightness on the way to black. */
const [PALER, DULLER] = [0.55, 0.6];
/**
 * What it costs, beside shares that differ, that an area moves far in OKLab, and that two areas of a picture become
 * one.
 */
const MOVE_COST = 0.3;
const MERGE_COST = 0.4;

/**
 * Gives the colour areas of pictures the colours of a palette: the largest areas those of the largest shares, and of
 * equals the nearest. `stayingAreas` stay.
 *
 * @param isNamed whether its only colour was asked for by its name, which all tones of it have: areas that were lighter
 *   than the largest become lighter tones, and darker ones darker, so that spikes and stripes stay to be seen
 * @returns for each picture where each of its areas moves; undefined where it stays
 */
export function fitPalette(
  pictures: readonly FittedPicture[],
  palette: readonly Swatch[],
  isNamed = false,
): (ShadeMove | undefined)[][] {
  const given = palette.map(({ share }, k) => share * (1 - FIRST_IS_LARGER * k));
  const whole = given.reduce((sum, share) => sum + share, 0);
  const swatches = palette.map(({ colour }, k) => ({
    lab: labOf(colour),
    share: given[k]! / whole,
  }));
  const colours = swatches.map(({ lab }) => lab);
  const open = pictures.flatMap(({ areas, size }, picture) => {
    const stays = stayingAreas(areas, colours);
    return areas.flatMap((area, k) => (stays[k] ? [] : [{ picture, k, area, part: area.share * size }]));
  });
  const total = open.reduce((sum, { part }) => sum + part, 0);
  const chosen = assign(
    open.map((one) => ({ ...one, part: one.part / total })),
    swatches,
  );
  const moves = pictures.map(({ areas }) => areas.map((): ShadeMove | undefined => undefined));
  for (const [n, { picture, k, area }] of open.entries()) {
    const { lab } = swatches[chosen[n]!]!;
    // Areas come the largest first.
    const larger = open.find((other, m) => m < n && other.picture === picture && chosen[m] === chosen[n]);
    moves[picture]![k] = isNamed
      ? toneOf(lab, area.lab, larger?.area.lab ?? area.lab)
      : moveTo(lab, area.lab, larger?.area.lab);
  }
  for (const [picture, { areas }] of pictures.entries()) turnDarkLight(areas, moves[picture]!);
  return moves;
}

/** How an area takes a palette's colour. @param larger what the picture's largest area of the same new colour was */
export function moveTo(colour: Lab, from: Lab, larger: Lab | undefined): ShadeMove {
  const lightness = clamp(colour[0], DARKEST, LIGHTEST);
  const was = larger ? from[0] - larger[0] : 0;
  const size = clamp(KEPT_CONTRAST * Math.abs(was), LEAST_CONTRAST, MOST_CONTRAST);
  const wanted = lightness + (larger ? Math.sign(was || -1) * size : 0);
  const contrasting = wanted < DARKEST || wanted > LIGHTEST ? 2 * lightness - wanted : wanted;
  const to: Lab = [contrasting, colour[1], colour[2]];
  return { from, to, most: WITHIN - labDistance(to, colour) };
}

/** How an area takes a tone of a colour. @param largest what the picture's largest area was */
function toneOf(colour: Lab, from: Lab, largest: Lab): ShadeMove {
  const was = from[0] - largest[0];
  const isLargest = from === largest;
  const room = was > 0 ? LIGHTEST - colour[0] : colour[0] - DARKEST;
  const most = Math.min(chromaOf(colour) < GREY_CHROMA ? TONES.grey : TONES.contrast, Math.max(room, 0));
  const size = isLargest ? 0 : Math.max(most * (1 - Math.exp(-Math.abs(was) / TONES.contrast)), TONES.least);
  const lightness = clamp(colour[0] + (was > 0 ? size : -size), DARKEST, LIGHTEST);
  const chroma =
    was > 0
      ? 1 - (PALER * (lightness - colour[0])) / Math.max(1 - colour[0], TONES.least)
      : (lightness / colour[0]) ** DULLER;
  return { from, to: [lightness, chroma * colour[1], chroma * colour[2]], most: TONES.within, of: colour };
}

/** Outlines and eyes would vanish on a body that has become dark. */
function turnDarkLight(areas: readonly ColourArea[], moves: (ShadeMove | undefined)[]): void {
  const body = moves[0];
  if (!body || body.to[0] > DARK_BODY || body.from[0] < DARK_BODY) return;
  const dark = [...areas.entries()].filter(([k, area]) => k > 0 && !moves[k] && isDark(area));
  if (dark.reduce((sum, [, { share }]) => sum + share, 0) > MOST_TURNED) return;
  for (const [k, area] of dark) moves[k] = { from: area.lab, to: TURNED_LIGHT, most: WITHIN };
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
  const found = swatches.map((_, start) =>
    improved(
      open.map(() => start),
      swatches.length,
      cost,
    ),
  );
  return found.reduce((best, other) => (cost(other) < cost(best) - 1e-9 ? other : best));
}

/** Changes one, or swaps two, of what was chosen out of so many, for as long as it costs less. */
function improved(start: number[], choices: number, cost: (chosen: readonly number[]) => number): number[] {
  let best = start;
  let least = cost(best);
  const isBetter = (other: number[]): boolean => {
    const its = cost(other);
    if (its >= least - 1e-9) return false;
    [best, least] = [other, its];
    return true;
  };
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (let n = 0; n < best.length; n++) {
      for (let choice = 0; choice < choices; choice++) {
        if (isBetter(best.with(n, choice))) hasChanged = true;
      }
      for (let m = 0; m < n; m++) {
        if (isBetter(best.with(n, best[m]!).with(m, best[n]!))) hasChanged = true;
      }
    }
  }
  return best;
}
