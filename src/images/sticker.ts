import type { RgbaImage } from '../engine/basics/index.js';
import { renderCutOut } from './cut-out.js';

/**
 * Sides in pixels: Discord's stickers have the one, at less than 512 KB (API page "Sticker"); those of other messengers
 * the other.
 */
export const DISCORD_STICKER_SIDE = 320;
export const STICKER_SIDE = 512;
/** Widths as parts of the side. */
const LINES = [
  { width: 0.022, grey: 255, opacity: 1 },
  { width: 0.005, grey: 0, opacity: 0.15 },
];

/**
 * A picture as a sticker: the subject outlined as if cut out, a transparent PNG of `side` × `side` pixels. At 4 bytes a
 * pixel it stays below Discord's limit at Discord's size.
 */
export function renderSticker(image: RgbaImage, side: number): Promise<Buffer> {
  return renderCutOut(
    image,
    side,
    LINES.map((line) => ({ ...line, width: line.width * side })),
  );
}
