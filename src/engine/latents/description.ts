import { z } from 'zod';
import { pinErrors } from './bad-pin.js';
import type { LatentKindSpec } from './kind.js';
import { decodeText, encodeText } from './text-ids.js';

const reject = pinErrors('description', { example: 'a big orange cat left of a small pizza' });

/** Characters. */
const LONGEST = 1000;

/** One line of text about the whole picture: 1–`limits.description` pieces. */
export const description: LatentKindSpec<'description'> = {
  kind: 'description',
  schema: z.string().max(LONGEST),

  encode: (value, context) => encodeText(value, context.manifest.limits.description, context, reject),

  decode: (ids, context) => decodeText(ids, context.manifest.limits.description, context),

  grammar({ manifest }) {
    const { ranges, specials } = manifest.vocabulary;
    let pieces = 0;
    return {
      allowed(into) {
        if (pieces > 0) into.add(specials.end);
        if (pieces < manifest.limits.description) into.addRange(...ranges.text);
      },
      accept: () => {
        pieces++;
      },
    };
  },

  parsePin(text, context) {
    if (text.trim() === '') throw reject({ why: 'empty' });
    if (text.length > LONGEST) throw reject({ why: 'too_long', most: LONGEST });
    return this.decode(this.encode(text, context), context);
  },

  // The text tokenizer sets commas apart.
  format: (value) => value.replace(/ ,/g, ','),

  draw: () => [],
};
