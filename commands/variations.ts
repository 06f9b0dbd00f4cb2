import { cellIndex, commandOfCell } from '../src/chat/commands/index.js';

/** The latents of one cell painted again with new noise. */
export const variations = commandOfCell('variations', ['variations 3'], (core, { actor, generation, cell, origin }) =>
  core.variations(actor, generation.id, cellIndex(generation, cell), origin),
);
