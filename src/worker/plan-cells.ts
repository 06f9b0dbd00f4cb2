import { withoutUndefined } from '../core/basics/index.js';
import { carryTask } from '../core/contents/index.js';
import type { Cell, CellTask, Generation, Resampled } from '../core/index.js';
import { findBlockedLatent } from '../core/policy/index.js';
import { GenerationFailed } from '../core/work/index.js';
import { createRng } from '../engine/basics/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Draft } from '../engine/draft/index.js';
import { LATENT_KINDS, type Latents, presentKinds } from '../engine/latents/index.js';

import { visualTokenizerOf } from '../engine/manifest/index.js';
import type { OwnThing } from '../engine/own/index.js';
import type { CellPlan, Engine, PlanRequest, StandIn } from '../engine/requests/index.js';
import { readOptionsOf } from '../engine/words/index.js';

/** How often a cell whose latents say something blocked is sampled again before it is given up. */
const MOST_RETRIES = 5;

type SampleTask = Extract<CellTask, { mode: 'sample' }>;
type PaintTask = Extract<CellTask, { mode: 'paint' }>;
/** What is decided of a cell that is not kept. */
type DecidedCell = Omit<Cell, 'index' | 'visualTokenizer' | 'imageKey'>;

/** A plan that says nothing blocked, and what others before it said. */
interface AllowedPlan {
  plan: CellPlan;
  resampled: Resampled[];
}

/** What a generation is made after; nothing of it is needed for a plain new grid. */
export interface MadeBefore {
  /** The parent's cells, some of which are to be kept. */
  kept?: readonly Cell[];
  /** What cells that are drawn anew shall not look like. */
  shown?: readonly Draft[];
  /** Things of people's own that it may draw. */
  own?: readonly OwnThing[];
}

/** Cells as planned. */
export interface PlannedCells {
  cells: Cell[];
  /** The number of plans that they were chosen from. */
  candidates: number;
  /** Memory had nothing new left for some of them. */
  isExhausted: boolean;
  /** Why some are made of templates that a text prior was to make. */
  standIn?: StandIn;
}

/**
 * Decides the latents of every cell: keeps, takes over, or samples conditioned on what is given. Cells that are given
 * the same are planned together, so that they differ from each other. The same generation gives the same cells. What it
 * gives may be of the bundle of whoever accepted it, and is carried over to this one.
 *
 * @param model the engine's bundle
 * @param before what was made before it
 * @throws GenerationFailed `blocked_latents` when a cell stays blocked, `parent_gone` when a kept cell is no more
 */
export async function planCells(
  engine: Pick<Engine, 'plan'>,
  model: LatentContext,
  generation: Generation,
  { kept = [], shown = [], own = [] }: MadeBefore,
  signal: AbortSignal,
): Promise<PlannedCells> {
  const tasks = generation.tasks.map((task) => carryTask(task, model));
  const visualTokenizer = visualTokenizerOf(model.manifest);
  const cells = new Map<number, Cell>();
  const decide = (index: number, decided: DecidedCell) =>
    cells.set(index, { index, ...decided, visualTokenizer, imageKey: null });
  let candidates = 0;
  let isExhausted = false;
  let standIn: StandIn | undefined;
  for (const [index, task] of tasks.entries()) {
    if (task.mode === 'keep') cells.set(index, keepCell(task.from, index, kept));
    if (task.mode === 'paint') decide(index, givenCell(task));
  }
  for (const [group, indices] of alike(tasks).entries()) {
    const wanted = { shown, own, cells: indices, group };
    const request = planRequest(generation, sampleTask(tasks, indices[0]!), wanted);
    const plan = await engine.plan(request, signal);
    candidates += plan.candidates;
    isExhausted ||= plan.isExhausted;
    standIn ??= plan.standIn;
    for (const [k, index] of indices.entries()) {
      const own = request.moods ? { ...request, moods: [request.moods[k]!] } : request;
      const allowed = await untilAllowed(engine, generation, own, plan.cells[k]!, index, signal);
      decide(index, sampledCell(sampleTask(tasks, index), allowed));
    }
  }
  const planned = { candidates: Math.max(candidates, 1), isExhausted, ...withoutUndefined({ standIn }) };
  return { cells: tasks.map((_, index) => cells.get(index)!), ...planned };
}

function sampleTask(tasks: readonly CellTask[], index: number): SampleTask {
  return tasks[index] as SampleTask;
}

