import { basename } from 'node:path';
import { PictureError } from '../../chat/errors/index.js';
import type { PictureSource } from '../../chat/pictures/index.js';
import { EngineError, LIMITS, readRegularFile } from '../../engine/basics/index.js';
import { ImageError } from '../../images/index.js';

/** A picture as data, as browsers copy one. */
const DATA = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/;

/** Pictures that the person at the terminal names by path, or gives as data. */
export const SHOWN_PICTURES: PictureSource = {
  async picture(reference) {
    const data = DATA.exec(reference)?.[1];
    if (data !== undefined) return { bytes: Buffer.from(data, 'base64'), fileName: '' };
    const bytes = await readRegularFile(reference, LIMITS.ownPicture.bytes).catch(notRead);
    return { bytes, fileName: basename(reference) };
  },
  emojis: async () => [],
};

function notRead(error: unknown): never {
  if (error instanceof EngineError && error.is('unreadable_input') && error.data.why === 'too_large') {
    const { bytes, most } = error.data;
    throw new ImageError('picture_too_large', { why: 'bytes', bytes, most });
  }
  throw new PictureError('picture_not_fetched', { why: 'no_file' }, error);
}
