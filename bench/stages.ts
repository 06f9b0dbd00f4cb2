import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBundle } from '../src/engine/bundle/bundle.js';
import { decodeGuesses } from '../src/engine/diffusion/condition.js';
import { toRgbaImage } from '../src/engine/diffusion/paint.js';
import { createDrafts } from '../src/engine/draft/drafts.js';
import { decodePixels } from '../src/engine/memory/pictures.js';
import { createEngine } from '../src/engine/pipeline/engine.js';
import { openSession } from '../src/engine/runtime/onnx.js';
import { encodeWebp } from '../src/images/sharp.js';
import { renderSheet, type SheetBlock } from '../src/images/sheet.js';
import { paintToEnd } from './paint-to-end.js';

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: 'models/stickers' },
    out: { type: 'string', default: 'docs/recall/stages.webp' },
    seed: { type: 'string', default: '7' },
  },
});

const PROMPTS = [
  'a sleepy owl',
  'a penguin wearing a crown',
  'a red dragon',
  'a bear on a car',
  'two cats and a dog',
  'an angry avocado',
];
/** Each painted at these, beside the draft and what its visual tokens alone decode to. */
const RECALLS = [100, 60, 30, 0];

/**
 * What each stage of recall makes of some prompts: the draft, its visual tokens decoded, and pictures at several
 * recalls.
 */
async function drawStages(): Promise<void> {
  const bundle = await loadBundle(values.bundle);
  const size = bundle.manifest.image.size;
  const engine = await createEngine(bundle);
  const drafts = createDrafts(bundle);
  const decoder = await openSession(bundle.graphPath('visual_decoder.onnx'));
  const blocks: SheetBlock[] = [];
  for (const prompt of PROMPTS) {
    const request = { prompt, count: 1, variety: 60, seed: Number(values.seed) };
    const { cells } = await engine.plan({ ...request, recall: 100 });
    const [{ draft, latents }] = cells as [(typeof cells)[number]];
    const decoded = await decodeGuesses(decoder, [latents.tokens], size);
    const images = [toRgbaImage(await drafts.picture(draft!), size), toRgbaImage(decoded.data, size)];
    for (const recall of RECALLS) {
      const planned = await engine.plan({ ...request, recall, ...(recall === 0 ? {} : { draft: draft! }) });
      images.push(...(await paintToEnd(engine, { prompt, cells: planned.cells })));
    }
    blocks.push({ label: `${prompt}: draft, its tokens, recall ${RECALLS.join(', ')}`, images });
  }
  await engine.dispose();
  await decoder.dispose();
  const sheet = await renderSheet(blocks, 1);
  await writeFile(values.out, extname(values.out) === '.webp' ? await encodeWebp(await decodePixels(sheet)) : sheet);
  console.log(`Stages: ${values.out}`);
}

await drawStages();
