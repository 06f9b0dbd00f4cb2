import {
  CELL,
  type CommandSpec,
  cellIndex,
  findGeneration,
  ID,
  PRIVATE,
  readValues,
  withPrivacy,
} from '../src/chat/commands/index.js';

import { acceptedReply } from '../src/chat/replies/index.js';

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
