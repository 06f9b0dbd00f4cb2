import { type Lab, labDistance, labPixels, type RgbaImage, toSrgb } from '../basics/index.js';
import { fewColours } from './few-colours.js';
import type { Finish } from './finish.js';

/** Squares along a side: what games of 8 and 16 bits drew their larger figures on. */
const SQUARES = 32;
/** Colours of a figure, that of its outline included. */
const COLOURS = 16;
/** A square is solid where so much of it is, 0–1: thin tails and whiskers stay. */
const SOLID_PART = 0.45;
/** Where colours of a square differ more in lightness, it is of two things, of which one is shown. */
const APART = 0.18;
/** Lines, eyes and mouths are dark, and shown where they cover so much of a square. */
const DARK_PART = 0.3;
/** What is as dark as this needs no outline. */
const DARK = 0.36;
const OUTLINE: Lab = [0.24, 0, 0];

/** A figure of an early game: squares of few colours in a dark outline. */
export const pixel: Finish = {
  words: {
    en: `pixel pixels pixel_art pixelart pixel-art pixelated pixelated_art 8-bit 8bit 8_bit 16-bit 16bit 16_bit 32-bit 32bit sprite_art game_sprite pixel_sprite
      retro_game retro_gaming retro_game_art retro_gaming_art retro_video_game old_school_game`,
    de: 'pixelkunst pixelig pixelige pixeliger pixeliges verpixelt verpixelte verpixelter verpixeltes pixelgrafik',
    fr: 'pixelisé pixelisée pixelé',
    es: 'pixelado pixelada pixelados arte_pixel pixel_arte',
    pt: 'arte_em_pixel',
    pl: 'pikselowy pikselowa pikselowe pikselart piksel',
    tr: 'piksel pikseli',
    ru: 'пиксель пиксельный пиксельная пиксельное пиксель-арт пиксель_арт',
    uk: 'піксель піксельний',
    ja: 'ドット絵 ドット ピクセルアート ピクセル',
    ko: '픽셀 픽셀아트 도트',
    zh: '像素 像素风 像素画',
    hi: 'पिक्सेल',
    ar: 'بكسل',
  },
  // Outlines and soft shades are lost on so few squares.
  paintedIn: ['flat', 'simple', 'shaded', 'rounded', 'blob'],
  apply(image) {
    const side = Math.min(SQUARES, image.width);
    const squares = squaresOf(image, side);
    const solid = squares.filter((one) => one !== undefined);
    const colours = solid.length === 0 ? [] : fewColours(solid, COLOURS - 1);
    const nearest = (lab: Lab) => colours.reduce((a, b) => (labDistance(b, lab) < labDistance(a, lab) ? b : a));
    return inSquares(
      outlined(
        squares.map((one) => one && nearest(one)),
        side,
      ),
      side,
      image.width,
    );
  },
};

/** A colour, and how much of a square has it. */
interface Part {
  lab: Lab;
  /** 0–1 */
  alpha: number;
}

/** The colour of each square, row by row; undefined where it is empty. */
function squaresOf(image: RgbaImage, side: number): (Lab | undefined)[] {
  const labs = labPixels(image);
  const startOf = (k: number) => Math.round((k * image.width) / side);
  return Array.from({ length: side * side }, (_, k) => {
    const [row, column] = [Math.floor(k / side), k % side];
    const parts: Part[] = [];
    for (let y = startOf(row); y < startOf(row + 1); y++) {
      for (let x = startOf(column); x < startOf(column + 1); x++) {
        const p = y * image.width + x;
        parts.push({ lab: [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!], alpha: image.data[4 * p + 3]! / 255 });
      }
    }
    return areaOf(parts) < SOLID_PART * parts.length ? undefined : colourOf(parts.filter(({ alpha }) => alpha > 0));
  });
}

/** The mean colour; of two things the mean of one, since a blend of both would be neither. */
function colourOf(parts: readonly Part[]): Lab {
  const lightness = parts.map(({ lab }) => lab[0]);
  const [least, most] = [Math.min(...lightness), Math.max(...lightness)];
  if (most - least < APART) return meanOf(parts);
  const isDark = ({ lab }: Part) => lab[0] < (least + most) / 2;
  const dark = parts.filter(isDark);
  return meanOf(areaOf(dark) >= DARK_PART * areaOf(parts) ? dark : parts.filter((one) => !isDark(one)));
}

function areaOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { alpha }) => sum + alpha, 0);
}

function meanOf(parts: readonly Part[]): Lab {
  const area = areaOf(parts);
  const of = (c: 0 | 1 | 2) => parts.reduce((sum, { lab, alpha }) => sum + alpha * lab[c], 0) / area;
  return [of(0), of(1), of(2)];
}

/** With a dark square wherever an empty one lies beside one that is light. */
function outlined(squares: readonly (Lab | undefined)[], side: number): (Lab | undefined)[] {
  const isLight = (at: number) => {
    const lab = squares[at];
    return lab !== undefined && lab[0] > DARK;
  };
  return squares.map((own, k) => {
    const column = k % side;
    const beside = [k - side, k + side, ...(column > 0 ? [k - 1] : []), ...(column < side - 1 ? [k + 1] : [])];
    return own ?? (beside.some(isLight) ? OUTLINE : undefined);
  });
}

/** The squares as a picture of so many pixels along a side. */
function inSquares(squares: readonly (Lab | undefined)[], side: number, size: number): RgbaImage {
  const data = new Uint8Array(4 * size * size);
  const bytes = squares.map((lab) => lab && bytesOf(lab));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const square = bytes[Math.floor((y * side) / size) * side + Math.floor((x * side) / size)];
      if (square) data.set(square, 4 * (y * size + x));
    }
  }
  return { width: size, height: size, data };
}

function bytesOf([l, a, b]: Lab): Uint8Array {
  const rgb = new Float32Array(3);
  toSrgb(l, a, b, rgb, 0);
  return Uint8Array.from([...rgb].map((value) => Math.round(255 * value)).concat(255));
}
