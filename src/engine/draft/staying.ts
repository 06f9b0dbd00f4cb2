import type { ColourArea } from './colour-areas.js';
import { chromaOf, type Lab, labDistance } from './oklab.js';

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
