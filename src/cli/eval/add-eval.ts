import { type Command, InvalidArgumentError, Option } from 'commander';
import { RANGES, type Range, rangeText } from '../../engine/basics/index.js';
import { CADS_SCALE, METHODS, type Method } from '../../engine/evaluation/index.js';
import { GUIDANCE_NAMES } from '../../engine/guidance/index.js';
import {
  commaList,
  intervalOption,
  type ModelFlags,
  realNumberOption,
  resolveConfig,
  wholeNumberOption,
  withModelOptions,
} from '../flags/index.js';

import type { Streams } from '../imagine/index.js';
import { print } from '../print/index.js';
import type { EvalOptions } from './eval.js';

/** Raw flags, as commander names them. */
type EvalFlags = Omit<EvalOptions, 'bundleDir' | 'baselineDir' | 'evaluatorDir' | 'session'> &
  ModelFlags & { baseline?: string; evaluator: string };

/** Diversity is of two pictures at least. */
const PER_PROMPT: Range = { min: 2, max: RANGES.count.max };

/** A comma-separated list, each part read by `parse`. */
function listOf<T>(parse: (text: string) => T): (text: string) => T[] {
  return (text) => commaList(text).map(parse);
}

function method(text: string): Method {
  const found = METHODS.find((name) => name === text);
  if (found) return found;
  throw new InvalidArgumentError(`Methods are ${METHODS.join(', ')}.`);
}

/** `kaleido eval` and its options. */
export function addEval(command: Command, streams: Streams, signal: AbortSignal): void {
  withPaintingOptions(withMethodOptions(withModelOptions(command))).action(
    async ({ bundle, provider, threads, baseline, evaluator, ...flags }: EvalFlags) => {
      const { bundleDir, ...session } = await resolveConfig({ bundle, provider, threads });
      const { evaluate } = await import('./eval.js');
      await evaluate(
        {
          ...flags,
          bundleDir,
          evaluatorDir: evaluator,
          ...(baseline === undefined ? {} : { baselineDir: baseline }),
          session: {
            // What is to be compared runs on the same everywhere, unless somebody names something else.
            providers: session.providers.filter((one) => one !== 'auto'),
            threads: session.threads,
            onWarning: (message) => print(streams.stderr, `${message}\n`),
          },
        },
        signal,
        streams,
      );
    },
  );
}

/** What is compared. */
function withMethodOptions(command: Command): Command {
  return command
    .option('--baseline <dir>', 'bundle trained without latents, for the baseline methods')
    .option('--evaluator <dir>', 'folder of the network that judges the pictures', 'models/evaluator')
    .option('--methods <list>', METHODS.join(', '), listOf(method), ['kaleido', 'kaleido-cads', 'kaleido-planner'])
    .option(
      '--guidances <list>',
      'guidance scales',
      listOf(realNumberOption('--guidances', RANGES.guidance)),
      [1, 3, 7],
    )
    .option('--seeds <list>', 'one run each, for error bars', listOf(wholeNumberOption('--seeds', RANGES.seed)), [1, 2])
    .option(
      '--steps <list>',
      'denoiser steps; default: the bundle’s',
      listOf(wholeNumberOption('--steps', RANGES.steps)),
      [],
    );
}

/** What each method paints, how, and where to. */
function withPaintingOptions(command: Command): Command {
  return command
    .option('--prompts <file>', 'a prompt a line; default: one for each thing that the evaluator knows')
    .option(
      '--prompt-count <n>',
      'prompts to paint, evenly taken; default: 16, of a file all',
      wholeNumberOption('--prompt-count', { min: 1, max: 10_000 }),
    )
    .option(
      '--per-prompt <n>',
      `pictures a prompt, ${rangeText(PER_PROMPT)}`,
      wholeNumberOption('--per-prompt', PER_PROMPT),
      8,
    )
    .addOption(new Option('--guidance-rule <name>', 'default: the bundle’s').choices(GUIDANCE_NAMES))
    .option(
      '--guidance-interval <low,high>',
      'guide only between these noise levels; default: the bundle’s',
      intervalOption('--guidance-interval', RANGES.noiseLevel),
    )
    .option(
      '--cads-scale <s>',
      'noise of the methods with CADS',
      realNumberOption('--cads-scale', RANGES.cadsScale),
      CADS_SCALE,
    )
    .option('--sheet-prompts <list>', 'prompts of the sheet, with commas between them', commaList)
    .option('--out <dir>', 'folder of the results; rows that it holds are not painted again', 'out/eval');
}
