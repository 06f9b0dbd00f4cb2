import { createRng } from '../../engine/basics/index.js';
import type { Draft } from '../../engine/draft/index.js';
import { LATENT_KINDS, type LatentKind, type Latents, pickKinds, presentKinds } from '../../engine/latents/index.js';

import { isPack, withoutUndefined } from '../basics/index.js';
import type { Cell, CellTask, Generation, LatentOrigin, Lost, Pin } from '../types.js';

/** Latents that a cell is given, and where they come from. */
export interface Given {
  latents: Latents;
  origins: Partial<Record<LatentKind, LatentOrigin>>;
  /** What could not be given. */
  lost: readonly Lost[];
  /** Artwork and looks that go with them. */
  draft?: Draft | null;
  /** The cell's own prompt. */
  prompt?: string | null;
}

/** All of the latents, of one origin. */
export function given(latents: Latents, origin: LatentOrigin, lost: readonly Lost[] = []): Given {
  return { latents, origins: Object.fromEntries(presentKinds(latents).map((kind) => [kind, origin])), lost };
}

/** Seed of a cell's noise in a generation whose worker does not plan the cell: the one that planning would give it. */
export function cellSeed(seed: number, index: number): number {
  return createRng(seed, 'cell-seed', index).uint32();
}

/** A task that makes a cell anew. */
export type MakingTask = Exclude<CellTask, { mode: 'keep' }>;

/**
 * The task of a new cell: to sample what is not given, or only to paint when all kinds are.
 * @param kinds those that the cell shall have
 * @param seed of its noise, where nothing is sampled
 */
export function newCell(what: Given, kinds: readonly LatentKind[], seed: number): MakingTask {
  const task = giving(what);
  return isComplete(what.latents, kinds) ? { mode: 'paint', ...task, seed } : { mode: 'sample', ...task };
}

/** The fields of a task that say what it gives. */
export function giving({ latents, origins, lost, draft, prompt }: Given) {
  return {
    given: latents,
    origins,
    ...(lost.length === 0 ? {} : { lost }),
    ...(draft ? { draft } : {}),
    ...(prompt ? { prompt } : {}),
  };
}

function isComplete(latents: Latents, kinds: readonly LatentKind[]): boolean {
  return kinds.every((kind) => latents[kind] !== undefined);
}

export interface RerollPlan {
  /** Kinds that the grid shall have. */
  kinds: readonly LatentKind[];
  /** Seed of the new grid. */
  seed: number;
  /** Those to sample again; all when absent. */
  only?: readonly number[];
}

/**
 * Tasks of the next grid: a cell that is pinned whole, or is not one to sample again, stays as it is; every other
 * one is sampled again with its pinned kinds given.
 * @param parent as `findParent` gives it
 */
export function rerollTasks(parent: Generation, pins: readonly Pin[], plan: RerollPlan): CellTask[] {
  const { kinds, seed, only } = plan;
  return parent.cells.map((cell, index) => {
    const isHeld = pins.some((pin) => pin.cell === cell.index && pin.kind === null);
    if (isHeld || (only !== undefined && !only.includes(cell.index))) return { mode: 'keep', from: cell.index };
    const pinned = pinnedLatents(parent, pins, cell);
    // With anything left open, other artwork may be recalled; without, the picture is of the artwork that it was of.
    // Single cells of a pack stay the same artwork.
    const isOfPack = only !== undefined && isPack(parent);
    const draft = isComplete(pinned.latents, kinds) ? pinned.draft : isOfPack ? cell.draft : null;
    return newCell({ ...pinned, draft, prompt: cell.prompt }, kinds, cellSeed(seed, index));
  });
}

/**
 * Latents that pins of kinds give to a cell: its own, or those of the cell that the pin names. What is the cell's alone
 * goes first.
 */
function pinnedLatents({ cells }: Generation, pins: readonly Pin[], cell: Cell): Given {
  const sources: Partial<Record<LatentKind, Cell>> = {};
  for (const { cell: index, kind, isLocal = false } of [...pins].sort(localLast)) {
    const source = index === null ? cell : cells.find((one) => one.index === index);
    if (kind !== null && source !== undefined && (!isLocal || source === cell)) sources[kind] = source;
  }
  return madeOf(sources);
}

function localLast(one: Pin, other: Pin): number {
  return Number(one.isLocal ?? false) - Number(other.isLocal ?? false);
}

/**
 * What a cell is given that takes each kind from the cell named for it. The artwork is that of the cell which the
 * description comes from, fitted to the boxes, blobs and palette of the others.
 * @param sources cells of `findParent`
 */
export function madeOf(sources: Partial<Record<LatentKind, Cell>>): Given {
  const entries = LATENT_KINDS.flatMap((kind) => (sources[kind] === undefined ? [] : [[kind, sources[kind]] as const]));
  const parts = entries.map(([kind, source]) => partOf(source, [kind]));
  const latents: Latents = Object.assign({}, ...parts.map((part) => part.latents));
  const lead = sources.description ?? entries[0]?.[1];
  const foreign = entries.flatMap(([kind, source]) => (source === lead ? [] : [kind]));
  return {
    ...given(
      latents,
      'pinned',
      parts.flatMap(({ lost }) => lost),
    ),
    draft: lead?.draft ? fitted(lead.draft, pickKinds(latents, foreign)) : null,
  };
}

/**
 * The draft in the boxes, on the blobs and in the palette that are given. Where it is moved, the rest of its old place
 * goes.
 */
function fitted(draft: Draft, { boxes, blobs, palette }: Latents): Draft {
  const { boxes: oldBoxes, blobs: oldBlobs, ...rest } = draft;
  const isMoved = boxes !== undefined || blobs !== undefined;
  const place = isMoved ? { boxes, blobs } : { boxes: oldBoxes, blobs: oldBlobs };
  return withoutUndefined({ ...rest, ...place, palette: palette ?? draft.palette });
}

/** Some kinds of a cell of `findParent`: those that are there, and what is lost of them. */
export function partOf(cell: Cell, kinds: readonly LatentKind[]): { latents: Latents; lost: Lost[] } {
  return { latents: pickKinds(cell.latents, kinds), lost: cell.lost.filter(({ kind }) => kinds.includes(kind)) };
}

/**
 * Pins of a parent less those of kinds that none of their cells has any more: what is sampled in their place is not
 * pinned.
 */
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

/** Tasks of a grid in which one cell is made anew and all others stay as they are. */
export function onlyCell({ cells }: Generation, index: number, task: CellTask): CellTask[] {
  return cells.map((cell) => (cell.index === index ? task : { mode: 'keep', from: cell.index }));
}

/**
 * Pins after some kinds of a cell were chosen: it is not kept whole any more, and keeps those from reroll to reroll.
 */
export function withChosen(pins: readonly Pin[], cell: number, kinds: readonly LatentKind[]): Pin[] {
  const others = pins.filter((pin) => pin.cell !== cell || pin.kind !== null);
  // What goes to all cells from this one, goes on doing so.
  const free = kinds.filter((kind) => !others.some((pin) => pin.cell === cell && pin.kind === kind));
  return [...others, ...free.map((kind): Pin => ({ cell, kind, isLocal: true }))];
}
