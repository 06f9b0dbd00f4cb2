import { DEFAULT_COUNT } from '../../engine/basics/index.js';
import { presentKinds } from '../../engine/latents/index.js';
import { cellSeed, given, hasLost, newCell, pinsOf } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent } from '../grids/index.js';

import { askForChild } from './child.js';

/**
 * One cell's latents painted with other noise, as many times as the actor's grids have cells. All kinds are pinned in
 * the new grid, so that its reroll gives further variations, and unpinning one lets just that one vary. Visual tokens
 * of another bundle, which cannot be painted any more, vary as if they had been unpinned.
 */
export function variationsUseCase(deps: CoreDeps): Pick<Core, 'variations'> {
  return {
    async variations(actor, id, cell, origin) {
      const parent = await findParent(deps, actor, id);
      const source = cellOf(parent, cell);
      const { latents, lost, draft, prompt } = source;
      const kinds = deps.model.manifest.kinds.filter((kind) => latents[kind] !== undefined || hasLost(source, kind));
      const { count = DEFAULT_COUNT } = await deps.store.settings.user(actor);
      const kept = { ...given(latents, 'kept', lost), draft, prompt };
      const tasks = (seed: number) =>
        Array.from({ length: count }, (_, index) => newCell(kept, kinds, cellSeed(seed, index)));
      return askForChild(
        deps,
        actor,
        parent,
        { origin: 'variations', tasks, pins: pinsOf(presentKinds(latents)), settings: { kinds } },
        origin,
      );
    },
  };
}
