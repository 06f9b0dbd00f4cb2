import { Command, CommanderError } from 'commander';
import { missingLibrary } from '../native-libraries.js';
import { VERSION } from '../package-info.js';
import { describeError, EXIT, EXIT_CODES_HELP } from './exit-codes.js';
import { type ModelFlags, resolveConfig, withDataOption, withModelOptions } from './flags/index.js';
import type { Streams } from './imagine/index.js';
import { print, printProblem } from './print/index.js';
import { addServices } from './services.js';

/**
 * @param words what is run: only for that are flags read that take the chat's declarations or the evaluation's methods
 */
async function buildProgram(words: readonly string[], streams: Streams, signal: AbortSignal): Promise<Command> {
  const program = new Command('kaleido')
    .description('Grids of really different images for one prompt.')
    .version(VERSION)
    .addHelpText('after', EXIT_CODES_HELP)
    .configureOutput({
      writeOut: (text) => print(streams.stdout, text),
      writeErr: (text) => printProblem(streams.stderr, text),
    })
    .exitOverride();

  const forImagine = program.command('imagine').description('plan and paint a grid for a prompt');
  if (words.includes('imagine')) {
    await (await import('./imagine/index.js')).addImagine(forImagine, streams, signal);
  }
  const forPack = program.command('pack').description('draw one thing in twelve moods, as emoji and stickers in a zip');
  if (words.includes('pack')) (await import('./pack/index.js')).addPack(forPack, streams, signal);
  const forEval = program.command('eval').description('measure diversity and fidelity over guidance scales');
  if (words.includes('eval')) (await import('./eval/index.js')).addEval(forEval, streams, signal);

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

  const forDescribe = program.command('describe').description('say what a picture shows, in words, boxes and colours');
  if (words.includes('describe')) (await import('./describe.js')).addDescribe(forDescribe, streams.stdout);

  const forAbout = program.command('about').description('say what this is, and whose artwork it draws after');
  if (words.includes('about')) (await import('./about.js')).addAbout(forAbout, streams.stdout);

  const forThings = program.command('things').description('list what can be drawn, or what fits some words');
  if (words.includes('things')) (await import('./things.js')).addThings(forThings, streams.stdout);

  addServices(program, streams, signal);
  return program;
}

/**
 * Runs one command line.
 *
 * @param words the arguments after the program's name
 * @param signal aborting it stops the command
 * @returns the exit code; errors have been told on stderr
 * @throws what says that a native library is missing, since the program cannot go on
 */
export async function runCommandLine(words: readonly string[], signal: AbortSignal, streams: Streams): Promise<number> {
  try {
    const program = await buildProgram(words, streams, signal);
    await program.parseAsync(words, { from: 'user' });
    return EXIT.ok;
  } catch (error) {
    if (signal.aborted) {
      print(streams.stderr, 'Stopped.\n');
      return EXIT.interrupted;
    }
    if (error instanceof CommanderError) {
      // Commander has told the user already; its own code for every wrong use is 1.
      if (error.code === 'kaleido.unhealthy') return EXIT.failed;
      // The process that it was about has told it.
      if (error.code === 'kaleido.ended') return error.exitCode;
      return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    }
    if (missingLibrary(error) !== null) throw error;
    const { text, exitCode } = await describeError(error);
    // Of what is unexpected, who mends it needs the whole.
    (exitCode === EXIT.failed ? print : printProblem)(streams.stderr, `${text}\n`);
    return exitCode;
  }
}
