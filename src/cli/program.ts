import { Command, CommanderError, Option } from 'commander';
import { DEFAULT_COUNT, RANGES, rangeText } from '../engine/basics/index.js';
import { GUIDANCE_NAMES } from '../engine/guidance/index.js';
import { SAMPLER_NAMES } from '../engine/samplers/index.js';
import { VERSION } from '../package-info.js';
import { addEval } from './eval/index.js';
import { describeError, EXIT, EXIT_CODES_HELP } from './exit-codes.js';
import {
  commaList,
  gather,
  intervalOption,
  type ModelFlags,
  realNumberOption,
  resolveConfig,
  wholeNumberOption,
  withDataOption,
  withModelOptions,
} from './flags/index.js';

import type { ImagineOptions, Streams } from './imagine/index.js';
import { print, printProblem } from './output/index.js';
import { addServices } from './services.js';

/** Raw flags of `imagine`, as commander names them. */
type ImagineFlags = Omit<ImagineOptions, 'pins' | 'bundleDir' | 'providers'> & ModelFlags & { pin: string[] };

type ThingsFlags = ModelFlags & { group?: string; out?: string; json: boolean };

function buildProgram(streams: Streams, signal: AbortSignal): Command {
  const program = new Command('kaleido')
    .description('Grids of really different images for one prompt.')
    .version(VERSION)
    .addHelpText('after', EXIT_CODES_HELP)
    .configureOutput({
      writeOut: (text) => print(streams.stdout, text),
      writeErr: (text) => printProblem(streams.stderr, text),
    })
    .exitOverride();

  withModelOptions(program.command('imagine').description('plan and paint a grid for a prompt'))
    .argument('<prompt...>', 'what to draw')
    .option(
      '--count <n>',
      `cells, ${rangeText(RANGES.count)}; default: ${DEFAULT_COUNT}, or one for each alternative`,
      wholeNumberOption('--count', RANGES.count),
    )
    .option(
      '--variety <v>',
      `${RANGES.variety.min} (alike) to ${RANGES.variety.max} (as different as the prior goes)`,
      realNumberOption('--variety', RANGES.variety),
      60,
    )
    .option(
      '--recall <r>',
      `${RANGES.recall.min} (the prior alone) to ${RANGES.recall.max} (nearly remembered artwork)`,
      wholeNumberOption('--recall', RANGES.recall),
    )
    .option('--style <name>', 'one of the styles of the bundle, such as flat or 3d')
    .option('--without <words>', 'what is not wanted, such as "wings, red"')
    .option(
      '--guidance <scale>',
      `guidance scale, ${rangeText(RANGES.guidance)}`,
      realNumberOption('--guidance', RANGES.guidance),
    )
    .option('--steps <n>', `denoiser steps, ${rangeText(RANGES.steps)}`, wholeNumberOption('--steps', RANGES.steps))
    .addOption(new Option('--guidance-rule <name>', 'apg keeps colours at strong guidance').choices(GUIDANCE_NAMES))
    .option(
      '--guidance-interval <low,high>',
      `guide only between these noise levels, ${RANGES.noiseLevel.min} (clean) to ${RANGES.noiseLevel.max} (noise)`,
      intervalOption('--guidance-interval', RANGES.noiseLevel),
    )
    .option(
      '--cads <scale>',
      'anneal noise of this scale on the conditioning (CADS), such as 0.1: more variety in painting',
      realNumberOption('--cads', RANGES.cadsScale),
    )
    .addOption(new Option('--sampler <name>', 'sampler').choices(SAMPLER_NAMES))
    .option('--seed <n>', 'makes the grid reproducible; random when absent', wholeNumberOption('--seed', RANGES.seed))
    .option('--pin <kind=value>', 'keep a latent, such as palette=red,#ffcc00 or code=…; repeatable', gather, [])
    .option('--kinds <list>', 'latent kinds to use, with commas between them; default: all of the bundle', commaList)
    .option('--show-latents', 'draw boxes, shapes and palette on the grid', false)
    .option('--out <file>', 'where to write the grid: PNG, JPEG or WebP by its ending', 'grid.png')
    .option('--cells <dir>', 'also write each cell as a transparent PNG into this folder')
    .option('--details', 'report every latent and code in a terminal too; elsewhere that is so in any case', false)
    .option('--json', 'report as JSON', false)
    .action(async (words: string[], { pin, bundle, provider, ...flags }: ImagineFlags) => {
      const config = await resolveConfig({ bundle, provider, threads: flags.threads });
      const { imagine } = await import('./imagine/index.js');
      await imagine(words.join(' '), { ...flags, ...config, pins: pin }, signal, streams);
    });

  addEval(program, streams, signal);

  withDataOption(withModelOptions(program.command('doctor')))
    .description('check that everything works here, and say how to mend it')
    .action(async (flags: ModelFlags) => {
      const { doctor } = await import('./doctor/index.js');
      const healthy = await doctor(() => resolveConfig(flags), signal, streams.stdout);
      if (!healthy) throw new CommanderError(EXIT.failed, 'kaleido.unhealthy', '');
    });

  program
    .command('info')
    .description('print how a picture came about, from the metadata in its file')
    .argument('<file>', 'a picture that kaleido wrote')
    .option('--json', 'print the whole record as JSON', false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { info } = await import('./info.js');
      await info(file, json, streams.stdout);
    });

  withModelOptions(program.command('things').description('list what can be drawn, or what fits some words'))
    .argument('[search...]', 'words, in any language that prompts are read in')
    .option('--group <name>', 'only this group')
    .option('--out <file>', 'write a sheet of their pictures: PNG, JPEG or WebP by its ending')
    .option('--json', 'list as JSON', false)
    .action(async (words: string[], { group, out, json, ...flags }: ThingsFlags) => {
      const { bundleDir } = await resolveConfig(flags);
      const { things } = await import('./things.js');
      await things(words.join(' ').trim(), { group, out, json, bundleDir }, streams.stdout);
    });

  addServices(program, streams, signal);
  return program;
}

/**
 * Runs one command line.
 *
 * @param words the arguments after the program's name
 * @param signal aborting it stops the command
 * @returns the exit code; errors have been told on stderr
 */
export async function runCommandLine(words: readonly string[], signal: AbortSignal, streams: Streams): Promise<number> {
  try {
    await buildProgram(streams, signal).parseAsync(words, { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    if (signal.aborted) {
      print(streams.stderr, 'Stopped.\n');
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) {
      // Commander has told the user already; its own code for every wrong use is 1.
      if (error.code === 'kaleido.unhealthy') return EXIT.failed;
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    }
    const { text, exitCode } = await describeError(error);
    // Of what is unexpected, who mends it needs the whole.
    (exitCode === EXIT.failed ? print : printProblem)(streams.stderr, `${text}\n`);
    return exitCode;
  }
}
