import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

/** A generation with all that is known of it: parameters, seed, lineage, latents. */
export function showUseCase(deps: CoreDeps): Pick<Core, 'show'> {
  return { show: (actor, id) => deps.store.generations.open(actor, id, 'see') };
}
