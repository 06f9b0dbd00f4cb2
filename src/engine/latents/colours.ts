import type { Oklab } from 'culori';
import { loadCommonJs, ownValue } from '../basics/index.js';

import { COLOUR_NAMES } from './colour-names.js';

/** Finds the nearest of a fixed list of colours. */
export interface ColourIndex {
  /** Index of the entry nearest to `#rrggbb` by Euclidean distance in OKLab (Ottosson 2020); the first on a tie. */
  nearest(hex: string): number;
}

const { converter, differenceEuclidean, parse } = loadCommonJs('culori') as typeof import('culori');
const toOklab = converter('oklab');
const toRgb = converter('rgb');
const distance = differenceEuclidean('oklab');

/** An index over `#rrggbb` colours. */
export function createColourIndex(colours: readonly string[]): ColourIndex {
  const entries = colours.map(oklab);
  return {
    nearest(hex) {
      const wanted = oklab(hex);
      let best = 0;
      let bestDistance = Number.POSITIVE_INFINITY;
      entries.forEach((entry, index) => {
        const between = distance(wanted, entry);
        if (between < bestDistance) [best, bestDistance] = [index, between];
      });
      return best;
    },
  };
}

const names = Object.entries(COLOUR_NAMES);
const nameIndex = createColourIndex(names.map(([, hex]) => hex));

/** The plain English name nearest to `#rrggbb`. */
export function colourName(hex: string): string {
  return names[nameIndex.nearest(hex)]?.[0] ?? hex;
}

/**
 * Reads a colour that a person wrote: one of our names, a CSS name, or hex with or without `#`, in any case.
 * @returns `#rrggbb`, or undefined when it is no colour
 */
export function parseColour(text: string): string | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\bgray\b/, 'grey');
  const known = ownValue(COLOUR_NAMES, name);
  if (known !== undefined) return known;
  const colour = parse(name) ?? parse(name.replaceAll(' ', ''));
  if (colour === undefined || (colour.alpha ?? 1) < 1) return undefined;
  const { r, g, b } = toRgb(colour);
  return `#${[r, g, b].map((channel) => hexByte(channel)).join('')}`;
}

function hexByte(channel: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return byte.toString(16).padStart(2, '0');
}

function oklab(hex: string): Oklab {
  const colour = toOklab(hex);
  if (colour === undefined) throw new RangeError(`${hex} is not a colour.`);
  return colour;
}
