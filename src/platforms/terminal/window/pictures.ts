import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardPicture } from '../../../chat/cards/index.js';
import { makeFolder } from '../../../engine/basics/index.js';

/** Shows a picture in the terminal itself, in so many lines at most; null where that cannot be done. */
export type DrawPicture = (png: Buffer, lines: number) => Promise<string | null>;

/** Part of a high window that a picture takes at most. */
const MOST_OF_WINDOW = 0.6;
/** Colours that a terminal needs to show a picture made of coloured half blocks: 256, that is 8 bits. */
const COLOUR_BITS = 8;

/**
 * Draws on the process's own terminal: as a real picture where it can (iTerm2, Kitty, …), in coloured half blocks
 * elsewhere.
 * @param stream what is written to; nothing is drawn on a file, a pipe or a terminal with few colours
 */
export function drawPictureOn(stream: NodeJS.WriteStream): DrawPicture {
  if (!stream.isTTY || stream.getColorDepth() < COLOUR_BITS) return async () => null;
  return async (png, lines) => {
    try {
      // Many decoders of pictures, which only a terminal that shows them needs.
      const { default: terminalImage } = await import('terminal-image');
      return await terminalImage.buffer(png, {
        width: '60%',
        height: Math.min(lines, Math.floor(stream.rows * MOST_OF_WINDOW)),
      });
    } catch {
      // The path of the file is shown in any case.
      return null;
    }
  };
}

/**
 * Writes a picture into a folder, which is made when missing.
 * @returns the file's path
 */
export async function savePicture(folder: string, { file, name }: CardPicture): Promise<string> {
  await makeFolder(folder);
  const path = join(folder, fileName(name));
  await writeFile(path, file);
  return path;
}

/** A name that stays in its folder on every system. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '') || 'picture.png';
}
