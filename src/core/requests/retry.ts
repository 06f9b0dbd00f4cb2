import { isChildPrivate, type Opened } from '../access/index.js';

import { CoreError } from '../basics/index.js';
import { carryTask, hasLost } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';

import { policyOf } from '../policy/index.js';
import type { Actor, CellTask, Generation, Pin } from '../types.js';
import { ask } from './ask.js';

/**
 * Asking again for what an ended generation was asked for. The new one is its sibling, not its child: what it keeps is
 * the same parent's; but it is as private as a child of it. What it was to be given may be of another bundle than
 * today's.
 */
export function retryUseCase(deps: CoreDeps): Pick<Core, 'retry'> {
  return {
    async retry(actor, id, origin) {
      const { generations, settings: all } = deps.store;
      const failed = await generations.open(actor, id, 'make');
      if (failed.finishedAt === null) throw new CoreError('generation_unfinished', { status: failed.status });
      const [policy, pins, parent, own] = await Promise.all([
        policyOf(deps, actor),
        generations.pins(failed),
        findParent(deps, actor, failed),
        all.user(actor),
      ]);
      const { origin: how, prompt } = failed;
      const settings = {
        ...failed.settings,
        isPrivate: isChildPrivate(actor, failed, origin.isPrivate, own.isPrivate ?? false),
      };
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

/**
 * The parent, if whoever asks may have it: a grid that others see may be made of one that they do not.
 * @throws CoreError `generation_unknown` when it is out of reach and its cells are needed
 */
async function findParent(
  { store }: CoreDeps,
  actor: Actor,
  { parentId, tasks }: Generation,
): Promise<Opened<'make'> | null> {
  const parent = parentId === null ? null : await store.generations.openIfAllowed(actor, parentId, 'make');
  if (parent === null && tasks.some(({ mode }) => mode === 'keep')) {
    throw new CoreError('generation_unknown', { id: parentId ?? '' });
  }
  return parent;
}
