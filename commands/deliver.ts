import { CELL, type CommandSpec, cellIndex, findGeneration, ID, readValues } from '../src/chat/commands/index.js';

import { message, text } from '../src/chat/replies/index.js';
import type { PictureUse } from '../src/core/index.js';

const USES: readonly PictureUse[] = ['full', 'emoji', 'sticker'];

/** One picture of a grid: full size as a file, or added to the server as an emoji or sticker. */
export const deliver: CommandSpec = {
  name: 'deliver',
  execute: {
    options: [
      CELL,
      { name: 'as', type: 'choice', choices: USES },
      // Discord's limits for names of emojis (2–32 word characters) and stickers (2–30); Slack's are wider.
      { name: 'name', type: 'text', maxLength: 30, pattern: /^\w{2,30}$/ },
      ID,
    ],
    positional: 'cell',
    examples: ['deliver 2', 'deliver 2 --as emoji --name pizza_cat'],
    async run(raw, context) {
      const values = readValues(raw);
      const { actor, core, t } = context;
      const generation = await findGeneration(context, values, ['done']);
      const index = cellIndex(generation, values.number('cell'));
      const use = USES.find((one) => one === values.text('as')) ?? 'full';
      const picture = await core.picture(actor, generation.id, index, use);
      if (use === 'full') {
        return message([text(t('reply.picture', { cell: index + 1, id: generation.id }))], { pictures: [picture] });
      }
      const name = values.text('name') ?? nameOf(generation.prompt, index);
      return message([text(t('reply.uploaded', { use, name }))], { upload: { use, name, picture } });
    },
  },
};

/** A name from the prompt that every platform takes: `a_cat_and_a_pizza_2`. */
function nameOf(prompt: string, index: number): string {
  const plain = prompt.normalize('NFKD').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return `${words.slice(0, 26) || 'kaleido'}_${index + 1}`;
}
