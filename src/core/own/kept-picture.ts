import { cutOut, encodePng, takePicture } from '../../images/index.js';
import { newId } from '../basics/index.js';

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
