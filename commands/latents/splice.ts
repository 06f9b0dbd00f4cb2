import { type Executable, gridToUse, ID, type OptionSpec, PRIVATE, readValues } from '../../src/chat/commands/index.js';
import { badArgument } from '../../src/chat/errors/index.js';
import { acceptedReply } from '../../src/chat/replies/index.js';
import { RANGES } from '../../src/engine/basics/index.js';
import { KIND_NAMES, LATENT_KINDS, type LatentKind } from '../../src/engine/latents/index.js';

/** The cell that a kind comes from. */
function sourceOf(kind: LatentKind): OptionSpec {
  return { name: KIND_NAMES[kind], formerName: kind, type: 'integer', ...RANGES.count };
}

/** Takes each kind from the cell whose number is given for it (boxes from 1, palette from 3) and samples the rest. */
export const splice: Executable = {
  options: [...LATENT_KINDS.map(sourceOf), ID, PRIVATE],
  examples: ['latents splice --boxes 1 --palette 3'],
  makesGrid: true,
  async run(raw, context) {
    const values = readValues(raw);
    const parts = LATENT_KINDS.flatMap((kind) => {
      const number = values.number(KIND_NAMES[kind]);
      return number === undefined ? [] : [[kind, number - 1] as const];
    });
    if (parts.length === 0) {
      throw badArgument('boxes', { why: 'nothing_given', choices: LATENT_KINDS.map((kind) => KIND_NAMES[kind]) });
    }
    const { actor, core, generation, origin } = await gridToUse(raw, context);
    return acceptedReply(context, await core.splice(actor, generation.id, Object.fromEntries(parts), origin));
  },
};
