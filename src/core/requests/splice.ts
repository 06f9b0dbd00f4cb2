import { LATENT_KINDS, type LatentKind } from '../../engine/latents/index.js';
import { CoreError } from '../basics/index.js';
import { madeOf, newCell, onlyCell, pinsHeld, withChosen } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent, requireLatent } from '../grids/index.js';

import type { Cell, Generation } from '../types.js';
import { askForChild, kindsToUse, planOr } from './child.js';

/**
 * Kinds taken from different cells of one grid. What is made of them stands in place of the cell that the description
 * comes from, or else the first of the kinds, with its artwork and noise; all other cells stay. The spliced kinds are
 * pinned for that cell in the next grid.
 */
export function spliceUseCase(deps: CoreDeps): Pick<Core, 'splice'> {
  return {
    async splice(actor, id, parts, origin) {
      const parent = await findParent(deps, actor, id);
      const kinds = LATENT_KINDS.filter((kind) => parts[kind] !== undefined);
      if (kinds.length === 0) throw new CoreError('bad_value', { option: 'parts', why: 'no_part' });
      const sources = Object.fromEntries(kinds.map((kind) => [kind, sourceOf(parent, kind, parts[kind])]));
      // Kinds are in canonical order: the description comes first.
      const base = cellOf(parent, parts[kinds[0]!] ?? -1);
      const made = newCell({ ...madeOf(sources), prompt: base.prompt }, kindsToUse(deps, parent), base.seed);
      const tasks = () => onlyCell(parent, base.index, { ...made, seed: base.seed });
      const pins = pinsHeld(parent, await deps.store.generations.pins(parent));
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'splice'), tasks, pins: withChosen(pins, base.index, kinds) },
        origin,
      );
    },
  };
}

function sourceOf(parent: Generation, kind: LatentKind, index = -1): Cell {
  const cell = cellOf(parent, index);
  requireLatent(cell, kind);
  return cell;
}
