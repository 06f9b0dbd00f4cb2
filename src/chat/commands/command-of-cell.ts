import type { Actor, Core, Generation, Origin } from '../../core/index.js';
import { acceptedReply } from '../replies/index.js';
import type { CommandSpec } from './command.js';
import { CELL, PRIVATE } from './common-options.js';
import { gridToUse, ID } from './generation-option.js';

/** What a new grid is made from. */
export interface CellOfGrid {
  actor: Actor;
  generation: Generation;
  /** As people count, from 1; undefined when none was named. */
  cell: number | undefined;
  /** Where the new grid goes. */
  origin: Origin;
}

/** A command that makes a new grid from a cell of another: of the latest in the conversation unless one is named. */
export function commandOfCell(
  name: string,
  examples: readonly string[],
  make: (core: Core, of: CellOfGrid) => ReturnType<Core['rerollAll']>,
): CommandSpec {
  return {
    name,
    execute: {
      options: [CELL, ID, PRIVATE],
      positional: 'cell',
      examples,
      makesGrid: true,
      async run(raw, context) {
        const { values, actor, core, generation, origin } = await gridToUse(raw, context);
        return acceptedReply(context, await make(core, { actor, generation, cell: values.number('cell'), origin }));
      },
    },
  };
}
