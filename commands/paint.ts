import { type CommandSpec, gridToUse, ID, listOf, PRIVATE } from '../src/chat/commands/index.js';

import { acceptedReply } from '../src/chat/replies/index.js';
import { RANGES } from '../src/engine/basics/index.js';

const { min, max } = RANGES.count;
/** Cells that people count from 1, such as `1, 3`. */
const CELLS = new RegExp(`^[${min}-${max}]([\\s,;]+[${min}-${max}]){0,${max - min}}$`);

/** Paints chosen cells of a plan; all of them when none is named. */
export const paint: CommandSpec = {
  name: 'paint',
  execute: {
    options: [{ name: 'cells', type: 'text', maxLength: 40, pattern: CELLS }, ID, PRIVATE],
    positional: 'cells',
    examples: ['paint 1, 3', 'paint'],
    makesGrid: true,
    async run(raw, context) {
      const { values, actor, core, generation, origin } = await gridToUse(raw, context, ['planned']);
      const named = [...new Set(listOf(values.text('cells')))].map((number) => Number(number) - 1);
      const cells = named.length > 0 ? named : generation.cells.map(({ index }) => index);
      return acceptedReply(context, await core.paint(actor, generation.id, cells, origin));
    },
  },
};
