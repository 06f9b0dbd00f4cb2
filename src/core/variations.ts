import { presentKinds } from '../engine/latents/kinds.js';
import { askForChild } from './child.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { cellOf, findFinished } from './find.js';
import { DEFAULT_COUNT } from './imagine.js';
import { cellSeed, given, pinsOf } from './tasks/tasks.js';

/**
 * One cell's latents painted with other noise, as many times as the actor's grids have cells. All kinds are pinned in the new
 * grid, so that its reroll gives further variations, and unpinning one lets just that one vary.
 */
export function variationsUseCase(deps: CoreDeps): Pick<Core, 'variations'> {
  return {
    async variations(actor, id, cell, origin) {
      const parent = await findFinished(deps, actor, id);
      const { latents } = cellOf(parent, cell);
      const kinds = presentKinds(latents);
      const { count = DEFAULT_COUNT } = await deps.store.settings.user(actor.platform, actor.userId);
      const { latents: complete, origins } = given(latents, 'kept');
      const tasks = (seed: number) =>
        Array.from({ length: count }, (_, index) => ({
          mode: 'paint' as const,
          given: complete,
          origins,
          seed: cellSeed(seed, index),
        }));
      return askForChild(
        deps,
        actor,
        parent,
        { origin: 'variations', tasks, pins: pinsOf(kinds), settings: { kinds } },
        origin,
      );
    },
  };
}
