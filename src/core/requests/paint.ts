import { CoreError } from '../basics/index.js';
import { giving, pinsHeld } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent } from '../grids/index.js';

import type { Cell, CellTask, Pin } from '../types.js';
import { askForChild } from './child.js';

/**
 * Painting what was planned: the chosen cells with their latents and seeds, in the order of the plan. What another
 * bundle planned and this one cannot paint, is planned anew to go with the rest.
 */
export function paintUseCase(deps: CoreDeps): Pick<Core, 'paint'> {
  return {
    async paint(actor, id, cells, origin) {
      const parent = await findParent(deps, actor, id);
      if (parent.status !== 'planned') {
        throw new CoreError('bad_value', { option: 'id', why: 'painted_already' });
      }
      const chosen = [...new Set(cells)].sort((a, b) => a - b).map((index) => cellOf(parent, index));
      if (chosen.length === 0) throw new CoreError('bad_value', { option: 'cells', why: 'no_cells' });
      const tasks = () => chosen.map(paintTask);
      const pins = pinsHeld(parent, await deps.store.generations.pins(parent));
      const renumbered = pins.flatMap((pin) =>
        renumber(
          pin,
          chosen.map(({ index }) => index),
        ),
      );
      return askForChild(deps, actor, parent, { origin: 'paint', tasks, pins: renumbered }, origin);
    },
  };
}

function paintTask(cell: Cell): CellTask {
  const task = { ...giving(cell), seed: cell.seed };
  return cell.lost.some(({ how }) => how === 'dropped') ? { mode: 'sample', ...task } : { mode: 'paint', ...task };
}

/** The pin by its cell's number in the painted grid; none when the cell was not chosen. */
function renumber(pin: Pin, chosen: readonly number[]): Pin[] {
  if (pin.cell === null) return [pin];
  const cell = chosen.indexOf(pin.cell);
  return cell < 0 ? [] : [{ ...pin, cell }];
}
