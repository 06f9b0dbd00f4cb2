import { CoreError } from '../basics/index.js';
import { pinsHeld, rerollTasks } from '../contents/index.js';
import type { AcceptedNow, Core, Origin } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent } from '../grids/index.js';

import type { Actor } from '../types.js';
import { askForChild, kindsToUse, planOr } from './child.js';

/**
 * Sampling again, all cells or one. Cells that are pinned whole stay, pinned kinds are given to the others, and the
 * next grid has the same pins: what is pinned stays from reroll to reroll. When all kinds are pinned, only the noise is
 * new.
 */
export function rerollUseCases(deps: CoreDeps): Pick<Core, 'rerollAll' | 'rerollCell' | 'rerollCells'> {
  return {
    rerollAll: (actor, id, origin) => reroll(deps, actor, id, undefined, origin),
    rerollCell: (actor, id, cell, origin) => reroll(deps, actor, id, [cell], origin),
    rerollCells: (actor, id, cells, origin) => reroll(deps, actor, id, cells, origin),
  };
}

/** @param cells indices of the only ones that change; undefined for all that are not pinned */
async function reroll(
  deps: CoreDeps,
  actor: Actor,
  id: string,
  cells: readonly number[] | undefined,
  where: Origin,
): Promise<AcceptedNow> {
  const parent = await findParent(deps, actor, id);
  const only = cells === undefined ? {} : { only: cells.map((cell) => cellOf(parent, cell).index) };
  const pins = await deps.store.generations.pins(parent);
  const tasks = (seed: number) => {
    const made = rerollTasks(parent, pins, { kinds: kindsToUse(deps, parent), seed, ...only });
    if (made.every(({ mode }) => mode === 'keep')) throw new CoreError('nothing_to_reroll');
    return made;
  };
  const origin = planOr(parent, cells === undefined ? 'reroll' : 'reroll_cell');
  return askForChild(deps, actor, parent, { origin, tasks, pins: pinsHeld(parent, pins) }, where);
}
