import { type Bundle, loadBundle } from '../../engine/bundle/bundle.js';
import { paintSettings } from '../../engine/diffusion/settings.js';
import { createEngine } from '../../engine/engine.js';
import { KaleidoError } from '../../engine/errors.js';
import { type Method, methodSettings } from '../../engine/evaluation/methods.js';
import { createPainter, type Painter } from '../../engine/evaluation/painter.js';
import { realVectors, scorePictures, type Yardstick } from '../../engine/evaluation/scores.js';
import { createEvaluator } from '../../engine/evaluator/evaluator.js';
import type { SessionOptions } from '../../engine/onnx.js';
import type { PaintRequest, RgbaImage } from '../../engine/types.js';
import type { Streams } from '../imagine.js';
import { createProgress } from '../progress.js';
import { writeComparison, writeCurves } from './report-files.js';
import { earlierRows, type ResultRow, type ResultSettings, writeResults } from './results.js';
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
  /** How many of the bundle's concepts to ask for, evenly taken; all when absent. */
  promptCount?: number;
  /** Pictures a prompt, 2–9. */
  perPrompt: number;
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
  const progress = createProgress(stderr);
  try {
    const concepts = chosenConcepts(bundle, evaluator.manifest.reference.concepts, options.promptCount);
    const prompts = concepts.map((concept) => `${/^[aeiou]/.test(concept) ? 'an' : 'a'} ${concept}`);
    const real = realVectors(evaluator, concepts, MOST_REAL);
    const yardstick: Yardstick = { evaluator, prompts: await evaluator.embedPrompts(prompts), real };
    const settings = resultSettings(options, bundle, baseline, { prompts, real: real.count });
    const rows = await earlierRows(options.out, settings);
    const wanted = todo(options, bundle, rows);
    const painter = createPainter(engines);
    for (const [index, task] of wanted.entries()) {
      progress.stage(`${index + 1}/${wanted.length} ${task.method}, guidance ${task.guidance}`, prompts.length);
      const pictures = await paintPrompts(
        painter,
        prompts,
        { ...painting(options), perPrompt: options.perPrompt, ...task },
        signal,
        progress.step,
      );
      rows.push({ ...task, scores: await scorePictures(pictures, yardstick) });
      await writeResults(options.out, { settings, rows });
    }
    progress.stop();
    const summaries = summarise(rows);
    await writeCurves(options.out, summaries);
    if (baseline) {
      const steps = options.steps[0] ?? bundle.manifest.defaults.steps;
      await writeComparison(options.out, painter, { seed: options.seeds[0]!, steps }, signal);
    }
    stdout.write(`${markdownTable(summaries)}\n`);
  } finally {
    progress.stop();
    await Promise.all([evaluator, ...Object.values(engines)].map((one) => one.dispose()));
  }
}

type Task = Omit<ResultRow, 'scores'>;

async function paintPrompts(
  painter: Painter,
  prompts: readonly string[],
  { perPrompt, ...task }: Task & Pick<EvalOptions, 'perPrompt' | 'guidanceRule' | 'guidanceInterval'>,
  signal: AbortSignal,
  onPrompt: (done: number) => void,
): Promise<RgbaImage[][]> {
  const pictures: RgbaImage[][] = [];
  for (const prompt of prompts) {
    pictures.push(await painter.paint({ ...task, prompt, count: perPrompt }, signal));
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
  throw new KaleidoError('bad_option', `${needing.join(' and ')} needs the baseline's bundle.`, {
    hint: 'Name its folder with --baseline (docs/evidence.md says how it is made), or leave those out of --methods.',
    data: { option: 'baseline' },
  });
}

/** Concepts that both the bundle and the evaluator know, evenly taken. */
function chosenConcepts(bundle: Bundle, judged: readonly string[], count: number | undefined): string[] {
  const known = new Set(judged);
  const shared = (bundle.manifest.concepts ?? []).filter((concept) => known.has(concept));
  if (shared.length === 0) {
    throw new KaleidoError('bad_option', 'The bundle and the evaluator know no concept in common.', {
      hint: 'Use the evaluator that was trained beside the bundle.',
      data: { option: 'evaluator' },
    });
  }
  const wanted = Math.min(count ?? shared.length, shared.length);
  return Array.from({ length: wanted }, (_, i) => shared[Math.floor((i * shared.length) / wanted)]!);
}

function painting({
  guidanceRule,
  guidanceInterval,
}: EvalOptions): Pick<PaintRequest, 'guidanceRule' | 'guidanceInterval'> {
  return { guidanceRule, guidanceInterval };
}

function resultSettings(
  options: EvalOptions,
  bundle: Bundle,
  baseline: Bundle | undefined,
  found: Pick<ResultSettings, 'prompts' | 'real'>,
): ResultSettings {
  const { guidanceRule, guidanceInterval, sampler } = paintSettings(
    { ...painting(options), cads: undefined },
    bundle.manifest.defaults,
  );
  return {
    bundle: bundle.hash,
    ...(baseline ? { baseline: baseline.hash } : {}),
    evaluator: options.evaluatorDir,
    prompts: found.prompts,
    perPrompt: options.perPrompt,
    guidanceRule,
    ...(guidanceInterval ? { guidanceInterval: [...guidanceInterval] as [number, number] } : {}),
    sampler,
    real: found.real,
  };
}
