import { CoreError } from '../basics/index.js';
import { pinsHeld, rerollTasks } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent } from '../grids/index.js';

import { askForChild, kindsToUse, planOr } from './child.js';

/**
 * Sampling again, all cells or one. Cells that are pinned whole stay, pinned kinds are given to the others, and the
 * next grid has the same pins: what is pinned stays from reroll to reroll. When all kinds are pinned, only the noise is
 * new.
 */
export function rerollUseCases(deps: CoreDeps): Pick<Core, 'rerollAll' | 'rerollCell'> {
  return {
    async rerollAll(actor, id, origin) {
      const parent = await findParent(deps, actor, id);
      const pins = await deps.store.generations.pins(parent);
      const tasks = (seed: number) => {
        const made = rerollTasks(parent, pins, { kinds: kindsToUse(deps, parent), seed });
        if (made.every(({ mode }) => mode === 'keep')) throw new CoreError('nothing_to_reroll');
        return made;
      };
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'reroll'), tasks, pins: pinsHeld(parent, pins) },
        origin,
      );
    },

    async rerollCell(actor, id, cell, origin) {
      const parent = await findParent(deps, actor, id);
      const only = cellOf(parent, cell).index;
      const pins = await deps.store.generations.pins(parent);
      if (pins.some((pin) => pin.cell === only && pin.kind === null)) throw new CoreError('nothing_to_reroll');
      const tasks = (seed: number) => rerollTasks(parent, pins, { kinds: kindsToUse(deps, parent), seed, only });
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'reroll_cell'), tasks, pins: pinsHeld(parent, pins) },
        origin,
      );
    },
  };
}
