import type { LatentKind } from '../../engine/latents/index.js';
import type { Deed, Opened } from '../access/index.js';

import { CoreError } from '../basics/index.js';
import { carryDraft, carryOver, hasLost } from '../contents/index.js';
import type { CoreDeps } from '../deps.js';
import type { Actor, Cell, Generation } from '../types.js';

/**
 * A generation whose cells are decided: painted or planned.
 * @throws CoreError `generation_unknown`, `not_allowed` or `generation_unfinished`
 */
export async function findFinished<D extends Deed = never>(
  { store }: Pick<CoreDeps, 'store'>,
  actor: Actor,
  id: string,
  deed: D | 'see' = 'see',
): Promise<Opened<D>> {
  const generation = await store.generations.open(actor, id, deed);
  requireFinished(generation);
  return generation as Opened<D>;
}

/**
 * A generation whose cells are decided, to make others of: its cells' latents are as the bundle at hand can take them,
 * and `lost` tells what it cannot.
 * @throws CoreError `generation_unknown` or `generation_unfinished`
 */
export async function findParent(
  deps: Pick<CoreDeps, 'store' | 'model'>,
  actor: Actor,
  id: string,
): Promise<Opened<'make'>> {
  return usable(await findFinished(deps, actor, id, 'make'), deps);
}

/** The generation with its cells' latents and drafts as the bundle at hand can take them, and what is lost of them. */
export function usable<G extends Generation>(generation: G, { model }: Pick<CoreDeps, 'model'>): G {
  const cells = generation.cells.map((cell) => ({
    ...cell,
    ...carryOver(cell, model),
    draft: carryDraft(cell.draft, model),
  }));
  return { ...generation, cells };
}

/** @throws CoreError `generation_unfinished` for one that has no result, be it that it failed or still runs */
export function requireFinished({ status }: Generation): void {
  if (status !== 'done' && status !== 'planned') throw new CoreError('generation_unfinished', { status });
}

/** @throws CoreError `cell_unknown` */
export function cellOf({ cells }: Generation, index: number): Cell {
  const cell = cells.find((one) => one.index === index);
  if (cell === undefined) throw new CoreError('cell_unknown', { cell: index + 1, count: cells.length });
  return cell;
}

/**
 * @param cell of `findParent`
 * @throws CoreError `latent_missing` when the cell has no latent of the kind, `latent_of_another_model` when only
 * another bundle can use it
 */
export function requireLatent(cell: Cell, kind: LatentKind): void {
  if (cell.latents[kind] !== undefined) return;
  const code = hasLost(cell, kind) ? 'latent_of_another_model' : 'latent_missing';
  throw new CoreError(code, { kind, cell: cell.index + 1 });
}
