import type { Finish } from './finish.js';
import { greysOf } from './greys.js';
import { noiseAt } from './noise.js';

/** Of old paper, from its darkest to its lightest, as bytes. */
const TONES = [
  [46, 28, 16],
  [112, 76, 44],
  [186, 146, 98],
  [246, 230, 196],
] as const;
/** How much grain there is, and how much darker the corners are, 0–1. */
const GRAIN = 0.035;
const CORNERS = 0.22;

/** An old photograph: greys on yellowed paper, faded, grainy, darker to its corners. */
export const sepia: Finish = {
  words: {
    en: `sepia vintage antique old-timey sepia_tone sepia_toned sepia-toned sepia_photo vintage_photo vintage_photograph vintage_photography vintage_picture vintage_style vintage_look old_photo old_photograph
      antique_photo antique_photograph old_timey_photo old-timey_photo daguerreotype`,
    de: 'sepia vintage sepiafoto sepiaton altes_foto vintage-foto',
    fr: 'sépia vintage photo_ancienne vieille_photo',
    es: 'sepia vintage foto_antigua foto_vieja',
    pt: 'sépia vintage foto_antiga',
    it: "vintage color_seppia tono_seppia foto_d'epoca foto_antica",
    nl: 'sepia oude_foto',
    pl: 'sepia w_sepii stare_zdjęcie',
    ru: 'сепия в_сепии старое_фото старинное_фото старая_фотография',
    uk: 'сепія старе_фото',
    tr: 'sepya eski_fotoğraf',
    ja: 'セピア セピア色 古い写真',
    ko: '세피아 오래된_사진',
    zh: '老照片 复古照片',
    hi: 'सीपिया',
    ar: 'سيبيا صورة_قديمة',
  },
  paintedIn: ['3d', 'shaded', 'flat', 'simple', 'rounded', 'blob'],
  lacks: 'hues',
  apply(image) {
    const { width, height } = image;
    const greys = greysOf(image);
    const data = image.data.slice();
    for (let p = 0; p < greys.length; p++) {
      if (data[4 * p + 3] === 0) continue;
      const [x, y] = [p % width, Math.floor(p / width)];
      const far = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2;
      const grain = GRAIN * (noiseAt(x, y, 11) + noiseAt(x / 2, y / 2, 12));
      const faded = 0.05 + 0.93 * greys[p]! * (1 - CORNERS * Math.min(1, far / 2)) + grain;
      const at = Math.min(2.999, Math.max(0, 3 * faded));
      const [dark, light] = [TONES[Math.floor(at)]!, TONES[Math.floor(at) + 1]!];
      for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round(dark[c]! + (at % 1) * (light[c]! - dark[c]!));
    }
    return { ...image, data };
  },
};
