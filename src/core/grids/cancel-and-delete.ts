import { isRequester, type Opened, scopeOf } from '../access/index.js';

import { CoreError } from '../basics/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { auditEntry } from '../policy/index.js';
import { removeFiles } from '../retention/index.js';
import type { Actor, Generation } from '../types.js';

/** Taking back a request that waits or runs. */
export function cancelUseCase(deps: CoreDeps): Pick<Core, 'cancel'> {
  return {
    async cancel(actor, id) {
      const generation = await deps.store.generations.open(actor, id, 'cancel');
      const outcome = await cancelGeneration(deps, generation);
      if (outcome === 'ended') throw new CoreError('nothing_to_cancel');
      await auditIfAnothers(deps, actor, generation, 'generation.cancel');
      return outcome;
    },
  };
}

/** Deleting for good: prompt, latents and pictures. One that still runs is cancelled first. */
export function deleteUseCase(deps: CoreDeps): Pick<Core, 'deletable' | 'delete'> {
  const { store, clock } = deps;
  return {
    deletable: (actor, id) => store.generations.open(actor, id, 'delete'),

    async delete(actor, id) {
      const generation = await store.generations.open(actor, id, 'delete');
      if (generation.finishedAt === null) await cancelGeneration(deps, generation);
      const keys = await store.generations.delete(generation, clock());
      await auditIfAnothers(deps, actor, generation, 'generation.delete');
      await removeFiles(deps, keys);
      return generation;
    },
  };
}

/**
 * Cancels in the store, which decides, and then in the queue, which only saves work: a job of a cancelled generation
 * does nothing.
 */
async function cancelGeneration(
  { store, jobs, clock, log }: CoreDeps,
  generation: Opened<'cancel'> | Opened<'delete'>,
): Promise<'cancelled' | 'stopping' | 'ended'> {
  const outcome = await store.generations.cancel(generation, clock());
  if (outcome === 'ended') return outcome;
  await jobs.cancel(generation.id).catch((err: unknown) => {
    log.warn(
      { err, generationId: generation.id },
      'the job of a cancelled generation could not be taken out of the queue',
    );
  });
  return outcome;
}

/** Records what a moderator did to another person's generation, where that is and not where the moderator did it. */
async function auditIfAnothers(
  { store, clock }: CoreDeps,
  actor: Actor,
  generation: Generation,
  action: 'generation.cancel' | 'generation.delete',
): Promise<void> {
  if (isRequester(actor, generation)) return;
  const subject = `generation ${generation.id} of user ${generation.userId}`;
  const before = { status: generation.status };
  const entry = auditEntry(actor, clock(), { action, subject, before, after: null });
  await store.audit.record({ ...entry, scope: scopeOf(generation) });
}
