import type { PictureSize, RgbaImage } from '../engine/basics/index.js';
import type { Shape } from '../engine/latents/index.js';
import { backdropColour } from './backdrop.js';
import { type GridLayout, GUTTER, layOutGrid } from './layout.js';
import { letter } from './lettering.js';
import { type ImageRecord, toXmp } from './metadata.js';
import { chipStrip, shapeOverlay } from './overlay.js';
import { compose, encodePng, type ImageLayer, rasterise, resize, resizeSoftly } from './sharp.js';

/** One cell of a grid. */
export interface GridCell {
  /** Of any size; transparent parts show the backdrop, as does what is left beside it where others are wider. */
  image: RgbaImage;
  /** What to draw over the picture and, for chips, in the strip beneath it; absent or empty for a plain cell. */
  shapes?: readonly Shape[];
  /** It is a mosaic of mean colours: shown soft, and not as if it had edges. */
  isMosaic?: boolean;
}

/** Neutral, a little darker than the lightest backdrop: a frame on a white chat, not a glare in a dark one. */
export const PAGE_COLOUR = '#d9dbe0';
const CORNER_RADIUS = 18;
/** Side of a square cell at most, so that chats take grids of large pictures too: these are had whole one by one. */
const LARGEST_CELL = 512;
const STRIP = 22;
const BAR = 12;

/** SVG path of a cell with the rounded inside left out: what covers a cell's corners. */
function cornersOf({ width, height }: PictureSize): string {
  const r = CORNER_RADIUS;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return `M0 0h${width}v${height}h-${width}zM${r} 0a${r} ${r} 0 0 0-${r} ${r}v${down}a${r} ${r} 0 0 0 ${r} ${r}h${across}a${r} ${r} 0 0 0 ${r}-${r}v-${down}a${r} ${r} 0 0 0-${r}-${r}z`;
}

/** The cell's number, 1 upwards, on a small dark disc in the bottom left corner, clear of the labels of boxes. */
function badge(number: number, cell: PictureSize): string {
  const radius = Math.round(Math.min(cell.width, cell.height) / 22);
  const x = radius + 10;
  const y = cell.height - x;
  const size = radius * 1.25;
  const { path, width } = letter(String(number), size);
  // The digits of Inter are 0.73 em tall.
  const baseline = y + (size * 0.73) / 2;
  return (
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="#1f2328" fill-opacity="0.78"/>` +
    `<path transform="translate(${x - width / 2} ${baseline})" d="${path}" fill="#fff"/>`
  );
}

function svg({ width, height }: GridLayout, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
}

function atCorners(layout: GridLayout, draw: (index: number) => string): string {
  return layout.corners
    .map(({ left, top }, index) => `<g transform="translate(${left} ${top})">${draw(index)}</g>`)
    .join('');
}

/**
 * Draws the cells as one picture: each on a backdrop tinted by its own colours, with its number, and with its latents
 * over it where shapes are given. Deterministic: the same cells give the same bytes.
 *
 * @returns a PNG file with `record` as its metadata
 * @throws KaleidoError `bad_option` when there are no cells or more than twelve
 */
export async function renderGrid(cells: readonly GridCell[], record: ImageRecord): Promise<Buffer> {
  const chips = cells.map(({ shapes = [] }) => shapes.filter((shape) => shape.type === 'chip'));
  const native = sizeOfCells(cells.map(({ image }) => image));
  const layout = layOutGrid(cells.length, native, chips.some((strip) => strip.length > 0) ? STRIP : 0);
  const { cell: size, corners } = layout;

  const page = await rasterise(
    svg(
      layout,
      `<rect width="100%" height="100%" fill="${PAGE_COLOUR}"/>${atCorners(
        layout,
        (index) =>
          `<rect width="${size.width}" height="${size.height}" fill="${backdropColour(cells[index]!.image)}"/>`,
      )}`,
    ),
  );
  const pictures = await Promise.all(
    cells.map(async ({ image, isMosaic }, index): Promise<ImageLayer> => {
      const place = within(image, size);
      const corner = corners[index]!;
      const fitted = await (isMosaic ? resizeSoftly : resize)(image, place.width, place.height);
      return { image: fitted, left: corner.left + place.left, top: corner.top + place.top };
    }),
  );
  const top = await rasterise(
    svg(
      layout,
      atCorners(layout, (index) =>
        [
          `<path d="${cornersOf(size)}" fill="${PAGE_COLOUR}" fill-rule="evenodd"/>`,
          // An inner svg clips: an ellipse may reach out of its picture.
          `<svg width="${size.width}" height="${size.height}">${shapeOverlay(cells[index]!.shapes ?? [], size)}</svg>`,
          `<g transform="translate(${GUTTER / 2} ${size.height + (STRIP - BAR) / 2 + 2})">${chipStrip(chips[index]!, size.width - GUTTER, BAR)}</g>`,
          badge(index + 1, size),
        ].join(''),
      ),
    ),
  );
  return encodePng(await compose(page, [...pictures, { image: top, left: 0, top: 0 }]), toXmp(record));
}

/**
 * The size of pictures that cells are a whole multiple of: that of the largest, as a picture that was kept may be
 * smaller than the others, and no more pixels than a cell has at most.
 */
export function sizeOfCells(images: readonly RgbaImage[]): PictureSize {
  const [first, ...others] = images;
  if (first === undefined) return { width: LARGEST_CELL, height: LARGEST_CELL };
  const areaOf = ({ width, height }: PictureSize) => width * height;
  const { width, height } = others.reduce((most, one) => (areaOf(one) > areaOf(most) ? one : most), first);
  const scale = Math.min(1, LARGEST_CELL / Math.sqrt(width * height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Where a picture lies in the middle of a cell, as large as it goes. */
export function within(image: RgbaImage, cell: PictureSize): PictureSize & { left: number; top: number } {
  const scale = Math.min(cell.width / image.width, cell.height / image.height);
  const scaled = (length: number, most: number) => Math.min(most, Math.max(1, Math.round(length * scale)));
  // What is but rounded otherwise fills it.
  const near = (length: number, most: number) => (most - length <= NEARLY * most ? most : length);
  const width = near(scaled(image.width, cell.width), cell.width);
  const height = near(scaled(image.height, cell.height), cell.height);
  return { width, height, left: Math.floor((cell.width - width) / 2), top: Math.floor((cell.height - height) / 2) };
}

/** Part of a cell's side that a picture may lack and yet fill it. */
const NEARLY = 0.02;
