import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../engine/basics/index.js';

/** No key begins with a dot. */
const MARK = '.kaleido-pictures';

/**
 * A file that tells a folder from the empty place where its disk is not mounted: what would be written there could not
 * be found again.
 *
 * @returns checks that the folder is there; makes and marks it at the first call. It rejects with the system's error
 */
export function createMark(folder: string): () => Promise<void> {
  const mark = join(folder, MARK);
  let isMade = false;
  return async () => {
    if (isMade) return void (await stat(mark));
    await makeFolder(folder);
    await writeFile(mark, '', { flag: 'a' });
    isMade = true;
  };
}
