import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promptNoticeText } from '../../chat/cards/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { withoutUndefined } from '../../core/basics/index.js';
import { artworksOf } from '../../core/grids/index.js';
import { alternativesOf, findStyle, promptNotices, readPins, requireKnown } from '../../core/requests/index.js';
import { DEFAULT_COUNT, DEFAULT_VARIETY, EngineError, RANGES, type RgbaImage } from '../../engine/basics/index.js';
import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import { encodeLatentCode } from '../../engine/codes/index.js';
import { createLatentContext, createTextTokenizer, type LatentContext } from '../../engine/context/index.js';
import { centredThings, createDrafts, type Draft } from '../../engine/draft/index.js';
import { CADS_TIMES } from '../../engine/evaluation/index.js';
import { drawLatents, findKind, KIND_NAMES, presentKinds } from '../../engine/latents/index.js';
import { visualTokenizerOf } from '../../engine/manifest/index.js';
import { createEngine } from '../../engine/pipeline/index.js';
import {
  type CellPlan,
  type Engine,
  type PaintRequest,
  type Plan,
  type PlanRequest,
  paintSettings,
  type SamplerName,
} from '../../engine/requests/index.js';
import type { Provider } from '../../engine/runtime/index.js';
import { type ReadOptions, readOptionsOf } from '../../engine/words/index.js';
import { type ImageRecord, renderGrid, renderSingle } from '../../images/index.js';

import { VERSION } from '../../package-info.js';
import { drawPictureOn, lineCount, USUAL_HEIGHT, USUAL_WIDTH } from '../../platforms/terminal/index.js';

import {
  createProgress,
  type OutputFile,
  type Progress,
  print,
  printJson,
  printPicture,
  type Report,
  reportJson,
  reportShort,
  reportText,
  reserveOutput,
} from '../output/index.js';

import { planPrompts } from './plan-prompts.js';

/** What `kaleido imagine` was asked for; ranges are checked where the command line is read. */
export interface ImagineOptions {
  /** Default: 4, and at least one for each alternative of the prompt. */
  count?: number;
  /** `DEFAULT_VARIETY` when absent. */
  variety?: number;
  /** How much memory says, in `RANGES.recall`; the bundle's default when absent. */
  recall?: number;
  /** One of the bundle's styles. */
  style?: string;
  /** What is not wanted, in words. */
  without?: string;
  /** Random when absent. */
  seed?: number;
  /** Guidance scale; the bundle's default when absent, as for the three below. */
  guidance?: number;
  steps?: number;
  sampler?: SamplerName;
  guidanceRule?: PaintRequest['guidanceRule'];
  guidanceInterval?: [low: number, high: number];
  /** Scale of CADS noise; off when absent. */
  cads?: number;
  pins: readonly string[];
  /** Names of the kinds to use; all when absent. */
  kinds?: readonly string[];
  showLatents: boolean;
  out: string;
  /** Folder for one transparent PNG a cell. */
  cells?: string;
  json: boolean;
  /** Every latent and code, also in a window, where a report is short otherwise. */
  details: boolean;
  bundleDir: string;
  providers: readonly Provider[];
  threads?: number;
}

/** The command line speaks English, and reads words as English where two languages differ. */
const LOCALE = 'en';

