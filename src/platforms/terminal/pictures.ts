import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CardPicture } from '../../chat/cards/index.js';
import { makeFolder } from '../../engine/basics/index.js';

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
