import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { readPrompts } from '../src/cli/eval/prompts.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { decodePixels } from '../src/engine/memory/pictures.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { encodeWebp } from '../src/images/sharp.js';
import { renderSheet, type SheetBlock } from '../src/images/sheet.js';
import { paintToEnd } from './paint-to-end.js';

const CELLS = 4;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    // PNG or WebP, as its name ends.
    out: { type: 'string', default: 'models/stickers/sheet.webp' },
    seed: { type: 'string', default: '7' },
    guidance: { type: 'string' },
    // 0–100; the default when absent.
    recall: { type: 'string' },
    // A file with a prompt a line.
    prompts: { type: 'string', default: 'bench/prompts/things.txt' },
    'per-row': { type: 'string', default: '3' },
    // Each prompt twice: what the prior samples first, of which nothing is chosen, and beside it what the planner makes
    // of it.
    compare: { type: 'boolean', default: false },
    // Prompts with their numbers; of those that the labels' font cannot write, the number alone.
    numbered: { type: 'boolean', default: false },
  },
});

function numbered(label: string, number: number): string {
  return /^[ -\u024f]*$/u.test(label) ? `${number}  ${label}` : String(number);
}

/** A sheet of prompts at default settings, four cells each, picked by nobody: what a user gets. */
async function drawSheet(): Promise<void> {
  const prompts = await readPrompts(values.prompts);
  const engine = await createEngine(await loadBundle(values.bundle));
  const guidance = values.guidance === undefined ? {} : { guidance: Number(values.guidance) };
  const recall = values.recall === undefined ? {} : { recall: Number(values.recall) };
  const blocks: SheetBlock[] = [];
  const draw = async (prompt: string, label: string, candidates?: number) => {
    const request = { prompt, count: CELLS, variety: 60, seed: Number(values.seed), ...recall };
    const { cells } = await engine.plan(candidates === undefined ? request : { ...request, candidates });
    blocks.push({
      label: values.numbered ? numbered(label, blocks.length + 1) : label,
      images: await paintToEnd(engine, { prompt, cells, ...guidance }),
    });
  };
  for (const prompt of prompts) {
    if (values.compare) await draw(prompt, `${prompt} (sampled)`, CELLS);
    await draw(prompt, values.compare ? `${prompt} (planned)` : prompt);
  }
  await engine.dispose();
  const sheet = await renderSheet(blocks, Number(values['per-row']));
  await writeFile(values.out, extname(values.out) === '.webp' ? await encodeWebp(await decodePixels(sheet)) : sheet);
  console.log(`Sheet: ${values.out}`);
}

await drawSheet();
