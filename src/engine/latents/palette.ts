import { z } from 'zod';
import { loadCommonJs, SHARE_STEPS } from '../basics/index.js';
import { pinErrors } from './bad-pin.js';
import { readBits, readEntries, writeEntries } from './bit-values.js';
import { bitsFor } from './bits.js';
import { colourName, parseColour } from './colours.js';
import type { Pairwise } from './features.js';
import type { LatentKindSpec } from './kind.js';
import { clamp, isTooLong } from './steps.js';

/** One colour of the palette: `#rrggbb` and its share (0–1] of the opaque pixels. */
export interface Swatch {
  colour: string;
  share: number;
}

const COLOUR_BITS = 24;
const SHARE_BITS = bitsFor(SHARE_STEPS);
/** Distance in OKLab over which colours stop counting as alike; red and orange are about 0.15 apart. */
const BANDWIDTH = 0.1;

const { converter } = loadCommonJs('culori') as typeof import('culori');
const toOklab = converter('oklab');

const reject = pinErrors('palette', { example: 'red,#ffcc00' });

const swatch = z.object({
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  share: z.number().gt(0).max(1),
});

/** The picture's colours: 1–`limits.colours` × (colour, share), largest share first, no colour twice. */
export const palette: LatentKindSpec<'palette', Swatch[]> = {
  kind: 'palette',
  name: 'palette',
  schema: z.array(swatch).min(1).max(16),

  encode(value, { manifest, colours }) {
    const { limits, vocabulary } = manifest;
    const shares = new Map<number, number>();
    for (const { colour, share } of value) {
      const entry = colours.nearest(colour);
      shares.set(entry, (shares.get(entry) ?? 0) + share);
    }
    if (shares.size === 0) throw reject({ why: 'no_colours' });
    if (shares.size > limits.colours)
      throw reject({ why: 'too_many_colours', most: limits.colours, count: shares.size });
    return [...shares]
      .sort(([, a], [, b]) => b - a)
      .flatMap(([entry, share]) => [
        vocabulary.ranges.colour[0] + entry,
        vocabulary.ranges.share[0] + shareSteps(share) - 1,
      ]);
  },

  decode(ids, { manifest }) {
    const { colour, share } = manifest.vocabulary.ranges;
    const value: Swatch[] = [];
    for (let i = 0; i + 2 <= ids.length; i += 2) {
      value.push({
        colour: manifest.palette.colours[ids[i]! - colour[0]]!,
        share: (ids[i + 1]! - share[0] + 1) / SHARE_STEPS,
      });
    }
    return value;
  },

  grammar({ manifest }) {
    const { ranges, specials } = manifest.vocabulary;
    const [first, end] = ranges.colour;
    const used = new Set<number>();
    let shareEnd = ranges.share[1];
    let colourNext = true;
    return {
      allowed(into) {
        if (!colourNext) return into.addRange(ranges.share[0], shareEnd);
        if (used.size > 0) into.add(specials.end);
        if (used.size >= manifest.limits.colours) return;
        for (let id = first; id < end; id++) if (!used.has(id)) into.add(id);
      },
      accept(id) {
        if (colourNext) used.add(id);
        else shareEnd = id + 1;
        colourNext = !colourNext;
      },
    };
  },

  parsePin(text, context) {
    const entries = text
      .split(/[,;\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map(parseEntry);
    const given = entries.reduce((sum, { share }) => sum + (share ?? 0), 0);
    if (given > 1.001) throw reject({ why: 'shares_over' });
    const open = entries.filter(({ share }) => share === undefined).length;
    if (open > 0 && given > 0.999) throw reject({ why: 'no_share_left' });
    const value = entries.map(({ colour, share }) => ({ colour, share: share ?? (1 - given) / open }));
    return this.decode(this.encode(value, context), context);
  },

  // Sampled shares are rounded to coarse steps and may add up to more than the whole, which nobody may write.
  edit(value) {
    const sum = value.reduce((total, { share }) => total + share, 0);
    const scale = Math.min(1, 1 / sum);
    return value.map(({ colour, share }) => `${colour} ${Math.floor(share * scale * 1000) / 10}%`).join(', ');
  },
  isEditable: true,
  follows: ['description'],

  format: (value) => value.map(({ colour, share }) => `${colourName(colour)} ${Math.round(share * 100)}%`).join(' · '),
  texts: () => [],
  draw: (value) => value.map((entry) => ({ type: 'chip', ...entry })),

  similarity: paletteSimilarity,
  weight: 1,

  bits: {
    write: (value, into) =>
      writeEntries(value, into, ({ colour, share }) => {
        into.write(Number.parseInt(colour.slice(1), 16), COLOUR_BITS);
        into.write(shareSteps(share) - 1, SHARE_BITS);
      }),
    read: (from) =>
      readEntries(from, () => ({
        colour: `#${readBits(from, COLOUR_BITS).toString(16).padStart(6, '0')}`,
        share: (readBits(from, SHARE_BITS) + 1) / SHARE_STEPS,
      })),
  },
  isOfVisualTokenizer: false,
  shorten: (value, { manifest }) => [...value].sort((a, b) => b.share - a.share).slice(0, manifest.limits.colours),
};

function shareSteps(share: number): number {
  return clamp(Math.round(share * SHARE_STEPS), 1, SHARE_STEPS);
}

type WeightedColour = readonly [l: number, a: number, b: number, share: number];

/**
 * Soft match of palettes: the cosine of their kernel mean embeddings, each colour a Gaussian of its share in OKLab
 * (Ottosson 2020). Equal palettes in any order give 1, palettes without a near colour about 0. Positive semidefinite.
 *
 * @param palettes none empty, colours as `#rrggbb`
 */
export function paletteSimilarity(palettes: readonly (readonly Swatch[])[]): Pairwise {
  const colours = palettes.map((one) => one.map(weighted));
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

function parseEntry(entry: string): { colour: string; share: number | undefined } {
  if (isTooLong(entry)) throw reject({ why: 'long_entry' });
  const match = /^(.*?)(?:\s+(\d+(?:\.\d+)?)\s*%)?$/u.exec(entry);
  const colour = parseColour(match?.[1] ?? '');
  if (colour === undefined) throw reject({ why: 'unknown_colour', entry });
  const share = match?.[2] === undefined ? undefined : Number(match[2]) / 100;
  if (share === 0) throw reject({ why: 'no_share', entry });
  return { colour, share };
}
