import type { RgbaImage } from '../engine/basics/index.js';
import { type OutlineLine, outline } from './outline.js';
import { encodePng, resize } from './sharp.js';
import { centreSubject, frameSubject } from './subject.js';

/** In pixels: what Discord and Slack keep of an emoji; they show it at 22–48. */
const EMOJI_SIDE = 128;
export const EMOJI_LINES = [
  { width: 3, grey: 255, opacity: 1 },
  { width: 1, grey: 0, opacity: 0.15 },
];
/** In pixels: the side of stickers of most messengers. */
export const STICKER_SIDE = 512;
/** Widths as parts of the side. */
export const STICKER_LINES = [
  { width: 0.022, grey: 255, opacity: 1 },
  { width: 0.005, grey: 0, opacity: 0.15 },
];
/** Free space around the subject, as a share of the side. */
const MARGIN = 0.05;

/**
 * A picture as an emoji: thinly outlined, a transparent PNG of 128 × 128 pixels. One that is painted at this size keeps
 * its pixels, moved so that the subject stands in the middle; of any other the subject is made as large as it goes. At
 * 4 bytes a pixel it stays below Slack's limit of 128 KB, and Discord's of 256 KiB (API page "Emoji").
 */
export async function renderEmoji(image: RgbaImage): Promise<Buffer> {
  if (image.width !== EMOJI_SIDE || image.height !== EMOJI_SIDE) return renderCutOut(image, EMOJI_SIDE, EMOJI_LINES);
  return encodePng(outline(centreSubject(image), EMOJI_LINES));
}

/**
 * A picture as a sticker: the subject outlined as if cut out, a transparent PNG of `side` × `side` pixels. At 4 bytes a
 * pixel it stays below Discord's limit at Discord's size.
 */
export function renderSticker(image: RgbaImage, side: number): Promise<Buffer> {
  return renderCutOut(
    image,
    side,
    STICKER_LINES.map((line) => ({ ...line, width: line.width * side })),
  );
}

/**
 * The subject of a picture as large as it goes, outlined as if cut out.
 *
 * @param side in pixels
 * @returns a transparent PNG of `side` × `side` pixels
 */
async function renderCutOut(image: RgbaImage, side: number, lines: readonly OutlineLine[]): Promise<Buffer> {
  return encodePng(outline(await resize(frameSubject(image, MARGIN), side, side), lines));
}
