import { type CommandSpec, findGeneration, ID, readValues } from '../src/chat/commands/index.js';

import { type Block, cardMessage, cardOf, text } from '../src/chat/replies/index.js';

import type { ArtworkCredit } from '../src/core/index.js';

/** A work that was recalled, whose it is and under which licence. */
function creditOf({ thing, set, author, licence }: ArtworkCredit): string {
  return set === undefined ? thing : `${thing}: ${set} (${author}, ${licence})`;
}

/** A grid again: picture, parameters, seed, lineage, what memory recalled for it and latent codes. */
export const show: CommandSpec = {
  name: 'show',
  execute: {
    options: [ID],
    positional: 'id',
    async run(raw, context) {
      const { actor, core, t } = context;
      const generation = await findGeneration(context, readValues(raw));
      const codes = await Promise.all(generation.cells.map(({ index }) => core.code(actor, generation.id, index)));
      const works = generation.cells.flatMap((cell) => core.artworks(cell));
      const credits = [...new Set(works.map((work) => creditOf(work)))];
      return cardMessage(await cardOf(context, generation), [
        ...(credits.length === 0 ? [] : [text(t('reply.artworks')), { type: 'list' as const, items: credits }]),
        ...codes.map((code): Block => ({ type: 'code', text: code })),
      ]);
    },
  },
};
