import { toSrgb } from '../basics/index.js';
import { drawingOf, lineAt } from './drawing.js';
import type { Finish } from './finish.js';
import { noiseAt } from './noise.js';
import { planesOf, smoothStep } from './planes.js';

/** The board, as bytes, and what was wiped from it. */
const BOARD = [44, 66, 58] as const;
const WIPED = 16;
/** Half of how thick lines are, in pixels. */
const HALF = 1.3;
/** How much of an area chalk covers that is rubbed over it, 0–1. */
const RUBBED = 0.5;

/** Coloured chalk on a blackboard. */
export const chalk: Finish = {
  words: {
    en: `chalk chalk_drawing chalk_art chalkboard_drawing blackboard_drawing in_chalk chalk_style sidewalk_chalk on_a_chalkboard on_a_blackboard on_chalkboard
      on_blackboard`,
    de: 'kreide kreidezeichnung mit_kreide kreidetafel auf_der_tafel tafelbild',
    fr: 'craie à_la_craie dessin_à_la_craie au_tableau_noir',
    es: 'tiza con_tiza dibujo_con_tiza en_la_pizarra',
    pt: 'giz desenho_com_giz com_giz no_quadro-negro',
    it: 'gessetto con_gessetti alla_lavagna disegno_a_gessetto',
    nl: 'krijttekening met_krijt op_het_schoolbord',
    pl: 'kredą rysunek_kredą na_tablicy',
    ru: 'мелом рисунок_мелом на_доске_мелом',
    uk: 'крейдою малюнок_крейдою',
    tr: 'tebeşir tebeşirle',
    ja: 'チョークアート 黒板アート',
    ko: '분필 칠판_그림',
    zh: '粉笔画 黑板画',
  },
  paintedIn: ['flat', 'outline', 'simple'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const { width, depth, labs } = planes;
    const drawing = drawingOf(planes);
    const data = new Uint8Array(image.data.length);
    const rgb = new Float32Array(3);
    for (let p = 0; p < depth.length; p++) {
      const [x, y] = [p % width, Math.floor(p / width)];
      const board = WIPED * noiseAt((x + y) / 22, (x - y) / 60, 31);
      const tooth = 0.5 + 0.5 * noiseAt(x / 1.1, y / 1.1, 32);
      const edge = smoothStep(2.6, 1.4, Math.abs(depth[p]! - 1));
      const line =
        Math.max(edge, smoothStep(-1, 1, depth[p]!) * lineAt(drawing, p, HALF)) * smoothStep(0.1, 0.45, tooth + 0.15);
      const stroke = 0.55 + 0.45 * noiseAt((x + y) / 2.2, (x - y) / 26, 33);
      const rubbed =
        RUBBED * smoothStep(0, 1, depth[p]!) * smoothStep(0.15, 0.7, tooth * stroke + 0.2) * (1 - drawing.ink[p]!);
      const isEdge = line > rubbed;
      const lightness = isEdge ? 0.95 : Math.max(0.72, 0.55 + 0.42 * labs[3 * p]!);
      const chroma = isEdge ? 0.25 : 0.9;
      toSrgb(lightness, chroma * labs[3 * p + 1]!, chroma * labs[3 * p + 2]!, rgb, 0);
      const part = Math.max(line, rubbed);
      for (let c = 0; c < 3; c++) {
        data[4 * p + c] = Math.round((1 - part) * (BOARD[c]! + board) + part * 255 * Math.min(1, rgb[c]!));
      }
      data[4 * p + 3] = 255;
    }
    return { ...image, data };
  },
};
