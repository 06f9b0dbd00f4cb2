import type { PictureSize } from '../engine/basics/index.js';
import type { ChipShape, EllipseShape, RectShape, Shape } from '../engine/latents/index.js';
import { letter } from './lettering.js';

/** One colour a shape, told apart from each other on light tints; the k-th box and the k-th blob belong together. */
const INKS = ['#d6336c', '#1c7ed6', '#2b8a3e'] as const;
const LABEL_SIZE = 15;
const LABEL_PADDING = 4;

/** The k-th ink, starting over after the last. */
function ink(index: number): string {
  return INKS[index % INKS.length]!;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A filled tag with white letters, kept inside a picture; `x` and `y` are its bottom left corner. */
function tag(text: string, x: number, y: number, size: PictureSize, fill: string): string {
  const { path, width } = letter(text, LABEL_SIZE);
  const w = width + 2 * LABEL_PADDING;
  const h = LABEL_SIZE + LABEL_PADDING;
  const left = round(Math.max(0, Math.min(x, size.width - w)));
  const top = round(Math.max(0, Math.min(y - h, size.height - h)));
  const baseline = round(top + LABEL_SIZE);
  return (
    `<rect x="${left}" y="${top}" width="${round(w)}" height="${h}" rx="3" fill="${fill}"/>` +
    `<path transform="translate(${left + LABEL_PADDING} ${baseline})" d="${path}" fill="#fff"/>`
  );
}

function rect(shape: RectShape, index: number, size: PictureSize): string {
  const [x, y] = [round(shape.x0 * size.width), round(shape.y0 * size.height)];
  const [width, height] = [round((shape.x1 - shape.x0) * size.width), round((shape.y1 - shape.y0) * size.height)];
  const outline = (colour: string, stroke: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`;
  // The white outline beneath keeps the ink visible on a picture of the same colour.
  return outline('#ffffffcc', 5) + outline(ink(index), 2.5) + tag(shape.label, x, y, size, ink(index));
}

function ellipse(shape: EllipseShape, index: number, { width, height }: PictureSize): string {
  const side = Math.min(width, height);
  const at = `transform="translate(${round(shape.x * width)} ${round(shape.y * height)}) rotate(${round(shape.angle)})"`;
  const outline = (colour: string, stroke: number) =>
    `<ellipse ${at} rx="${round(shape.major * side)}" ry="${round(shape.minor * side)}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-dasharray="9 6"/>`;
  return outline('#ffffffcc', 4.5) + outline(ink(index), 2.5);
}

/**
 * SVG elements of the shapes that lie on a picture (boxes with their label, blobs), for one of a size in pixels: places
 * are parts of its width and height, radii of its shorter side. Chips are no part of it: see `chipStrip`.
 */
export function shapeOverlay(shapes: readonly Shape[], size: PictureSize): string {
  const ellipses = shapes.filter((shape) => shape.type === 'ellipse');
  const rects = shapes.filter((shape) => shape.type === 'rect');
  return [
    ...ellipses.map((shape, index) => ellipse(shape, index, size)),
    ...rects.map((shape, index) => rect(shape, index, size)),
  ].join('');
}

/**
 * SVG elements of a palette strip: a bar of `width` × `height` pixels with rounded ends, divided by the chips' shares.
 */
export function chipStrip(chips: readonly ChipShape[], width: number, height: number): string {
  const total = chips.reduce((sum, chip) => sum + chip.share, 0);
  if (total === 0) return '';
  const clip = `chips-${chips.map(({ colour, share }) => colour.slice(1) + Math.round(share * 100)).join('-')}-${width}`;
  let x = 0;
  const bars = chips.map(({ colour, share }) => {
    const w = (share / total) * width;
    const bar = `<rect x="${round(x)}" y="0" width="${round(w)}" height="${height}" fill="${colour}"/>`;
    x += w;
    return bar;
  });
  return (
    `<clipPath id="${clip}"><rect width="${width}" height="${height}" rx="${height / 2}"/></clipPath>` +
    `<g clip-path="url(#${clip})">${bars.join('')}</g>`
  );
}
