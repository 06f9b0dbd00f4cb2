import type { Finish } from '../finish.js';
import { noiseAt } from '../noise.js';
import type { Colour } from '../strokes.js';
import { type Backdrop, before, blend, cover, gradient } from './backdrop.js';

const SKY: readonly Colour[] = [
  [10, 12, 38],
  [34, 18, 82],
  [116, 32, 132],
];
/** Far houses and near ones. */
const ROWS: readonly { wide: number; from: number; most: number; wall: Colour; field: number }[] = [
  { wide: 1 / 11, from: 0.3, most: 0.3, wall: [44, 26, 96], field: 21 },
  { wide: 1 / 7, from: 0.48, most: 0.3, wall: [18, 14, 46], field: 22 },
];
const LIGHTS: readonly Colour[] = [
  [64, 232, 255],
  [255, 72, 190],
  [255, 214, 92],
];
/** How large windows are, with the wall between them, in parts of the side. */
const WINDOW = 1 / 32;
const STREET = 0.9;
const TONES: readonly Colour[] = [
  [8, 8, 30],
  [32, 26, 92],
  [130, 44, 158],
  [250, 92, 190],
  [190, 250, 255],
];

/** A city at night in the future: neon on dark walls, cyan light from one side and magenta from the other. */
export const cyberpunk: Finish = {
  words: {
    en: 'cyberpunk cyber_punk cyber-punk in_cyberpunk cyberpunk_style cyberpunk_aesthetic cyberpunk-style futuristic_neon night_city cybercore',
    fr: 'style_cyberpunk',
    es: 'estilo_cyberpunk ciberpunk',
    it: 'stile_cyberpunk',
    pl: 'cyberpunkowy cyberpunkowa cyberpunkowe',
    ru: 'киберпанк киберпанковский в_стиле_киберпанк',
    uk: 'кіберпанк у_стилі_кіберпанк',
    tr: 'siberpunk',
    ja: 'サイバーパンク サイバーパンク風',
    ko: '사이버펑크',
    zh: '赛博朋克 賽博龐克',
    hi: 'साइबरपंक',
    ar: 'سايبربانك',
  },
  paintedIn: ['3d', 'shaded', 'flat', 'rounded', 'simple'],
  apply: (image) => before(image, behind, { tones: TONES, mix: 0.34, placeMix: 0.74, rims: [LIGHTS[0]!, LIGHTS[1]!] }),
};

const behind: Backdrop = (x, y) => {
  if (y > STREET) return wet(x, y);
  return ROWS.reduce(
    (colour: Colour, row) => {
      const house = Math.floor(x / row.wide);
      const roof = row.from + row.most * (0.5 + 0.5 * noiseAt(3.7 * house, 1.3, row.field));
      return blend(colour, walled(row, house, x, y - roof), cover(y - roof));
    },
    gradient(SKY, y / STREET),
  );
};

/** @param below the roof, in parts of the side */
function walled({ wide, wall, field }: (typeof ROWS)[number], house: number, x: number, below: number): Colour {
  const inside = x - house * wide;
  const [column, row] = [Math.floor(inside / WINDOW), Math.floor(below / WINDOW)];
  const lit = noiseAt(9.1 * house + 2.3 * column, 3.9 * row, field + 10);
  if (lit < 0.12) return wall;
  const [u, v] = [(inside / WINDOW) % 1, (below / WINDOW) % 1];
  const pane = cover((0.3 - Math.abs(u - 0.5)) * WINDOW) * cover((0.22 - Math.abs(v - 0.5)) * WINDOW);
  const light = LIGHTS[Math.floor(3 * (0.5 + 0.499 * noiseAt(5.3 * house, 7.7, field + 20)))]!;
  return blend(wall, light, pane * (0.45 + 0.55 * lit));
}

/** The street shines back what is lit above it. */
function wet(x: number, y: number): Colour {
  const streak = 0.5 + 0.5 * noiseAt(26 * x, 2, 51);
  const light = blend(LIGHTS[1]!, LIGHTS[0]!, 0.5 + 0.5 * noiseAt(6 * x, 4, 52));
  return blend([14, 10, 36], light, 0.55 * streak * (1 - (y - STREET) / (1 - STREET) / 1.4));
}
