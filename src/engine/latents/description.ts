import { z } from 'zod';
import { pinErrors } from './bad-pin.js';
import { readText, writeText } from './bit-values.js';
import type { Pairwise } from './features.js';
import { alikeBy, words } from './features.js';
import type { LatentKindSpec } from './kind.js';
import { decodeText, encodeText, shortenText } from './text-ids.js';

const reject = pinErrors('description', { example: 'a big orange cat on the left and a small pizza on the right' });

/** Characters. */
const LONGEST = 1000;
/** Of a description's similarity: that of its style, the rest being that of its words. */
const STYLE_SHARE = 2 / 3;

/** One line of text about the whole picture: 1–`limits.description` pieces. */
export const description: LatentKindSpec<'description', string> = {
  kind: 'description',
  name: 'description',
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

  edit: withoutApartCommas,
  isEditable: true,
  // The words for its colours.
  follows: ['palette'],

  format: withoutApartCommas,
  texts: (value) => [value],
  draw: () => [],

  similarity(values, { styles }) {
    const ofStyle = styleSimilarity(values, styles);
    const ofWords = wordSimilarity(values);
    return (i, j) => STYLE_SHARE * ofStyle(i, j) + (1 - STYLE_SHARE) * ofWords(i, j);
  },
  // The style, which it names, is what tells cells apart at first sight.
  weight: 3,

  bits: { write: (value, into) => writeText(value, into), read: (from) => readText(from) },
  isOfVisualTokenizer: false,
  shorten: (value, terms) => shortenText(value, terms.manifest.limits.description, terms),
};

/** The text tokenizer sets commas apart. */
function withoutApartCommas(value: string): string {
  return value.replace(/ ,/g, ',');
}

/** Word overlap (Jaccard index of the sets of words) of descriptions. Positive semidefinite. */
const wordSimilarity = alikeBy<string>((text) => new Map(words(text).map((word) => [word, 1])));

/**
 * Whether descriptions name the same style: 1 or 0. Those that name none are of one style of their own. Positive
 * semidefinite.
 * @param styles names of the bundle's styles
 */
function styleSimilarity(descriptions: readonly string[], styles: readonly string[]): Pairwise {
  const known = new Set(styles);
  // Captions name the style last; before it, its name may be a plain word.
  const named = descriptions.map((description) => words(description).findLast((word) => known.has(word)));
  return (i, j) => (named[i] === named[j] ? 1 : 0);
}
