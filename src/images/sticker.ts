import type { RgbaImage } from '../engine/types.js';
import { renderCutOut } from './cut-out.js';

/** In pixels, as Discord shows stickers. */
const SIDE = 320;
const LINES = [
  { width: 7, grey: 255, opacity: 1 },
  { width: 1.5, grey: 0, opacity: 0.15 },
];

/**
 * A picture as a sticker: the subject outlined as if cut out, a transparent PNG of 320 × 320 pixels. At 4 bytes a pixel it stays
 * below Discord's limit of 512 KiB (API page "Sticker").
 */
export function renderSticker(image: RgbaImage): Promise<Buffer> {
  return renderCutOut(image, SIDE, LINES);
}
