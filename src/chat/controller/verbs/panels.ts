import { CoreError } from '../../../core/basics/index.js';
import { cellPanel, latentsPanel } from '../../panels/index.js';

import { type ActionHandler, cellOf } from '../action-context.js';

/** All latents of all cells. */
export const latents: ActionHandler = async ({ actor, core, target, t }) => {
  const generation = await core.show(actor, target.generationId);
  return latentsPanel(generation, await core.pins(actor, generation.id), t);
};

/** The panel of the chosen cell. */
export const cell: ActionHandler = async ({ actor, core, target, values, t }) => {
  const generation = await core.show(actor, target.generationId);
  const index = cellOf(values[0]);
  const chosen = generation.cells.find((one) => one.index === index);
  if (chosen === undefined) throw new CoreError('cell_unknown', { cell: index + 1, count: generation.cells.length });
  return cellPanel(generation, chosen, t);
};
