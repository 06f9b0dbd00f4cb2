import { cutOut, encodePng, resize, takePicture } from '../../images/index.js';
import { newId } from '../basics/index.js';

/** Longer side that pictures are kept at, in pixels: more than any model paints. */
const KEPT_AT = 512;

/** A picture of somebody's as it is kept. */
export interface KeptPicture {
  /** Key of its blob, which no other picture has: what one person deletes is nobody else's. */
  key: string;
  /** A PNG of what it shows, without the ground and whatever else its file held. */
  file: Buffer;
}

/**
 * What is kept of a file that somebody brought, which may be anything.
 * @throws ImageError `picture_too_large`, `picture_unknown`, `picture_broken` or `picture_empty`
 */
export async function keptPicture(bytes: Uint8Array): Promise<KeptPicture> {
  const subject = cutOut(await takePicture(bytes));
  const scale = KEPT_AT / Math.max(subject.width, subject.height);
  const [width, height] = [subject.width, subject.height].map((side) => Math.max(1, Math.round(side * scale)));
  const image = scale < 1 ? await resize(subject, width!, height!) : subject;
  return { key: `own/${newId()}.png`, file: await encodePng(image) };
}
