import { createRng, type RgbaImage } from '../basics/index.js';

import type { CellPlan, Engine, PaintRequest } from '../requests/index.js';
import { type Method, methodSettings } from './methods.js';

/** The engines that paint; the baseline's is needed for its methods alone. */
export interface Engines {
  kaleido: Engine;
  baseline?: Engine;
}

/** Pictures of one prompt to paint by one method. */
export interface PaintTask
  extends Pick<PaintRequest, 'sampler' | 'steps' | 'guidance' | 'guidanceRule' | 'guidanceInterval'> {
  method: Method;
  prompt: string;
  /** Pictures wanted: two at least, in `RANGES.count`. */
  count: number;
  seed: number;
  /** Scale of the noise of the methods with CADS. */
  cadsScale?: number;
}

/** Paints pictures of prompts by a method. Plans are kept, as one serves every guidance scale. */
export interface Painter {
  /** @throws RangeError where the method needs a baseline and there is none; else as the engine does */
  paint(task: PaintTask, signal: AbortSignal): Promise<RgbaImage[]>;
}

/** @param engines what paints */
export function createPainter(engines: Engines): Painter {
  const plans = new Map<string, Promise<CellPlan[]>>();

  const plan = async ({ method, prompt, count, seed }: PaintTask, signal: AbortSignal): Promise<CellPlan[]> => {
    const settings = methodSettings(method, count);
    if (settings.plan) return (await engines.kaleido.plan({ prompt, count, seed, ...settings.plan }, signal)).cells;
    // The same noise as a planned grid of this seed has.
    return Array.from({ length: count }, (_, cell) => {
      return { latents: {}, logLikelihood: 0, seed: createRng(seed, 'cell-seed', cell).uint32() };
    });
  };

  return {
    async paint(task, signal) {
      const { method, count, seed, prompt, cadsScale, ...request } = task;
      const { baseline, cads, plan: planning, paintsByRecall } = methodSettings(method, count, cadsScale);
      const engine = baseline ? engines.baseline : engines.kaleido;
      if (!engine) throw new RangeError(`${method} needs the baseline's bundle`);
      const key = JSON.stringify([prompt, count, seed, planning]);
      const cells = await (plans.get(key) ?? plans.set(key, plan(task, signal)).get(key)!);
      for await (const event of engine.paint({ ...(paintsByRecall ? {} : request), cads, prompt, cells }, signal)) {
        if (event.type === 'done') return event.images;
      }
      throw new Error(`The painting of "${prompt}" ended without pictures.`);
    },
  };
}
