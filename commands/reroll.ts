import { commandOfCell } from '../src/chat/commands/index.js';

/** Samples a grid, or one cell of it, again; what is pinned stays. */
export const reroll = commandOfCell(
  'reroll',
  ['reroll', 'reroll 2'],
  (core, { actor, generation: { id }, cell, origin }) =>
    cell === undefined ? core.rerollAll(actor, id, origin) : core.rerollCell(actor, id, cell - 1, origin),
);
