import { ratioOf, SQUARE } from '../basics/index.js';
import type { CellPlan, Engine, Plan, PlanRequest } from '../requests/index.js';
import { readOptionsOf } from '../words/index.js';
import { inMiddleOf } from './in-middle.js';
import { type ProposedParts, planProposed } from './plan-proposed.js';

/**
 * Which prompts are planned in words, where whoever paints them knows more than memory: those of which memory knows
 * nothing, those with a word that it does not know too, or all.
 */
export type PlannedInWords = 'unknown' | 'partly' | 'all';

export interface PlannerParts extends ProposedParts {
  /** Plans all else. */
  engine: Pick<Engine, 'plan'>;
  /** Default: `unknown`. */
  plannedInWords?: PlannedInWords;
}

/**
 * Plans by our own prior what it knows, and in words what it does not. What goes on from a draft, or has somebody's own
 * picture in it, is our own prior's whatever else is set.
 */
export function createPlanner(parts: PlannerParts): Pick<Engine, 'plan'> {
  return {
    async plan(request, signal) {
      if (isInWords(parts, request)) return planProposed(parts, request, signal);
      return onCanvas(await parts.engine.plan(request, signal), request);
    },
  };
}

/** Our own prior plans squares: what it drafts stands in the middle of a canvas of another shape. */
function onCanvas(plan: Plan, { aspect = SQUARE, pinned = {} }: PlanRequest): Plan {
  if (aspect === SQUARE) return plan;
  const ratio = ratioOf(aspect);
  const isFitted = ({ draft }: CellPlan) => draft === undefined || (draft.boxes ?? draft.blobs) !== undefined;
  const moved = (cell: CellPlan) =>
    isFitted(cell) ? cell : { ...cell, latents: { ...inMiddleOf(cell.latents, ratio), ...pinned } };
  return { ...plan, cells: plan.cells.map(moved) };
}

function isInWords(
  { context, plannedInWords = 'unknown' }: PlannerParts,
  { isForAnyWords, draft, moods, own = [], prompt, ...request }: PlanRequest,
): boolean {
  if (isForAnyWords !== true || draft !== undefined || moods !== undefined) return false;
  if (own.some(({ isWhole }) => isWhole)) return false;
  const { things, notes } = context.reader.read(prompt, readOptionsOf({ ...request, own }));
  if (things.some(({ called }) => called !== undefined)) return false;
  const isUnknown = things.length === 0;
  if (plannedInWords === 'unknown') return isUnknown;
  return plannedInWords === 'all' || isUnknown || notes.some(({ type }) => type === 'unknown');
}
