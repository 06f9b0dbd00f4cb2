import { badArgument } from '../../src/chat/argument-errors.js';
import type { Executable } from '../../src/chat/command.js';
import { acceptedReply } from '../../src/chat/replies.js';
import { LATENT_KINDS } from '../../src/engine/latents/latents.js';
import { findGeneration, ID } from '../shared/generation.js';
import { readValues } from '../shared/values.js';

/** Takes each kind from the cell whose number is given for it (boxes from 1, palette from 3) and samples the rest. */
export const splice: Executable = {
  options: [...LATENT_KINDS.map((name) => ({ name, type: 'integer', min: 1, max: 9 }) as const), ID],
  examples: ['latents splice --boxes 1 --palette 3'],
  makesGrid: true,
  async run(raw, context) {
    const values = readValues(raw);
    const parts = LATENT_KINDS.flatMap((kind) => {
      const number = values.number(kind);
      return number === undefined ? [] : [[kind, number - 1] as const];
    });
    if (parts.length === 0) {
      throw badArgument('boxes', { reason: 'nothing_given', values: { choices: LATENT_KINDS.join(', ') } });
    }
    const generation = await findGeneration(context, values, ['done', 'planned']);
    const { actor, core, origin } = context;
    return acceptedReply(context, await core.splice(actor, generation.id, Object.fromEntries(parts), origin));
  },
};
