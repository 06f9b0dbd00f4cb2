import { createRng } from '../../engine/basics/index.js';
import type { Manifest } from '../../engine/manifest/index.js';
import { vendiScore } from '../../engine/metrics/index.js';
import { latentKernel } from '../../engine/plan/index.js';
import type { Engine, Plan, PlanRequest } from '../../engine/requests/index.js';

/**
 * One grid whose cells take the prompts in turn. Cells of one prompt are planned together, so that they differ. With
 * one prompt it is what the engine plans.
 *
 * @param request `count` is that of the whole grid
 * @param prompts at least one
 */
export async function planPrompts(
  engine: Pick<Engine, 'plan'>,
  request: Omit<PlanRequest, 'prompt'>,
  prompts: readonly string[],
  manifest: Manifest,
  signal: AbortSignal,
): Promise<Plan> {
  const { count, seed } = request;
  const used = prompts.slice(0, count);
  const plans: Plan[] = [];
  for (const [k, prompt] of used.entries()) {
    const own = {
      count: Math.ceil((count - k) / used.length),
      seed: k === 0 ? seed : createRng(seed, 'group', k).uint32(),
    };
    plans.push(await engine.plan({ ...request, ...own, prompt }, signal));
  }
  const [first] = plans;
  if (plans.length === 1) return first!;
  const cells = Array.from({ length: count }, (_, index) => {
    const k = index % used.length;
    return { ...plans[k]!.cells[Math.floor(index / used.length)]!, prompt: used[k]! };
  });
  const latents = cells.map((cell) => cell.latents);
  return {
    cells,
    vendi: vendiScore(latentKernel(latents, manifest)),
    candidates: plans.reduce((sum, { candidates }) => sum + candidates, 0),
    isExhausted: false,
  };
}
