import { z } from 'zod';
import { LOCATION_STEPS } from '../../src/engine/basics/index.js';
import { pinErrors } from '../../src/engine/latents/bad-pin.js';
import { PLACE_BITS, readPlace } from '../../src/engine/latents/bit-values.js';
import type { LatentKindSpec } from '../../src/engine/latents/kind.js';
import { placeWord } from '../../src/engine/latents/places.js';
import { parseLength, twoDigits } from '../../src/engine/latents/steps.js';

/** Where the eye goes: fractions (0–1) of the canvas side, y pointing down. */
export interface Point {
  x: number;
  y: number;
}

/** Distance, as a fraction of the side, over which two points stop counting as alike. */
const BANDWIDTH = 0.25;
/** Radius of the ring that shows it. */
const RING = 1 / 16;

const reject = pinErrors('focus', { example: '50%,40%' });

const fraction = z.number().min(0).max(1);
const steps = (place: number) => Math.round(place * LOCATION_STEPS);

/** One point: two places in 1/32 of the side. */
export const focus: LatentKindSpec<'focus', Point> = {
  kind: 'focus',
  name: 'focus',
  schema: z.object({ x: fraction, y: fraction }),

  encode({ x, y }, { manifest }) {
    const [first] = manifest.vocabulary.ranges.location;
    return [first + steps(x), first + steps(y)];
  },

  decode(ids, { manifest }) {
    const [first] = manifest.vocabulary.ranges.location;
    return { x: (ids[0]! - first) / LOCATION_STEPS, y: (ids[1]! - first) / LOCATION_STEPS };
  },

  grammar({ manifest }) {
    const { ranges, specials } = manifest.vocabulary;
    let places = 0;
    return {
      allowed(into) {
        if (places < 2) into.addRange(...ranges.location);
        else into.add(specials.end);
      },
      accept: () => {
        places++;
      },
    };
  },

  parsePin(text, terms) {
    const [x, y, ...more] = text.split(',').map((length) => parseLength(length, terms.manifest.image.size));
    if (x === undefined || y === undefined || more.length > 0) throw reject({ why: 'not_read', entry: text });
    // Rounded as the model will see it.
    return this.decode(this.encode({ x, y }, terms), terms);
  },

  edit: ({ x, y }, side) => `${twoDigits(x * side)},${twoDigits(y * side)}`,
  isEditable: true,
  follows: ['boxes'],

  format: ({ x, y }) => placeWord(x, y),
  texts: () => [],
  draw: ({ x, y }) => [{ type: 'ellipse', x, y, major: RING, minor: RING, angle: 0 }],

  // A Gaussian of the distance, which is positive semidefinite, as the planner's kernel must be.
  similarity: (values) => (i, j) => {
    const squared = (values[i]!.x - values[j]!.x) ** 2 + (values[i]!.y - values[j]!.y) ** 2;
    return Math.exp(-squared / (2 * BANDWIDTH ** 2));
  },
  weight: 1,

  bits: {
    write({ x, y }, into) {
      into.write(steps(x), PLACE_BITS);
      into.write(steps(y), PLACE_BITS);
    },
    read: (from) => ({ x: readPlace(from), y: readPlace(from) }),
  },
  isOfVisualTokenizer: false,
  shorten: (value) => value,
};
