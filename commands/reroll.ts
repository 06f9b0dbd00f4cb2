import {
  CELL,
  type CommandSpec,
  findGeneration,
  ID,
  PRIVATE,
  readValues,
  withPrivacy,
} from '../src/chat/commands/index.js';

import { acceptedReply } from '../src/chat/replies/index.js';

/** Samples a grid, or one cell of it, again; what is pinned stays. */
export const reroll: CommandSpec = {
  name: 'reroll',
  execute: {
    options: [CELL, ID, PRIVATE],
    positional: 'cell',
    examples: ['reroll', 'reroll 2'],
    makesGrid: true,
    async run(raw, context) {
      const values = readValues(raw);
      const { actor, core } = context;
      const origin = withPrivacy(context.origin, values);
      const { id } = await findGeneration(context, values, ['done', 'planned']);
      const cell = values.number('cell');
      const made =
        cell === undefined
          ? await core.rerollAll(actor, id, origin)
          : await core.rerollCell(actor, id, cell - 1, origin);
      return acceptedReply(context, made);
    },
  },
};
