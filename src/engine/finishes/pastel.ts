import { labPixels, toSrgb } from '../basics/index.js';
import type { Finish } from './finish.js';

/** A pastel's darkest tone, in OKLab's lightness: lines and eyes stay that dark. */
const [DARKEST, LIGHTEST] = [0.42, 0.98];
/** From here on a tone is no line, and light. */
const LINE = 0.3;
/** How much of a colour's chroma is left, and how much at most. */
const [CHROMA, MOST_CHROMA] = [0.62, 0.1];

/** Light, soft colours, as of chalk. */
export const pastel: Finish = {
  words: {
    en: `pastel pastels pastel_colours pastel_colors pastel_coloured pastel_colored pastel_palette in_pastel in_pastels in_pastel_colours in_pastel_colors pastel_tones soft_colours
      soft_colors muted_colours muted_colors pale_colours pale_colors pastel_aesthetic pastel_style`,
    de: 'pastell pastellfarben pastellfarbene pastellfarbener pastellfarbenes pastellfarbenen in_pastell in_pastellfarben pastelltöne pastelltönen in_pastelltönen',
    fr: 'couleurs_pastel en_pastel tons_pastel aux_couleurs_pastel en_couleurs_pastel pastels',
    es: 'colores_pastel en_colores_pastel tonos_pastel en_tonos_pastel de_colores_pastel',
    pt: 'cores_pastel em_cores_pastéis em_tons_pastel tons_pastel cores_pastéis tons_pastéis',
    it: 'colori_pastello in_colori_pastello tinte_pastello pastello pastelli toni_pastello',
    nl: 'pastelkleuren pastelkleurig pastelkleurige in_pastel in_pastelkleuren pasteltinten',
    pl: 'pastelowy pastelowa pastelowe w_pastelowych_kolorach pastelowych_barwach w_pastelach',
    ru: 'пастельный пастельная пастельное в_пастельных_тонах пастельных_тонах в_пастельных_цветах пастельные_цвета',
    uk: 'пастельний пастельна пастельне в_пастельних_тонах у_пастельних_тонах пастельні_кольори',
    tr: 'pastel pastel_renkli pastel_renklerde pastel_tonlarda',
    ja: 'パステル パステルカラー パステルカラーの パステル調 パステル調の',
    zh: '粉彩 柔和色调 马卡龙色 粉彩色',
    ko: '파스텔 파스텔톤 파스텔톤의 파스텔_색',
    hi: 'पेस्टल पेस्टल_रंग',
    ar: 'باستيل ألوان_باستيل بألوان_باستيل',
  },
  apply(image) {
    const labs = labPixels(image);
    const data = image.data.slice();
    const rgb = new Float32Array(3);
    for (let p = 0; 4 * p < data.length; p++) {
      if (data[4 * p + 3] === 0) continue;
      const [l, a, b] = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
      const chroma = Math.hypot(a, b);
      const by = chroma === 0 ? 0 : Math.min(CHROMA * chroma, MOST_CHROMA) / chroma;
      toSrgb(lightened(l), by * a, by * b, rgb, 0);
      for (let c = 0; c < 3; c++) data[4 * p + c] = Math.round(255 * Math.min(1, Math.max(0, rgb[c]!)));
    }
    return { ...image, data };
  },
};

/** Dark lines stay the darkest of all, and all else becomes light. */
function lightened(l: number): number {
  const light = Math.min(1, Math.max(0, (l - LINE) / (1 - LINE)));
  return DARKEST + (LIGHTEST - DARKEST) * Math.sqrt(light);
}
