import type { Finish } from '../finish.js';
import { noiseAt } from '../noise.js';
import type { Colour } from '../strokes.js';
import { type Backdrop, before, blend, cover, PIXEL } from './backdrop.js';

const PAPER: Colour = [232, 208, 162];
const EDGE: Colour = [150, 104, 60];
const BRASS: Colour = [186, 132, 62];
const COPPER: Colour = [164, 92, 54];
const IRON: Colour = [104, 82, 66];
/** Wheels that mesh: middles, radii at the root of their teeth in parts of the side, and how they are turned. */
const WHEELS: readonly { x: number; y: number; radius: number; teeth: number; turned: number; metal: Colour }[] = [
  { x: 0.2, y: 0.24, radius: 0.25, teeth: 14, turned: 0, metal: BRASS },
  { x: 0.83, y: 0.78, radius: 0.3, teeth: 16, turned: 0.1, metal: COPPER },
  { x: 0.8, y: 0.17, radius: 0.17, teeth: 10, turned: 0.2, metal: IRON },
  { x: 0.14, y: 0.84, radius: 0.2, teeth: 12, turned: 0.05, metal: IRON },
];
const TOOTH = 0.045;
const TONES: readonly Colour[] = [
  [38, 22, 14],
  [110, 68, 38],
  [188, 132, 70],
  [236, 202, 146],
  [255, 246, 222],
];

/** Brass, copper and cogwheels on old paper, as engineers of steam would have it. */
export const steampunk: Finish = {
  words: {
    en: 'steampunk steam_punk steam-punk in_steampunk steampunk_style steampunk_aesthetic clockpunk clockwork_style',
    fr: 'style_steampunk',
    es: 'estilo_steampunk',
    pl: 'steampunkowy steampunkowa steampunkowe',
    ru: 'стимпанк стимпанковский в_стиле_стимпанк',
    uk: 'стімпанк у_стилі_стімпанк',
    ja: 'スチームパンク スチームパンク風',
    ko: '스팀펑크',
    zh: '蒸汽朋克 蒸汽龐克',
    hi: 'स्टीमपंक',
    ar: 'ستيمبانك',
  },
  paintedIn: ['shaded', '3d', 'flat', 'rounded', 'simple'],
  apply: (image) => before(image, behind, { tones: TONES, mix: 0.5, placeMix: 0.72 }),
};

const behind: Backdrop = (x, y) => {
  const far = Math.hypot(x - 0.5, y - 0.5) / 0.72;
  const stain = 0.5 + 0.5 * noiseAt(9 * x, 9 * y, 71);
  const paper = blend(PAPER, EDGE, 0.75 * far * far + 0.16 * stain);
  return WHEELS.reduce((colour: Colour, wheel) => wheeled(colour, wheel, x, y), paper);
};

function wheeled(
  under: Colour,
  { x: cx, y: cy, radius, teeth, turned, metal }: (typeof WHEELS)[number],
  x: number,
  y: number,
): Colour {
  const far = Math.hypot(x - cx, y - cy);
  if (far > radius + TOOTH + PIXEL) return under;
  const turn = (Math.atan2(y - cy, x - cx) / (2 * Math.PI) + 1 + turned) * teeth;
  const tooth = Math.min(1, Math.max(0, 2.2 * (0.5 - 2 * Math.abs((turn % 1) - 0.5)) + 0.6));
  const rim = radius + TOOTH * tooth;
  const spokes = (Math.abs((((5 * turn) / teeth) % 1) - 0.5) * (2 * Math.PI * far)) / 5;
  const isOpen = cover(far - 0.32 * radius) * cover(0.7 * radius - far) * cover(spokes - 0.03);
  const solid = cover(rim - far) * cover(far - 0.12 * radius) * (1 - isOpen);
  const light = 0.3 * ((cx - x + cy - y) / rim);
  const shade = light > 0 ? blend(metal, [255, 240, 200], light) : blend(metal, [50, 30, 20], -light);
  const line =
    solid * (1 - cover(rim - far - 0.014) * (1 - 0.6 * (cover(far - 0.7 * radius) * cover(0.725 * radius - far))));
  return blend(blend(under, shade, 0.72 * solid), [70, 44, 26], 0.6 * line);
}
