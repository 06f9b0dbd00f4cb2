/**
 * A painter of one file: dabs of paint laid over a plan's rough composition, large ones first. It knows no words, and
 * needs nothing but this file. In place of the dabs call whatever makes pictures.
 *
 *   KALEIDO_PAINTER=module KALEIDO_PAINTER_MODULE=examples/painter/dabs.ts npm run imagine -- "a cat and a pizza"
 *
 * In a project of yours `kaleido` is the package; in this repository it is `src/index.ts`.
 */
import { setImmediate as letOthersGo } from 'node:timers/promises';
import type { OpenPainter, PictureRequest, RgbaImage } from 'kaleido';

/** Where the host sets none. */
const USUAL = { size: 512, layers: 20 };
const DABS_A_LAYER = 250;
/** Radii of the first and the last dabs, as parts of the side. */
const RADII = { from: 1 / 14, to: 1 / 90 };
/** Of 255: how far a dab's colour may be from what lies beneath it, where all is painted over. */
const COLOUR_SPREAD = 40;
const PAPER = [236, 232, 222, 255];

export const openPainter: OpenPainter = ({ model = 'dabs', size = USUAL.size, steps = USUAL.layers }) => ({
  about: async () => ({
    name: 'example',
    model,
    licence: 'Apache-2.0',
    size,
    upscaler: 'strokes',
    can: {
      progress: true,
      previews: true,
      seed: true,
      image: true,
      negative: false,
      transparency: false,
      anyWords: false,
    },
  }),
  async *picture(request, signal) {
    const layers = request.steps ?? steps;
    const random = randomOf(request.seed);
    const image = begun(request, size);
    for (let layer = 0; layer < layers; layer++) {
      // What holds the event loop keeps a worker from telling that it lives.
      await letOthersGo();
      signal?.throwIfAborted();
      const radius = size * RADII.from * (RADII.to / RADII.from) ** (layer / layers);
      for (let k = 0; k < DABS_A_LAYER; k++) layDab(image, request, radius, random);
      yield { type: 'part', part: (layer + 1) / layers, image: { ...image, data: image.data.slice() } };
    }
    yield { type: 'done', image };
  },
  // May be left out, with `upscaler`, by what makes no pictures larger.
  async upscale({ image, scale }, signal) {
    signal?.throwIfAborted();
    return enlarged(image, Math.round(image.width * scale), Math.round(image.height * scale));
  },
});

/** Each pixel as a small flat stroke of its colour. */
function enlarged(image: RgbaImage, width: number, height: number): RgbaImage {
  const data = new Uint8Array(4 * width * height);
  for (let p = 0; p < width * height; p++) {
    data.set(colourAt(image, (p % width) / width, Math.floor(p / width) / height), 4 * p);
  }
  return { width, height, data };
}

/** Paper, through which the composition shows as far as it is not painted over. */
function begun({ start }: PictureRequest, size: number): RgbaImage {
  const image = { width: size, height: size, data: new Uint8Array(4 * size * size) };
  for (let p = 0; p < size * size; p++) {
    const under = colourAt(start?.image, (p % size) / size, Math.floor(p / size) / size);
    const kept = 1 - (start?.strength ?? 1);
    PAPER.forEach((paper, channel) => {
      image.data[4 * p + channel] = Math.round(kept * (under[channel] ?? 0) + (1 - kept) * paper);
    });
  }
  return image;
}

/** One dab at a random place, of the colour that the composition has there or nearly so. */
function layDab(image: RgbaImage, { start }: PictureRequest, radius: number, random: () => number): void {
  const { width: side, data } = image;
  const [x, y] = [random() * side, random() * side];
  const off = COLOUR_SPREAD * (start?.strength ?? 4) * (random() - 0.5);
  const colour = colourAt(start?.image, x / side, y / side).map((value) => Math.min(255, Math.max(0, value + off)));
  for (let v = Math.max(0, Math.ceil(y - radius)); v < Math.min(side, y + radius); v++) {
    const half = Math.sqrt(Math.max(0, radius ** 2 - (v - y) ** 2));
    for (let u = Math.max(0, Math.ceil(x - half)); u < Math.min(side, x + half); u++) {
      data.set([colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0, 255], 4 * (v * side + u));
    }
  }
}

/** @param x, y 0–1; grey where there is no picture */
function colourAt(image: RgbaImage | undefined, x: number, y: number): number[] {
  if (image === undefined) return [128, 128, 128, 255];
  const at = (part: number, side: number) => Math.min(side - 1, Math.floor(part * side));
  const from = 4 * (at(y, image.height) * image.width + at(x, image.width));
  return [...image.data.subarray(from, from + 4)];
}

/** The same numbers of 0–1 for the same seed (mulberry32, public domain, by Tommy Ettinger). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
