import { z } from 'zod';
import { LOCATION_STEPS } from '../basics/index.js';
import { type PinError, pinErrorsOnCanvas } from './bad-pin.js';
import { PLACE_BITS, readEntries, readPlace, readText, writeEntries, writeText } from './bit-values.js';
import { addFeature, alikeBy, coveredCells, type Features, words } from './features.js';
import type { LatentKindSpec } from './kind.js';
import { parseObjects, requireObjects } from './objects.js';
import { placeWord, sizeWord } from './places.js';
import { clamp, parseLength, twoDigits } from './steps.js';
import type { BundleTerms } from './terms.js';
import { decodeText, encodeText, shortenText } from './text-ids.js';

/** A labelled rectangle; coordinates are fractions (0–1) of the canvas side, y pointing down, x0 < x1, y0 < y1. */
export interface Box {
  label: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Edges of a rectangle, in whatever it is measured in. */
export type Edges = Omit<Box, 'label'>;

/** The smallest rectangle about others, one or more. */
export const edgesAbout = (all: readonly Readonly<Edges>[]): Edges => ({
  x0: Math.min(...all.map(({ x0 }) => x0)),
  y0: Math.min(...all.map(({ y0 }) => y0)),
  x1: Math.max(...all.map(({ x1 }) => x1)),
  y1: Math.max(...all.map(({ y1 }) => y1)),
});

const rejectFor = (terms: BundleTerms): PinError =>
  pinErrorsOnCanvas('boxes', terms, 8, (at) =>
    [`cat 0,${at(1)},${at(4)},${at(7)}`, `pizza ${at(4)},${at(1)},${at(8)},${at(7)}`].join('; '),
  );

const fraction = z.number().min(0).max(1);
const box = z
  .object({ label: z.string().max(200), x0: fraction, y0: fraction, x1: fraction, y1: fraction })
  .refine(({ x0, x1, y0, y1 }) => x0 < x1 && y0 < y1, 'must have x0 below x1 and y0 below y1');

/**
 * Labelled rectangles (a grounded caption): 1–`limits.objects` × (1–`limits.label` pieces, x0, y0, x1, y1), x0 < x1, y0
 * < y1.
 */
export const boxes: LatentKindSpec<'boxes', Box[]> = {
  kind: 'boxes',
  name: 'boxes',
  schema: z.array(box).min(1).max(16),

  encode(value, context) {
    const reject = rejectFor(context);
    const { limits, vocabulary } = context.manifest;
    requireObjects(value, limits.objects, reject);
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
    const value = parseObjects(text, reject, (entry) => {
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

  edit: (value, side) =>
    value
      .map(({ label, x0, y0, x1, y1 }) => {
        return `${label || ':'} ${[x0, y0, x1, y1].map((length) => twoDigits(length * side)).join(',')}`;
      })
      .join(';\n'),
  isEditable: true,
  follows: ['description', 'blobs'],

  format: (value) =>
    value
      .map(({ label, x0, y0, x1, y1 }) => {
        const place = placeWord((x0 + x1) / 2, (y0 + y1) / 2);
        return `${label || 'something'}: ${place}, ${sizeWord(Math.max(x1 - x0, y1 - y0))}`;
      })
      .join(' · '),

  texts: (value) => value.map(({ label }) => label),
  draw: (value) => value.map((entry) => ({ type: 'rect', ...entry })),

  // Comparing areas instead of matching boxes one to one keeps it positive semidefinite.
  similarity: alikeBy(area),
  weight: 1,

  bits: {
    write: (value, into) =>
      writeEntries(value, into, ({ label, x0, y0, x1, y1 }) => {
        writeText(label, into);
        for (const [low, high] of [interval(x0, x1), interval(y0, y1)]) {
          into.write(low, PLACE_BITS);
          into.write(high, PLACE_BITS);
        }
      }),
    read: (from) =>
      readEntries(from, () => {
        const label = readText(from);
        const [x0, x1, y0, y1] = [readPlace(from), readPlace(from), readPlace(from), readPlace(from)];
        return { label, x0, y0, x1, y1 };
      }),
  },
  isOfVisualTokenizer: false,
  shorten(value, terms) {
    const { objects, label } = terms.manifest.limits;
    return value.slice(0, objects).map((entry) => ({ ...entry, label: shortenText(entry.label, label, terms) }));
  },
};

/**
 * The area that boxes cover, counted once without labels and once for each word of the label, so that swapping two
 * objects changes half of it.
 */
function area(value: readonly Box[]): Features {
  const features = new Map<string, number>();
  for (const { label, x0, y0, x1, y1 } of value) {
    const labelWords = words(label);
    coveredCells(
      (x, y) => x >= x0 && x < x1 && y >= y0 && y < y1,
      (cell) => {
        addFeature(features, `${cell}`);
        for (const word of labelWords) addFeature(features, `${word}@${cell}`, 1 / labelWords.length);
      },
    );
  }
  return features;
}

/** Both ends in steps; an interval shorter than a step becomes one step long. */
function interval(low: number, high: number): [number, number] {
  const start = clamp(Math.round(low * LOCATION_STEPS), 0, LOCATION_STEPS - 1);
  return [start, clamp(Math.round(high * LOCATION_STEPS), start + 1, LOCATION_STEPS)];
}
