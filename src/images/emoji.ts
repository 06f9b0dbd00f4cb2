import type { RgbaImage } from '../engine/basics/index.js';
import { renderCutOut } from './cut-out.js';
import { outline } from './outline.js';
import { encodePng } from './sharp.js';
import { centreSubject } from './subject.js';

/** In pixels: what Discord and Slack keep of an emoji; they show it at 22–48. */
const SIDE = 128;
const LINES = [
  { width: 3, grey: 255, opacity: 1 },
  { width: 1, grey: 0, opacity: 0.15 },
];

/**
 * A picture as an emoji: thinly outlined, a transparent PNG of 128 × 128 pixels. One that is painted at this size keeps
 * its pixels, moved so that the subject stands in the middle; of any other the subject is made as large as it goes. At
 * 4 bytes a pixel it stays below Slack's limit of 128 KB, and Discord's of 256 KiB (API page "Emoji").
 */
export async function renderEmoji(image: RgbaImage): Promise<Buffer> {
  if (image.width !== SIDE || image.height !== SIDE) return renderCutOut(image, SIDE, LINES);
  return encodePng(outline(centreSubject(image), LINES));
}
