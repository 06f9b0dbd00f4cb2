import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readPrompts } from '../src/cli/eval/prompts.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { createEngine } from '../src/engine/engine.js';
import { renderSheet, type SheetBlock } from '../src/images/sheet.js';
import { paintToEnd } from './paint-to-end.js';

/** Everyday prompts that the shipped bundle is judged by, in the order drawn. */
const PROMPTS = [
  ...['cat', 'pizza', 'rocket', 'red car', 'tree', 'house', 'heart', 'ghost', 'dog', 'fish'],
  ...['apple', 'sun', 'flower', 'guitar', 'cake', 'robot', 'umbrella', 'butterfly', 'airplane', 'a cat and a pizza'],
  ...['a blue cat', 'two hearts', 'ein grüner Drache', 'un gato y una estrella'],
];
const CELLS = 4;
const PER_ROW = 2;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    out: { type: 'string', default: 'models/stickers/sheet.png' },
    seed: { type: 'string', default: '7' },
    guidance: { type: 'string' },
    // A file with a prompt a line, instead of the everyday ones.
    prompts: { type: 'string' },
    // Each prompt twice: what the prior samples first, of which nothing is chosen, and beside it what the planner makes of it.
    compare: { type: 'boolean', default: false },
  },
});

/** A sheet of prompts at default settings, four cells each, picked by nobody: what a user gets. */
async function drawSheet(): Promise<void> {
  const prompts = values.prompts === undefined ? PROMPTS : await readPrompts(values.prompts);
  const engine = await createEngine(await loadBundle(values.bundle));
  const guidance = values.guidance === undefined ? {} : { guidance: Number(values.guidance) };
  const blocks: SheetBlock[] = [];
  const draw = async (prompt: string, label: string, candidates?: number) => {
    const request = { prompt, count: CELLS, variety: 60, seed: Number(values.seed) };
    const { cells } = await engine.plan(candidates === undefined ? request : { ...request, candidates });
    blocks.push({ label, images: await paintToEnd(engine, { prompt, cells, ...guidance }) });
  };
  for (const prompt of prompts) {
    if (values.compare) await draw(prompt, `${prompt} (sampled)`, CELLS);
    await draw(prompt, values.compare ? `${prompt} (planned)` : prompt);
  }
  await engine.dispose();
  await writeFile(values.out, await renderSheet(blocks, PER_ROW));
  console.log(`Sheet: ${values.out}`);
}

await drawSheet();
