import { loadCommonJs } from '../../basics/index.js';
import type { Swatch } from '../../latents/index.js';
import type { Pairwise } from './features.js';

/** Distance in OKLab over which colours stop counting as alike; red and orange are about 0.15 apart. */
const BANDWIDTH = 0.1;

const { converter } = loadCommonJs('culori') as typeof import('culori');
const toOklab = converter('oklab');

type WeightedColour = readonly [l: number, a: number, b: number, share: number];

/**
 * Soft match of palettes: the cosine of their kernel mean embeddings, each colour a Gaussian of its share in OKLab
 * (Ottosson 2020). Equal palettes in any order give 1, palettes without a near colour about 0. Positive semidefinite.
 *
 * @param palettes none empty, colours as `#rrggbb`
 */
export function paletteSimilarity(palettes: readonly (readonly Swatch[])[]): Pairwise {
  const colours = palettes.map((palette) => palette.map(weighted));
  const sizes = colours.map((own) => Math.sqrt(inner(own, own)));
  return (i, j) => inner(colours[i]!, colours[j]!) / (sizes[i]! * sizes[j]!);
}

function weighted({ colour, share }: Swatch): WeightedColour {
  const lab = toOklab(colour);
  if (!lab) throw new TypeError(`Not a colour: ${colour}.`);
  return [lab.l, lab.a, lab.b, share];
}

function inner(left: readonly WeightedColour[], right: readonly WeightedColour[]): number {
  let sum = 0;
  for (const [l, a, b, share] of left) {
    for (const other of right) {
      const squared = (l - other[0]) ** 2 + (a - other[1]) ** 2 + (b - other[2]) ** 2;
      sum += share * other[3] * Math.exp(-squared / (2 * BANDWIDTH ** 2));
    }
  }
  return sum;
}
