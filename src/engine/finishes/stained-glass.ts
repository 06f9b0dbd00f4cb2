import { toSrgb } from '../basics/index.js';
import { type Drawing, drawingOf, lineAt } from './drawing.js';
import type { Finish } from './finish.js';
import { kuwahara } from './kuwahara.js';
import { noiseAt } from './noise.js';
import { nearestOf, type Planes, planesOf, smoothStep } from './planes.js';

/** How large panes are at most, in pixels. */
const PANE = 24;
/** How far areas of one colour are smoothed, in pixels. */
const RADIUS = 2;
/** Half of how thick lead is, in pixels. */
const HALF = 1.3;
/** How light it is, 0–1. */
const LEAD = 0.12;

/**
 * Panes of coloured glass in lead, which follows the edges of colours and of the figure and cuts what is larger than a
 * pane; eyes and dark lines are painted on. Each pane lets through as much light as chance has it, uneven within.
 */
export const stainedGlass: Finish = {
  words: {
    en: 'stained_glass stained-glass stainedglass stained_glass_window stained-glass_window stained_glass_art stained_glass_panel leaded_glass',
    de: 'buntglas buntglasfenster glasmalerei bleiglasfenster als_buntglasfenster',
    fr: 'vitrail vitraux en_vitrail',
    es: 'vitral vitrales vidriera vidrieras',
    pt: 'vitral vitrais',
    it: 'vetrata vetrata_colorata',
    nl: 'glas-in-lood glas_in_lood glas-in-loodraam',
    pl: 'witraż witrażu witrażowy witrażowa',
    ru: 'витраж витражный витражная в_стиле_витража',
    uk: 'вітраж вітражний вітражна',
    tr: 'vitray',
    ja: 'ステンドグラス',
    ko: '스테인드글라스 스테인드_글라스',
    zh: '彩色玻璃 彩绘玻璃 花窗玻璃',
    ar: 'زجاج_معشق زجاج_ملون',
  },
  paintedIn: ['flat', 'simple', 'outline'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const glass = { ...planes, labs: kuwahara(planes, RADIUS) };
    const drawing = drawingOf(planes);
    const inked = nearestOf(image.width, image.height, (p) => drawing.ink[p]! > 0.5);
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < planes.depth.length; p++) {
      // No cut goes through an eye.
      if (planes.depth[p]! > -2.5) fillPane(glass, drawing, smoothStep(2, 5, inked?.far[p] ?? 9), p, data);
    }
    return { ...image, data };
  },
};

const rgb = new Float32Array(3);

/** @param cuts how much is seen here of what cuts panes, 0–1 */
function fillPane({ width, labs, depth }: Planes, drawing: Drawing, cuts: number, p: number, data: Uint8Array): void {
  const [x, y] = [p % width, Math.floor(p / width)];
  const { pane, far } = paneAt(x, y);
  const inner = Math.max(drawing.ink[p]!, lineAt(drawing, p, HALF), cuts * smoothStep(1.5, 0.6, far));
  const lead = Math.max(inner, smoothStep(1.2, 0.2, depth[p]!));
  const light = 0.05 * noiseAt(x / 5, y / 5, 62) + 0.03 * noiseAt(x / 1.8, y / 1.8, 63) + 0.05 * Math.min(1, far / 8);
  const lightness = 0.1 + 0.86 * labs[3 * p]! + light + 0.07 * noiseAt(pane, 7.3, 61);
  toSrgb(lightness, 1.25 * labs[3 * p + 1]!, 1.25 * labs[3 * p + 2]!, rgb, 0);
  for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round(255 * (rgb[c]! * (1 - lead) + LEAD * lead));
  data[4 * p + 3] = Math.round(255 * smoothStep(-2.5, -1.5, depth[p]!));
}

/** Which pane of a fixed window a place lies in, and how far it is from the next. */
function paneAt(x: number, y: number): { pane: number; far: number } {
  const [column, row] = [Math.floor(x / PANE), Math.floor(y / PANE)];
  let [first, second, pane] = [1e9, 1e9, 0];
  let [fx, fy, sx, sy] = [0, 0, 0, 0];
  for (let j = row - 1; j <= row + 1; j++) {
    for (let i = column - 1; i <= column + 1; i++) {
      const cx = PANE * (i + 0.5 + 0.45 * noiseAt(i * 3.7, j * 5.1, 65));
      const cy = PANE * (j + 0.5 + 0.45 * noiseAt(i * 4.3, j * 3.9, 66));
      const apart = (cx - x) ** 2 + (cy - y) ** 2;
      if (apart < first) {
        [second, sx, sy] = [first, fx, fy];
        [first, fx, fy, pane] = [apart, cx, cy, i * 31 + j * 17];
      } else if (apart < second) [second, sx, sy] = [apart, cx, cy];
    }
  }
  return { pane, far: (second - first) / (2 * Math.hypot(sx - fx, sy - fy)) };
}
