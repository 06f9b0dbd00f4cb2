import type { RgbaImage } from '../engine/basics/index.js';
import { backdropColour } from './backdrop.js';
import { letter } from './lettering.js';
import { compose, encodePng, rasterise, resize } from './sharp.js';

/** Pictures side by side under a label. */
export interface SheetBlock {
  label: string;
  /** What is written in the pictures' place where there are none. */
  instead?: string;
  images: readonly RgbaImage[];
}

const SIDE = 128;
const GAP = 6;
const LABEL = 22;
/** Size of labels in pixels; one that is wider than its block is set smaller. */
const LETTERS = 14;

/**
 * A sheet of labelled rows of pictures, each on its backdrop, as PNG.
 * @param blocks as many pictures in each, placed line by line
 * @param perRow blocks beside each other
 */
export async function renderSheet(blocks: readonly SheetBlock[], perRow: number): Promise<Buffer> {
  const cells = Math.max(1, ...blocks.map(({ images }) => images.length));
  const placed = blocks.map((block, index) => ({
    ...block,
    left: GAP + (index % perRow) * (cells * (SIDE + GAP) + GAP),
    top: Math.floor(index / perRow) * (SIDE + LABEL + GAP),
  }));
  const width = perRow * (cells * (SIDE + GAP) + GAP);
  const height = Math.ceil(blocks.length / perRow) * (SIDE + LABEL + GAP);
  const grounds = placed.map(({ label, images, instead, left, top }) => {
    const tiles = images.map(
      (image, cell) =>
        `<rect x="${left + cell * (SIDE + GAP)}" y="${top + LABEL}" width="${SIDE}" height="${SIDE}" rx="8" fill="${backdropColour(image)}"/>`,
    );
    const room = cells * (SIDE + GAP) - GAP;
    const line = (text: string, baseline: number) => {
      const size = Math.min(LETTERS, (LETTERS * room) / Math.max(1, letter(text, LETTERS).width));
      return `<path transform="translate(${left} ${baseline})" d="${letter(text, size).path}" fill="#1f2328"/>`;
    };
    const said = instead === undefined ? '' : line(instead, top + LABEL + SIDE / 2);
    return `${tiles.join('')}${line(label, top + LABEL - 6)}${said}`;
  });
  const page = await rasterise(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${grounds.join('')}</svg>`,
  );
  const layers = placed.flatMap(({ images, left, top }) =>
    images.map(async (image, cell) => ({
      image: await resize(image, SIDE, SIDE),
      left: left + cell * (SIDE + GAP),
      top: top + LABEL,
    })),
  );
  return encodePng(await compose(page, await Promise.all(layers)));
}
