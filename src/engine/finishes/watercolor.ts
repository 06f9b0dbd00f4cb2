import { type RgbaImage, toSrgb } from '../basics/index.js';
import { inkOf } from './drawing.js';
import type { Finish } from './finish.js';
import { kuwahara } from './kuwahara.js';
import { noiseAt } from './noise.js';
import { filledPlane, type Planes, planesOf, sampled, smoothStep } from './planes.js';

/** How far areas of one colour are smoothed, in pixels. */
const RADIUS = 4;
/** How far a brush strays, in pixels. */
const STRAY = 1.3;
/** How much of a wash's paper shows through, 0–1. */
const PAPER = 0.16;
/** How much of eyes and dark lines is put over the washes, as with the tip of the brush. */
const TIP = 0.8;

/**
 * Washes of pigment on paper: areas smoothed, edges that stray, pigment that gathers where a wash ends, flows, leaves
 * rims as it dries, and lies in the paper's grain (Bousseau, Kaplan, Thollot and Sillion, “Interactive watercolor
 * rendering with temporal coherence and abstraction”, 2006: each of these changes the pigment's density).
 */
export const watercolor: Finish = {
  words: {
    en: `watercolor watercolour watercolors watercolours water_color water_colour water_colors water_colours watercolored watercoloured watercolor_painting watercolour_painting
      watercolor_art watercolour_art watercolor_illustration watercolour_illustration watercolor_drawing watercolour_drawing watercolor_sketch watercolour_sketch`,
    de: 'aquarell aquarellbild aquarellmalerei aquarelliert aquarellstil wasserfarbe wasserfarben in_wasserfarben mit_wasserfarben als_aquarell',
    fr: "aquarelle aquarelles à_l'aquarelle en_aquarelle peinture_à_l'aquarelle",
    es: 'acuarela acuarelas en_acuarela a_la_acuarela con_acuarelas',
    pt: 'aquarela aguarela em_aquarela em_aguarela',
    it: 'acquerello acquarello acquerelli ad_acquerello',
    nl: 'aquarel waterverf in_waterverf',
    pl: 'akwarela akwarele akwarelą akwareli akwarelowy akwarelowa akwarelowe',
    ru: 'акварель акварелью акварели акварельный акварельная акварельное',
    uk: 'акварель аквареллю акварельний акварельна акварельне',
    tr: 'suluboya sulu_boya',
    ja: '水彩 水彩画 水彩風',
    ko: '수채화 수채 수채화풍',
    zh: '水彩 水彩画 水彩风 水彩畫',
    hi: 'जलरंग वाटरकलर',
    ar: 'ألوان_مائية بالألوان_المائية بألوان_مائية',
  },
  paintedIn: ['flat', 'simple', 'shaded', 'rounded', '3d', 'outline'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const washes = { ...planes, labs: kuwahara(planes, RADIUS) };
    const slopes = slopesOf(washes);
    const { ink } = inkOf(planes);
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < slopes.length; p++) {
      paint(washes, slopes, p, data);
      drawTip(image, TIP * ink[p]!, p, data);
    }
    return { ...image, data };
  },
};

const lab = new Float32Array(3);
const rgb = new Float32Array(3);

function paint(washes: Planes, slopes: Float32Array, p: number, data: Uint8Array): void {
  if (washes.depth[p]! < -3) return;
  const [x, y] = [p % washes.width, Math.floor(p / washes.width)];
  const u = x + STRAY * (noiseAt(x / 9, y / 9, 1) + 0.5 * noiseAt(x / 4, y / 4, 2));
  const v = y + STRAY * (noiseAt(x / 9, y / 9, 3) + 0.5 * noiseAt(x / 4, y / 4, 4));
  const depth = sampled(washes.depth, washes, u, v);
  const cover = smoothStep(-0.7, 0.7, depth);
  if (cover === 0) return;
  for (let c = 0; c < 3; c++) lab[c] = sampled(washes.labs, washes, u, v, 3, c);
  toSrgb(lab[0]!, lab[1]!, lab[2]!, rgb, 0);
  const edge = 0.9 * Math.exp(-((depth - 0.8) ** 2) / 2.5) + Math.min(0.7, 2.2 * sampled(slopes, washes, u, v));
  const flow = noiseAt(x / 26, y / 26, 5) + 0.35 * noiseAt(x / 11, y / 11, 6);
  const rim = Math.exp(-((flow / 0.07) ** 2));
  const grain = 0.16 * noiseAt(x / 2.2, y / 2.2, 7) + 0.08 * noiseAt(x, y, 8);
  const density = 0.8 + edge + 0.45 * flow + 0.25 * rim + grain;
  const bare = Math.min(0.6, Math.max(0, PAPER - 0.16 * flow - 0.12 * edge + 0.1 * grain));
  for (let c = 0; c < 3; c++) {
    const wet = rgb[c]! - (rgb[c]! - rgb[c]! ** 2) * (density - 1);
    data[4 * p + c] = Math.round(255 * Math.min(1, Math.max(0, wet + (1 - wet) * bare)));
  }
  data[4 * p + 3] = Math.round(255 * cover);
}

/** What is small and dark over the wash, where that covers. */
function drawTip({ data: drawn }: RgbaImage, part: number, p: number, data: Uint8Array): void {
  if (part === 0 || data[4 * p + 3] === 0) return;
  for (let at = 4 * p; at < 4 * p + 3; at++) data[at] = Math.round(data[at]! + part * (drawn[at]! - data[at]!));
}

/** How much colours change from one pixel to the next but one, in OKLab. */
function slopesOf({ width, height, labs }: Planes): Float32Array {
  return filledPlane(width * height, (p) => {
    const x = p % width;
    if (x === 0 || x === width - 1 || p < width || p >= width * (height - 1)) return 0;
    let sum = 0;
    for (let c = 3 * p; c < 3 * p + 3; c++) {
      sum += (labs[c + 3]! - labs[c - 3]!) ** 2 + (labs[c + 3 * width]! - labs[c - 3 * width]!) ** 2;
    }
    return Math.sqrt(sum);
  });
}
