import { encodeApng } from './apng.js';
import { EMOJI_LINES, STICKER_LINES } from './emoji-and-sticker.js';
import type { Animation } from './frames.js';
import { outline } from './outline.js';
import { decodeFrames, encodeGif, encodeMovingWebp, shrinkOrGrow } from './sharp.js';

/** Colours to go by, until a file is small enough; the last is taken however large it is. */
const COLOURS = [255, 128, 64, 32, 16] as const;

/** Every frame as it is, in one file from which it is read again (animated WebP without loss). */
export function storeAnimation(animation: Animation): Promise<Buffer> {
  return encodeMovingWebp(animation);
}

/** What `storeAnimation` wrote. Throws sharp's own error for what is no picture. */
export function readAnimation(file: Uint8Array): Promise<Animation> {
  return decodeFrames(file);
}

/**
 * A moving emoji: a GIF of frames that are thinly outlined, as still ones are.
 * @param most bytes: of more, colours are left out
 */
export async function renderMovingEmoji({ frames, frameMs }: Animation, most: number): Promise<Buffer> {
  const outlined = frames.map((frame) => outline(frame, EMOJI_LINES));
  return smallest(most, (colours) => encodeGif({ frames: outlined, frameMs }, colours));
}

/**
 * A moving sticker: an animated PNG of frames that are outlined as if cut out.
 * @param side in pixels
 * @param most bytes: of more, colours are left out
 */
export async function renderMovingSticker({ frames, frameMs }: Animation, side: number, most: number): Promise<Buffer> {
  const lines = STICKER_LINES.map((line) => ({ ...line, width: line.width * frames[0]!.width }));
  const large = await Promise.all(frames.map((frame) => shrinkOrGrow(outline(frame, lines), side)));
  return smallest(most, (colours) => encodeApng({ frames: large, frameMs }, colours));
}

async function smallest(most: number, encode: (colours: number) => Promise<Buffer>): Promise<Buffer> {
  let file: Buffer = Buffer.alloc(0);
  for (const colours of COLOURS) {
    file = await encode(colours);
    if (file.length <= most) break;
  }
  return file;
}
