import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

/** A generation with all that is known of it: parameters, seed, lineage, latents, and what goes before it. */
export function showUseCase(deps: CoreDeps): Pick<Core, 'show' | 'queuePosition'> {
  const { generations } = deps.store;
  return {
    show: (actor, id) => generations.open(actor, id, 'see'),
    async queuePosition(actor, id) {
      const { status } = await generations.open(actor, id, 'see');
      return status === 'queued' ? deps.jobs.position(id) : null;
    },
  };
}
