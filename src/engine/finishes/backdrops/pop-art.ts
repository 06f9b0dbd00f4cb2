import { drawingOf, lineAt } from '../drawing.js';
import type { Finish } from '../finish.js';
import { planesOf, smoothStep } from '../planes.js';
import type { Colour } from '../strokes.js';
import { type Backdrop, blend, cover, laidBefore } from './backdrop.js';

const RAYS: readonly [Colour, Colour] = [
  [255, 214, 46],
  [255, 142, 36],
];
const DOT: Colour = [250, 92, 60];
const COUNT = 14;
/** How far dots lie from each other, in parts of the side and in pixels. */
const PITCH = 1 / 20;
const SCREEN = 4;
const INK: Colour = [20, 16, 24];
/** Half of how thick lines are within the figure, and how thick they are about it, in pixels. */
const HALF = 0.9;
const ABOUT = 2;
/** What is darker than this and no line is printed with dots. */
const SHADE = 0.62;

/** A page of an old comic: pure colours, dots in the shade, black lines, rays of light behind. */
export const popArt: Finish = {
  words: {
    en: `pop_art pop-art popart comic comics comic_book comic-book comic_style comic_book_style comic_art comic_panel graphic_novel halftone half_tone superhero_comic retro_comic
      pop_art_style`,
    de: 'comicstil comic-stil im_comicstil als_comic comiczeichnung',
    fr: 'bande_dessinée style_bd en_bd style_comics',
    es: 'cómic estilo_cómic historieta arte_pop',
    pt: 'estilo_quadrinhos história_em_quadrinhos arte_pop',
    it: 'fumetto stile_fumetto',
    nl: 'stripverhaal stripstijl',
    pl: 'komiksowy komiksowa komiksowe komiks w_stylu_komiksu popart',
    ru: 'комикс комиксный в_стиле_комикса поп-арт',
    uk: 'комікс у_стилі_коміксу поп-арт',
    tr: 'çizgi_roman çizgi_roman_tarzı',
    ja: 'アメコミ アメコミ風 ポップアート',
    ko: '팝아트 만화책',
    zh: '波普艺术 美漫 漫画书',
  },
  paintedIn: ['flat', 'outline', 'simple', 'rounded'],
  apply(image) {
    const planes = planesOf(image);
    if (planes === undefined) return image;
    const drawing = drawingOf(planes);
    const data = image.data.slice();
    for (let p = 0; p < planes.depth.length; p++) {
      const at = 4 * p;
      if (data[at + 3] === 0) continue;
      const [x, y] = [p % image.width, Math.floor(p / image.width)];
      const own = pure([data[at]!, data[at + 1]!, data[at + 2]!]);
      const dark = smoothStep(SHADE, 0.3, planes.labs[3 * p]!);
      const shaded = blend(own, blend(own, INK, 0.55), dotAt(x, y) * dark);
      const line = Math.max(
        drawing.ink[p]!,
        lineAt(drawing, p, HALF),
        smoothStep(ABOUT + 0.5, ABOUT - 0.5, planes.depth[p]!),
      );
      const inked = blend(shaded, INK, line);
      for (let c = 0; c < 3; c++) data[at + c] = Math.round(inked[c as 0 | 1 | 2]);
    }
    return laidBefore({ ...image, data }, behind);
  },
};

/** A screen that is turned by 45°. */
function dotAt(x: number, y: number): number {
  const [u, v] = [(x + y) / SCREEN, (x - y) / SCREEN];
  const far = Math.hypot(u - Math.round(u), v - Math.round(v));
  return smoothStep(0.42, 0.22, far);
}

/** The colour further from its grey. */
function pure(colour: Colour): Colour {
  const grey = (colour[0] + colour[1] + colour[2]) / 3;
  const of = (c: 0 | 1 | 2) => Math.min(255, Math.max(0, grey + 1.45 * (colour[c] - grey)));
  return [of(0), of(1), of(2)];
}

const behind: Backdrop = (x, y) => {
  const [dx, dy] = [x - 0.5, y - 0.56];
  const far = Math.hypot(dx, dy);
  const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) * COUNT) % 1;
  const edge = (Math.min(turn, 1 - turn, Math.abs(turn - 0.5)) * 2 * Math.PI * far) / COUNT;
  const ray = turn < 0.5 ? cover(edge) : 1 - cover(edge);
  const [u, v] = [(x + y) / PITCH / Math.SQRT2, (x - y) / PITCH / Math.SQRT2];
  const apart = Math.hypot(u - Math.round(u), v - Math.round(v)) * PITCH;
  const size = 0.46 * PITCH * smoothStep(0.3, 0.75, far);
  return blend(blend(RAYS[0], RAYS[1], ray), DOT, cover(size - apart));
};
