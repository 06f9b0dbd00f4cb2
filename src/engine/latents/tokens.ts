import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pinErrors } from './bad-pin.js';
import { readBits } from './bit-values.js';
import { bitsFor } from './bits.js';
import type { LatentKindSpec } from './kind.js';

/** Bits of the number of visual tokens less one, and of the width that each of them has. */
const CELL_BITS = 10;
const WIDTH_BITS = 5;
/** Distance in premultiplied RGBA (each 0–1) over which the colours of two codes stop counting as alike. */
const BANDWIDTH = 0.25;

const reject = pinErrors('tokens', { example: '12,0,7,…' });

/**
 * Visual tokens: one 0-based code of the VQ codebook (van den Oord et al., arXiv 1711.00937) for each cell of the
 * `codebook.grid`² grid, row by row.
 */
export const tokens: LatentKindSpec<'tokens', number[], 'texture'> = {
  kind: 'tokens',
  name: 'texture',
  schema: z.array(z.int().nonnegative()).min(1).max(1024),

  encode(value, { manifest }) {
    const cells = manifest.codebook.grid ** 2;
    const [first, end] = manifest.vocabulary.ranges.code;
    if (value.length !== cells) throw reject({ why: 'code_count', cells, count: value.length });
    for (const code of value) {
      if (code >= end - first) throw reject({ why: 'unknown_code', given: code, max: end - first - 1 });
    }
    return value.map((code) => first + code);
  },

  decode: (ids, { manifest }) => ids.map((id) => id - manifest.vocabulary.ranges.code[0]),

  grammar({ manifest }) {
    const { ranges, specials } = manifest.vocabulary;
    const cells = manifest.codebook.grid ** 2;
    let done = 0;
    return {
      allowed(into) {
        if (done < cells) into.addRange(...ranges.code);
        else into.add(specials.end);
      },
      accept: () => {
        done++;
      },
    };
  },

  parsePin(text, context) {
    const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
    const wrong = parts.find((part) => !/^\d+$/.test(part));
    if (wrong !== undefined) throw reject({ why: 'not_whole', entry: wrong });
    return this.decode(this.encode(parts.map(Number), context), context);
  },

  edit: (value) => value.join(','),
  isEditable: false,
  follows: ['description', 'boxes', 'blobs', 'palette'],

  format(value) {
    const digest = createHash('sha256').update(value.join(',')).digest('hex').slice(0, 4);
    return `${value.length} codes (${digest}…)`;
  },
  texts: () => [],
  draw: () => [],

  /**
   * The mean over the places of how near the mean colours of the two codes lie (a Gaussian of their distance, so the
   * whole is positive semidefinite). Two pictures with the same colours in the same places are alike, whichever codes
   * draw their details.
   */
  similarity(values, { codebook }) {
    const places = values.map((grid) => grid.map((code) => premultiplied(codebook.colours[code]!)));
    return (i, j) => {
      const other = places[j]!;
      return places[i]!.reduce((sum, colour, place) => sum + alike(colour, other[place]!), 0) / other.length;
    };
  },
  // They are most of what is seen.
  weight: 4,

  bits: {
    write(value, into) {
      const width = bitsFor(Math.max(...value) + 1);
      into.write(value.length - 1, CELL_BITS);
      into.write(width, WIDTH_BITS);
      for (const code of value) into.write(code, width);
    },
    read(from) {
      const count = readBits(from, CELL_BITS) + 1;
      const width = readBits(from, WIDTH_BITS);
      return Array.from({ length: count }, () => readBits(from, width));
    },
  },
  isOfVisualTokenizer: true,
  shorten: () => undefined,
};

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
