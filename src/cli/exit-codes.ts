import type { AppErrors } from '../app/base/index.js';
import { type EngineErrors, KaleidoError, ownValue } from '../engine/basics/index.js';
import type { JobErrors } from '../jobs/index.js';
import type { StoreErrors } from '../store/index.js';
import type { CliErrors } from './errors.js';

/** Exit codes of the command line; `kaleido --help` lists them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, model: 3, output: 4, storage: 5, interrupted: 130 } as const;

export const EXIT_CODES_HELP = `
Exit codes:
  0    done
  1    something unexpected went wrong
  2    the command, a prompt, a pin or an option cannot be used
  3    the model bundle is missing or damaged, or a model failed
  4    the result cannot be written
  5    the database, the queue or the picture store cannot be used
  130  stopped with Ctrl-C`;

/** What the host mends; any other code is about how the command was written. */
const EXIT_BY_CODE: Readonly<Record<string, number>> = {
  bundle_missing: EXIT.model,
  bundle_invalid: EXIT.model,
  bundle_corrupt: EXIT.model,
  model_failed: EXIT.model,
  painter_away: EXIT.model,
  painter_failed: EXIT.model,
  painter_invalid: EXIT.model,
  prior_away: EXIT.model,
  prior_invalid: EXIT.model,
  unwritable_output: EXIT.output,
  folder_in_use: EXIT.storage,
  database_unavailable: EXIT.storage,
  database_invalid: EXIT.storage,
  blobs_unavailable: EXIT.storage,
  queue_unavailable: EXIT.storage,
} satisfies Partial<
  Record<keyof EngineErrors | keyof CliErrors | keyof AppErrors | keyof StoreErrors | keyof JobErrors, number>
>;

/**
 * What to tell the user about an error, and the code to exit with. Unexpected errors keep their stack: they are bugs.
 */
export async function describeError(error: unknown): Promise<{ text: string; exitCode: number }> {
  if (error instanceof KaleidoError) {
    // The texts of all languages, which a command that succeeds does not need.
    const { errorInWords } = await import('./error-in-words.js');
    return { text: errorInWords(error), exitCode: ownValue(EXIT_BY_CODE, error.code) ?? EXIT.usage };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `Something unexpected went wrong; please report it.\n${detail}`, exitCode: EXIT.failed };
}
