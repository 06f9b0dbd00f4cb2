import { CELL, type CommandSpec, cellIndex, gridToUse, ID, PRIVATE } from '../src/chat/commands/index.js';
import { upscaledReply } from '../src/chat/replies/index.js';
import { DEFAULT_UPSCALE, RANGES } from '../src/engine/basics/index.js';

/** One picture of a grid made larger, where what painted it can. */
export const upscale: CommandSpec = {
  name: 'upscale',
  execute: {
    options: [CELL, { name: 'scale', type: 'integer', ...RANGES.upscale }, ID, PRIVATE],
    positional: 'cell',
    examples: ['upscale 2', 'upscale 3 --scale 4'],
    makesGrid: true,
    async run(raw, context) {
      const { values, actor, core, generation, origin } = await gridToUse(raw, context, ['done']);
      const cell = cellIndex(generation, values.number('cell'));
      const scale = values.number('scale') ?? DEFAULT_UPSCALE;
      return upscaledReply(context, await core.upscale(actor, generation.id, cell, scale, origin));
    },
  },
};
