import { isPack, withoutUndefined } from '../core/basics/index.js';
import { carryOver } from '../core/contents/index.js';
import type { Cell, Generation, GenerationStore } from '../core/index.js';
import type { Bundle } from '../engine/bundle/index.js';
import type { LatentContext } from '../engine/context/index.js';
import type { Draft } from '../engine/draft/index.js';
import { visualTokenizerOf } from '../engine/manifest/index.js';
import { vendiScore } from '../engine/metrics/index.js';
import type { OwnThing } from '../engine/own/index.js';
import { latentKernel } from '../engine/plan/index.js';
import type { Engine } from '../engine/requests/index.js';
import { createPlanner, type PlannerParts } from '../engine/text-prior/index.js';
import { type PlannedCells, planCells } from './plan-cells.js';

/** Drafts that a reroll keeps clear of; of a longer line the newest. */
const MOST_SHOWN = 400;

export interface PlanningOptions {
  engine: Pick<Engine, 'plan'>;
  bundle: Pick<Bundle, 'manifest'>;
  context: LatentContext;
  generations: Pick<GenerationStore, 'find' | 'shownDrafts'>;
  /** What is planned in words, and by whom; default: what memory does not know, of templates. */
  inWords?: PlansInWords | undefined;
  /** Told how long, in ms, the engine took for each plan once its turn had come. */
  onPlanned?: (milliseconds: number) => void;
}

/** How plans are made in words. */
export type PlansInWords = Pick<PlannerParts, 'prior' | 'plannedInWords' | 'onStandIn'>;

/** A plan and how different its cells are. */
export interface MeasuredPlan extends PlannedCells {
  /** Vendi score of the latents, from 1 (all alike) to the number of cells. */
  vendi: number;
}

/**
 * Plans generations, each after what its parent and its line hold. The engine makes one plan after another; nobody
 * waits for a language model that plans for somebody else.
 *
 * @returns plans; throws what `planCells` throws, or the signal's reason
 */
export function createPlanning(
  options: PlanningOptions,
): (generation: Generation, own: readonly OwnThing[], signal: AbortSignal) => Promise<MeasuredPlan> {
  const { bundle, context, generations, inWords } = options;
  const planner = createPlanner({ ...inWords, context, engine: takingTurns(options) });

  return async (generation, own, signal) => {
    const kept = await parentCells(generations, generation);
    const shown = await shownBefore(generations, generation);
    const planned = await planCells(planner, context, generation, { kept, shown, own }, signal);
    // A kept cell may be of another bundle.
    const latents = planned.cells.map((cell) => carryOver(cell, context).latents);
    return { ...planned, vendi: vendiScore(latentKernel(latents, bundle.manifest)) };
  };
}

/**
 * What an attempt that was put aside had decided, as far as this bundle can paint it; null where there is nothing.
 */
export function plannedBefore(
  { cells, tasks, vendi, candidates, isExhausted, standIn }: Generation,
  { manifest }: Pick<Bundle, 'manifest'>,
): MeasuredPlan | null {
  if (cells.length === 0 || vendi === null || candidates === null) return null;
  const visualTokenizer = visualTokenizerOf(manifest);
  const isOurs = (cell: Cell) => tasks[cell.index]?.mode === 'keep' || cell.visualTokenizer === visualTokenizer;
  if (!cells.every(isOurs)) return null;
  return { cells, vendi, candidates, isExhausted, ...withoutUndefined({ standIn }) };
}

/** The engine's planning, one request after another. */
function takingTurns({
  engine,
  onPlanned = () => undefined,
}: Pick<PlanningOptions, 'engine' | 'onPlanned'>): Pick<Engine, 'plan'> {
  const inTurn = createTurns();
  return {
    plan: (request, signal) =>
      inTurn(async () => {
        signal?.throwIfAborted();
        const start = performance.now();
        const plan = await engine.plan(request, signal);
        onPlanned(performance.now() - start);
        return plan;
      }),
  };
}

async function parentCells(
  generations: Pick<GenerationStore, 'find'>,
  { parentId, tasks }: Generation,
): Promise<Cell[]> {
  const isNeeded = parentId !== null && tasks.some(({ mode }) => mode === 'keep');
  return isNeeded ? ((await generations.find(parentId))?.cells ?? []) : [];
}

/** What the generation's line has shown: what is made of a grid shows other things, as long as there are any. */
async function shownBefore(
  generations: Pick<GenerationStore, 'shownDrafts'>,
  generation: Generation,
): Promise<Draft[]> {
  const isFirst = generation.rootId === generation.id;
  const isSampled = generation.tasks.some(
    (task) => task.mode === 'sample' && (isPack(generation) || task.draft === undefined),
  );
  return isFirst || !isSampled ? [] : generations.shownDrafts(generation, MOST_SHOWN);
}

/** Runs tasks one after another. */
function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
