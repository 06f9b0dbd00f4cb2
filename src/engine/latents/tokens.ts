import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pinErrors } from './bad-pin.js';
import type { LatentKindSpec } from './kind.js';

const reject = pinErrors('tokens', { example: '12,0,7,…' });

/** Visual tokens: one code of the VQ codebook (van den Oord et al., arXiv 1711.00937) for each cell of the `codebook.grid`² grid, row by row. */
export const tokens: LatentKindSpec<'tokens'> = {
  kind: 'tokens',
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

  format(value) {
    const digest = createHash('sha256').update(value.join(',')).digest('hex').slice(0, 4);
    return `${value.length} codes (${digest}…)`;
  },

  draw: () => [],
};
