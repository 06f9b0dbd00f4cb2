import type { Finish } from '../finish.js';
import type { Colour } from '../strokes.js';
import { type Backdrop, before, blend, cover, gradient, PIXEL } from './backdrop.js';

const SKY: readonly Colour[] = [
  [22, 10, 56],
  [72, 22, 122],
  [196, 42, 158],
  [255, 110, 150],
];
const SUN: readonly Colour[] = [
  [255, 230, 96],
  [255, 150, 92],
  [255, 62, 148],
];
const FLOOR: Colour = [20, 6, 48];
const GRID: Colour = [255, 64, 206];
const GLOW: Colour = [110, 20, 130];
/** Where the ground begins, and the sun's middle and radius, in parts of the side. */
const HORIZON = 0.7;
const [SUN_Y, SUN_RADIUS] = [0.44, 0.34];
const BARS = 7;
/** From navy over violet and pink to cream. */
const TONES: readonly Colour[] = [
  [24, 10, 62],
  [86, 28, 140],
  [232, 60, 170],
  [255, 176, 170],
  [255, 248, 232],
];

/** The eighties as the web remembers them: a banded sun over a grid that glows, magenta and cyan light. */
export const synthwave: Finish = {
  words: {
    en: `synthwave vaporwave retrowave outrun synth_wave vapor_wave vapourwave retro_wave in_synthwave synthwave_style synthwave_aesthetic vaporwave_style vaporwave_aesthetic 80s_style
      80s_aesthetic eighties_style eighties_aesthetic 80s_retro retro_80s 1980s_style`,
    de: 'achtziger-stil achtzigerjahre-stil im_stil_der_80er 80er_stil',
    fr: 'style_années_80 rétro_années_80',
    es: 'estilo_ochentero ochentero ochentera estilo_años_80',
    pt: 'estilo_anos_80',
    it: 'stile_anni_80',
    ru: 'синтвейв вейпорвейв ретровейв',
    uk: 'синтвейв ретровейв',
    ja: 'シンセウェイヴ シンセウェーブ ヴェイパーウェイヴ ベイパーウェイブ',
    ko: '신스웨이브 베이퍼웨이브',
    zh: '蒸汽波 合成波',
  },
  paintedIn: ['flat', 'shaded', '3d', 'rounded', 'simple'],
  apply: (image) => before(image, behind, { tones: TONES, mix: 0.38, placeMix: 0.72, rims: [[92, 236, 255], GRID] }),
};

const behind: Backdrop = (x, y) => (y < HORIZON ? aboveGround(x, y) : ground(x, y));

function aboveGround(x: number, y: number): Colour {
  const sky = gradient(SKY, y / HORIZON);
  const down = (y - SUN_Y + SUN_RADIUS) / (2 * SUN_RADIUS);
  const disc = cover(SUN_RADIUS - Math.hypot(x - 0.5, y - SUN_Y));
  // Bars of sky lie across the lower half, wider and wider downwards.
  const bar = (down - 0.45) * BARS;
  const cut = bar > 0 ? cover(((0.12 + 0.4 * (down - 0.45)) / BARS - (bar % 1) / BARS) * 2 * SUN_RADIUS) : 0;
  return blend(sky, gradient(SUN, down), disc * (1 - cut));
}

function ground(x: number, y: number): Colour {
  const near = (y - HORIZON) / (1 - HORIZON);
  const far = 1 / Math.max(0.05, near);
  const across = Math.abs((((x - 0.5) * far * 4 + 0.5) % 1) - 0.5 * Math.sign(x - 0.5 + 1e-9)) / (far * 4);
  const along = (Math.abs(((2.6 * far) % 1) - 0.5) / (2.6 * far * far)) * (1 - HORIZON);
  const line = Math.max(glow(across), glow(along), glow(y - HORIZON));
  return blend(blend(FLOOR, GLOW, 0.8 * (1 - near)), GRID, line);
}

/** Lines are a pixel wide, and shine about them. @param apart from the line, in parts of the side */
function glow(apart: number): number {
  return Math.max(cover(0.7 * PIXEL - apart), 0.4 * Math.max(0, 1 - apart / (4 * PIXEL)));
}
