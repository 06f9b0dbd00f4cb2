import { z } from 'zod';
import { ANGLE_STEPS, LOCATION_STEPS } from '../basics/index.js';
import { type PinError, pinErrorsOnCanvas } from './bad-pin.js';
import { PLACE_BITS, readBits, readEntries, readPlace, writeEntries } from './bit-values.js';
import { bitsFor } from './bits.js';
import { addFeature, alikeBy, coveredCells, type Features } from './features.js';
import type { LatentKindSpec } from './kind.js';
import { parseObjects, requireObjects } from './objects.js';
import { placeWord } from './places.js';
import { clamp, parseLength, twoDigits } from './steps.js';
import type { BundleTerms } from './terms.js';

/**
 * An ellipse; centre and radii are fractions of the canvas side, `angle` is in degrees, [0, 180), from the x axis
 * towards y (down).
 */
export interface Blob {
  x: number;
  y: number;
  major: number;
  minor: number;
  angle: number;
}

const rejectFor = (terms: BundleTerms): PinError =>
  pinErrorsOnCanvas('blobs', terms, 16, (at) =>
    [`${at(8)},${at(8)},${at(5)},${at(3)},30`, `${at(12)},${at(12)},${at(2)},${at(2)},0`].join('; '),
  );

/** A radius is k / (2 · LOCATION_STEPS) of the side. */
const RADIUS_STEPS = 2 * LOCATION_STEPS;
const DEGREES_PER_STEP = 180 / ANGLE_STEPS;
const RADIUS_BITS = bitsFor(LOCATION_STEPS);
const ANGLE_BITS = bitsFor(ANGLE_STEPS);
/** Above this ratio of radii an ellipse reads as round, and its angle says nothing. */
const ROUND_RATIO = 0.85;

const fraction = z.number().min(0).max(1);
const blob = z
  .object({
    x: fraction,
    y: fraction,
    major: z.number().gt(0).max(0.5),
    minor: z.number().gt(0).max(0.5),
    angle: z.number().min(0).lt(180),
  })
  .refine(({ major, minor }) => minor <= major, 'must have a minor radius no longer than the major one');

