import type { CommandSpec } from '../src/chat/commands/command.js';
import { cellIndex, findGeneration, ID } from '../src/chat/commands/generation-option.js';
import { CELL, PRIVATE, withPrivacy } from '../src/chat/commands/options.js';
import { readValues } from '../src/chat/commands/values.js';
import { acceptedReply } from '../src/chat/replies/replies.js';

/** The latents of one cell painted again with new noise. */
export const variations: CommandSpec = {
  name: 'variations',
  execute: {
    options: [CELL, ID, PRIVATE],
    positional: 'cell',
    examples: ['variations 3'],
    makesGrid: true,
    async run(raw, context) {
      const values = readValues(raw);
      const { actor, core } = context;
      const generation = await findGeneration(context, values, ['done', 'planned']);
      const cell = cellIndex(generation, values.number('cell'));
      return acceptedReply(
        context,
        await core.variations(actor, generation.id, cell, withPrivacy(context.origin, values)),
      );
    },
  },
};
