import { SOLID } from '../basics/index.js';
import type { Finish } from './finish.js';
import { noiseAt } from './noise.js';
import { smoothStep } from './planes.js';

/** How many stitches a picture is wide and high. */
const STITCHES = 26;
/** How much of a stitch is to be solid for it to be made. */
const LEAST = 0.4;
/** A stitch is as dark as this deep in the wool. */
const DEEP = 0.5;

/** Knitted of wool, stitch by stitch: each is a V in the mean colour of what it covers. */
export const crochet: Finish = {
  words: {
    en: `crochet crocheted amigurumi made_of_yarn made_of_wool made_out_of_yarn made_out_of_wool yarn_art knit_style knitted_style crochet_style woollen woolen knitted_plush crochet_plush
      cross_stitch cross-stitch embroidery embroidered needle_felted felt_art`,
    de: 'gehäkelt gehäkelte gehäkelter gehäkeltes gestrickt häkeltier aus_wolle kreuzstich bestickt gestickt filz aus_filz',
    fr: 'au_crochet en_crochet en_laine point_de_croix brodé brodée broderie en_feutrine',
    es: 'de_ganchillo a_ganchillo a_crochet tejido_a_crochet de_lana punto_de_cruz bordado bordada de_fieltro',
    pt: 'de_crochê em_crochê de_lã ponto_cruz bordado de_feltro',
    it: "all'uncinetto di_lana punto_croce ricamato di_feltro",
    nl: 'gehaakt gehaakte van_wol borduurwerk van_vilt',
    pl: 'szydełkowy szydełkowa szydełkowe na_szydełku z_wełny haftowany z_filcu',
    ru: 'вязаный вязаная вязаное амигуруми крючком из_шерсти вышивка вышитый из_войлока',
    uk: 'в_язаний вязана амігурумі гачком з_вовни вишивка',
    tr: 'tığ_işi amigurumi örgü',
    ja: 'あみぐるみ 編みぐるみ 毛糸 刺繍 クロスステッチ フェルト',
    ko: '뜨개질 뜨개 코바늘 자수 펠트',
    zh: '钩针 毛线 刺绣 十字绣 毛毡',
  },
  paintedIn: ['flat', 'simple', 'rounded', 'blob', 'shaded'],
  apply(image) {
    const { width, height } = image;
    const step = width / STITCHES;
    const data = new Uint8Array(image.data.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const stitch = stitchAt((x + 0.5) / step, (y + 0.5) / step);
        const colour = meanOf(image, stitch.column * step, stitch.row * step, step);
        if (colour === undefined) continue;
        const fibre = 0.06 * noiseAt(x / 1.2, y / 1.2, 43);
        const light = DEEP + (1.06 - DEEP) * stitch.height + fibre;
        const at = 4 * (y * width + x);
        for (let c = 0; c < 3; c++) data[at + c] = Math.round(Math.min(255, light * colour[c]! + 10 * stitch.height));
        data[at + 3] = 255;
      }
    }
    return { ...image, data };
  },
};

/** Which stitch lies at a place, in stitches, and how high its wool is there, 0–1. */
function stitchAt(x: number, y: number): { column: number; row: number; height: number } {
  const column = Math.floor(x);
  const u = x - column - 0.5;
  // Both legs run together downwards.
  const v = y + 0.9 * Math.abs(u) - 0.25;
  const row = Math.floor(v);
  const across = Math.abs(Math.abs(u) - 0.25) / 0.25;
  const along = Math.abs(v - row - 0.5) / 0.5;
  return { column, row, height: smoothStep(1.15, 0.2, Math.hypot(across, 0.85 * along)) };
}

/** The mean colour of what is solid in a field; undefined where that is little. */
function meanOf(
  { data, width, height }: { data: ArrayLike<number>; width: number; height: number },
  left: number,
  top: number,
  step: number,
): readonly number[] | undefined {
  const sum = [0, 0, 0];
  let [solid, all] = [0, 0];
  for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(top + step)); y++) {
    for (let x = Math.max(0, Math.round(left)); x < Math.min(width, Math.round(left + step)); x++) {
      const at = 4 * (y * width + x);
      all++;
      if (data[at + 3]! <= SOLID) continue;
      solid++;
      for (let c = 0; c < 3; c++) sum[c]! += data[at + c]!;
    }
  }
  return all === 0 || solid < LEAST * all ? undefined : sum.map((value) => value / solid);
}