/** Ellipses, in the order of the boxes: 1–`limits.objects` × (xc, yc, major, minor, angle), major ≥ minor ≥ 1 step. */
export const blobs: LatentKindSpec<'blobs', Blob[], 'shapes'> = {
  kind: 'blobs',
  name: 'shapes',
  schema: z.array(blob).min(1).max(16),

  encode(value, context) {
    const reject = rejectFor(context);
    const { limits, vocabulary } = context.manifest;
    requireObjects(value, limits.objects, reject);
    const first = vocabulary.ranges.location[0];
    return value.flatMap(({ x, y, major, minor, angle }) => {
      const majorSteps = radiusSteps(major);
      return [
        first + placeSteps(x),
        first + placeSteps(y),
        first + majorSteps,
        first + Math.min(radiusSteps(minor), majorSteps),
        vocabulary.ranges.angle[0] + angleSteps(angle),
      ];
    });
  },

  decode(ids, { manifest }) {
    const { location, angle } = manifest.vocabulary.ranges;
    const value: Blob[] = [];
    for (let i = 0; i + 5 <= ids.length; i += 5) {
      value.push({
        x: (ids[i]! - location[0]) / LOCATION_STEPS,
        y: (ids[i + 1]! - location[0]) / LOCATION_STEPS,
        major: (ids[i + 2]! - location[0]) / RADIUS_STEPS,
        minor: (ids[i + 3]! - location[0]) / RADIUS_STEPS,
        angle: (ids[i + 4]! - angle[0]) * DEGREES_PER_STEP,
      });
    }
    return value;
  },

  grammar({ manifest }, before) {
    const { ranges, specials } = manifest.vocabulary;
    const [first, end] = ranges.location;
    // Once the boxes are known, each has its own ellipse.
    const fewest = before.boxes?.length ?? 1;
    const most = before.boxes?.length ?? manifest.limits.objects;
    let done = 0;
    let field = 0;
    let major = 0;
    return {
      allowed(into) {
        if (field === 0) {
          if (done >= fewest) into.add(specials.end);
          if (done < most) into.addRange(first, end);
        } else if (field === 1) into.addRange(first, end);
        else if (field === 2) into.addRange(first + 1, end);
        else if (field === 3) into.addRange(first + 1, major + 1);
        else into.addRange(...ranges.angle);
      },
      accept(id) {
        if (field === 2) major = id;
        field = (field + 1) % 5;
        if (field === 0) done++;
      },
    };
  },

  parsePin(text, context) {
    const reject = rejectFor(context);
    const side = context.manifest.image.size;
    const value = parseObjects(text, reject, (entry) => {
      const parts = entry.split(/[\s,]+/);
      const [x, y, first, second] = parts.slice(0, 4).map((part) => parseLength(part, side));
      const degrees = /^-?\d+(\.\d+)?°?$/.test(parts[4] ?? '') ? Number.parseFloat(parts[4]!) : undefined;
      if (x === undefined || y === undefined || !first || !second || degrees === undefined || parts.length !== 5) {
        throw reject({ why: 'not_ellipse', entry });
      }
      const major = Math.max(first, second);
      if (major > 0.5) throw reject({ why: 'long_radius', entry });
      // An ellipse whose first radius is the shorter one is the same ellipse turned by a right angle.
      const turned = first < second ? degrees + 90 : degrees;
      return { x, y, major, minor: Math.min(first, second), angle: ((turned % 180) + 180) % 180 };
    });
    return this.decode(this.encode(value, context), context);
  },

  edit: (value, side) =>
    value
      .map(({ x, y, major, minor, angle }) => {
        return [...[x, y, major, minor].map((length) => twoDigits(length * side)), twoDigits(angle)].join(',');
      })
      .join(';\n'),
  isEditable: true,
  follows: ['description', 'boxes'],

  format: (value) => value.map((entry) => `${shapeWords(entry)} ${placeWords(entry)}`).join(' · '),
  texts: () => [],
  draw: (value) => value.map((entry) => ({ type: 'ellipse', ...entry })),

  // Intersection over union of the area under the ellipses, overlaps counted.
  similarity: alikeBy(area),
  weight: 1,

  bits: {
    write: (value, into) =>
      writeEntries(value, into, ({ x, y, major, minor, angle }) => {
        for (const centre of [x, y]) into.write(placeSteps(centre), PLACE_BITS);
        for (const radius of [major, minor]) into.write(radiusSteps(radius) - 1, RADIUS_BITS);
        into.write(angleSteps(angle), ANGLE_BITS);
      }),
    read: (from) =>
      readEntries(from, () => ({
        x: readPlace(from),
        y: readPlace(from),
        major: (readBits(from, RADIUS_BITS) + 1) / RADIUS_STEPS,
        minor: (readBits(from, RADIUS_BITS) + 1) / RADIUS_STEPS,
        angle: readBits(from, ANGLE_BITS) * DEGREES_PER_STEP,
      })),
  },
  isOfVisualTokenizer: false,
  shorten: (value, { manifest }) => value.slice(0, manifest.limits.objects),
};

function placeSteps(coordinate: number): number {
  return clamp(Math.round(coordinate * LOCATION_STEPS), 0, LOCATION_STEPS);
}

function radiusSteps(radius: number): number {
  return clamp(Math.round(radius * RADIUS_STEPS), 1, LOCATION_STEPS);
}

function angleSteps(degrees: number): number {
  return Math.round(degrees / DEGREES_PER_STEP) % ANGLE_STEPS;
}

function area(value: readonly Blob[]): Features {
  const features = new Map<string, number>();
  for (const blob of value) {
    const radians = (blob.angle * Math.PI) / 180;
    const cos = Math.cos(radians);
    const sin = Math.sin(radians);
    coveredCells(
      (x, y) => {
        const along = ((x - blob.x) * cos + (y - blob.y) * sin) / blob.major;
        const across = ((y - blob.y) * cos - (x - blob.x) * sin) / blob.minor;
        return along ** 2 + across ** 2 <= 1;
      },
      (cell) => addFeature(features, `${cell}`),
    );
  }
  return features;
}

function shapeWords({ major, minor, angle }: Blob): string {
  if (minor / major > ROUND_RATIO) return 'circle';
  const tall = angle > 45 && angle < 135;
  const tilt = Math.abs(tall ? angle - 90 : angle > 90 ? angle - 180 : angle);
  return `${tall ? 'tall' : 'wide'} ellipse${tilt > 0 ? ` tilted ${Math.round(tilt)}°` : ''}`;
}

function placeWords({ x, y }: Blob): string {
  const place = placeWord(x, y);
  return place === 'centre' ? 'in the centre' : `at the ${place}`;
}
