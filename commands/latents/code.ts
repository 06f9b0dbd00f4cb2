import { CELL, cellIndex, type Executable, findGeneration, ID, readValues } from '../../src/chat/commands/index.js';

import { message, text } from '../../src/chat/replies/index.js';

/** The latent code of a cell, which replays its latents anywhere with the same model. */
export const code: Executable = {
  options: [CELL, ID],
  positional: 'cell',
  examples: ['latents code 2'],
  async run(raw, context) {
    const values = readValues(raw);
    const { actor, core, t } = context;
    const generation = await findGeneration(context, values, ['done', 'planned']);
    const index = cellIndex(generation, values.number('cell'));
    const words = await core.code(actor, generation.id, index);
    return message([text(t('reply.code', { cell: index + 1, id: generation.id })), { type: 'code', text: words }]);
  },
};
