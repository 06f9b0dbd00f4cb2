import {
  CELL,
  cellIndex,
  type Executable,
  gridToUse,
  ID,
  KIND,
  PRIVATE,
  readKinds,
} from '../../src/chat/commands/index.js';

import { acceptedReply } from '../../src/chat/replies/index.js';

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
    const { values, actor, core, generation, origin } = await gridToUse(raw, context);
    const cell = cellIndex(generation, values.number('cell'));
    const [kind] = readKinds(values.requiredText('kind'), 'kind');
    if (kind === undefined) throw new TypeError('A checked choice names a kind.');
    return acceptedReply(
      context,
      await core.edit(actor, generation.id, cell, kind, values.requiredText('value'), origin),
    );
  },
};
