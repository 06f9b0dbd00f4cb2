import { parsePin } from '../engine/latents/kinds.js';
import { askForChild, kindsOf, planOr } from './child.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { cellOf, findParent, requireLatent } from './find.js';
import { given, pinsHeld, rerollTasks, withFixed } from './tasks/tasks.js';

/**
 * A latent as a person wrote it, with everything else sampled to go with it. Other pins hold as in a reroll, but the edited
 * cell itself is no longer kept whole; the edited kind is pinned in the next grid.
 */
export function editUseCase(deps: CoreDeps): Pick<Core, 'edit'> {
  return {
    async edit(actor, id, cell, kind, text, origin) {
      const parent = await findParent(deps, actor, id);
      const edited = cellOf(parent, cell);
      requireLatent(edited, kind);
      const fixed = given(parsePin(`${kind}=${text}`, deps.model), 'edited');
      const pins = (await deps.store.generations.pins(parent.id)).filter(
        (pin) => pin.kind !== null || pin.cell !== edited.index,
      );
      const tasks = (seed: number) => rerollTasks(parent, pins, { kinds: kindsOf(deps, parent), seed, fixed });
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'edit'), tasks, pins: withFixed(pinsHeld(parent, pins), [kind]) },
        origin,
      );
    },
  };
}
