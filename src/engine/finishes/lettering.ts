import type { RgbaImage } from '../basics/index.js';
import { type Colour, type Stroke, stroked } from './strokes.js';

/**
 * Letters as lines between points, of which each is its column, 0–4, and its row, 0–6, from above: no letter is larger
 * than the strokes that a picture of this size has room for.
 */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '062046 1434',
  B: '003041423303 334445360600',
  C: '4130100105163645',
  D: '00304145360600',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '1030 2026 1636',
  J: '4045361605',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  0: '103041453616050110',
  1: '112026 1636',
  2: '01103041420646',
  3: '01103041423313 334445361605',
  4: '36300444',
  5: '400002324345361605',
  6: '4130100105163645443303',
  7: '004016',
  8: '103041423313020110 133344453616050413',
  9: '0516364541301001021343',
  '!': '2024 2626',
  '?': '01103041422324 2626',
  "'": '2021',
  '-': '1333',
  '.': '2626',
  ',': '2517',
  ':': '2222 2525',
};
const [COLUMNS, ROWS] = [4, 6];
/** Most letters of a line that can be read, and of a line that need not be broken, and most lines. */
const LONGEST = 12;
const SHORT = 9;
const MOST_LINES = 2;
/** Widest that a letter with the room behind it is, and all of a line, in parts of the side. */
const WIDEST = 0.125;
const LINE = 0.84;
/** Of a letter: its width without the room behind it, its height, how thick its lines are, and of a line of them. */
const LETTER = { wide: 0.68, high: 1.12, thick: 0.2, line: 1.62 } as const;
const [PAPER, EDGE, INK]: readonly Colour[] = [
  [255, 250, 236],
  [196, 92, 84],
  [72, 40, 44],
] as const;
/** How much the edge of a ribbon reaches beyond it, and how far from the edge of the canvas it ends at least. */
const RIM = 0.022;
const MARGIN = 0.03;

/** What can be written of a text: its letters without accents, in capitals; undefined where others are in it, or too many. */
export function writable(text: string): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/gu, "'").toUpperCase().trim();
  const isKnown = [...plain].every((letter) => letter === ' ' || Object.hasOwn(GLYPHS, letter));
  const lines = linesOf(plain);
  return isKnown && plain !== '' && lines.length <= MOST_LINES && lines.every((line) => line.length <= LONGEST)
    ? plain
    : undefined;
}

/** One line, or where that would be long two, as even as its words make them. */
function linesOf(text: string): string[] {
  const words = text.split(/\s+/);
  if (text.length <= SHORT || words.length === 1) return [words.join(' ')];
  const breaks = words.slice(1).map((_, k) => [words.slice(0, k + 1).join(' '), words.slice(k + 1).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length));
  return breaks.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/** The picture with a text on a ribbon across the lower end of what it shows. @param text as `writable` gives it */
export function lettered(image: RgbaImage, text: string): RgbaImage {
  const lines = linesOf(text);
  const most = Math.max(...lines.map((line) => line.length));
  const step = Math.min(WIDEST, LINE / most);
  const high = LETTER.line * step;
  const ribbon = lines.length * high;
  const middle = Math.min(lowerEnd(image), 1 - MARGIN) - RIM - ribbon / 2;
  const half = Math.max((most * step) / 2 - ribbon / 2, 0) + step * 0.5;
  const across = (thick: number, colour: Colour): Stroke => {
    const reach = Math.min(half, 0.5 - MARGIN - thick / 2);
    return { x0: 0.5 - reach, y0: middle, x1: 0.5 + reach, y1: middle, thick, colour, alpha: 1 };
  };
  const letters = lines.flatMap((line, k) => {
    const top = middle - ribbon / 2 + (k + 0.5) * high - (LETTER.high * step) / 2;
    return lineOf(line, 0.5 - ((line.length - 1 + LETTER.wide) * step) / 2, top, step);
  });
  return stroked(image, [across(ribbon + 2 * RIM, EDGE!), across(ribbon, PAPER!), ...letters]);
}

function lineOf(line: string, left: number, top: number, step: number): Stroke[] {
  return [...line].flatMap((letter, k) =>
    (GLYPHS[letter] ?? '').split(' ').flatMap((points) => {
      const at = (n: number) => ({
        x: left + k * step + (Number(points[2 * n]) / COLUMNS) * LETTER.wide * step,
        y: top + (Number(points[2 * n + 1]) / ROWS) * LETTER.high * step,
      });
      return Array.from({ length: Math.max(0, points.length / 2 - 1) }, (_, n): Stroke => {
        const [from, to] = [at(n), at(n + 1)];
        return { x0: from.x, y0: from.y, x1: to.x, y1: to.y, thick: LETTER.thick * step, colour: INK!, alpha: 1 };
      });
    }),
  );
}

/** How far down a picture shows something, in parts of the side. */
function lowerEnd({ data, width, height }: RgbaImage): number {
  for (let p = width * height - 1; p >= 0; p--) if (data[4 * p + 3]! > 128) return Math.floor(p / width + 1) / height;
  return 1;
}
