import { createEngine } from '../src/engine/pipeline/engine.js';
import { paintToEnd } from './paint-to-end.js';
import type { Section } from './section.js';
import { PROMPT, type Setup, VARIETY } from './setup.js';
import { interleave } from './timing.js';

const CELLS = [1, 4, 9];
const STEPS = [6, 12, 24];

/**
 * What painting costs by the number of cells and of steps, without guidance, so that every step is one call for every
 * cell. Seconds a cell and step in parts of those of the first row: 1 everywhere would be exactly linear.
 */
export async function cost({ bundle, threads, rounds }: Setup): Promise<Section> {
  const engine = await createEngine(bundle, { threads });
  const { cells } = await engine.plan({
    prompt: PROMPT,
    count: Math.max(...CELLS),
    candidates: Math.max(...CELLS),
    variety: VARIETY,
    seed: 1,
  });
  const settings = CELLS.flatMap((count) => STEPS.map((steps) => ({ count, steps })));
  const contenders = Object.fromEntries(
    settings.map(({ count, steps }) => [
      nameOf(count, steps),
      async () => {
        const start = performance.now();
        await paintToEnd(engine, { prompt: PROMPT, cells: cells.slice(0, count), steps, guidance: 1 });
        return (performance.now() - start) / 1000;
      },
    ]),
  );
  const seconds = await interleave(contenders, rounds);
  await engine.dispose();
  const share = ({ count, steps }: { count: number; steps: number }) =>
    seconds[nameOf(count, steps)]!.median / (count * steps);
  return {
    name: 'cost',
    title: 'Painting by cells and steps',
    rows: settings.map((setting) => ({
      cells: setting.count,
      steps: setting.steps,
      'median, s': seconds[nameOf(setting.count, setting.steps)]!.median,
      'a cell and step, ms': share(setting) * 1000,
      'to 1 cell, 6 steps': share(setting) / share(settings[0]!),
    })),
    notes: [`Guidance 1, ${threads} threads, ${rounds} rounds in turn; text encoder and latents included.`],
  };
}

function nameOf(count: number, steps: number): string {
  return `${count} × ${steps}`;
}
