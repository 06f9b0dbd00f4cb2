import type { Executable } from '../../src/chat/commands/command.js';
import { cellIndex, findGeneration, ID } from '../../src/chat/commands/generation-option.js';
import { CELL } from '../../src/chat/commands/options.js';
import { text } from '../../src/chat/commands/replies.js';
import { readValues } from '../../src/chat/commands/values.js';
import { message } from '../../src/chat/replies/replies.js';

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
