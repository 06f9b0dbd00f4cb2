import { toSrgb } from '../basics/index.js';
import { gradientOf } from './drawing.js';
import type { Finish } from './finish.js';
import { kuwahara } from './kuwahara.js';
import { noiseAt } from './noise.js';
import { filledPlane, type Planes, planesOf, sampled, smoothStep } from './planes.js';

/** How far areas of one colour are smoothed, in pixels. */
const RADIUS = 3;
/** How far strokes are smoothed, in pixels: they follow the edges beside them. */
const SPREAD = 5;
/** Steps to each side that a bristle goes along, in pixels. */
const REACH = 9;
/**
 * What is lighter is thick paint that is not quite white, or its bristles would be seen by nothing but their shadows;
 * of its lightness beyond, and of their light on it, so much is left.
 */
const PALE = { from: 0.82, keeps: 0.62, light: 0.45 } as const;
/** A colour of this chroma, in OKLab, varies in its tint in full, and grey ones by the second part of it. */
const [TINTED, GREY_TINT] = [0.08, 0.25];

/**
 * Thick paint in strokes along the edges of things: smoothed areas, drawn out by the bristles' height and lit from
 * above left (Semmo, Limberger, Kyprianidis and Döllner, “Image stylization by interactive oil paint filtering”, 2016;
 * noise drawn out along a field is that of Cabral and Leedom, “Imaging vector fields using line integral convolution”,
 * 1993).
 */
export const oilPainting: Finish = {
  words: {
    en: `oil_painting oil_paintings oil_painted oil-painting oil-painted oil_paint oil_on_canvas painted_in_oil painted_in_oils in_oils impasto impressionist impressionism
      impressionistic acrylic_painting in_acrylics`,
    de: 'ölgemälde ölbild ölmalerei öl_auf_leinwand in_öl_gemalt als_ölgemälde',
    fr: "peinture_à_l'huile huile_sur_toile",
    es: 'pintura_al_óleo al_óleo óleo óleo_sobre_lienzo cuadro_al_óleo',
    pt: 'pintura_a_óleo óleo_sobre_tela quadro_a_óleo',
    it: 'dipinto_a_olio pittura_a_olio olio_su_tela quadro_a_olio',
    nl: 'olieverf olieverfschilderij in_olieverf',
    pl: 'obraz_olejny malarstwo_olejne',
    ru: 'масляная_живопись картина_маслом холст_масло',
    uk: 'картина_олією олійний_живопис',
    tr: 'yağlı_boya yağlıboya yağlı_boya_tablo',
    ja: '油絵 油彩 油彩画',
    ko: '유화 유화풍',
    zh: '油画 油畫 油画风',
    hi: 'तैल_चित्र तेल_चित्र',
    ar: 'لوحة_زيتية رسم_زيتي',
  },
  paintedIn: ['3d', 'shaded', 'flat', 'simple', 'rounded'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const { along } = gradientOf(planes, SPREAD);
    const canvas = { paint: { ...planes, labs: kuwahara(planes, RADIUS) }, along, height: bristles(planes, along) };
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < along.length; p++) if (planes.depth[p]! > -3) paintAt(canvas, p, data);
    return { ...image, data };
  },
};

interface Canvas {
  paint: Planes;
  /** Across strokes, as an angle. */
  along: Float32Array;
  /** As `bristles` tells it. */
  height: Float32Array;
}

const lab = new Float32Array(3);
const rgb = new Float32Array(3);

function paintAt({ paint, along, height }: Canvas, p: number, data: Uint8Array): void {
  const [x, y] = [p % paint.width, Math.floor(p / paint.width)];
  const bump = height[p]!;
  // Bristles carry paint over the edge.
  const [u, v] = [x + 1.6 * bump * Math.cos(along[p]!), y + 1.6 * bump * Math.sin(along[p]!)];
  const cover = smoothStep(-0.6, 0.6, sampled(paint.depth, paint, u, v) + 0.3 * bump);
  if (cover === 0) return;
  for (let c = 0; c < 3; c++) lab[c] = sampled(paint.labs, paint, u, v, 3, c);
  const slant = sampled(height, paint, x - 0.7, y - 0.7) - sampled(height, paint, x + 0.7, y + 0.7);
  const pale = Math.max(0, lab[0]! - PALE.from) / (1 - PALE.from);
  const lightness = Math.min(lab[0]!, PALE.from) + PALE.keeps * Math.max(0, lab[0]! - PALE.from);
  const light = (1 - (1 - PALE.light) * pale) * (0.05 * bump - 0.075 * slant);
  const colourful = Math.min(1, Math.max(GREY_TINT, Math.hypot(lab[1]!, lab[2]!) / TINTED));
  const tint = 0.02 * colourful * noiseAt(x / 8, y / 8, 52);
  const chroma = 1.12 + 0.12 * bump;
  toSrgb(0.97 * lightness + light, chroma * lab[1]! + tint, chroma * lab[2]! + tint / 2, rgb, 0);
  for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round(255 * rgb[c]!);
  data[4 * p + 3] = Math.round(255 * cover);
}

/** How high paint lies, −1…1: noise drawn out along strokes. */
function bristles({ width, height, depth }: Planes, along: Float32Array): Float32Array {
  const noise = filledPlane(width * height, (p) => noiseAt((p % width) / 1.7, Math.floor(p / width) / 1.7, 51));
  const [sine, cosine] = [along.map(Math.sin), along.map(Math.cos)];
  const drawnOut = (p: number, way: number) => {
    let [x, y] = [p % width, Math.floor(p / width)];
    let [dx, dy, sum] = [0, 0, 0];
    for (let step = 0; step < REACH; step++) {
      const column = Math.min(width - 1, Math.max(0, Math.round(x)));
      const q = Math.min(height - 1, Math.max(0, Math.round(y))) * width + column;
      const turn = step === 0 ? way : cosine[q]! * dy - sine[q]! * dx < 0 ? -1 : 1;
      dx = -turn * sine[q]!;
      dy = turn * cosine[q]!;
      x += dx;
      y += dy;
      sum += noise[q]!;
    }
    return sum / REACH;
  };
  return filledPlane(width * height, (p) => {
    if (depth[p]! < -4) return 0;
    return Math.max(-1, Math.min(1, 2 * (drawnOut(p, 1) + drawnOut(p, -1))));
  });
}
