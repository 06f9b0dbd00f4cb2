import type { LatentKind } from '../engine/latents/latents.js';
import type { CoreDeps } from './deps.js';
import { CoreError } from './errors.js';
import { readId } from './ids.js';
import { canSee } from './permissions.js';
import type { Actor, Cell, Generation } from './types.js';

/**
 * A generation by the id that a person wrote. One that the actor may not see is as unknown as one that never was.
 * @throws CoreError `generation_unknown`
 */
export async function findVisible({ store }: Pick<CoreDeps, 'store'>, actor: Actor, id: string): Promise<Generation> {
  const generation = await store.generations.find(readId(id));
  if (generation === null || !canSee(actor, generation)) throw new CoreError('generation_unknown', { id });
  return generation;
}

/**
 * A generation whose cells are decided: painted or planned.
 * @throws CoreError `generation_unknown` or `generation_unfinished`
 */
export async function findFinished(deps: Pick<CoreDeps, 'store'>, actor: Actor, id: string): Promise<Generation> {
  const generation = await findVisible(deps, actor, id);
  requireFinished(generation);
  return generation;
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

/** @throws CoreError `latent_missing` when the cell has no latent of the kind */
export function requireLatent(cell: Cell, kind: LatentKind): void {
  if (cell.latents[kind] === undefined) throw new CoreError('latent_missing', { kind, cell: cell.index + 1 });
}
