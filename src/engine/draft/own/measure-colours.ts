import { type Lab, labOf, labPixels, type RgbaImage, SOLID } from '../../basics/index.js';
import type { Manifest } from '../../manifest/index.js';
import type { Histogram } from '../../memory/index.js';
import { createRepaint } from '../colours/index.js';

/** What is measured of a picture's colours in one paint, as training does (docs/bundle.md, "Memory"). */
export interface Colours {
  histogram: Histogram;
  /** Names of `tables.colours` and the parts of what is solid that they cover, the commonest first. */
  names: readonly { name: string; share: number }[];
}

/** Colours are counted at so much smaller a side, which is enough for shares and quicker. */
const SHRINK = 4;

/** @returns the colours of a picture, as drawn and in the first shade of each paint */
export function createColourMeasure({
  tables,
  palette,
}: Pick<Manifest, 'tables' | 'palette'>): (image: RgbaImage) => readonly Colours[] {
  const repaint = createRepaint(tables);
  const codebook = palette.colours.map(labOf);
  const named = Object.entries(tables.colours).flatMap(([name, codes]) => codes.map((code) => ({ name, code })));
  const prototypes = named.map(({ code }) => labOf(code));
  return (image) => {
    const small = shrunk(image);
    return [0, ...tables.paints.map((_, k) => k + 1)].map((paint) => {
      const labs = labPixels(small);
      if (paint > 0) repaint(labs, small, 0, paint);
      return coloursOf(labs, small, codebook, prototypes, named);
    });
  };
}

function coloursOf(
  labs: Float32Array,
  { data }: RgbaImage,
  codebook: readonly Lab[],
  prototypes: readonly Lab[],
  named: readonly { name: string }[],
): Colours {
  const entries = new Float64Array(codebook.length);
  const names = new Map<string, number>();
  let solid = 0;
  for (let p = 0; 4 * p < data.length; p++) {
    if (data[4 * p + 3]! <= SOLID) continue;
    solid += 1;
    entries[nearest(labs, p, codebook)]! += 1;
    const { name } = named[nearest(labs, p, prototypes)]!;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const shares = Array.from(entries, (count, entry) => ({ entry, share: Math.round((255 * count) / (solid || 1)) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  return {
    histogram: {
      colours: Uint8Array.from(shares, ({ entry }) => entry),
      shares: Uint8Array.from(shares, ({ share }) => share),
    },
    names: [...names].map(([name, count]) => ({ name, share: count / solid })).sort((a, b) => b.share - a.share),
  };
}

function nearest(labs: Float32Array, p: number, to: readonly Lab[]): number {
  const [l, a, b] = [labs[3 * p]!, labs[3 * p + 1]!, labs[3 * p + 2]!];
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let k = 0; k < to.length; k++) {
    const one = to[k]!;
    const distance = (l - one[0]) ** 2 + (a - one[1]) ** 2 + (b - one[2]) ** 2;
    if (distance < least) [best, least] = [k, distance];
  }
  return best;
}

/** At a quarter of its side, each pixel the mean of those that it stands for, weighted by alpha. */
function shrunk({ width, data }: RgbaImage): RgbaImage {
  const side = Math.floor(width / SHRINK);
  const small = new Uint8Array(4 * side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const sums = [0, 0, 0, 0];
      for (let k = 0; k < SHRINK * SHRINK; k++) {
        const at = 4 * ((SHRINK * y + Math.floor(k / SHRINK)) * width + SHRINK * x + (k % SHRINK));
        for (let c = 0; c < 3; c++) sums[c]! += data[at + c]! * data[at + 3]!;
        sums[3]! += data[at + 3]!;
      }
      const at = 4 * (y * side + x);
      for (let c = 0; c < 3; c++) small[at + c] = Math.round(sums[c]! / Math.max(sums[3]!, 1));
      small[at + 3] = Math.round(sums[3]! / SHRINK ** 2);
    }
  }
  return { width: side, height: side, data: small };
}
