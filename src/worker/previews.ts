import type { Log } from '../core/basics/index.js';
import type { Attempt, BlobStore } from '../core/index.js';
import { attemptKeys } from '../core/work/index.js';
import type { RgbaImage } from '../engine/basics/index.js';
import { compose, encodePng, layOutGrid, resize, sizeOfCells, within } from '../images/index.js';

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
  /** Keys that something is stored under. */
  readonly keys: readonly string[];
  /** Resolves when nothing is being stored any more. */
  settled(): Promise<void>;
}

export function createPreviews(attempt: Attempt, blobs: Pick<BlobStore, 'put'>, log: Log): Previews {
  const { preview } = attemptKeys(attempt);
  let key: string | null = null;
  let count = 0;
  const stored = new Set<string>();
  let shownAt = Number.NEGATIVE_INFINITY;
  let storing = Promise.resolve();

  async function store(images: readonly RgbaImage[]): Promise<void> {
    // One of several keys: while it is being written, the one before can be read.
    const next = preview(count++);
    await blobs.put(next, await small(images), 'image/png');
    stored.add(next);
    key = next;
  }

  return {
    get key() {
      return key;
    },
    get keys() {
      return [...stored];
    },
    show(images) {
      const now = performance.now();
      if (now - shownAt < EVERY) return;
      shownAt = now;
      storing = storing
        .then(() => store(images))
        .catch((err: unknown) => {
          log.debug({ err, generationId: attempt.id }, 'a preview was not stored');
        });
    },
    settled: () => storing,
  };
}

async function small(images: readonly RgbaImage[]): Promise<Buffer> {
  const layout = layOutGrid(images.length, sizeOfCells(images));
  const scale = SIDE / Math.max(layout.width, layout.height);
  const scaled = (length: number) => Math.round(length * scale);
  const cell = { width: scaled(layout.cell.width), height: scaled(layout.cell.height) };
  const [width, height] = [scaled(layout.width), scaled(layout.height)];
  const page: RgbaImage = { width, height, data: new Uint8Array(4 * width * height) };
  const layers = await Promise.all(
    images.map(async (image, index) => {
      const corner = layout.corners[index]!;
      const place = within(image, cell);
      return {
        image: await resize(image, place.width, place.height),
        left: Math.min(scaled(corner.left) + place.left, width - place.width),
        top: Math.min(scaled(corner.top) + place.top, height - place.height),
      };
    }),
  );
  return encodePng(await compose(page, layers));
}
