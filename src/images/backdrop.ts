import { loadCommonJs, type RgbaImage, toOklab } from '../engine/basics/index.js';

const { clampChroma, converter, formatHex } = loadCommonJs('culori') as typeof import('culori');
const toRgb = converter('rgb');

/** OKLab lightness of the tint, and of the darker one that a pale grey sticker needs to stand out. */
const LIGHT = 0.94;
const DIM = 0.84;
const PALE_STICKER = 0.88;
/** OKLCH chroma below which a sticker counts as grey: its hue is chance. */
const GREY = 0.03;
/** OKLCH chroma of the tint. */
const TINT = 0.045;
/** OKLCH hue in degrees, for stickers that have none. */
const BLUE = 250;

/**
 * A soft light tint to show a transparent sticker on, of the hue opposite to the sticker's mean colour in OKLab
 * (alpha-weighted), so that it stands out; a shade darker and bluish under a pale grey one. The same picture always
 * gets the same tint. Returns `#rrggbb`; an empty picture gets a neutral one.
 */
export function backdropColour(image: RgbaImage): string {
  let weight = 0;
  let lightness = 0;
  let a = 0;
  let b = 0;
  const colour = new Float64Array(3);
  for (let i = 0; i < image.data.length; i += 4) {
    const alpha = image.data[i + 3]! / 255;
    if (alpha === 0) continue;
    toOklab(image.data[i]!, image.data[i + 1]!, image.data[i + 2]!, colour, 0);
    weight += alpha;
    lightness += alpha * colour[0]!;
    a += alpha * colour[1]!;
    b += alpha * colour[2]!;
  }
  if (weight === 0) return formatHex({ mode: 'oklch', l: LIGHT, c: 0, h: 0 });
  const chroma = Math.hypot(a, b) / weight;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  const isGrey = chroma < GREY;
  const tint = {
    mode: 'oklch' as const,
    l: isGrey && lightness / weight > PALE_STICKER ? DIM : LIGHT,
    c: TINT,
    h: isGrey ? BLUE : (hue + 180) % 360,
  };
  return formatHex(toRgb(clampChroma(tint, 'oklch')));
}
