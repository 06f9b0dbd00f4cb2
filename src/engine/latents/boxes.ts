import { z } from 'zod';
import { LOCATION_STEPS } from '../basics/index.js';
import { type PinError, pinErrors } from './bad-pin.js';
import type { LatentContext } from './context.js';
import type { LatentKindSpec } from './kind.js';
import type { Box } from './latents.js';
import { placeWord, sizeWord } from './places.js';
import { clamp, isTooLong, parseLength, splitEntries } from './steps.js';
import { decodeText, encodeText } from './text-ids.js';

const rejectFor = ({ manifest }: LatentContext): PinError => {
  const { size } = manifest.image;
  const at = (eighths: number) => Math.round((eighths * size) / 8);
  const example = `cat 0,${at(1)},${at(4)},${at(7)}; pizza ${at(4)},${at(1)},${size},${at(7)}`;
  return pinErrors('boxes', { example, side: size });
};

const fraction = z.number().min(0).max(1);
const box = z
  .object({ label: z.string().max(200), x0: fraction, y0: fraction, x1: fraction, y1: fraction })
  .refine(({ x0, x1, y0, y1 }) => x0 < x1 && y0 < y1, 'must have x0 below x1 and y0 below y1');

/** Labelled rectangles (a grounded caption): 1–`limits.objects` × (1–`limits.label` pieces, x0, y0, x1, y1), x0 < x1, y0 < y1. */
export const boxes: LatentKindSpec<'boxes'> = {
  kind: 'boxes',
  schema: z.array(box).min(1).max(16),

  encode(value, context) {
    const reject = rejectFor(context);
    const { limits, vocabulary } = context.manifest;
    if (value.length === 0) throw reject({ why: 'none' });
    if (value.length > limits.objects) throw reject({ why: 'too_many', most: limits.objects, count: value.length });
    const first = vocabulary.ranges.location[0];
    return value.flatMap((entry) => {
      const [x0, x1] = interval(entry.x0, entry.x1);
      const [y0, y1] = interval(entry.y0, entry.y1);
      const label = encodeText(entry.label, limits.label, context, reject);
      return [...label, first + x0, first + y0, first + x1, first + y1];
    });
  },

  decode(ids, context) {
    const { limits, vocabulary } = context.manifest;
    const first = vocabulary.ranges.location[0];
    const value: Box[] = [];
    for (let i = 0; i < ids.length; ) {
      const start = i;
      while (i < ids.length && ids[i]! < first) i++;
      const label = decodeText(ids.slice(start, i), limits.label, context);
      const [x0, y0, x1, y1] = ids.slice(i, i + 4).map((id) => (id - first) / LOCATION_STEPS);
      value.push({ label, x0: x0!, y0: y0!, x1: x1!, y1: y1! });
      i += 4;
    }
    return value;
  },

  grammar({ manifest }) {
    const { ranges, specials } = manifest.vocabulary;
    const { objects, label } = manifest.limits;
    const [first, end] = ranges.location;
    let done = 0;
    let pieces = 0;
    const corner: number[] = [];
    return {
      allowed(into) {
        if (corner.length >= 2) return into.addRange(corner[corner.length - 2]! + 1, end);
        if (corner.length === 1) return into.addRange(first, end - 1);
        if (pieces === 0 && done > 0) into.add(specials.end);
        if (pieces < label && done < objects) into.addRange(...ranges.text);
        if (pieces > 0) into.addRange(first, end - 1);
      },
      accept(id) {
        if (id < first) pieces++;
        else if (corner.push(id) === 4) {
          corner.length = 0;
          pieces = 0;
          done++;
        }
      },
    };
  },

  parsePin(text, context) {
    const reject = rejectFor(context);
    const side = context.manifest.image.size;
    const value = splitEntries(text).map((entry) => {
      if (isTooLong(entry)) throw reject({ why: 'long_entry' });
      const match = /^(.*?)[\s:,]+([\d.]+%?(?:[\s,]+[\d.]+%?){3})$/u.exec(entry);
      const numbers = match?.[2]?.split(/[\s,]+/).map((number) => parseLength(number, side)) ?? [];
      const [x0, y0, x1, y1] = numbers;
      const label = match?.[1]?.trim();
      if (label === undefined || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) {
        throw reject({ why: 'not_box', entry });
      }
      if (x0 >= x1 || y0 >= y1) throw reject({ why: 'box_corners', entry });
      return { label, x0, y0, x1, y1 };
    });
    return this.decode(this.encode(value, context), context);
  },

  format: (value) =>
    value
      .map(({ label, x0, y0, x1, y1 }) => {
        const place = placeWord((x0 + x1) / 2, (y0 + y1) / 2);
        return `${label || 'something'}: ${place}, ${sizeWord(Math.max(x1 - x0, y1 - y0))}`;
      })
      .join(' · '),

  draw: (value) => value.map((entry) => ({ type: 'rect', ...entry })),
};

/** Both ends in steps; an interval shorter than a step becomes one step long. */
function interval(low: number, high: number): [number, number] {
  const start = clamp(Math.round(low * LOCATION_STEPS), 0, LOCATION_STEPS - 1);
  return [start, clamp(Math.round(high * LOCATION_STEPS), start + 1, LOCATION_STEPS)];
}
