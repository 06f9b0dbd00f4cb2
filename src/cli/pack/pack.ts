import { randomInt } from 'node:crypto';
import { createTranslator } from '../../chat/i18n/index.js';
import { withoutUndefined } from '../../core/basics/index.js';
import { artworksWithSigns } from '../../core/contents/index.js';
import { findMoods, licenceLines, moodPictureName, packSubject, zipPack } from '../../core/packs/index.js';
import { findStyle, readPins, requireKnown } from '../../core/prompts/index.js';
import { DEFAULT_VARIETY, EngineError, RANGES, type RgbaImage } from '../../engine/basics/index.js';
import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { createLatentContext, createTextTokenizer } from '../../engine/context/index.js';
import { USUAL_MOODS } from '../../engine/moods/index.js';
import { chooseProviders, createEngine } from '../../engine/pipeline/index.js';
import type { Engine, PaintRequest, Plan } from '../../engine/requests/index.js';
import type { ProviderWish } from '../../engine/runtime/index.js';
import { movingOf } from '../../engine/wiggles/index.js';
import { aboutOwn } from '../../engine/words/index.js';
import { renderGrid, storeAnimation } from '../../images/index.js';
import { VERSION } from '../../package-info.js';
import { readOwnThings, type Streams } from '../imagine/index.js';
import { createProgressBar, type ProgressBar, reserveOutput, reserveZip } from '../output/index.js';
import { print } from '../print/index.js';

/** What `kaleido pack` was asked for. */
export interface PackOptions {
  /** With commas between them; the usual twelve when absent. */
  moods?: string;
  style?: string;
  palette?: string;
  wiggle: boolean;
  /** Own things, as `readOwnThings` reads them. */
  things: readonly string[];
  /** Random when absent. */
  seed?: number;
  out: string;
  /** Where the sheet is written besides. */
  sheet?: string;
  bundleDir: string;
  providers: readonly ProviderWish[];
  threads?: number;
}

/** Discord's (docs/resources/sticker.mdx). */
const STICKER_SIDE = 320;
const LOCALE = 'en';

/**
 * `kaleido pack`: one thing in several moods, in a zip.
 *
 * @throws EngineError or CoreError for whatever the user can mend; the signal's reason when aborted. Nothing is
 * written then.
 */
export async function runPack(
  prompt: string,
  options: PackOptions,
  signal: AbortSignal,
  { stdout, stderr }: Streams,
): Promise<void> {
  if (prompt.trim() === '') throw new EngineError('empty_prompt');
  const outputs = [
    await reserveZip(options.out),
    ...(options.sheet === undefined ? [] : [await reserveOutput(options.sheet)]),
  ];
  const progress = createProgressBar(stderr);
  try {
    const bundle = await loadBundle(options.bundleDir);
    const made = await makePack(prompt, options, bundle, signal, progress);
    const [zip, sheet] = outputs;
    await zip!.write(made.zip);
    await sheet?.writePicture(made.sheet);
    print(stdout, `${zip!.path}\n${made.names.map((name) => `  ${name}\n`).join('')}${made.licences}`);
  } finally {
    progress.stop();
    await Promise.all(outputs.map((output) => output.discard()));
  }
}

async function makePack(asked: string, options: PackOptions, bundle: Bundle, signal: AbortSignal, bar: ProgressBar) {
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const moods = options.moods === undefined ? USUAL_MOODS : findMoods(options.moods, context, LOCALE);
  const { latents: pinned } = readPins(options.palette === undefined ? [] : [`palette=${options.palette}`], context);
  const style = options.style === undefined ? undefined : findStyle(options.style, bundle.manifest.styles);
  const own = await readOwnThings(options.things, bundle.manifest.image.size);
  const prompt = aboutOwn(asked, own);
  const reading = { ...withoutUndefined({ locale: LOCALE, style }), ...(own.length === 0 ? {} : { own }) };
  requireKnown([prompt], reading, pinned, context);
  const seed = options.seed ?? randomInt(RANGES.seed.max + 1);
  const { providers, threads } = options;
  const engine = await createEngine(bundle, { ...(await chooseProviders(bundle, providers, { threads })), threads });
  try {
    const wanted = { prompt, count: moods.length, variety: DEFAULT_VARIETY, seed, pinned, moods, ...reading };
    const plan = await engine.plan(wanted, signal);
    const request = { prompt, cells: plan.cells, ...reading };
    const images = await paint(engine, request, signal, bar);
    const moving = options.wiggle ? await wiggles(engine, request, plan, moods, signal, bar) : moods.map(() => null);
    const subject = packSubject(plan.cells[0]?.draft, prompt, own);
    const names = moods.map((mood) => moodPictureName(subject, mood));
    const works = plan.cells.flatMap(({ draft }) => artworksWithSigns(draft, bundle));
    const licences = `${createTranslator(LOCALE)('pack.licences')}\n${licenceLines(works).join('\n')}\n`;
    const { name, version } = bundle.manifest;
    const record = { software: `kaleido ${VERSION}`, bundle: { name, version, hash: bundle.hash }, prompt };
    const settings = { seed, moods: [...moods] };
    const sheet = await renderGrid(
      images.map((image) => ({ image })),
      { ...record, settings, cells: [] },
    );
    const pictures = names.map((one, k) => ({ name: one, image: images[k]!, moving: moving[k]! }));
    const zip = await zipPack(pictures, { sheet, licences, stickerSide: STICKER_SIDE });
    return { zip, sheet, names, licences };
  } finally {
    await engine.dispose();
  }
}

async function paint(engine: Engine, request: PaintRequest, signal: AbortSignal, bar: ProgressBar) {
  let images: RgbaImage[] = [];
  for await (const event of engine.paint(request, signal)) {
    if (event.type === 'step') {
      if (event.step === 1) bar.stage('Painting', event.steps);
      bar.step(event.step);
    } else if (event.type === 'done') images = event.images;
  }
  return images;
}

async function wiggles(
  engine: Engine,
  request: PaintRequest,
  { cells }: Plan,
  moods: readonly string[],
  signal: AbortSignal,
  bar: ProgressBar,
): Promise<Buffer[]> {
  const bodies = await paint(engine, { ...request, isBare: true }, signal, bar);
  return Promise.all(
    cells.map(async (cell, k) => storeAnimation(await movingOf(engine, cell, bodies[k]!, moods[k]!, request.own))),
  );
}
