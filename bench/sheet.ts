import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { createEngine } from '../src/engine/engine.js';
import type { Engine, RgbaImage } from '../src/engine/types.js';
import { backdropColour } from '../src/images/backdrop.js';
import { letter } from '../src/images/lettering.js';
import { compose, encodePng, enlarge, rasterise } from '../src/images/sharp.js';
import { paintToEnd } from './paint-to-end.js';

/** Everyday prompts that the shipped bundle is judged by, in the order drawn. */
const PROMPTS = [
  ...['cat', 'pizza', 'rocket', 'red car', 'tree', 'house', 'heart', 'ghost', 'dog', 'fish'],
  ...['apple', 'sun', 'flower', 'guitar', 'cake', 'robot', 'umbrella', 'butterfly', 'airplane', 'a cat and a pizza'],
];
const CELLS = 4;
const PER_ROW = 2;
const SIDE = 128;
const GAP = 6;
const LABEL = 22;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    out: { type: 'string', default: 'models/stickers/sheet.png' },
    seed: { type: 'string', default: '7' },
    guidance: { type: 'string' },
  },
});

async function paintAll(engine: Engine, prompt: string): Promise<RgbaImage[]> {
  const { cells } = await engine.plan({ prompt, count: CELLS, variety: 60, seed: Number(values.seed) });
  const guidance = values.guidance === undefined ? {} : { guidance: Number(values.guidance) };
  return paintToEnd(engine, { prompt, cells, ...guidance });
}

/** A sheet of the everyday prompts at default settings, four cells each, no choosing: what a user gets. */
async function drawSheet(): Promise<void> {
  const engine = await createEngine(await loadBundle(values.bundle));
  const placed: { prompt: string; images: RgbaImage[]; left: number; top: number }[] = [];
  for (const [index, prompt] of PROMPTS.entries()) {
    const left = GAP + (index % PER_ROW) * (CELLS * (SIDE + GAP) + GAP);
    const top = Math.floor(index / PER_ROW) * (SIDE + LABEL + GAP);
    placed.push({ prompt, images: await paintAll(engine, prompt), left, top });
  }
  await engine.dispose();

  const width = PER_ROW * (CELLS * (SIDE + GAP) + GAP);
  const height = Math.ceil(PROMPTS.length / PER_ROW) * (SIDE + LABEL + GAP);
  const blocks = placed.map(({ prompt, images, left, top }) => {
    const grounds = images.map(
      (image, cell) =>
        `<rect x="${left + cell * (SIDE + GAP)}" y="${top + LABEL}" width="${SIDE}" height="${SIDE}" rx="8" fill="${backdropColour(image)}"/>`,
    );
    return `${grounds.join('')}<path transform="translate(${left} ${top + LABEL - 6})" d="${letter(prompt, 14).path}" fill="#1f2328"/>`;
  });
  const page = await rasterise(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${blocks.join('')}</svg>`,
  );
  const layers = placed.flatMap(({ images, left, top }) =>
    images.map(async (image, cell) => ({
      image: await enlarge(image, SIDE, SIDE),
      left: left + cell * (SIDE + GAP),
      top: top + LABEL,
    })),
  );
  await writeFile(values.out, await encodePng(await compose(page, await Promise.all(layers))));
  console.log(`Sheet: ${values.out}`);
}

await drawSheet();
