import { GenerationFailed } from '../core/failures.js';
import { findBlockedLatent } from '../core/latent-texts.js';
import { carryTask } from '../core/tasks/carry-task.js';
import type { Cell, CellTask, Generation, Resampled } from '../core/types.js';
import { visualTokenizerOf } from '../engine/bundle/visual-tokenizer.js';
import type { LatentContext } from '../engine/latents/context.js';
import { presentKinds } from '../engine/latents/kinds.js';
import { LATENT_KINDS, type Latents } from '../engine/latents/latents.js';
import { createRng } from '../engine/rng.js';
import type { CellPlan, Engine } from '../engine/types.js';

/** How often a cell whose latents say something blocked is sampled again before it is given up. */
const MOST_RETRIES = 5;

type SampleTask = Extract<CellTask, { mode: 'sample' }>;

/** Cells as planned, the number of plans that they were chosen from, and whether nothing had to be sampled. */
export interface PlannedCells {
  cells: Cell[];
  candidates: number;
}

/**
 * Decides the latents of every cell: keeps, takes over, or samples conditioned on what is given. Cells that are given the same are
 * planned together, so that they differ from each other. The same generation gives the same cells. What it gives may be of the bundle
 * of whoever accepted it, and is carried over to this one.
 *
 * @param model the engine's bundle
 * @param kept the parent's cells, by index
 * @throws GenerationFailed `blocked_latents` when a cell stays blocked, `parent_gone` when a kept cell is no more
 */
export async function planCells(
  engine: Pick<Engine, 'plan'>,
  model: LatentContext,
  generation: Generation,
  kept: readonly Cell[],
  signal: AbortSignal,
): Promise<PlannedCells> {
  const tasks = generation.tasks.map((task) => carryTask(task, model));
  const visualTokenizer = visualTokenizerOf(model.manifest);
  const cells = new Map<number, Cell>();
  let candidates = 0;
  for (const [index, task] of tasks.entries()) {
    if (task.mode === 'keep') cells.set(index, keepCell(task.from, index, kept));
    if (task.mode === 'paint') {
      const { seed, given, origins } = task;
      const decided = { latents: given, origins, lost: lostOf(task), resampled: [] };
      cells.set(index, { index, seed, ...decided, visualTokenizer, imageKey: null });
    }
  }
  for (const [group, indices] of alike(tasks).entries()) {
    const task = tasks[indices[0]!] as SampleTask;
    const plan = await engine.plan(planRequest(generation, task.given, indices.length, group), signal);
    candidates += plan.candidates;
    for (const [k, index] of indices.entries()) {
      const mine = await untilAllowed(engine, generation, task, plan.cells[k]!, index, signal);
      const { latents, seed } = mine.plan;
      const decided = {
        latents,
        origins: originsOf(latents, task),
        lost: lostOf(tasks[index]!),
        resampled: mine.resampled,
      };
      cells.set(index, { index, seed, ...decided, visualTokenizer, imageKey: null });
    }
  }
  return { cells: tasks.map((_, index) => cells.get(index)!), candidates: Math.max(candidates, 1) };
}

function lostOf(task: CellTask): Cell['lost'] {
  return task.mode === 'keep' ? [] : [...(task.lost ?? [])];
}

function keepCell(from: number, index: number, kept: readonly Cell[]): Cell {
  const cell = kept.find((one) => one.index === from);
  if (cell === undefined) {
    throw new GenerationFailed({
      code: 'parent_gone',
      message: 'The picture that was to be kept has been deleted.',
      data: { cell: from + 1 },
    });
  }
  const origins = Object.fromEntries(presentKinds(cell.latents).map((kind) => [kind, 'kept' as const]));
  return { ...cell, index, origins, resampled: [], lost: [] };
}

/** Indices of the cells to sample, those given the same latents together. */
function alike(tasks: readonly CellTask[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, task] of tasks.entries()) {
    if (task.mode !== 'sample') continue;
    // Field order as in LATENT_KINDS, whoever wrote the task.
    const key = JSON.stringify(LATENT_KINDS.map((kind) => [task.given[kind] ?? null, task.origins[kind] ?? null]));
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function planRequest({ prompt, settings }: Generation, pinned: Latents, count: number, group: number) {
  const { variety, seed, kinds } = settings;
  return {
    prompt,
    count,
    variety,
    // The first group has the grid's own seed: a plain grid is the one that the command line draws.
    seed: group === 0 ? seed : createRng(seed, 'group', group).uint32(),
    pinned,
    ...(kinds === undefined ? {} : { kinds }),
  };
}

async function untilAllowed(
  engine: Pick<Engine, 'plan'>,
  generation: Generation,
  { given }: SampleTask,
  first: CellPlan,
  index: number,
  signal: AbortSignal,
): Promise<{ plan: CellPlan; resampled: Resampled[] }> {
  const { blocklist, settings } = generation;
  const resampled: Resampled[] = [];
  let plan = first;
  for (let retry = 0; ; retry++) {
    const blocked = findBlockedLatent(plan.latents, blocklist);
    if (blocked === null) return { plan, resampled };
    if (retry === MOST_RETRIES) {
      throw new GenerationFailed({
        code: 'blocked_latents',
        message: `Every plan for this prompt says "${blocked.term}", which is blocked here.`,
        data: { term: blocked.term, kind: blocked.kind, cell: index + 1 },
      });
    }
    resampled.push({ kind: blocked.kind, rule: blocked.term });
    const seed = createRng(settings.seed, 'again', index * MOST_RETRIES + retry).uint32();
    const again = await engine.plan({ ...planRequest(generation, given, 1, 0), seed }, signal);
    plan = again.cells[0]!;
  }
}

function originsOf(latents: Latents, { given, origins }: SampleTask): Cell['origins'] {
  return Object.fromEntries(
    presentKinds(latents).map((kind) => [kind, given[kind] === undefined ? 'sampled' : (origins[kind] ?? 'pinned')]),
  );
}
