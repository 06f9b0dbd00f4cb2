import { LIMITS } from '../../engine/basics/index.js';
import { ImageError } from '../../images/index.js';
import { PictureError } from '../errors/index.js';

/** Milliseconds in which a picture has come whole. */
const PATIENCE_MS = 10_000;

/** Where pictures may be fetched from, and how. */
export interface PictureFetchOptions {
  fetch: (url: URL, init: RequestInit) => Promise<Response>;
  /** Origins such as `https://cdn.discordapp.com`; nothing is asked of any other, nor where one of them points to. */
  origins: readonly string[];
  /** Milliseconds for the whole picture. */
  patienceMs?: number;
}

/**
 * Fetches what lies at a URL. What comes may be anything.
 *
 * @param headers such as a token, for whoever is sure of the URL's origin
 * @throws PictureError, or ImageError `picture_too_large`
 */
export type FetchPicture = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Uint8Array>;

/** A way to pictures that lets nobody lead the bot elsewhere, fill its memory or keep it waiting. */
export function createPictureFetch({ fetch, origins, patienceMs = PATIENCE_MS }: PictureFetchOptions): FetchPicture {
  return async (text, headers = {}) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !origins.includes(url.origin) || url.username !== '' || url.password !== '') {
      throw new PictureError('picture_not_fetched', { why: 'elsewhere' });
    }
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), patienceMs);
    try {
      const answer = await fetch(url, { headers, redirect: 'manual', signal: over.signal }).catch(brokeOff);
      if (answer.status === 404 || answer.status === 410) {
        throw new PictureError('picture_not_fetched', { why: 'no_file' });
      }
      if (answer.status !== 200) throw new PictureError('picture_not_fetched', { why: 'refused' });
      return await readBody(answer);
    } finally {
      clearTimeout(timer);
      // What is left of it is not waited for.
      over.abort();
    }
  };
}

async function readBody({ body, headers }: Response): Promise<Uint8Array> {
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  refuseOver(declared);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const part = await reader?.read().catch(brokeOff);
    if (part?.value === undefined) return Buffer.concat(parts);
    size += part.value.length;
    refuseOver(size);
    parts.push(part.value);
  }
}

/** @throws ImageError `picture_too_large` */
function refuseOver(bytes: number): void {
  const most = LIMITS.ownPicture.bytes;
  if (bytes > most) throw new ImageError('picture_too_large', { why: 'bytes', bytes, most });
}

function brokeOff(cause: unknown): never {
  throw new PictureError('picture_not_fetched', { why: 'broke_off' }, cause);
}
