import { CoreError } from '../basics/index.js';
import type { Core, Upscaled } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf, findParent } from '../grids/index.js';
import { KALEIDO, modelsIn, policyOf } from '../policy/index.js';
import type { Actor, Generation } from '../types.js';
import { askForChild } from './child.js';

/**
 * A cell's picture made larger, by what painted it: a grid of one, which costs a picture. What was made larger so
 * already, or is being, is shown and not made again.
 */
export function upscaleUseCases(deps: CoreDeps): Pick<Core, 'upscale' | 'isUpscalable'> {
  return {
    async upscale(actor, id, cell, scale, origin) {
      const parent = await findParent(deps, actor, id);
      const { index, imageKey, refused } = cellOf(parent, cell);
      if (refused !== undefined) throw new CoreError('cell_refused', { cell: index + 1, reason: refused });
      if (imageKey === null) throw new CoreError('generation_unfinished', { status: parent.status });
      if (parent.origin === 'upscale') throw new CoreError('upscaled_already');
      await requireUpscaler(deps, actor, parent);
      const made = await deps.store.generations.childrenOf(actor, parent, 'upscale');
      const same = made.find((one) => isThere(one) && one.settings.upscale === scale && isOf(one, index));
      if (same !== undefined) return { generation: same, accepted: null };
      const tasks = () => [{ mode: 'keep' as const, from: index }];
      const child = { origin: 'upscale' as const, tasks, pins: [], settings: { upscale: scale } };
      const accepted = await askForChild(deps, actor, parent, child, origin);
      return { generation: accepted.generation, accepted } satisfies Upscaled;
    },

    async isUpscalable(actor, { status, origin, settings }) {
      if (status !== 'done' || origin === 'upscale') return false;
      return (await upscalersHere(deps, actor)).includes(settings.painter ?? KALEIDO);
    },
  };
}

function isThere({ status }: Pick<Generation, 'status'>): boolean {
  return status !== 'failed' && status !== 'cancelled' && status !== 'deleted';
}

function isOf({ tasks: [task] }: Pick<Generation, 'tasks'>, cell: number): boolean {
  return task?.mode === 'keep' && task.from === cell;
}

/** @throws CoreError `upscale_refused` naming one that has an upscaler, where there is one */
async function requireUpscaler(deps: CoreDeps, actor: Actor, { settings }: Generation): Promise<void> {
  const all = await upscalersHere(deps, actor);
  const painter = settings.painter ?? KALEIDO;
  if (all.includes(painter)) return;
  throw new CoreError('upscale_refused', { painter, other: all[0] ?? 'none' });
}

/** What people may paint with in the actor's channel and a worker has found an upscaler of. */
async function upscalersHere(deps: CoreDeps, actor: Actor): Promise<string[]> {
  if ((deps.painters ?? []).length === 0) return [];
  const { allowed } = modelsIn(deps, await policyOf(deps, actor));
  const said = await deps.store.painters.said(allowed);
  return allowed.filter((name) => said.some((note) => note.name === name && note.upscaler !== null));
}
