import { askForChild } from '../child.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { CoreError } from '../errors.js';
import { cellOf, findFinished } from '../find.js';
import type { Pin } from '../types.js';

/** Painting what was planned: the chosen cells with their latents and seeds, in the order of the plan. */
export function paintUseCase(deps: CoreDeps): Pick<Core, 'paint'> {
  return {
    async paint(actor, id, cells, origin) {
      const parent = await findFinished(deps, actor, id);
      if (parent.status !== 'planned') {
        throw new CoreError('bad_value', { option: 'id', why: 'must be of a plan; that grid is painted already' });
      }
      const chosen = [...new Set(cells)].sort((a, b) => a - b).map((index) => cellOf(parent, index));
      if (chosen.length === 0) throw new CoreError('bad_value', { option: 'cells', why: 'must name a cell' });
      const tasks = () =>
        chosen.map(({ latents, origins, seed }) => ({ mode: 'paint' as const, given: latents, origins, seed }));
      const pins = await deps.store.generations.pins(parent.id);
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

/** The pin by its cell's number in the painted grid; none when the cell was not chosen. */
function renumber(pin: Pin, chosen: readonly number[]): Pin[] {
  if (pin.cell === null) return [pin];
  const cell = chosen.indexOf(pin.cell);
  return cell < 0 ? [] : [{ ...pin, cell }];
}
