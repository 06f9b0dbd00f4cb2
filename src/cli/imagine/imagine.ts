import { readFile } from 'node:fs/promises';
import type { Painters } from '../../app/painters/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { artworksOf } from '../../core/contents/index.js';
import { alternativesOf } from '../../core/prompts/index.js';
import { type Aspect, DEFAULT_COUNT, DEFAULT_VARIETY, EngineError } from '../../engine/basics/index.js';
import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../engine/context/index.js';
import { centredThings, createDrafts } from '../../engine/draft/index.js';
import { presentKinds } from '../../engine/latents/index.js';
import type { OwnThing } from '../../engine/own/index.js';
import {
  createPlanPainter,
  kaleidoPainter,
  type Painter,
  type PictureSource,
  paintedBy,
} from '../../engine/painters/index.js';
import { chooseProviders, createEngine } from '../../engine/pipeline/index.js';
import type { CellPlan, Engine } from '../../engine/requests/index.js';
import type { SessionOptions } from '../../engine/runtime/index.js';
import { createPlanner, type TextPrior } from '../../engine/text-prior/index.js';
import { drawPictureOn, lineCount, USUAL_HEIGHT, USUAL_WIDTH } from '../../platforms/terminal/window/index.js';
import { createProgressBar, type Report, reportJson, reportShort, reportText } from '../output/index.js';
import { print, printJson, printPicture } from '../print/index.js';
import { type ImagineOptions, painterOf, readAsked, type SettledOptions } from './asked.js';
import { planAndPaint } from './make.js';
import { codeOf, type Outputs, reserveOutputs, settingsOf, writeGrid } from './outputs.js';
import { readImage, readOwnThings } from './own-things.js';

/** Where a command writes; the process's own streams outside tests. */
export interface Streams {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

async function generate(
  prompt: string,
  options: SettledOptions,
  bundle: Bundle,
  outputs: Outputs,
  signal: AbortSignal,
  stderr: NodeJS.WriteStream,
): Promise<Report> {
  const { manifest } = bundle;
  const progress = createProgressBar(stderr);
  const notify = (message: string) => {
    progress.stop();
    print(stderr, `${message}\n`);
  };
  const context = createLatentContext(bundle, createTextTokenizer(bundle));
  const things = await readOwnThings(options.things, manifest.image.size);
  const own = options.image === undefined ? things : [...things, await readImage(options.image, bundle)];
  const asked = readAsked(prompt, options, context, own, notify);
  const { threads } = options;
  const chosen = await chooseProviders(bundle, options.providers, { threads });
  const runtime = { ...chosen, threads, onWarning: notify };
  const engine = await createEngine(bundle, runtime);
  const others = await othersOf(options, { ...runtime, providers: chosen.paintingProviders });
  try {
    const painter = paintingOf(others?.source(painterOf(options)), { engine, bundle, context });
    const prior = await priorOf(options);
    const planner = plannerOf(options, { engine, context, prior }, notify);
    const made = await planAndPaint(planner, painter, asked, bundle, signal, progress).finally(() => prior?.dispose());
    const { plan } = made;
    const settings = settingsOf(asked, plan, options, manifest);
    const about = options.remote && paintedBy(await painter.about(signal));
    const record = { prompt, settings, ...(about ? { painter: about } : {}) };
    const { aspect } = asked.painting;
    await writeGrid(made, record, bundle, outputs, { showLatents: options.showLatents, aspect });
    return {
      prompt,
      file: outputs.grid.path,
      settings,
      vendi: plan.vendi,
      candidates: plan.candidates,
      pinned: presentKinds(asked.request.pinned ?? {}),
      cells: reportOfCells(plan.cells, bundle, { own, aspect }, outputs),
    };
  } finally {
    progress.stop();
    await others?.dispose();
    await engine.dispose();
  }
}

/** The language model that is configured; its libraries are loaded by whoever has another painter. */
async function priorOf({ remote }: SettledOptions) {
  return remote && (await import('../../remote/index.js')).openPrior(remote);
}

/** Who plans: what memory does not know, and another painter paints, whoever is configured to. */
function plannerOf(
  { remote }: SettledOptions,
  parts: { engine: Engine; context: LatentContext; prior: TextPrior | undefined },
  notify: (message: string) => void,
): Pick<Engine, 'plan'> {
  if (remote === undefined) return parts.engine;
  const planner = createPlanner({ ...parts, plannedInWords: remote.priorFor });
  return {
    async plan(request, signal) {
      const plan = await planner.plan(request, signal);
      if (plan.standIn !== undefined) notify(createTranslator('en')('notice.stand_in', { why: plan.standIn }));
      return plan;
    },
  };
}

function reportOfCells(
  cells: readonly CellPlan[],
  bundle: Bundle,
  { own, aspect }: { own: readonly OwnThing[]; aspect: Aspect | undefined },
  { singles }: Outputs,
): Report['cells'] {
  const drafts = createDrafts(bundle).withOwn(own);
  return cells.map((cell, index) => ({
    latents: cell.latents,
    code: codeOf(cell, bundle.manifest, aspect),
    seed: cell.seed,
    artworks: artworksOf(cell.draft, bundle.manifest),
    centred: centredThings(cell.draft, drafts),
    file: singles[index]?.path,
  }));
}

/** The painters that are configured beside Kaleido itself; their libraries are loaded by whoever has one. */
async function othersOf({ remote }: SettledOptions, runtime: SessionOptions): Promise<Painters | undefined> {
  return remote && (await import('../../app/painters/index.js')).openPainters(remote, runtime);
}

/** Who paints: what is configured, else Kaleido itself. */
function paintingOf(
  source: PictureSource | undefined,
  { engine, bundle, context }: { engine: Engine; bundle: Bundle; context: LatentContext },
): Painter {
  return source === undefined
    ? kaleidoPainter(engine, bundle.manifest)
    : createPlanPainter({ context, drafts: createDrafts(bundle) }, source);
}

/** The short report with the picture above it, both in one window. */
async function showReport(report: Report, stdout: NodeJS.WriteStream): Promise<void> {
  const words = reportShort(report, stdout.columns || USUAL_WIDTH);
  const lines = (stdout.rows || USUAL_HEIGHT) - lineCount(words) - 1;
  const picture = await drawPictureOn(stdout)(await readFile(report.file), lines);
  if (picture !== null) printPicture(stdout, picture);
  print(stdout, words);
}

/**
 * `kaleido imagine`: plans and paints a grid, writes it, and reports each cell's latents on stdout.
 *
 * @throws EngineError or CoreError for whatever the user can mend; the signal's reason when aborted. Nothing is
 * written then.
 */
export async function runImagine(
  prompt: string,
  asked: ImagineOptions,
  signal: AbortSignal,
  { stdout, stderr }: Streams,
): Promise<void> {
  if (prompt.trim() === '') {
    throw new EngineError('empty_prompt');
  }
  const count = asked.count ?? Math.max(DEFAULT_COUNT, alternativesOf(prompt).length);
  const options = { ...asked, count, variety: asked.variety ?? DEFAULT_VARIETY };
  const outputs = await reserveOutputs(options);
  try {
    const bundle = await loadBundle(options.bundleDir);
    const report = await generate(prompt, options, bundle, outputs, signal, stderr);
    if (options.json) printJson(stdout, reportJson(report));
    else if (options.details || !stdout.isTTY) print(stdout, reportText(report));
    else await showReport(report, stdout);
  } finally {
    await Promise.all([outputs.grid, ...outputs.singles].map((output) => output.discard()));
  }
}
