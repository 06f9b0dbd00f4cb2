import { createRng } from '../basics/index.js';
import { vendiScore } from '../metrics/index.js';
import type { CellPlan, Plan, PlanRequest } from '../requests/index.js';

/**
 * A grid of chosen plans, each with a seed of its own for the noise of its diffusion. Of fewer plans than cells each
 * serves several, which then differ in their noise.
 *
 * @param chosen k ≥ 1 plans
 * @param kernel [k, k], how alike they are, ones on the diagonal
 */
export function gridOf(
  chosen: readonly Omit<CellPlan, 'seed'>[],
  kernel: readonly (readonly number[])[],
  { seed, count }: Pick<PlanRequest, 'seed' | 'count'>,
): Pick<Plan, 'cells' | 'vendi'> {
  const grid = Array.from({ length: count }, (_, cell) => cell % chosen.length);
  return {
    cells: grid.map((k, cell) => ({ ...chosen[k]!, seed: createRng(seed, 'cell-seed', cell).uint32() })),
    vendi: vendiScore(grid.map((i) => grid.map((j) => kernel[i]![j]!))),
  };
}
