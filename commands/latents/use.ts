import {
  CELL,
  cellIndex,
  type Executable,
  gridToUse,
  ID,
  KINDS,
  PRIVATE,
  PROMPT,
  readKinds,
} from '../../src/chat/commands/index.js';

import { acceptedReply } from '../../src/chat/replies/index.js';
import { withOwnPictures } from '../own-pictures.js';

/** A new grid, of another prompt perhaps, whose every cell keeps latents of an earlier cell. */
export const use: Executable = {
  options: [{ ...PROMPT, isRequired: false }, CELL, KINDS, ID, PRIVATE],
  positional: 'prompt',
  examples: ['latents use a dog and a cake --cell 2 --kinds boxes,palette'],
  makesGrid: true,
  async run(raw, context) {
    const { values, actor, core, generation, origin } = await gridToUse(raw, context);
    const cell = cellIndex(generation, values.number('cell'));
    const kinds = readKinds(values.text('kinds'));
    return withOwnPictures(context, values.text('prompt') ?? generation.prompt, async (input) =>
      acceptedReply(context, await core.useLatents(actor, generation.id, cell, kinds, input, origin)),
    );
  },
};
