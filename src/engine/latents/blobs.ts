import { z } from 'zod';
import { ANGLE_STEPS, LOCATION_STEPS } from '../basics/index.js';
import { type PinError, pinErrors } from './bad-pin.js';
import type { LatentContext } from './context.js';
import type { LatentKindSpec } from './kind.js';
import type { Blob } from './latents.js';
import { placeWord } from './places.js';
import { clamp, isTooLong, parseLength, splitEntries } from './steps.js';

const rejectFor = ({ manifest }: LatentContext): PinError => {
  const { size } = manifest.image;
  const at = (sixteenths: number) => Math.round((sixteenths * size) / 16);
  const example = `${at(8)},${at(8)},${at(5)},${at(3)},30; ${at(12)},${at(12)},${at(2)},${at(2)},0`;
  return pinErrors('blobs', { example, side: size });
};

/** A radius is k / (2 · LOCATION_STEPS) of the side. */
const RADIUS_STEPS = 2 * LOCATION_STEPS;
const DEGREES_PER_STEP = 180 / ANGLE_STEPS;
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
export const blobs: LatentKindSpec<'blobs'> = {
  kind: 'blobs',
  schema: z.array(blob).min(1).max(16),

  encode(value, context) {
    const reject = rejectFor(context);
    const { limits, vocabulary } = context.manifest;
    if (value.length === 0) throw reject({ why: 'none' });
    if (value.length > limits.objects) throw reject({ why: 'too_many', most: limits.objects, count: value.length });
    const first = vocabulary.ranges.location[0];
    return value.flatMap(({ x, y, major, minor, angle }) => {
      const majorSteps = clamp(Math.round(major * RADIUS_STEPS), 1, LOCATION_STEPS);
      return [
        first + clamp(Math.round(x * LOCATION_STEPS), 0, LOCATION_STEPS),
        first + clamp(Math.round(y * LOCATION_STEPS), 0, LOCATION_STEPS),
        first + majorSteps,
        first + clamp(Math.round(minor * RADIUS_STEPS), 1, majorSteps),
        vocabulary.ranges.angle[0] + (Math.round(angle / DEGREES_PER_STEP) % ANGLE_STEPS),
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
    const value = splitEntries(text).map((entry) => {
      if (isTooLong(entry)) throw reject({ why: 'long_entry' });
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

  format: (value) => value.map((entry) => `${shapeWords(entry)} ${placeWords(entry)}`).join(' · '),

  draw: (value) => value.map((entry) => ({ type: 'ellipse', ...entry })),
};

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
