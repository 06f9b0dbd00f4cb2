import { drawingOf, lineAt, paperAt } from './drawing.js';
import type { Finish } from './finish.js';
import { planesOf } from './planes.js';

/** Half of how thick lines are, in pixels. */
const HALF = 1;
/** How dark ink is, 0–1. */
const BLACK = 0.92;

/** Black lines on white paper, as colouring books and comics have before they are coloured. */
export const lineArt: Finish = {
  words: {
    en: `line_art lineart line-art in_line_art line_drawing line_drawings linework outline_drawing line_illustration ink_drawing pen_and_ink ink_art ink_illustration pen_drawing
      coloring_page colouring_page coloring_pages coloring_book colouring_book coloring_book_page colouring_book_page coloring_sheet colouring_sheet to_color_in to_colour_in`,
    de: 'strichzeichnung linienzeichnung ausmalbild ausmalbilder malvorlage zum_ausmalen tuschezeichnung federzeichnung',
    fr: "dessin_au_trait coloriage coloriages dessin_à_colorier à_colorier dessin_à_l'encre",
    es: 'arte_lineal dibujo_lineal dibujo_de_líneas página_para_colorear dibujo_para_colorear para_colorear dibujo_a_tinta',
    pt: 'desenho_para_colorir para_colorir página_para_colorir desenho_a_traço desenho_de_linha',
    it: 'disegno_al_tratto disegno_da_colorare da_colorare',
    nl: 'lijntekening kleurplaat pentekening',
    pl: 'kolorowanka rysunek_liniowy rysunek_tuszem',
    ru: 'лайнарт раскраска раскраски контурный_рисунок линейный_рисунок',
    uk: 'лайнарт розмальовка контурний_малюнок',
    tr: 'boyama_sayfası çizgi_sanatı',
    ja: '線画 ラインアート 塗り絵 ぬりえ',
    ko: '선화 라인아트 색칠공부',
    zh: '线稿 線稿 线描 涂色页 填色画 简笔画',
    hi: 'रेखाचित्र लाइन_आर्ट',
    ar: 'رسم_خطي صفحة_تلوين',
  },
  paintedIn: ['outline', 'flat', 'simple'],
  lacks: 'colours',
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const drawing = drawingOf(planes);
    const data = new Uint8Array(image.data.length);
    for (let p = 0; p < planes.depth.length; p++) {
      const cover = paperAt(planes.depth[p]!);
      if (cover === 0) continue;
      const line = Math.max(drawing.ink[p]!, lineAt(drawing, p, HALF));
      data.fill(Math.round(255 * (1 - BLACK * line)), 4 * p, 4 * p + 3);
      data[4 * p + 3] = Math.round(255 * cover);
    }
    return { ...image, data };
  },
};
