import { ask } from './ask.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { CoreError } from './errors.js';
import { findVisible } from './find.js';
import { policyOf } from './policy.js';
import { carryTask } from './tasks/carry-task.js';
import { hasLost } from './tasks/tasks.js';
import type { CellTask, Generation, Pin } from './types.js';

/**
 * Asking again for what an ended generation was asked for. The new one is its sibling, not its child: what it keeps is the
 * same parent's. What it was to be given may be of another bundle than today's.
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
      const { origin: how, prompt, settings } = failed;
      const tasks = failed.tasks.map((task) => carryTask(task, deps.model));
      const held = pins.filter((pin) => isHeld(pin, tasks));
      return ask(deps, actor, { parent, origin: how, prompt, settings, tasks, pins: held }, policy, origin);
    },
  };
}

/** Not when every cell that was to be given the kind has lost it: what is sampled in its place is not pinned. */
function isHeld({ kind }: Pin, tasks: readonly CellTask[]): boolean {
  if (kind === null) return true;
  const given = tasks.flatMap((task) => (task.mode === 'keep' ? [] : [task]));
  return !given.some((task) => hasLost(task, kind)) || given.some((task) => task.given[kind] !== undefined);
}

/** @throws CoreError `generation_unknown` when the parent is gone and its cells are needed */
async function findParent({ store }: CoreDeps, { parentId, tasks }: Generation): Promise<Generation | null> {
  const parent = parentId === null ? null : await store.generations.find(parentId);
  const isGone = parent === null || parent.status === 'deleted';
  if (isGone && tasks.some(({ mode }) => mode === 'keep')) throw new CoreError('generation_unknown', { id: parentId });
  return parent;
}
