import { createRng, type RgbaImage } from '../../engine/basics/index.js';

import { type Bundle, loadBundle } from '../../engine/bundle/index.js';
import {
  createPainter,
  FEWEST_GENERATED,
  FEWEST_REAL,
  type Method,
  methodSettings,
  type Painter,
  realVectors,
  scorePictures,
  type Yardstick,
} from '../../engine/evaluation/index.js';

import { createEvaluator, type Evaluator } from '../../engine/evaluator/index.js';
import { createEngine } from '../../engine/pipeline/index.js';
import { type PaintRequest, paintSettings } from '../../engine/requests/index.js';

import type { SessionOptions } from '../../engine/runtime/index.js';
import { CliError } from '../errors.js';
import type { Streams } from '../imagine/index.js';
import { createProgressBar, type ProgressBar } from '../output/index.js';
import { print } from '../print/index.js';

import { choosePrompts } from './prompts.js';
import { SHEET_PROMPTS, writeComparison, writeCurves } from './report-files.js';
import { openResults, type ResultRow, type ResultSettings, type Results, writeResults } from './results.js';
import { markdownTable, summarise } from './table.js';

/** What `kaleido eval` was asked for; ranges are checked where the command line is read. */
export interface EvalOptions extends Pick<PaintRequest, 'guidanceRule' | 'guidanceInterval'> {
  bundleDir: string;
  /** Bundle of the network that was trained without latents; needed for its methods alone. */
  baselineDir?: string;
  evaluatorDir: string;
  methods: readonly Method[];
  guidances: readonly number[];
  seeds: readonly number[];
  /** Numbers of denoiser steps; the bundle's own when empty. */
  steps: readonly number[];
  /** File with a prompt a line; absent: one for each concept that bundle and evaluator know. */
  prompts?: string;
  /** How many of the prompts to paint, evenly taken; when absent all of a file, else `DEFAULT_PROMPTS`. */
  promptCount?: number;
  /** Pictures a prompt: two at least, and no more than a grid has. */
  perPrompt: number;
  /** Scale of the noise of the methods with CADS. */
  cadsScale: number;
  /** Prompts of the sheet; the built-in ones when absent. */
  sheetPrompts?: readonly string[];
  /** Folder of the results. */
  out: string;
  session: SessionOptions;
}

/** Real canvases to compare with at most: the work of the neighbour metrics grows with the square. */
const MOST_REAL = 2000;

/**
 * `kaleido eval`: paints prompts by each method at each guidance scale, scores the pictures, and writes `results.json`,
 * `curves.png` and, with a baseline, `sheet.png`. Rows that the folder holds already are not painted again.
 *
 * @throws KaleidoError for whatever the user can mend; the signal's reason when aborted
 */
export async function evaluate(
  options: EvalOptions,
  signal: AbortSignal,
  { stdout, stderr }: Pick<Streams, 'stdout' | 'stderr'>,
): Promise<void> {
  const bundle = await loadBundle(options.bundleDir);
  const baseline = await baselineOf(options);
  const evaluator = await createEvaluator(options.evaluatorDir, options.session);
  const engines = {
    kaleido: await createEngine(bundle, options.session),
    ...(baseline ? { baseline: await createEngine(baseline, options.session) } : {}),
  };
  const progress = createProgressBar(stderr);
  try {
    const { concepts, prompts } = await choosePrompts(options, bundle, evaluator.manifest.reference.concepts);
    const real = realVectors(evaluator, concepts, MOST_REAL);
    requireEnough(real.count, prompts.length * options.perPrompt);
    requireSize(bundle, evaluator);
    const yardstick: Yardstick = { evaluator, prompts: await evaluator.embedPrompts(prompts), real };
    const how = paintingOf(options, bundle);
    const results = await openResults(options.out, {
      bundle: bundle.hash,
      ...(baseline ? { baseline: baseline.hash } : {}),
      evaluator: evaluator.hash,
      prompts: [...prompts],
      perPrompt: options.perPrompt,
      ...how,
      real: real.count,
    });
    const painter = createPainter(engines);
    await addRows(options, results, todo(options, bundle, results.rows), { painter, yardstick }, signal, progress);
    progress.stop();
    const summaries = summarise(results.rows);
    await writeCurves(options.out, summaries);
    if (baseline) {
      const steps = options.steps[0] ?? bundle.manifest.defaults.steps;
      const sheet = { ...how, seed: options.seeds[0]!, steps };
      await writeComparison(options.out, painter, options.sheetPrompts ?? SHEET_PROMPTS, sheet, signal);
    }
    print(stdout, `${markdownTable(summaries)}\n`);
  } finally {
    progress.stop();
    await Promise.all([evaluator, ...Object.values(engines)].map((one) => one.dispose()));
  }
}

