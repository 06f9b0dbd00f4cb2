import type { Executable } from '../../src/chat/commands/command.js';
import { cellIndex, findGeneration, ID } from '../../src/chat/commands/generation-option.js';
import { CELL, KIND, PRIVATE, readKinds, withPrivacy } from '../../src/chat/commands/options.js';
import { readValues } from '../../src/chat/commands/values.js';
import { acceptedReply } from '../../src/chat/replies/replies.js';

/** Fixes one latent to what a person writes, and samples the rest to go with it. */
export const edit: Executable = {
  options: [
    { ...KIND, isRequired: true },
    { name: 'value', type: 'text', maxLength: 3000, isRequired: true },
    CELL,
    ID,
    PRIVATE,
  ],
  positional: 'value',
  examples: ['latents edit red 60%, white 40% --kind palette --cell 1'],
  makesGrid: true,
  async run(raw, context) {
    const values = readValues(raw);
    const generation = await findGeneration(context, values, ['done', 'planned']);
    const { actor, core } = context;
    const origin = withPrivacy(context.origin, values);
    const cell = cellIndex(generation, values.number('cell'));
    const [kind] = readKinds(values.requiredText('kind'), 'kind');
    if (kind === undefined) throw new TypeError('A checked choice names a kind.');
    return acceptedReply(
      context,
      await core.edit(actor, generation.id, cell, kind, values.requiredText('value'), origin),
    );
  },
};
