import { LATENT_KINDS, type LatentKind } from '../engine/latents/latents.js';
import { askForChild, kindsOf, planOr } from './child.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { CoreError } from './errors.js';
import { cellOf, findParent, requireLatent } from './find.js';
import { given, partOf, pinsHeld, rerollTasks, withFixed } from './tasks/tasks.js';
import type { Generation } from './types.js';

/**
 * Kinds taken from different cells of one grid, with everything else sampled to go with them. Cells that are pinned whole
 * stay, other pinned kinds hold, and the spliced kinds are pinned in the next grid.
 */
export function spliceUseCase(deps: CoreDeps): Pick<Core, 'splice'> {
  return {
    async splice(actor, id, parts, origin) {
      const parent = await findParent(deps, actor, id);
      const kinds = LATENT_KINDS.filter((kind) => parts[kind] !== undefined);
      if (kinds.length === 0) throw new CoreError('bad_value', { option: 'parts', why: 'must name a kind and a cell' });
      const taken = kinds.map((kind) => take(parent, kind, parts[kind]));
      const fixed = given(
        Object.assign({}, ...taken.map(({ latents }) => latents)),
        'pinned',
        taken.flatMap(({ lost }) => lost),
      );
      const pins = await deps.store.generations.pins(parent.id);
      const tasks = (seed: number) => {
        const made = rerollTasks(parent, pins, { kinds: kindsOf(deps, parent), seed, fixed });
        if (made.every(({ mode }) => mode === 'keep')) throw new CoreError('nothing_to_reroll');
        return made;
      };
      return askForChild(
        deps,
        actor,
        parent,
        { origin: planOr(parent, 'splice'), tasks, pins: withFixed(pinsHeld(parent, pins), kinds) },
        origin,
      );
    },
  };
}

function take(parent: Generation, kind: LatentKind, index = -1) {
  const cell = cellOf(parent, index);
  requireLatent(cell, kind);
  return partOf(cell, [kind]);
}
