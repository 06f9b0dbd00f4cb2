import type { Pairwise } from './features.js';

/** Distance in premultiplied RGBA (each 0–1) over which the colours of two codes stop counting as alike. */
const BANDWIDTH = 0.25;

/**
 * Agreement of grids of visual tokens: the mean over the places of how near the mean colours of the two codes lie (a
 * Gaussian of their distance, so the whole is positive semidefinite). Two pictures with the same colours in the same
 * places are alike, whichever codes draw their details.
 *
 * @param grids 0-based codes, all of one length ≥ 1
 * @param colours mean straight colour of each code, `#rrggbbaa`
 */
export function tokensSimilarity(grids: readonly (readonly number[])[], colours: readonly string[]): Pairwise {
  const places = grids.map((grid) => grid.map((code) => premultiplied(colours[code]!)));
  return (i, j) => {
    const other = places[j]!;
    return places[i]!.reduce((sum, colour, place) => sum + alike(colour, other[place]!), 0) / other.length;
  };
}

type Rgba = readonly [r: number, g: number, b: number, a: number];

function premultiplied(hex: string): Rgba {
  const [r, g, b, a] = [1, 3, 5, 7].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
    number,
  ];
  return [r * a, g * a, b * a, a];
}

function alike(a: Rgba, b: Rgba): number {
  const squared = a.reduce((sum, value, channel) => sum + (value - b[channel]!) ** 2, 0);
  return Math.exp(-squared / (2 * BANDWIDTH ** 2));
}
