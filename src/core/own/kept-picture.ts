import { cutOut, encodePng, takePicture } from '../../images/index.js';
import { isOutage, newId } from '../basics/index.js';
import type { CoreDeps } from '../deps.js';
import { removeFiles } from '../retention/index.js';

/** A picture of somebody's as it is kept. */
export interface KeptPicture {
  /** Key of its blob, which no other picture has: what one person deletes is nobody else's. */
  key: string;
  /** A PNG of what it shows, without whatever else its file held. */
  file: Buffer;
}

/**
 * What is kept of a file that somebody brought, which may be anything.
 * @param isWhole all of it, and not only what it shows
 * @throws ImageError `picture_too_large`, `picture_unknown`, `picture_broken` or `picture_empty`
 */
export async function keptPicture(bytes: Uint8Array, isWhole = false): Promise<KeptPicture> {
  const picture = await takePicture(bytes);
  return { key: `own/${newId()}.png`, file: await encodePng(isWhole ? picture : cutOut(picture)) };
}

/**
 * Stores pictures for what is to refer to them, and removes those that it does not refer to then. They are noted
 * before: where the process ends meanwhile, or nobody knows whether the database took it, a sweep looks later.
 *
 * @param refer tells what came of it, and the keys that are referred to now
 */
export async function storing<T>(
  deps: Pick<CoreDeps, 'store' | 'blobs' | 'log'>,
  pictures: readonly KeptPicture[],
  refer: () => Promise<{ kept: readonly string[]; result: T }>,
): Promise<T> {
  const keys = pictures.map(({ key }) => key);
  if (keys.length > 0) await deps.store.retention.announce(keys);
  let kept: readonly string[] = [];
  try {
    for (const { key, file } of pictures) await deps.blobs.put(key, file, 'image/png');
    const referred = await refer();
    kept = referred.kept;
    return referred.result;
  } catch (error) {
    if (isOutage(error)) kept = keys;
    throw error;
  } finally {
    await removeFiles(
      deps,
      keys.filter((key) => !kept.includes(key)),
    );
  }
}
