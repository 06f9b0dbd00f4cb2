import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { auditIfAnothers, cancelGeneration } from './cancel.js';

/** Deleting for good: prompt, latents and pictures. One that still runs is cancelled first. */
export function deleteUseCase(deps: CoreDeps): Pick<Core, 'deletable' | 'delete'> {
  const { store, blobs, clock, log } = deps;
  return {
    deletable: (actor, id) => store.generations.open(actor, id, 'delete'),

    async delete(actor, id) {
      const generation = await store.generations.open(actor, id, 'delete');
      if (generation.finishedAt === null) await cancelGeneration(deps, generation);
      const keys = await store.generations.delete(generation, clock());
      await auditIfAnothers(deps, actor, generation, 'generation.delete');
      await blobs.delete(keys).catch((err: unknown) => {
        // Nobody can reach them any more; failing now would tell the user that nothing was deleted.
        log.error({ err, keys, generationId: generation.id }, 'pictures of a deleted generation could not be deleted');
      });
      return generation;
    },
  };
}
