import type { RgbaImage } from '../engine/types.js';
import { renderCutOut } from './cut-out.js';

/** In pixels; chats show emoji at 22–48. */
const SIDE = 128;
const LINES = [
  { width: 3, grey: 255, opacity: 1 },
  { width: 1, grey: 0, opacity: 0.15 },
];

/**
 * A picture as an emoji: the subject as large as it goes, thinly outlined, a transparent PNG of 128 × 128 pixels. At 4 bytes a
 * pixel it cannot come near Discord's limit of 256 KiB (API page "Emoji").
 */
export function renderEmoji(image: RgbaImage): Promise<Buffer> {
  return renderCutOut(image, SIDE, LINES);
}
