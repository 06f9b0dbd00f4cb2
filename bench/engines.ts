import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openPainter as openDabs } from '../examples/painter/dabs.js';
import { createFolderPainter, createShelf } from '../src/diffusers/index.js';
import type { RgbaImage } from '../src/engine/basics/rgba-image.js';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { createLatentContext, createTextTokenizer } from '../src/engine/context/index.js';
import { type Latents, parsePin } from '../src/engine/latents/index.js';
import { decodePixels } from '../src/engine/memory/pictures.js';
import { mean } from '../src/engine/metrics/vectors.js';
import { createPainter, kaleidoPainter, type Painter, type PictureSource } from '../src/engine/painters/index.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import type { CellPlan } from '../src/engine/requests/types.js';
import { encodeWebp } from '../src/images/sharp.js';
import { renderSheet, type SheetBlock } from '../src/images/sheet.js';
import { askedAsEngine } from './engines/asked-engine.js';
import { cutFromGround } from './engines/cut-from-ground.js';
import { BOXES } from './pins/cases.js';
import { boxOverlaps, paletteKept } from './pins/measures.js';
import { type Row, toMarkdown } from './section.js';

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    /** A folder of ONNX graphs with `vae_encoder`. */
    folder: { type: 'string', default: 'test/fixtures/diffusers/sd-1.5' },
    strengths: { type: 'string', default: '0.25,0.5,0.75,0.95' },
    seed: { type: 'string', default: '7' },
    threads: { type: 'string', default: '2' },
    /** A sheet of a plan with three boxes, WebP. */
    sheet: { type: 'string' },
    /** The sheet alone. */
    quick: { type: 'boolean', default: false },
  },
});

const PALETTE = 'palette=blue 60%, orange 40%';
const THREE = BOXES.at(-1)!;
const SIDE = 256;

const bundle = await loadBundle(values.bundle);
const threads = Number(values.threads);
const engine = await createEngine(bundle, { threads });
const context = createLatentContext(bundle, createTextTokenizer(bundle));
const shelf = createShelf({ threads });
const dabs = await openDabs({ size: SIDE });
const folder = createFolderPainter({ dir: values.folder, size: SIDE, guidance: 1 }, shelf);
const asked = askedAsEngine(engine, bundle);

/** Plans with pinned boxes and palette: from memory, and such as a plan in words has, with nothing drafted. */
interface Planned {
  prompt: string;
  pinned: Latents;
  drafted: CellPlan;
  inWords: CellPlan;
}

async function planned({ prompt, pins }: (typeof BOXES)[number]): Promise<Planned> {
  const all = [...pins.filter((pin) => pin.startsWith('boxes=')), PALETTE];
  const pinned = Object.assign({}, ...all.map((pin) => parsePin(pin, context))) as Latents;
  const seed = Number(values.seed);
  const { cells } = await engine.plan({ prompt, pinned, seed, count: 1, variety: 0 });
  const inWords = { latents: { ...pinned, description: prompt }, logLikelihood: 0, seed };
  return { prompt, pinned, drafted: cells[0]!, inWords };
}

/** A source that paints over so much of what it begins with, whatever the plan says; nothing of it at 0. */
function withStrength(source: PictureSource, strength: number): PictureSource {
  return {
    about: source.about,
    async *picture(request, signal) {
      if (request.start === undefined) throw new Error('The plan has nothing to begin with.');
      if (strength === 0) yield { type: 'done', image: request.start.image };
      else yield* source.picture({ ...request, start: { ...request.start, strength } }, signal);
    },
  };
}

interface Contender {
  name: string;
  strength: string;
  painter: Painter;
}

const atStrengths = (name: string, source: PictureSource): Contender[] =>
  values.strengths.split(',').map((strength) => ({
    name,
    strength,
    painter: createPainter(bundle, withStrength(source, Number(strength))),
  }));

const CONTENDERS: readonly Contender[] = [
  { name: 'the composition itself', strength: '0', painter: createPainter(bundle, withStrength(asked, 0)) },
  { name: 'kaleido, by its own port', strength: '', painter: kaleidoPainter(engine, bundle.manifest) },
  ...atStrengths('kaleido, asked as an engine', asked),
  ...atStrengths('random weights in ONNX', folder),
  ...atStrengths('dabs of paint', dabs),
];

async function paint(painter: Painter, prompt: string, cell: CellPlan): Promise<RgbaImage> {
  for await (const event of painter.paint({ prompt, cells: [cell] }))
    if (event.type === 'done') return event.images[0]!;
  throw new Error(`The painting of "${prompt}" ended without a picture.`);
}

async function measured(plans: readonly Planned[], { name, strength, painter }: Contender): Promise<Row> {
  const found: Record<'drafted' | 'inWords', { overlap: number[]; near: number[] }> = {
    drafted: { overlap: [], near: [] },
    inWords: { overlap: [], near: [] },
  };
  const isOwn = name === 'kaleido, by its own port';
  for (const plan of plans) {
    for (const kind of ['drafted', 'inWords'] as const) {
      if (isOwn && kind === 'inWords') continue;
      const shown = await cutFromGround(await paint(painter, plan.prompt, plan[kind]));
      found[kind].overlap.push(...boxOverlaps(shown, plan.pinned.boxes!));
      found[kind].near.push(paletteKept(shown, plan.pinned.palette!).near);
    }
  }
  const told = (numbers: readonly number[]) => (numbers.length === 0 ? '–' : mean(numbers).toFixed(2));
  return {
    painter: name,
    strength,
    'recalled: IoU': told(found.drafted.overlap),
    'recalled: palette': told(found.drafted.near),
    'boxes alone: IoU': told(found.inWords.overlap),
    'boxes alone: palette': told(found.inWords.near),
  };
}

async function drawSheet(out: string): Promise<void> {
  const plan = await planned(THREE);
  const blocks: SheetBlock[] = [];
  for (const { name, strength, painter } of CONTENDERS) {
    const label = strength === '' || strength === '0' ? name : `${name}, ${strength}`;
    const kinds = name === 'kaleido, by its own port' ? [plan.drafted] : [plan.drafted, plan.inWords];
    const images: RgbaImage[] = [];
    for (const cell of kinds) images.push(await paint(painter, plan.prompt, cell));
    blocks.push({ label, images });
  }
  // The first two in a row of their own.
  const [first, second, ...rest] = blocks;
  const nothing = { label: '', images: [] };
  const sheet = await renderSheet([first!, second!, nothing, nothing, ...rest], 4);
  await writeFile(out, await encodeWebp(await decodePixels(sheet)));
}

if (values.sheet !== undefined) await drawSheet(values.sheet);
if (!values.quick) {
  const plans = await Promise.all(BOXES.map(planned));
  const rows: Row[] = [];
  for (const contender of CONTENDERS) rows.push(await measured(plans, contender));
  console.log(toMarkdown({ name: 'engines', title: 'Layout and colours by the painter port', rows, notes: [] }));
}
await shelf.dispose();
await engine.dispose();
