import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { readPrompts } from '../src/cli/eval/prompts.js';
import { readOwnThings } from '../src/cli/imagine/own-things.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { decodePixels } from '../src/engine/memory/pictures.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { createPromptReader, type PromptReading } from '../src/engine/words/index.js';
import { writable } from '../src/images/lettering.js';
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
    // Own things, as of `kaleido imagine`.
    thing: { type: 'string', multiple: true, default: [] },
    // Prompts with their numbers.
    numbered: { type: 'boolean', default: false },
  },
});

/** What the labels' font cannot write of a prompt is left out, and the whole is in a legend of numbers. */
function labelOf(prompt: string, number: number, legend: string[]): string {
  const written = writable(prompt).replace(/\s+/g, ' ').trim();
  const isWhole = written === prompt;
  if (!isWhole) legend.push(`${number}  ${prompt}`);
  return isWhole && !values.numbered ? prompt : `${number}  ${written}`;
}

/** Why nothing is painted of a prompt; undefined where something is. */
function refusalOf({ things, notes }: PromptReading): string | undefined {
  if (things.length > 0) return undefined;
  const said = notes.map(({ said: words }) => words).join(', ');
  return writable(`refused: ${said}`);
}

/** A sheet of prompts at default settings, four cells each, picked by nobody: what a user gets. */
async function drawSheet(): Promise<void> {
  const prompts = await readPrompts(values.prompts);
  const bundle = await loadBundle(values.bundle);
  const engine = await createEngine(bundle);
  const reader = createPromptReader(bundle);
  const own = await readOwnThings(values.thing, bundle.manifest.image.size);
  const legend: string[] = [];
  const guidance = values.guidance === undefined ? {} : { guidance: Number(values.guidance) };
  const recall = values.recall === undefined ? {} : { recall: Number(values.recall) };
  const blocks: SheetBlock[] = [];
  const draw = async (prompt: string, title: string, candidates?: number) => {
    const label = labelOf(title, blocks.length + 1, legend);
    const instead = refusalOf(reader.read(prompt, { own }));
    if (instead !== undefined) {
      blocks.push({ label, instead, images: [] });
      return;
    }
    const request = { prompt, count: CELLS, variety: 60, seed: Number(values.seed), own, ...recall };
    const { cells } = await engine.plan(candidates === undefined ? request : { ...request, candidates });
    blocks.push({
      label,
      images: await paintToEnd(engine, { prompt, cells, own, ...guidance }),
    });
  };
  for (const prompt of prompts) {
    if (values.compare) await draw(prompt, `${prompt} (sampled)`, CELLS);
    await draw(prompt, values.compare ? `${prompt} (planned)` : prompt);
  }
  await engine.dispose();
  const sheet = await renderSheet(blocks, Number(values['per-row']));
  await writeFile(values.out, extname(values.out) === '.webp' ? await encodeWebp(await decodePixels(sheet)) : sheet);
  console.log([`Sheet: ${values.out}`, ...legend].join('\n'));
}

await drawSheet();
