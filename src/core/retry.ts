import { ask } from './ask.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { CoreError } from './errors.js';
import { findVisible } from './find.js';
import { policyOf } from './policy.js';
import type { Generation } from './types.js';

/**
 * Asking again for what an ended generation was asked for. The new one is its sibling, not its child: what it keeps is the
 * same parent's.
 */
export function retryUseCase(deps: CoreDeps): Pick<Core, 'retry'> {
  return {
    async retry(actor, id, origin) {
      const failed = await findVisible(deps, actor, id);
      if (failed.finishedAt === null) throw new CoreError('generation_unfinished', { status: failed.status });
      const [policy, pins, parent] = await Promise.all([
        policyOf(deps, actor),
        deps.store.generations.pins(failed.id),
        findParent(deps, failed),
      ]);
      const { origin: how, prompt, settings, tasks } = failed;
      return ask(deps, actor, { parent, origin: how, prompt, settings, tasks, pins }, policy, origin);
    },
  };
}

/** @throws CoreError `generation_unknown` when the parent is gone and its cells are needed */
async function findParent({ store }: CoreDeps, { parentId, tasks }: Generation): Promise<Generation | null> {
  const parent = parentId === null ? null : await store.generations.find(parentId);
  const isGone = parent === null || parent.status === 'deleted';
  if (isGone && tasks.some(({ mode }) => mode === 'keep')) throw new CoreError('generation_unknown', { id: parentId });
  return parent;
}
