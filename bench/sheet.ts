import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
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
  },
});

/** A sheet of the everyday prompts at default settings, four cells each, no choosing: what a user gets. */
async function drawSheet(): Promise<void> {
  const engine = await createEngine(await loadBundle(values.bundle));
  const guidance = values.guidance === undefined ? {} : { guidance: Number(values.guidance) };
  const blocks: SheetBlock[] = [];
  for (const prompt of PROMPTS) {
    const { cells } = await engine.plan({ prompt, count: CELLS, variety: 60, seed: Number(values.seed) });
    blocks.push({ label: prompt, images: await paintToEnd(engine, { prompt, cells, ...guidance }) });
  }
  await engine.dispose();
  await writeFile(values.out, await renderSheet(blocks, PER_ROW));
  console.log(`Sheet: ${values.out}`);
}

await drawSheet();
