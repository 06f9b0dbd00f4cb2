import { clampChroma, converter, formatHex } from 'culori';
import type { RgbaImage } from '../engine/types.js';

const toOklab = converter('oklab');
const toRgb = converter('rgb');

/** OKLab lightness of the tint, and of the darker one that a pale sticker needs to stand out. */
const LIGHT = 0.94;
const DIM = 0.84;
const PALE_STICKER = 0.88;
/** OKLCH chroma of the tint at its strongest. */
const TINT = 0.045;

/**
 * A soft tint to show a transparent sticker on: the hue of the sticker's mean colour in OKLab (alpha-weighted), light, or
 * a shade darker under a pale sticker. The same picture always gets the same tint. Returns `#rrggbb`; a grey sticker or
 * an empty one gets a neutral tint.
 */
export function backdropColour(image: RgbaImage): string {
  let weight = 0;
  let lightness = 0;
  let a = 0;
  let b = 0;
  for (let i = 0; i < image.data.length; i += 4) {
    const alpha = image.data[i + 3]! / 255;
    if (alpha === 0) continue;
    const colour = toOklab({
      mode: 'rgb',
      r: image.data[i]! / 255,
      g: image.data[i + 1]! / 255,
      b: image.data[i + 2]! / 255,
    });
    weight += alpha;
    lightness += alpha * colour.l;
    a += alpha * colour.a;
    b += alpha * colour.b;
  }
  if (weight === 0) return formatHex({ mode: 'oklch', l: LIGHT, c: 0, h: 0 });
  const chroma = Math.hypot(a, b) / weight;
  const hue = (Math.atan2(b, a) * 180) / Math.PI;
  const tint = {
    mode: 'oklch' as const,
    l: lightness / weight > PALE_STICKER ? DIM : LIGHT,
    c: Math.min(TINT, chroma),
    h: (hue + 360) % 360,
  };
  return formatHex(toRgb(clampChroma(tint, 'oklch')));
}
