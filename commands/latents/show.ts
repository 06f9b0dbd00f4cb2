import {
  CELL,
  type CommandContext,
  type Executable,
  findGeneration,
  ID,
  readValues,
} from '../../src/chat/commands/index.js';

import { latentLines } from '../../src/chat/panels/index.js';
import { type Block, message, text } from '../../src/chat/replies/index.js';

import type { Generation } from '../../src/core/index.js';

/** Every latent of a grid's cells in words, where it came from, and the code that replays it. */
export const show: Executable = {
  options: [ID, CELL],
  positional: 'id',
  examples: ['latents show --cell 2'],
  async run(raw, context) {
    const values = readValues(raw);
    const generation = await findGeneration(context, values);
    const number = values.number('cell');
    const { actor, core, t } = context;
    const heading: Block = { type: 'heading', text: generation.prompt };
    if (number === undefined) {
      const cells = await Promise.all(generation.cells.map(({ index }) => cellBlocks(context, generation, index)));
      return message(cells.length === 0 ? [heading, text(t('reply.no_latents_yet'))] : [heading, ...cells.flat()]);
    }
    const blocks = await cellBlocks(context, generation, number - 1);
    const isPainted = generation.cells[number - 1]?.imageKey != null;
    const pictures = isPainted ? [await core.picture(actor, generation.id, number - 1, 'full')] : [];
    return message([heading, ...blocks], { pictures });
  },
};

async function cellBlocks({ actor, core, t }: CommandContext, generation: Generation, index: number): Promise<Block[]> {
  // Also refuses a cell that the grid does not have.
  const code = await core.code(actor, generation.id, index);
  const cell = generation.cells[index];
  if (cell === undefined) return [];
  return [
    text(t('reply.cell', { number: index + 1, seed: String(cell.seed) })),
    latentLines(cell, t),
    { type: 'code', text: code },
  ];
}