/** Where a command writes; the process's own streams outside tests. */
export interface Streams {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

type Settled = ImagineOptions & { count: number; variety: number };

/** Everything that can be refused is refused before the first model is opened. */
async function reserveOutputs({ out, cells, count }: Settled): Promise<{ grid: OutputFile; singles: OutputFile[] }> {
  const reserved: OutputFile[] = [];
  const paths = [
    out,
    ...(cells === undefined ? [] : Array.from({ length: count }, (_, i) => join(cells, `cell-${i + 1}.png`))),
  ];
  try {
    for (const path of paths) reserved.push(await reserveOutput(path));
  } catch (error) {
    await Promise.all(reserved.map((output) => output.discard()));
    throw error;
  }
  const [grid, ...singles] = reserved;
  return { grid: grid!, singles };
}

/** What somebody asked for, read in a bundle's terms. */
interface Asked {
  prompts: string[];
  /** What was said of memory, style and what is not wanted. */
  wishes: Pick<PlanRequest, 'recall' | 'style' | 'without'>;
  /** How the prompts are read. */
  reading: ReadOptions & Pick<PlanRequest, 'recall'>;
  /** How cells are painted, as far as it was said: the rest follows recall, cell by cell. */
  painting: Pick<PaintRequest, 'guidance' | 'steps' | 'sampler' | 'guidanceRule' | 'guidanceInterval' | 'cads'>;
  /** Where nothing is open, nothing is recalled: the picture is of the artwork that its code names. */
  replayed: Draft | null;
  request: PlanRequest;
}

/** @throws KaleidoError or CoreError for what cannot be used */
function read(prompt: string, options: Settled, context: LatentContext, notify: (message: string) => void): Asked {
  const { manifest } = context;
  const { latents: pinned, lost, draft } = readPins(options.pins, context);
  const kinds = options.kinds?.map((name) => findKind(name, manifest)) ?? manifest.kinds;
  const wishes = {
    ...(options.recall === undefined ? {} : { recall: options.recall }),
    ...(options.style === undefined ? {} : { style: findStyle(options.style, manifest.styles) }),
    ...(options.without === undefined ? {} : { without: options.without }),
  };
  const prompts = alternativesOf(prompt);
  const reading = { locale: LOCALE, ...wishes };
  requireKnown(prompts, reading, pinned, context);
  const t = createTranslator('en');
  for (const notice of promptNotices(prompts, reading, context)) notify(promptNoticeText(notice, t));
  for (const { kind, how } of lost) {
    notify(
      how === 'dropped'
        ? `The code's ${KIND_NAMES[kind]} of another model cannot be used with this one: this part is chosen anew, the rest is kept.`
        : `The code's ${KIND_NAMES[kind]} of another model: not all of that fits into this one, so a part is left out.`,
    );
  }
  const { guidance, steps, sampler, guidanceRule, guidanceInterval } = options;
  const cads = options.cads === undefined ? undefined : { ...CADS_TIMES, scale: options.cads };
  return {
    prompts,
    wishes,
    reading,
    painting: withoutUndefined({ guidance, steps, sampler, guidanceRule, guidanceInterval, cads }),
    replayed: kinds.every((kind) => pinned[kind] !== undefined) ? draft : null,
    request: {
      prompt,
      seed: options.seed ?? randomInt(RANGES.seed.max + 1),
      count: options.count,
      variety: options.variety,
      ...wishes,
      locale: LOCALE,
      pinned,
      kinds,
      ...(draft === null ? {} : { draft }),
    },
  };
}

interface Made {
  plan: Plan;
  images: RgbaImage[];
}

async function planAndPaint(
  engine: Engine,
  { prompts, reading, painting, replayed, request }: Asked,
  { manifest }: Bundle,
  signal: AbortSignal,
  progress: Progress,
): Promise<Made> {
  progress.stage('Planning', 1);
  const planned = await planPrompts(engine, request, prompts, manifest, signal);
  const cells = planned.cells.map((cell) => (replayed === null ? cell : { ...cell, draft: replayed }));
  const asked = { ...painting, ...readOptionsOf(reading), prompt: request.prompt, cells };
  let images: RgbaImage[] = [];
  for await (const event of engine.paint(asked, signal)) {
    if (event.type === 'step') {
      if (event.step === 1) progress.stage('Painting', event.steps);
      progress.step(event.step);
    } else if (event.type === 'done') {
      images = event.images;
    }
  }
  return { plan: { ...planned, cells }, images };
}

/** As the cells were painted, so that the record makes them again whatever recall says in a later version. */
function settingsOf({ request, wishes, painting }: Asked, plan: Plan, options: Settled, manifest: Bundle['manifest']) {
  const painted = paintSettings(painting, manifest.defaults, plan.cells[0]?.draft?.recall);
  return {
    seed: request.seed,
    count: options.count,
    variety: options.variety,
    ...wishes,
    guidance: painted.guidance,
    steps: painted.steps,
    sampler: painted.sampler,
    guidanceRule: painted.guidanceRule,
    ...(options.guidanceInterval === undefined ? {} : { guidanceInterval: options.guidanceInterval }),
    ...(options.cads === undefined ? {} : { cads: options.cads }),
    kinds: [...(request.kinds ?? manifest.kinds)],
    pins: [...options.pins],
  };
}

/** Writes the grid and, where they were asked for, its cells, each with the record of how it came about. */
async function write(
  { plan, images }: Made,
  prompt: string,
  settings: ReturnType<typeof settingsOf>,
  bundle: Bundle,
  outputs: { grid: OutputFile; singles: OutputFile[] },
  showLatents: boolean,
): Promise<void> {
  const { manifest, hash } = bundle;
  const record = (cells: readonly CellPlan[]): ImageRecord => ({
    software: `kaleido ${VERSION}`,
    bundle: { name: manifest.name, version: manifest.version, hash },
    prompt,
    settings,
    cells: cells.map((cell) => ({
      latents: codeOf(cell, manifest),
      seed: cell.seed,
      ...(cell.prompt === undefined ? {} : { prompt: cell.prompt }),
      ...(cell.draft === undefined ? {} : { artworks: artworksOf(cell.draft, manifest) }),
    })),
  });
  const gridCells = images.map((image, index) => ({
    image,
    shapes: showLatents ? drawLatents(plan.cells[index]!.latents) : [],
  }));
  await outputs.grid.writePicture(await renderGrid(gridCells, { ...record(plan.cells), vendi: plan.vendi }));
  for (const [index, output] of outputs.singles.entries()) {
    await output.writePicture(await renderSingle(images[index]!, record([plan.cells[index]!])));
  }
}

function codeOf({ latents, draft }: CellPlan, manifest: Bundle['manifest']): string {
  return encodeLatentCode(latents, visualTokenizerOf(manifest), draft);
}

async function generate(
  prompt: string,
  options: Settled,
  bundle: Bundle,
  outputs: { grid: OutputFile; singles: OutputFile[] },
  signal: AbortSignal,
  stderr: NodeJS.WriteStream,
): Promise<Report> {
  const { manifest } = bundle;
  const progress = createProgress(stderr);
  const notify = (message: string) => {
    progress.stop();
    print(stderr, `${message}\n`);
  };
  const asked = read(prompt, options, createLatentContext(bundle, createTextTokenizer(bundle)), notify);
  const { providers, threads } = options;
  const engine = await createEngine(bundle, { providers, threads, onWarning: notify });
  try {
    const made = await planAndPaint(engine, asked, bundle, signal, progress);
    const { plan } = made;
    const settings = settingsOf(asked, plan, options, manifest);
    await write(made, prompt, settings, bundle, outputs, options.showLatents);
    const drafts = createDrafts(bundle);
    return {
      prompt,
      file: outputs.grid.path,
      settings,
      vendi: plan.vendi,
      candidates: plan.candidates,
      pinned: presentKinds(asked.request.pinned ?? {}),
      cells: plan.cells.map((cell, index) => ({
        latents: cell.latents,
        code: codeOf(cell, manifest),
        seed: cell.seed,
        artworks: artworksOf(cell.draft, manifest),
        centred: centredThings(cell.draft, drafts),
        file: outputs.singles[index]?.path,
      })),
    };
  } finally {
    progress.stop();
    await engine.dispose();
  }
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
 * @throws KaleidoError or CoreError for whatever the user can mend; the signal's reason when aborted. Nothing is
 * written then.
 */
export async function imagine(
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
