import type { Log } from '../core/basics/index.js';
import type { BlobStore } from '../core/index.js';
import type { RgbaImage } from '../engine/basics/index.js';
import { compose, encodePng, layOutGrid, resize } from '../images/index.js';

/** Longer side of a preview, in pixels. */
const SIDE = 256;
/** Least milliseconds between two previews of a generation. */
const EVERY = 1000;

/** Small pictures of a grid while it is painted. */
export interface Previews {
  /** Key of the latest one that is stored; null before the first. */
  readonly key: string | null;
  /**
   * Stores the pictures as they look now, unless the last time was just before. Errors are only logged: a preview is a
   * courtesy.
   */
  show(images: readonly RgbaImage[]): void;
  /** Removes what was stored. */
  remove(): Promise<void>;
}

export function createPreviews(id: string, blobs: BlobStore, log: Log): Previews {
  let key: string | null = null;
  let count = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  let storing = Promise.resolve();
  const stored: string[] = [];

  async function store(images: readonly RgbaImage[]): Promise<void> {
    // A key of its own: whoever shows an earlier one is not handed another picture under the same name.
    const next = `previews/${id}-${++count}.png`;
    await blobs.put(next, await small(images), 'image/png');
    stored.push(next);
    key = next;
  }

  return {
    get key() {
      return key;
    },
    show(images) {
      const now = performance.now();
      if (now - shownAt < EVERY) return;
      shownAt = now;
      storing = storing
        .then(() => store(images))
        .catch((err: unknown) => {
          log.debug({ err, generationId: id }, 'a preview was not stored');
        });
    },
    async remove() {
      await storing;
      await blobs
        .delete(stored)
        .catch((err: unknown) => log.debug({ err, generationId: id }, 'previews were not removed'));
    },
  };
}

async function small(images: readonly RgbaImage[]): Promise<Buffer> {
  const layout = layOutGrid(images.length, Math.max(...images.map(({ width }) => width)));
  const scale = SIDE / Math.max(layout.width, layout.height);
  const cell = Math.round(layout.cell * scale);
  const width = Math.round(layout.width * scale);
  const height = Math.round(layout.height * scale);
  const page: RgbaImage = { width, height, data: new Uint8Array(4 * width * height) };
  const layers = await Promise.all(
    images.map(async (image, index) => {
      const { left, top } = layout.corners[index]!;
      return {
        image: await resize(image, cell, cell),
        left: Math.min(Math.round(left * scale), width - cell),
        top: Math.min(Math.round(top * scale), height - cell),
      };
    }),
  );
  return encodePng(await compose(page, layers));
}
