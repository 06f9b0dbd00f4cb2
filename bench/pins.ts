import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { createLatentContext, createTextTokenizer } from '../src/engine/context/index.js';
import { createDrafts } from '../src/engine/draft/drafts.js';
import { createEvaluator } from '../src/engine/evaluator/evaluator.js';
import { type Latents, parsePin } from '../src/engine/latents/index.js';
import { decodePixels } from '../src/engine/memory/pictures.js';
import { promptFidelity } from '../src/engine/metrics/prompt-fidelity.js';
import { mean } from '../src/engine/metrics/vectors.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { DEFAULT_RECALL } from '../src/engine/requests/recall-settings.js';
import type { CellPlan } from '../src/engine/requests/types.js';
import { encodeWebp } from '../src/images/sharp.js';
import { renderSheet, type SheetBlock } from '../src/images/sheet.js';
import { paintToEnd } from './paint-to-end.js';
import { BLOBS, BOXES, DESCRIPTIONS, PALETTES, type PinCase } from './pins/cases.js';
import { blobOverlaps, boxOverlaps, paletteKept } from './pins/measures.js';
import { type Row, toMarkdown } from './section.js';

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    evaluator: { type: 'string', default: 'models/evaluator' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '7' },
    /** Pictures of each case. */
    cells: { type: 'string', default: '4' },
    /** Recalls that are compared. */
    recall: { type: 'string', default: `0,${DEFAULT_RECALL}` },
    /** A sheet of all pictures, PNG or WebP, as its name ends. */
    sheet: { type: 'string' },
    /** Each case's own numbers besides. */
    cases: { type: 'boolean', default: false },
  },
});

/** What is aimed at (docs/recall.md, "Pins that hold"). */
const AIMS = { boxes: 0.8, blobs: 0.6, palette: 0.85 };

const bundle = await loadBundle(values.bundle);
const engine = await createEngine(bundle, { threads: Number(values.threads) });
const drafts = createDrafts(bundle);
const context = createLatentContext(bundle, createTextTokenizer(bundle));
const blocks: SheetBlock[] = [];

interface Pinned {
  latents: Latents;
  cells: readonly CellPlan[];
  images: RgbaImage[];
}

/** A case planned and painted as the command line would. */
async function paintCase({ prompt, pins }: PinCase, recall: number): Promise<Pinned> {
  const latents = Object.assign({}, ...pins.map((pin) => parsePin(pin, context))) as Latents;
  const request = { prompt, count: Number(values.cells), variety: 60, seed: Number(values.seed), recall };
  const { cells } = await engine.plan({ ...request, pinned: latents });
  const images = await paintToEnd(engine, { prompt, cells });
  blocks.push({ label: `${prompt} · ${pins.join(' ')} · recall ${recall}`, images });
  return { latents, cells, images };
}

/** Mean, minimum, and the share that reaches the aim. */
function tell(of: string, recall: number, numbers: readonly number[], aim?: number): Row {
  const share = aim === undefined ? '' : `${Math.round(100 * mean(numbers.map((one) => Number(one >= aim))))} %`;
  return {
    pins: of,
    recall,
    measured: numbers.length,
    mean: mean(numbers).toFixed(2),
    least: Math.min(...numbers).toFixed(2),
    aim: aim === undefined ? '' : `≥ ${aim}`,
    'reach it': share,
  };
}

function tellCase({ prompt, pins }: PinCase, recall: number, numbers: readonly number[]): void {
  if (values.cases)
    console.log(`${recall} ${prompt} ${pins.join(' ')}: ${numbers.map((one) => one.toFixed(2)).join(' ')}`);
}

async function boxRows(recall: number): Promise<Row[]> {
  const fitted: number[] = [];
  const centred: number[] = [];
  for (const one of BOXES) {
    const { latents, cells, images } = await paintCase(one, recall);
    const overlaps = images.map((image, cell) => {
      const own = boxOverlaps(image, latents.boxes!);
      const draft = cells[cell]!.draft;
      const isCentred = draft !== undefined && drafts.describe(draft).fits.includes('centred');
      (isCentred ? centred : fitted).push(...own);
      return own;
    });
    tellCase(one, recall, overlaps.flat());
  }
  const rows = [tell('boxes: IoU with the tight box', recall, fitted, AIMS.boxes)];
  if (centred.length > 0) rows.push(tell('boxes, a thing of the picture centred', recall, centred));
  return rows;
}

async function blobRows(recall: number): Promise<Row[]> {
  const all: number[] = [];
  for (const one of BLOBS) {
    const { latents, images } = await paintCase(one, recall);
    const overlaps = images.flatMap((image) => blobOverlaps(image, latents.blobs!));
    tellCase(one, recall, overlaps);
    all.push(...overlaps);
  }
  return [tell('blobs: IoU with the alpha', recall, all, AIMS.blobs)];
}

async function paletteRows(recall: number): Promise<Row[]> {
  const near: number[] = [];
  const firsts: number[] = [];
  for (const one of PALETTES) {
    const { latents, images } = await paintCase(one, recall);
    const kept = images.map((image) => paletteKept(image, latents.palette!));
    tellCase(
      one,
      recall,
      kept.map((its) => its.near),
    );
    near.push(...kept.map((its) => its.near));
    firsts.push(...kept.map(({ isFirstLargest }) => Number(isFirstLargest)));
  }
  return [
    tell('palette: share of the body within 0.10', recall, near, AIMS.palette),
    tell('palette: the largest share is the largest area', recall, firsts),
  ];
}

async function descriptionRows(recall: number): Promise<Row[]> {
  const evaluator = await createEvaluator(values.evaluator);
  const pictures: RgbaImage[][] = [];
  for (const one of DESCRIPTIONS) pictures.push((await paintCase(one, recall)).images);
  const { embeddings } = await evaluator.embedImages(pictures.flat());
  const said = DESCRIPTIONS.map(({ pins }) => pins[0]!.replace('description=', ''));
  const asked = pictures.flatMap((images, k) => images.map(() => k));
  const { top1 } = promptFidelity(embeddings, await evaluator.embedPrompts(said), asked);
  await evaluator.dispose();
  return [{ ...tell('descriptions: obeyed, says the judge', recall, [top1]), measured: asked.length, least: '' }];
}

const rows: Row[] = [];
for (const recall of values.recall.split(',').map(Number)) {
  rows.push(...(await boxRows(recall)), ...(await blobRows(recall)));
  rows.push(...(await paletteRows(recall)), ...(await descriptionRows(recall)));
}
await engine.dispose();
const { name, version } = bundle.manifest;
console.log(toMarkdown({ name: 'pins', title: `Pins, painted by ${name} ${version}`, rows, notes: [] }));
if (values.sheet !== undefined) {
  const sheet = await renderSheet(blocks, 2);
  await writeFile(
    values.sheet,
    extname(values.sheet) === '.webp' ? await encodeWebp(await decodePixels(sheet)) : sheet,
  );
}
