import { letter } from './lettering.js';
import { encodePng, rasterise } from './sharp.js';

/** One line of a panel: points in order of x, each with the half height of its error bar (0 for none). */
export interface Curve {
  name: string;
  points: readonly { x: number; y: number; error: number }[];
}

export interface CurvePanel {
  title: string;
  curves: readonly Curve[];
}

const PANEL = { width: 300, height: 224 };
const MARGIN = { left: 52, right: 14, top: 30, bottom: 44 };
const LEGEND = 34;
/** Between neighbouring curves at one x, so that points and bars of equal curves are all seen. */
const SHIFT = 3;
/** Room for those at either end of the axis. */
const INSET = 12;
/** Told apart with any colour vision: Okabe and Ito's palette. */
const COLOURS = ['#7f7f7f', '#000000', '#0072b2', '#009e73', '#d55e00', '#cc79a7'];

/**
 * Panels of curves over a common x axis whose values are placed evenly, under one legend, as PNG.
 * @param panels each with the same curves in the same order
 * @param perRow panels beside each other
 * @param across what x is
 */
export async function renderCurves(panels: readonly CurvePanel[], perRow: number, across: string): Promise<Buffer> {
  const names = panels[0]?.curves.map(({ name }) => name) ?? [];
  const width = perRow * PANEL.width;
  const height = LEGEND + Math.ceil(panels.length / perRow) * PANEL.height;
  const drawn = panels.map((panel, index) => {
    const [left, top] = [(index % perRow) * PANEL.width, LEGEND + Math.floor(index / perRow) * PANEL.height];
    return `<g transform="translate(${left} ${top})">${drawPanel(panel, across)}</g>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * width}" height="${2 * height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${drawLegend(names)}${drawn.join('')}</svg>`;
  return encodePng(await rasterise(svg));
}

function drawLegend(names: readonly string[]): string {
  let left = MARGIN.left;
  return names
    .map((name, index) => {
      const swatch = `<line x1="${left}" y1="18" x2="${left + 22}" y2="18" stroke="${colourOf(index)}" stroke-width="3"/>`;
      const label = text(name, left + 28, 22, 12);
      left += 28 + letter(name, 12).width + 24;
      return swatch + label;
    })
    .join('');
}

function drawPanel({ title, curves }: CurvePanel, xTitle: string): string {
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const bounds = curves.flatMap(({ points }) => points.flatMap(({ y, error }) => [y - error, y + error]));
  const [low, high] = padded(Math.min(...bounds), Math.max(...bounds));
  const inner = {
    width: PANEL.width - MARGIN.left - MARGIN.right,
    height: PANEL.height - MARGIN.top - MARGIN.bottom,
  };
  const across = (x: number) =>
    MARGIN.left + INSET + (xs.indexOf(x) / Math.max(1, xs.length - 1)) * (inner.width - 2 * INSET);
  const up = (y: number) => MARGIN.top + inner.height * (1 - (y - low) / (high - low));
  const ticks = [0, 1, 2, 3].map((i) => low + ((high - low) * i) / 3);
  const grid = ticks.map(
    (y) =>
      `<line x1="${MARGIN.left}" y1="${up(y)}" x2="${PANEL.width - MARGIN.right}" y2="${up(y)}" stroke="#e5e7ea"/>${text(shortNumber(y), MARGIN.left - 6, up(y) + 3.5, 10, 'end')}`,
  );
  const labels = xs.map((x) => text(String(x), across(x), PANEL.height - MARGIN.bottom + 15, 10, 'middle'));
  const lines = curves.map(({ points }, index) => {
    const colour = colourOf(index);
    const at = (x: number) => across(x) + (index - (curves.length - 1) / 2) * SHIFT;
    const path = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${up(y)}`).join('');
    const marks = points.map(({ x, y, error }) => {
      const bar = `<line x1="${at(x)}" y1="${up(y - error)}" x2="${at(x)}" y2="${up(y + error)}" stroke="${colour}" stroke-width="1"/>`;
      return `${bar}<circle cx="${at(x)}" cy="${up(y)}" r="2.6" fill="${colour}"/>`;
    });
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}`;
  });
  const below = text(xTitle, MARGIN.left + inner.width / 2, PANEL.height - MARGIN.bottom + 30, 10, 'middle');
  return [text(title, MARGIN.left, 18, 13), below, ...grid, ...labels, ...lines].join('');
}

function padded(low: number, high: number): [number, number] {
  const pad = (high - low) * 0.06 || 0.5;
  return [low - pad, high + pad];
}

function shortNumber(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function text(label: string, x: number, y: number, size: number, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  const { path, width } = letter(label, size);
  const shift = { start: 0, middle: width / 2, end: width }[anchor];
  return `<path transform="translate(${x - shift} ${y})" d="${path}" fill="#1f2328"/>`;
}

function colourOf(index: number): string {
  return COLOURS[index % COLOURS.length]!;
}
