import { drawingOf, lineAt, paperAt } from './drawing.js';
import type { Finish } from './finish.js';
import { greysOf } from './greys.js';
import { noiseAt } from './noise.js';
import { blurred, filledPlane, type Planes, planesOf, sampled, smoothStep } from './planes.js';

/** How dark graphite is, 0–1. */
const GRAPHITE = 0.8;
/** Rows of strokes: how they lie, as an angle; how far from each other, in pixels; and how dark is what has them. */
const HATCHES = [
  { angle: 0.78, apart: 3.3, from: 0.12, to: 0.75 },
  { angle: 1.15, apart: 3.1, from: 0.42, to: 1 },
  { angle: -0.6, apart: 3.2, from: 0.62, to: 1.1 },
] as const;

/**
 * Graphite on white paper: contours twice over, as a hand searches for them, and rows of strokes that are thicker and
 * more of which cross each other the darker a place is (Praun, Hoppe, Webb and Finkelstein, “Real-time hatching”, 2001:
 * of two tones the darker has all strokes of the lighter).
 */
export const sketch: Finish = {
  words: {
    en: `sketch sketched pencil_sketch pencil_sketched pencil_sketches pencil_drawing pencil_drawings pencil_art pencil-drawn drawn_in_pencil drawn_with_pencil drawn_with_a_pencil in_pencil
      graphite_drawing graphite_sketch charcoal_drawing charcoal_sketch sketch_art sketch_drawing rough_sketch doodle doodled doodle_art doodle_style hand-drawn
      handdrawn hand_drawn`,
    de: 'bleistiftzeichnung bleistiftskizze skizze skizziert mit_bleistift mit_bleistift_gezeichnet kohlezeichnung',
    fr: 'croquis esquisse dessin_au_crayon au_crayon dessin_au_fusain',
    es: 'boceto bosquejo dibujo_a_lápiz a_lápiz dibujo_al_carboncillo',
    pt: 'esboço desenho_a_lápis a_lápis',
    it: 'schizzo disegno_a_matita a_matita',
    nl: 'schets potloodtekening potloodschets',
    pl: 'szkic rysunek_ołówkiem szkic_ołówkiem',
    ru: 'набросок эскиз карандашный_рисунок карандашный_набросок рисунок_карандашом',
    uk: 'ескіз малюнок_олівцем',
    tr: 'karakalem kara_kalem eskiz',
    ja: 'スケッチ 鉛筆画 デッサン 素描',
    ko: '스케치 연필_스케치 연필화 소묘',
    zh: '素描 铅笔画 鉛筆畫 速写',
    hi: 'स्केच पेंसिल_स्केच',
    ar: 'رسم_بالرصاص رسم_بالقلم_الرصاص اسكتش',
  },
  paintedIn: ['flat', 'simple', 'shaded', 'rounded'],
  lacks: 'hues',
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const { width, height, alpha, depth } = planes;
    const drawing = drawingOf(planes);
    const greys = greysOf(image);
    const soft = (of: (p: number) => number) => blurred(filledPlane(alpha.length, of), width, height, 1.2);
    const solid = soft((p) => alpha[p]!);
    const dark = soft((p) => (alpha[p]! > 0.5 ? 1 - greys[p]! : 0));
    const sheet = { planes, ink: drawing.ink, line: filledPlane(alpha.length, (p) => lineAt(drawing, p, 1)) };
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < alpha.length; p++) {
      const cover = paperAt(depth[p]!);
      if (cover === 0) continue;
      const tone = depth[p]! > 0.3 ? Math.min(1, dark[p]! / Math.max(0.3, solid[p]!)) : 0;
      data.fill(Math.round(255 * (1 - GRAPHITE * markAt(sheet, p, tone))), 4 * p, 4 * p + 3);
      data[4 * p + 3] = Math.round(255 * cover);
    }
    return { ...image, data };
  },
};

/** How much graphite is at a pixel of some darkness, 0–1. */
function markAt({ planes, ink, line }: Sheet, p: number, tone: number): number {
  const [x, y] = [p % planes.width, Math.floor(p / planes.width)];
  const [sway, lift] = [noiseAt(x / 12, y / 12, 21), noiseAt(x / 12, y / 12, 22)];
  const once = sampled(line, planes, x + 0.9 * sway, y + 0.9 * lift);
  const again = sampled(line, planes, x + 0.8 - 1.6 * lift, y + 0.5 + 1.6 * sway);
  const dots = sampled(ink, planes, x + 0.5 * sway, y + 0.5 * lift);
  const press = 0.78 + 0.25 * lift;
  let mark = Math.max(once * press, 0.4 * again * press, 0.95 * dots);
  for (let k = 0; k < HATCHES.length; k++) mark += (1 - mark) * 0.58 * strokeAt(HATCHES[k]!, k, x, y, tone);
  mark += (1 - mark) * 0.14 * tone;
  return Math.min(1, mark * (0.82 + 0.32 * noiseAt(x / 1.3, y / 1.3, 26)));
}

interface Sheet {
  planes: Planes;
  ink: Float32Array;
  /** How much of each pixel contours cover, 0–1. */
  line: Float32Array;
}

/** How much of one row of strokes is at a pixel of some darkness, 0–1. */
function strokeAt(
  { angle, apart, from, to }: (typeof HATCHES)[number],
  k: number,
  x: number,
  y: number,
  tone: number,
): number {
  const wish = (tone - from) / (to - from);
  if (wish <= 0) return 0;
  const along = x * Math.cos(angle) - y * Math.sin(angle);
  const across = x * Math.sin(angle) + y * Math.cos(angle);
  const bent = across + 0.9 * noiseAt(along / 18, across / 9, 31 + k);
  const row = Math.floor(bent / apart);
  const off = Math.abs(bent / apart - row - 0.5) * 2;
  const lift = 0.35 * noiseAt(along / 9, row * 3.7, 41 + k);
  const width = 0.25 + 0.5 * Math.min(1, wish);
  return (
    smoothStep(width + 0.25, width - 0.25, off) * Math.min(1, 0.45 + 0.6 * wish) * smoothStep(-0.05, 0.12, wish + lift)
  );
}
