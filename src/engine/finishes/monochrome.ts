import type { Finish } from './finish.js';
import { greysOf } from './greys.js';
import { smoothStep } from './planes.js';

/** How much of a film's contrast is over the greys, 0–1. */
const CONTRAST = 0.4;

/** A photograph on black and white film. */
export const monochrome: Finish = {
  words: {
    en: `monochrome monochromatic grayscale greyscale gray_scale grey_scale b_and_w bw in_black_and_white film_noir black_and_white_photo black_and_white_photograph
      black_and_white_photography black_and_white_picture black_and_white_image black_and_white_drawing black_and_white_illustration black_and_white_style black_and_white_art`,
    de: 'monochrom graustufen in_schwarz-weiß in_schwarzweiß in_schwarz_weiß schwarz-weiß-foto schwarzweißfoto schwarz-weiß-bild schwarzweißbild',
    fr: 'en_noir_et_blanc photo_noir_et_blanc photo_en_noir_et_blanc niveaux_de_gris',
    es: 'en_blanco_y_negro foto_en_blanco_y_negro monocromo monocromático escala_de_grises',
    pt: 'em_preto_e_branco foto_em_preto_e_branco monocromático escala_de_cinza',
    it: 'in_bianco_e_nero foto_in_bianco_e_nero monocromatico scala_di_grigi',
    nl: 'in_zwart-wit in_zwart_wit zwart-witfoto zwartwitfoto grijstinten',
    pl: 'w_czerni_i_bieli czarno-białe_zdjęcie monochromatyczny odcienie_szarości',
    ru: 'монохром монохромный чёрно-белое_фото чёрно-белая_фотография в_чёрно-белом_стиле',
    uk: 'монохром монохромний чорно-біле_фото',
    tr: 'monokrom siyah_beyaz_fotoğraf',
    ja: 'モノクロ モノクローム 白黒写真',
    ko: '모노크롬 흑백사진 흑백_사진',
    zh: '黑白照片 黑白照 灰度',
    hi: 'श्वेत_श्याम मोनोक्रोम',
    ar: 'بالأبيض_والأسود صورة_بالأبيض_والأسود',
  },
  paintedIn: ['3d', 'shaded', 'flat', 'simple', 'rounded', 'blob'],
  lacks: 'hues',
  apply(image) {
    const greys = greysOf(image);
    const data = image.data.slice();
    for (let p = 0; p < greys.length; p++) {
      if (data[4 * p + 3] === 0) continue;
      const grey = greys[p]!;
      data.fill(Math.round(255 * (grey + CONTRAST * (smoothStep(0, 1, grey) - grey))), 4 * p, 4 * p + 3);
    }
    return { ...image, data };
  },
};
