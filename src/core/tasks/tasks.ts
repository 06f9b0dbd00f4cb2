import { presentKinds } from '../../engine/latents/kinds.js';
import type { LatentKind, Latents } from '../../engine/latents/latents.js';
import { createRng } from '../../engine/rng.js';
import type { Cell, CellTask, Generation, LatentOrigin, Lost, Pin } from '../types.js';

/** Latents that a cell is given, and where they come from. */
export interface Given {
  latents: Latents;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /** What could not be given. */
  lost: readonly Lost[];
}

/** All of the latents, of one origin. */
export function given(latents: Latents, origin: LatentOrigin, lost: readonly Lost[] = []): Given {
  return { latents, origins: Object.fromEntries(presentKinds(latents).map((kind) => [kind, origin])), lost };
}

/** The latents of some kinds, those that are there. */
export function pick(latents: Latents, kinds: readonly LatentKind[]): Latents {
  return Object.fromEntries(kinds.filter((kind) => latents[kind] !== undefined).map((kind) => [kind, latents[kind]]));
}

/** Seed of a cell's noise in a generation whose worker does not plan the cell: the one that planning would give it. */
export function cellSeed(seed: number, index: number): number {
  return createRng(seed, 'cell-seed', index).uint32();
}

/**
 * The task of a new cell: to sample what is not given, or only to paint when all kinds are.
 * @param kinds those that the cell shall have
 */
export function newCell({ latents, origins, lost }: Given, kinds: readonly LatentKind[], seed: number): CellTask {
  const isComplete = kinds.every((kind) => latents[kind] !== undefined);
  const task = { given: latents, origins, ...(lost.length === 0 ? {} : { lost }) };
  return isComplete ? { mode: 'paint', ...task, seed } : { mode: 'sample', ...task };
}

export interface RerollPlan {
  /** Kinds that the grid shall have. */
  kinds: readonly LatentKind[];
  /** Seed of the new grid. */
  seed: number;
  /** The one cell to sample again; all when absent. */
  only?: number;
  /** Given to every cell that is sampled again, over what its pins give it. */
  fixed?: Given;
}

/**
 * Tasks of the next grid: a cell that is pinned whole, or is not the one to sample again, stays as it is; every other one is
 * sampled again with its pinned kinds given.
 * @param parent as `findParent` gives it
 */
export function rerollTasks(parent: Generation, pins: readonly Pin[], plan: RerollPlan): CellTask[] {
  const { kinds, seed, only, fixed = given({}, 'pinned') } = plan;
  return parent.cells.map((cell, index) => {
    const isHeld = pins.some((pin) => pin.cell === cell.index && pin.kind === null);
    if (isHeld || (only !== undefined && only !== cell.index)) return { mode: 'keep', from: cell.index };
    const pinned = pinnedLatents(parent, pins, cell);
    const latents = { ...pinned.latents, ...fixed.latents };
    const origins = { ...given(latents, 'pinned').origins, ...fixed.origins };
    const lost = [...pinned.lost.filter(({ kind }) => fixed.latents[kind] === undefined), ...fixed.lost];
    return newCell({ latents, origins, lost }, kinds, cellSeed(seed, index));
  });
}

/** Latents that pins of kinds give to a cell: its own, or those of the cell that the pin names. */
function pinnedLatents({ cells }: Generation, pins: readonly Pin[], cell: Cell): Given {
  const parts = pins.flatMap((pin) => {
    const source = pin.cell === null ? cell : cells.find(({ index }) => index === pin.cell);
    return pin.kind === null || source === undefined ? [] : [partOf(source, [pin.kind])];
  });
  return given(
    Object.assign({}, ...parts.map(({ latents }) => latents)),
    'pinned',
    parts.flatMap(({ lost }) => lost),
  );
}

/** Some kinds of a cell of `findParent`: those that are there, and what is lost of them. */
export function partOf(cell: Cell, kinds: readonly LatentKind[]): { latents: Latents; lost: Lost[] } {
  return { latents: pick(cell.latents, kinds), lost: cell.lost.filter(({ kind }) => kinds.includes(kind)) };
}

/** Pins of a parent less those of kinds that none of their cells has any more: what is sampled in their place is not pinned. */
export function pinsHeld({ cells }: Generation, pins: readonly Pin[]): Pin[] {
  return pins.filter(({ cell, kind }) => {
    const sources = cells.filter(({ index }) => cell === null || index === cell);
    return kind === null || sources.length === 0 || !sources.every((source) => hasLost(source, kind));
  });
}

/** Whether a latent from another bundle is gone. */
export function hasLost({ lost = [] }: { lost?: readonly Lost[] }, kind: LatentKind): boolean {
  return lost.some((one) => one.kind === kind && one.how === 'dropped');
}

/** A pin of each kind that holds every cell's own value. */
export function pinsOf(kinds: readonly LatentKind[]): Pin[] {
  return kinds.map((kind) => ({ cell: null, kind }));
}

/** Pins after some kinds were fixed for every cell: whatever pinned them before makes way. */
export function withFixed(pins: readonly Pin[], kinds: readonly LatentKind[]): Pin[] {
  return [...pins.filter(({ kind }) => kind === null || !kinds.includes(kind)), ...pinsOf(kinds)];
}
