import type { CommandSpec } from '../src/chat/command.js';
import { cardOf } from '../src/chat/replies.js';
import type { Block } from '../src/chat/reply.js';
import { findGeneration, ID } from './shared/generation.js';
import { cardMessage } from './shared/replies.js';
import { readValues } from './shared/values.js';

/** A grid again: picture, parameters, seed, lineage and latent codes. */
export const show: CommandSpec = {
  name: 'show',
  execute: {
    options: [ID],
    positional: 'id',
    async run(raw, context) {
      const { actor, core } = context;
      const generation = await findGeneration(context, readValues(raw));
      const codes = await Promise.all(generation.cells.map(({ index }) => core.code(actor, generation.id, index)));
      return cardMessage(
        await cardOf(context, generation),
        codes.map((code): Block => ({ type: 'code', text: code })),
      );
    },
  },
};
