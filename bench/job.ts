import { createRng } from '../src/engine/basics/rng.js';
import type { LatentContext } from '../src/engine/context/index.js';
import { seededNoise } from '../src/engine/diffusion/noise.js';
import { encodeContent, presentKinds } from '../src/engine/latents/index.js';
import { varietySettings } from '../src/engine/plan/variety.js';
import type { CellPlan } from '../src/engine/requests/types.js';
import type { Job } from './pytorch.js';
import { CELLS, PROMPT, type Setup, VARIETY } from './setup.js';

/** More steps than the longest sequence has. */
const STEPS = 256;

/** Uniform draws [steps][rows] for planning, the same for both sides. */
export function drawTable({ bundle }: Setup): number[][] {
  const { candidates } = varietySettings(VARIETY, CELLS, bundle.manifest.defaults);
  const rng = createRng(0, 'bench-draws');
  return Array.from({ length: STEPS }, () => Array.from({ length: candidates }, () => rng.uniform()));
}

/**
 * The work of a grid as PyTorch's side reads it: these draws to plan with, these cells to paint, the bundle's own
 * settings.
 */
export function jobOf(setup: Setup, context: LatentContext, draws: number[][], cells: readonly CellPlan[]): Job {
  const { bundle, threads } = setup;
  const { defaults, image } = bundle.manifest;
  const { temperature, topP, tokens } = varietySettings(VARIETY, CELLS, defaults);
  const ofKinds = (value: number, ofTokens: number) =>
    Object.fromEntries(bundle.manifest.kinds.map((kind) => [kind, kind === 'tokens' ? ofTokens : value]));
  const source = seededNoise(cells.map(({ seed }) => seed));
  const noise = image.resolutions.map((side) => {
    const all = Float32Array.from(cells.flatMap((_, cell) => [...source.initial(cell, side, 4 * side * side)]));
    return [side, Buffer.from(all.buffer).toString('base64')];
  });
  return {
    bundle: bundle.dir,
    threads,
    prompt: PROMPT,
    temperature: ofKinds(temperature, tokens.temperature),
    top_p: ofKinds(topP, tokens.topP),
    draws,
    contents: cells.map(({ latents }) =>
      Object.fromEntries(presentKinds(latents).map((kind) => [kind, encodeContent(kind, latents, context)])),
    ),
    noise: Object.fromEntries(noise),
    sampler: defaults.sampler,
    steps: defaults.steps,
    guidance: defaults.guidance,
    interval: defaults.guidance_interval ?? null,
  };
}