type Task = Omit<ResultRow, 'scores'>;
type Painting = Pick<ResultSettings, 'sampler' | 'guidanceRule' | 'guidanceInterval' | 'cadsScale'>;

/** Paints and scores what is still to do, and writes the results after each row. */
async function addRows(
  { out }: Pick<EvalOptions, 'out'>,
  { settings, rows }: Results,
  wanted: readonly Task[],
  { painter, yardstick }: { painter: Painter; yardstick: Yardstick },
  signal: AbortSignal,
  progress: ProgressBar,
): Promise<void> {
  const { prompts, perPrompt, sampler, guidanceRule, guidanceInterval, cadsScale } = settings;
  const how = { perPrompt, sampler, guidanceRule, guidanceInterval, cadsScale };
  for (const [index, task] of wanted.entries()) {
    progress.stage(`${index + 1}/${wanted.length} ${task.method}, guidance ${task.guidance}`, prompts.length);
    const pictures = await paintPrompts(painter, prompts, { ...how, ...task }, signal, progress.step);
    rows.push({ ...task, scores: await scorePictures(pictures, yardstick) });
    await writeResults(out, { settings, rows });
  }
}

async function paintPrompts(
  painter: Painter,
  prompts: readonly string[],
  { perPrompt, seed, ...task }: Task & Painting & Pick<EvalOptions, 'perPrompt'>,
  signal: AbortSignal,
  onPrompt: (done: number) => void,
): Promise<RgbaImage[][]> {
  const pictures: RgbaImage[][] = [];
  for (const [index, prompt] of prompts.entries()) {
    // Noise and draws of its own for each prompt: shared ones would make the pictures of all prompts alike in the same
    // way.
    const own = createRng(seed, 'prompt', index).uint32();
    pictures.push(await painter.paint({ ...task, prompt, count: perPrompt, seed: own }, signal));
    onPrompt(pictures.length);
  }
  return pictures;
}

function todo({ methods, guidances, seeds, steps }: EvalOptions, bundle: Bundle, done: readonly ResultRow[]): Task[] {
  const counts = steps.length > 0 ? steps : [bundle.manifest.defaults.steps];
  const all = seeds.flatMap((seed) =>
    counts.flatMap((count) =>
      guidances.flatMap((guidance) => methods.map((method) => ({ method, guidance, seed, steps: count }))),
    ),
  );
  const isDone = (task: Task) =>
    done.some((row) => Object.entries(task).every(([key, value]) => row[key as keyof Task] === value));
  return all.filter((task) => !isDone(task));
}

async function baselineOf({ methods, baselineDir, perPrompt }: EvalOptions): Promise<Bundle | undefined> {
  if (baselineDir !== undefined) return loadBundle(baselineDir);
  const needing = methods.filter((method) => methodSettings(method, perPrompt).baseline);
  if (needing.length === 0) return undefined;
  throw new CliError('bad_option', { why: 'no_baseline', option: 'baseline', methods: needing });
}

/**
 * What both networks paint by: that of Kaleido's bundle, so that none is at an advantage by its own bundle's defaults.
 */
function paintingOf({ guidanceRule, guidanceInterval, cadsScale }: EvalOptions, { manifest }: Bundle): Painting {
  const asked = { guidanceRule, guidanceInterval, cads: undefined };
  const { sampler, ...chosen } = paintSettings(asked, manifest.defaults);
  const [low, high] = chosen.guidanceInterval ?? [0, 1];
  return { sampler, guidanceRule: chosen.guidanceRule, guidanceInterval: [low, high], cadsScale };
}

/** @throws KaleidoError `bad_option` where neighbours would be missing, and with them the scores */
function requireEnough(real: number, generated: number): void {
  if (real >= FEWEST_REAL && generated >= FEWEST_GENERATED) return;
  throw new CliError('bad_option', {
    why: 'too_few_pictures',
    option: 'prompt-count',
    real,
    generated,
    fewestReal: FEWEST_REAL,
    fewestGenerated: FEWEST_GENERATED,
  });
}

/** @throws KaleidoError `bad_option` where the evaluator reads pictures of another size than the bundle paints */
function requireSize({ manifest }: Bundle, evaluator: Evaluator): void {
  const { size } = evaluator.manifest.image;
  if (manifest.image.size === size) return;
  throw new CliError('bad_option', {
    why: 'other_size',
    option: 'evaluator',
    painted: manifest.image.size,
    read: size,
  });
}
