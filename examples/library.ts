/**
 * Kaleido as a library: four plans that differ, then two more that keep the first one's boxes in colours of ours, all
 * on one grid.
 *
 *   npx tsx examples/library.ts "a cat and a pizza" grid.png
 *
 * In a project of yours `kaleido` is the package; in this repository it is `src/index.ts`.
 */
import { writeFile } from 'node:fs/promises';
import {
  createEngine,
  createLatentContext,
  createTextTokenizer,
  drawLatents,
  encodeLatentCode,
  formatLatent,
  loadBundle,
  parsePin,
  renderGrid,
  SHIPPED_BUNDLE,
  visualTokenizerOf,
} from 'kaleido';

const [prompt = 'a cat and a pizza', out = 'grid.png', folder = SHIPPED_BUNDLE] = process.argv.slice(2);
const SEED = 7;

const bundle = await loadBundle(folder);
const engine = await createEngine(bundle);

// Planning takes a moment and paints nothing: read the plans, throw away what you do not like, plan again.
const differing = await engine.plan({ prompt, count: 4, variety: 80, seed: SEED });
const readable = (['description', 'boxes'] as const).filter((kind) => bundle.manifest.kinds.includes(kind));
for (const { latents } of differing.cells) console.log(readable.map((kind) => formatLatent(kind, latents)).join(' · '));

// What is pinned stays in every plan; everything else is sampled to go with it.
const context = createLatentContext(bundle, createTextTokenizer(bundle));
const pinned = { boxes: differing.cells[0]?.latents.boxes ?? [], ...parsePin('palette=red 60%, white 40%', context) };
const recoloured = await engine.plan({ prompt, count: 2, variety: 80, seed: SEED + 1, pinned });

const cells = [...differing.cells, ...recoloured.cells];
for await (const event of engine.paint({ prompt, cells })) {
  if (event.type === 'step') process.stdout.write(`\rPainting: step ${event.step} of ${event.steps}`);
  if (event.type !== 'done') continue;
  // The file says how it came about: `npx kaleido info grid.png` tells, and a latent code pins a whole plan.
  const { name, version } = bundle.manifest;
  const record = {
    software: 'an example',
    bundle: { name, version, hash: bundle.hash },
    prompt,
    settings: { seed: SEED, variety: 80 },
    cells: cells.map(({ latents, draft, seed }) => ({
      latents: encodeLatentCode(latents, visualTokenizerOf(bundle.manifest), draft),
      seed,
    })),
  };
  const pictures = event.images.map((image, i) => ({ image, shapes: drawLatents(cells[i]?.latents ?? {}) }));
  await writeFile(out, await renderGrid(pictures, record));
  console.log(`\n${out}`);
}
await engine.dispose();