/** A cell that paints what it is given. */
function givenCell(task: PaintTask): DecidedCell {
  const { seed, given, origins, draft = null, prompt = null } = task;
  return { seed, latents: given, origins, lost: lostOf(task), resampled: [], draft, prompt };
}

function sampledCell(task: SampleTask, { plan, resampled }: AllowedPlan): DecidedCell {
  const { latents, seed, draft = null } = plan;
  return {
    seed: task.seed ?? seed,
    latents,
    origins: originsOf(latents, task),
    lost: lostOf(task),
    resampled,
    draft,
    prompt: task.prompt ?? null,
  };
}

function lostOf(task: CellTask): Cell['lost'] {
  return task.mode === 'keep' ? [] : [...(task.lost ?? [])];
}

function keepCell(from: number, index: number, kept: readonly Cell[]): Cell {
  const cell = kept.find((one) => one.index === from);
  if (cell === undefined) {
    throw new GenerationFailed('parent_gone', { cell: from + 1 });
  }
  const origins = Object.fromEntries(presentKinds(cell.latents).map((kind) => [kind, 'kept' as const]));
  return { ...cell, index, origins, resampled: [], lost: [] };
}

/** Indices of the cells to sample, those of the same prompt that are given the same together. */
function alike(tasks: readonly CellTask[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, task] of tasks.entries()) {
    if (task.mode !== 'sample') continue;
    // Field order as in LATENT_KINDS, whoever wrote the task.
    const latents = LATENT_KINDS.map((kind) => [task.given[kind] ?? null, task.origins[kind] ?? null]);
    const key = JSON.stringify([task.prompt ?? null, task.draft ?? null, latents]);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function planRequest(
  { prompt, settings }: Generation,
  task: SampleTask,
  {
    shown,
    own,
    cells,
    group,
  }: Required<Pick<MadeBefore, 'shown' | 'own'>> & {
    cells: readonly number[];
    group: number;
  },
): PlanRequest {
  const { variety, seed, kinds, recall, aspect } = settings;
  const moods = moodsFor(settings, task);
  return {
    prompt: task.prompt ?? prompt,
    count: cells.length,
    variety,
    // The first group has the grid's own seed: a plain grid is the one that the command line draws.
    seed: group === 0 ? seed : createRng(seed, 'group', group).uint32(),
    pinned: task.given,
    ...withoutUndefined({ kinds, recall, aspect }),
    ...readOptionsOf({ ...settings, own }),
    ...(settings.painter === undefined ? {} : { isForAnyWords: true }),
    ...(moods === undefined ? {} : { moods: cells.map((cell) => moods[cell]!), shown }),
    // What is to stay as it was is no news.
    ...(task.draft === undefined ? { shown } : { draft: task.draft }),
  };
}

/** Moods of a pack, where a cell is still to be found a way to show its own: no latent but the palette is chosen. */
function moodsFor({ moods }: Generation['settings'], { given, draft }: SampleTask): readonly string[] | undefined {
  const isOpen = presentKinds(given).every((kind) => kind === 'palette' && draft === undefined);
  return isOpen ? moods : undefined;
}

async function untilAllowed(
  engine: Pick<Engine, 'plan'>,
  { blocklist, settings }: Generation,
  request: PlanRequest,
  first: CellPlan,
  index: number,
  signal: AbortSignal,
): Promise<AllowedPlan> {
  const resampled: Resampled[] = [];
  const refused: Draft[] = [];
  let plan = first;
  for (let retry = 0; ; retry++) {
    const blocked = findBlockedLatent(plan.latents, blocklist);
    if (blocked === null) return { plan, resampled };
    if (retry === MOST_RETRIES) {
      throw new GenerationFailed('blocked_latents', { ...blocked, cell: index + 1 });
    }
    resampled.push({ kind: blocked.kind, rule: blocked.term });
    const seed = createRng(settings.seed, 'again', index * MOST_RETRIES + retry).uint32();
    // What says it once, says it again: other artwork may not.
    if (plan.draft !== undefined) refused.push(plan.draft);
    const shown = [...(request.shown ?? []), ...refused];
    const again = await engine.plan({ ...request, count: 1, seed, shown }, signal);
    plan = again.cells[0]!;
  }
}

function originsOf(latents: Latents, { given, origins }: SampleTask): Cell['origins'] {
  return Object.fromEntries(
    presentKinds(latents).map((kind) => [kind, given[kind] === undefined ? 'sampled' : (origins[kind] ?? 'pinned')]),
  );
}
