import type { RgbaImage } from '../engine/basics/index.js';
import type { Shape } from '../engine/latents/index.js';
import { backdropColour } from './backdrop.js';
import { type GridLayout, GUTTER, layOutGrid } from './layout.js';
import { letter } from './lettering.js';
import { type ImageRecord, toXmp } from './metadata.js';
import { chipStrip, shapeOverlay } from './overlay.js';
import { blend, compose, encodePng, type ImageLayer, rasterise, resize } from './sharp.js';

/** One cell of a grid. */
export interface GridCell {
  /** Square picture of any size; transparent parts show the backdrop. */
  image: RgbaImage;
  /** What to draw over the picture and, for chips, in the strip beneath it; absent or empty for a plain cell. */
  shapes?: readonly Shape[];
  /** It is a mosaic of mean colours: shown soft, and not as if it had edges. */
  isMosaic?: boolean;
}

/** Neutral, a little darker than the lightest backdrop: a frame on a white chat, not a glare in a dark one. */
export const PAGE_COLOUR = '#d9dbe0';
const CORNER_RADIUS = 18;
/** Side of a cell at most, so that chats take grids of large pictures too: these are had whole one by one. */
const LARGEST_CELL = 512;
const STRIP = 22;
const BAR = 12;

/** SVG path of a square with the rounded inside left out: what covers a cell's corners. */
function cornersOf(side: number): string {
  const r = CORNER_RADIUS;
  const line = side - 2 * r;
  return `M0 0h${side}v${side}h-${side}zM${r} 0a${r} ${r} 0 0 0-${r} ${r}v${line}a${r} ${r} 0 0 0 ${r} ${r}h${line}a${r} ${r} 0 0 0 ${r}-${r}v-${line}a${r} ${r} 0 0 0-${r}-${r}z`;
}

/** The cell's number, 1 upwards, on a small dark disc in the bottom left corner, clear of the labels of boxes. */
function badge(number: number, side: number): string {
  const radius = Math.round(side / 22);
  const x = radius + 10;
  const y = side - x;
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
  // A picture that was kept may be smaller than the others.
  const native = Math.min(Math.max(...cells.map(({ image }) => image.width)), LARGEST_CELL);
  const layout = layOutGrid(cells.length, native, chips.some((strip) => strip.length > 0) ? STRIP : 0);
  const { cell: side, corners } = layout;

  const page = await rasterise(
    svg(
      layout,
      `<rect width="100%" height="100%" fill="${PAGE_COLOUR}"/>${atCorners(
        layout,
        (index) => `<rect width="${side}" height="${side}" fill="${backdropColour(cells[index]!.image)}"/>`,
      )}`,
    ),
  );
  const pictures = await Promise.all(
    cells.map(
      async ({ image, isMosaic }, index): Promise<ImageLayer> => ({
        image: await (isMosaic ? blend : resize)(image, side, side),
        ...corners[index]!,
      }),
    ),
  );
  const top = await rasterise(
    svg(
      layout,
      atCorners(layout, (index) =>
        [
          `<path d="${cornersOf(side)}" fill="${PAGE_COLOUR}" fill-rule="evenodd"/>`,
          // An inner svg clips: an ellipse may reach out of its picture.
          `<svg width="${side}" height="${side}">${shapeOverlay(cells[index]!.shapes ?? [], side)}</svg>`,
          `<g transform="translate(${GUTTER / 2} ${side + (STRIP - BAR) / 2 + 2})">${chipStrip(chips[index]!, side - GUTTER, BAR)}</g>`,
          badge(index + 1, side),
        ].join(''),
      ),
    ),
  );
  return encodePng(await compose(page, [...pictures, { image: top, left: 0, top: 0 }]), toXmp(record));
}
