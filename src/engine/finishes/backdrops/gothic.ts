import type { Finish } from '../finish.js';
import { noiseAt } from '../noise.js';
import type { Colour } from '../strokes.js';
import { type Backdrop, before, blend, cover, gradient } from './backdrop.js';

const SKY: readonly Colour[] = [
  [16, 12, 26],
  [40, 26, 58],
  [92, 44, 84],
];
const MOON: Colour = [238, 226, 214];
const [MOON_X, MOON_Y, MOON_RADIUS] = [0.68, 0.3, 0.22];
const DARK: Colour = [8, 6, 14];
/** Gables and spires: middle, half of how wide, how high, in parts of the side from below. */
const ROOFS: readonly (readonly [x: number, half: number, high: number])[] = [
  [0.05, 0.09, 0.42],
  [0.18, 0.06, 0.56],
  [0.3, 0.1, 0.34],
  [0.84, 0.11, 0.36],
  [0.96, 0.06, 0.58],
];
const BATS: readonly (readonly [x: number, y: number, wing: number])[] = [
  [0.28, 0.16, 0.075],
  [0.46, 0.09, 0.05],
  [0.88, 0.12, 0.06],
];
const TONES: readonly Colour[] = [
  [10, 6, 14],
  [46, 28, 52],
  [118, 70, 104],
  [196, 172, 190],
  [246, 240, 240],
];

/** Night over pointed roofs, a pale moon and bats; colours nearly gone. */
export const gothic: Finish = {
  words: {
    en: 'gothic goth gothic_style goth_style gothic_aesthetic goth_aesthetic gothcore dark_academia dark_fantasy grimdark',
    de: 'gotisch gotische gotischer gotisches gruftig',
    fr: 'gothique style_gothique',
    es: 'gótico gótica estilo_gótico',
    pt: 'gótico gótica estilo_gótico',
    it: 'gotico gotica stile_gotico',
    nl: 'gotisch gotische',
    pl: 'gotycki gotycka gotyckie',
    ru: 'готический готическая готическое готичный готичная гот',
    uk: 'готичний готична готичне',
    tr: 'gotik',
    ja: 'ゴシック ゴシック風 ゴス',
    ko: '고딕 고스',
    zh: '哥特 哥特风 哥特式',
    hi: 'गॉथिक',
    ar: 'قوطي',
  },
  paintedIn: ['shaded', 'flat', '3d', 'rounded', 'simple'],
  apply: (image) =>
    before(image, behind, {
      tones: TONES,
      mix: 0.55,
      placeMix: 0.72,
      rims: [
        [150, 120, 190],
        [236, 226, 232],
      ],
    }),
};

const behind: Backdrop = (x, y) => {
  const crater = 0.12 * (0.5 + 0.5 * noiseAt(14 * x, 14 * y, 81));
  const far = Math.hypot(x - MOON_X, y - MOON_Y);
  const halo = 0.5 * Math.max(0, 1 - (far - MOON_RADIUS) / 0.16);
  const sky = blend(gradient(SKY, y), MOON, far < MOON_RADIUS ? 0 : halo * halo);
  const lit = blend(sky, blend(MOON, [150, 130, 150], crater), cover(MOON_RADIUS - far));
  const roofs = ROOFS.map(([cx, half, high]) => roofAt(x - cx, 1 - y, half, high));
  const bats = BATS.map(([cx, cy, wing]) => batAt((x - cx) / wing, (y - cy) / wing));
  return blend(lit, DARK, Math.max(...roofs, ...bats));
};

/** A house whose roof runs to a point. */
function roofAt(dx: number, up: number, half: number, high: number): number {
  const gable = half * Math.min(1, Math.max(0, (high - up) / (0.5 * high)));
  return cover(Math.min(gable - Math.abs(dx), high - up));
}

/** Two scalloped wings and a body; both coordinates in wings from its middle. */
function batAt(u: number, v: number): number {
  const side = Math.abs(u);
  if (side > 1 || Math.abs(v) > 0.7) return 0;
  const upper = -0.42 * Math.sin(Math.PI * side) ** 0.7 + 0.1 * side;
  const lower = 0.22 - 0.24 * side - 0.12 * Math.abs(Math.sin(3 * Math.PI * side));
  const wing = cover(0.08 * Math.min(v - upper, lower - v));
  return Math.max(wing, cover(0.08 * (0.2 - Math.hypot(u, v + 0.05))));
}
