import { ownValue, type RgbaImage } from '../basics/index.js';
import { type Colour, isAllSolid, type Stroke, stroked } from './strokes.js';

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
/** So much of the ribbon's height is free of what is cut out. */
const BELOW = 0.6;

/**
 * What can be written of a text: its letters without accents, in capitals; undefined where others are in it, or too
 * many.
 */
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

/**
 * The picture with a text on a ribbon across its lower end, which has room below what is cut out: that is smaller.
 * @param text as `writable` gives it
 */
export function lettered(image: RgbaImage, text: string): RgbaImage {
  const lines = linesOf(text);
  const most = Math.max(...lines.map((line) => line.length));
  const step = Math.min(WIDEST, LINE / most);
  const high = LETTER.line * step;
  const ribbon = lines.length * high;
  const room = isAllSolid(image) ? image : smallerAbove(image, 1 - BELOW * ribbon);
  const middle = Math.min(lowerEnd(room) + BELOW * ribbon, 1 - MARGIN) - RIM - ribbon / 2;
  const half = Math.max((most * step) / 2 - ribbon / 2, 0) + step * 0.5;
  const across = (thick: number, colour: Colour): Stroke => {
    const reach = Math.min(half, 0.5 - MARGIN - thick / 2);
    return { x0: 0.5 - reach, y0: middle, x1: 0.5 + reach, y1: middle, thick, colour, alpha: 1 };
  };
  const letters = lines.flatMap((line, k) => {
    const top = middle - ribbon / 2 + (k + 0.5) * high - (LETTER.high * step) / 2;
    return lineOf(line, 0.5 - ((line.length - 1 + LETTER.wide) * step) / 2, top, step);
  });
  return stroked(room, [across(ribbon + 2 * RIM, EDGE!), across(ribbon, PAPER!), ...letters]);
}

function lineOf(line: string, left: number, top: number, step: number): Stroke[] {
  return [...line].flatMap((letter, k) =>
    (ownValue(GLYPHS, letter) ?? '').split(' ').flatMap((points) => {
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

/** The picture in parts of its size at the upper end, in its middle: each pixel the mean of what it covers. */
function smallerAbove(image: RgbaImage, by: number): RgbaImage {
  const { width, height, data } = image;
  const smaller = new Uint8Array(data.length);
  const left = (width * (1 - by)) / 2;
  for (let y = 0; y < Math.floor(height * by); y++) {
    for (let x = Math.ceil(left); x < Math.floor(width - left); x++) {
      const [u, v] = [(x + 0.5 - left) / by - 0.5, (y + 0.5) / by - 0.5];
      blend(data, width, height, u, v, smaller, 4 * (y * width + x));
    }
  }
  return { ...image, data: smaller };
}

/** The four pixels about a point, by how near they are and how solid. */
function blend(
  data: RgbaImage['data'],
  width: number,
  height: number,
  u: number,
  v: number,
  into: Uint8Array,
  at: number,
): void {
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const sums = [0, 0, 0, 0];
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const x = Math.min(Math.max(column + dx, 0), width - 1);
    const y = Math.min(Math.max(row + dy, 0), height - 1);
    const from = 4 * (y * width + x);
    const part = Math.abs(1 - dx - (u - column)) * Math.abs(1 - dy - (v - row)) * data[from + 3]!;
    for (let c = 0; c < 3; c++) sums[c]! += part * data[from + c]!;
    sums[3]! += part;
  }
  for (let c = 0; c < 3; c++) into[at + c] = sums[3]! > 0 ? Math.round(sums[c]! / sums[3]!) : 0;
  into[at + 3] = Math.round(sums[3]!);
}

/** How far down a picture shows something, in parts of the side. */
function lowerEnd({ data, width, height }: RgbaImage): number {
  for (let p = width * height - 1; p >= 0; p--) if (data[4 * p + 3]! > 128) return Math.floor(p / width + 1) / height;
  return 1;
}
