import { createRng, type RgbaImage } from '../../engine/basics/index.js';
import type { Bundle } from '../../engine/bundle/index.js';
import type { Manifest } from '../../engine/manifest/index.js';
import { vendiScore } from '../../engine/metrics/index.js';
import type { Painter } from '../../engine/painters/index.js';
import { latentKernel } from '../../engine/plan/index.js';
import type { Engine, Plan, PlanRequest } from '../../engine/requests/index.js';
import { readOptionsOf } from '../../engine/words/index.js';
import type { ProgressBar } from '../output/index.js';
import type { AskedGrid } from './asked.js';

/** A grid that was planned and painted. */
export interface Made {
  plan: Plan;
  images: RgbaImage[];
}

/** @throws the signal's reason when aborted, and those of the engine */
export async function planAndPaint(
  engine: Pick<Engine, 'plan'>,
  painter: Painter,
  { prompts, reading, painting, replayed, request }: AskedGrid,
  { manifest }: Bundle,
  signal: AbortSignal,
  progress: ProgressBar,
): Promise<Made> {
  progress.stage('Planning', 1);
  const planned = await planPrompts(engine, request, prompts, manifest, signal);
  const cells = planned.cells.map((cell) => (replayed === null ? cell : { ...cell, draft: replayed }));
  const asked = { ...painting, ...readOptionsOf(reading), prompt: request.prompt, cells };
  let images: RgbaImage[] = [];
  let isBegun = false;
  for await (const event of painter.paint(asked, signal)) {
    if (event.type === 'step') {
      if (!isBegun) progress.stage('Painting', event.steps);
      isBegun = true;
      progress.step(event.step);
    } else if (event.type === 'done') {
      images = event.images;
    }
  }
  return { plan: { ...planned, cells }, images };
}

/**
 * One grid whose cells take the prompts in turn. Cells of one prompt are planned together, so that they differ. With
 * one prompt it is what the engine plans.
 *
 * @param request `count` is that of the whole grid
 * @param prompts at least one
 */
async function planPrompts(
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
