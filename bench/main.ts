import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.js';
import { createEngine, loadBundle } from '../src/index.js';

const { values } = parseArgs({
  options: {
    bundle: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    count: { type: 'string', default: '4' },
  },
});
const config = readConfig();
const PROMPT = 'a cat and a pizza';

async function time<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

const load = await time(async () => {
  const bundle = await loadBundle(values.bundle ?? config.bundleDir);
  return createEngine(bundle, { ...config, onWarning: (message) => console.error(message) });
});
const engine = load.result;
const count = Number(values.count);
const rounds: { plan: number; paint: number; steps: number }[] = [];
// Round 0 opens the painting sessions and is left out of the medians.
for (let round = 0; round <= Number(values.rounds); round++) {
  const plan = await time(() => engine.plan({ prompt: PROMPT, count, variety: 60, seed: round }));
  const paint = await time(async () => {
    let steps = 0;
    for await (const event of engine.paint({ prompt: PROMPT, cells: plan.result.cells })) {
      if (event.type === 'step') steps = event.steps;
    }
    return steps;
  });
  if (round > 0) rounds.push({ plan: plan.seconds, paint: paint.seconds, steps: paint.result });
}
await engine.dispose();

const paint = median(rounds.map((round) => round.paint));
console.log(`${count} cells of "${PROMPT}", median of ${rounds.length} rounds, ${config.providers.join(', ')}`);
console.log(`load   ${load.seconds.toFixed(2)} s (bundle check, text encoder, prior)`);
console.log(`plan   ${median(rounds.map((round) => round.plan)).toFixed(2)} s`);
console.log(
  `paint  ${paint.toFixed(2)} s (${rounds[0]!.steps} steps, ${(paint / rounds[0]!.steps).toFixed(3)} s each)`,
);
console.log(`memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`);
