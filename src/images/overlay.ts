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

/** A filled tag with white letters, kept inside a square of `side` pixels; `x` and `y` are its bottom left corner. */
function tag(text: string, x: number, y: number, side: number, fill: string): string {
  const { path, width } = letter(text, LABEL_SIZE);
  const w = width + 2 * LABEL_PADDING;
  const h = LABEL_SIZE + LABEL_PADDING;
  const left = round(Math.max(0, Math.min(x, side - w)));
  const top = round(Math.max(0, Math.min(y - h, side - h)));
  const baseline = round(top + LABEL_SIZE);
  return (
    `<rect x="${left}" y="${top}" width="${round(w)}" height="${h}" rx="3" fill="${fill}"/>` +
    `<path transform="translate(${left + LABEL_PADDING} ${baseline})" d="${path}" fill="#fff"/>`
  );
}

function rect(shape: RectShape, index: number, side: number): string {
  const [x, y] = [round(shape.x0 * side), round(shape.y0 * side)];
  const [width, height] = [round((shape.x1 - shape.x0) * side), round((shape.y1 - shape.y0) * side)];
  const outline = (colour: string, stroke: number) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="none" stroke="${colour}" stroke-width="${stroke}"/>`;
  // The white outline beneath keeps the ink visible on a picture of the same colour.
  return outline('#ffffffcc', 5) + outline(ink(index), 2.5) + tag(shape.label, x, y, side, ink(index));
}

function ellipse(shape: EllipseShape, index: number, side: number): string {
  const at = `transform="translate(${round(shape.x * side)} ${round(shape.y * side)}) rotate(${round(shape.angle)})"`;
  const outline = (colour: string, stroke: number) =>
    `<ellipse ${at} rx="${round(shape.major * side)}" ry="${round(shape.minor * side)}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-dasharray="9 6"/>`;
  return outline('#ffffffcc', 4.5) + outline(ink(index), 2.5);
}

/**
 * SVG elements of the shapes that lie on a picture (boxes with their label, blobs), for a square of `side` pixels.
 * Chips are no part of it: see `chipStrip`.
 */
export function shapeOverlay(shapes: readonly Shape[], side: number): string {
  const ellipses = shapes.filter((shape) => shape.type === 'ellipse');
  const rects = shapes.filter((shape) => shape.type === 'rect');
  return [
    ...ellipses.map((shape, index) => ellipse(shape, index, side)),
    ...rects.map((shape, index) => rect(shape, index, side)),
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
