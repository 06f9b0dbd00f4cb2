import { z } from 'zod';
import { SHARE_STEPS } from '../basics/index.js';
import { pinErrors } from './bad-pin.js';
import { colourName, parseColour } from './colours.js';
import type { LatentKindSpec } from './kind.js';
import type { Swatch } from './latents.js';
import { clamp, isTooLong } from './steps.js';

const reject = pinErrors('palette', { example: 'red,#ffcc00' });

const swatch = z.object({
  colour: z.string().regex(/^#[0-9a-f]{6}$/i),
  share: z.number().gt(0).max(1),
});

/** The picture's colours: 1–`limits.colours` × (colour, share), largest share first, no colour twice. */
export const palette: LatentKindSpec<'palette'> = {
  kind: 'palette',
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
        vocabulary.ranges.share[0] + clamp(Math.round(share * SHARE_STEPS), 1, SHARE_STEPS) - 1,
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

  format: (value) => value.map(({ colour, share }) => `${colourName(colour)} ${Math.round(share * 100)}%`).join(' · '),

  draw: (value) => value.map((entry) => ({ type: 'chip', ...entry })),
};

function parseEntry(entry: string): { colour: string; share: number | undefined } {
  if (isTooLong(entry)) throw reject({ why: 'long_entry' });
  const match = /^(.*?)(?:\s+(\d+(?:\.\d+)?)\s*%)?$/u.exec(entry);
  const colour = parseColour(match?.[1] ?? '');
  if (colour === undefined) throw reject({ why: 'unknown_colour', entry });
  const share = match?.[2] === undefined ? undefined : Number(match[2]) / 100;
  if (share === 0) throw reject({ why: 'no_share', entry });
  return { colour, share };
}
