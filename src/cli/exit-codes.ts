import { KaleidoError, type KaleidoErrorCode } from '../engine/basics/index.js';

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

const EXIT_BY_CODE: Readonly<Record<KaleidoErrorCode, number>> = {
  empty_prompt: EXIT.usage,
  prompt_too_long: EXIT.usage,
  bad_option: EXIT.usage,
  unknown_kind: EXIT.usage,
  bad_pin: EXIT.usage,
  bad_latent_code: EXIT.usage,
  unreadable_input: EXIT.usage,
  bundle_missing: EXIT.model,
  bundle_invalid: EXIT.model,
  bundle_corrupt: EXIT.model,
  provider_unavailable: EXIT.model,
  model_failed: EXIT.model,
  unwritable_output: EXIT.output,
  database_unavailable: EXIT.storage,
  database_invalid: EXIT.storage,
  blobs_unavailable: EXIT.storage,
  queue_unavailable: EXIT.storage,
};

/**
 * What to tell the user about an error, and the code to exit with. Unexpected errors keep their stack: they are bugs.
 */
export function describeError(error: unknown): { text: string; exitCode: number } {
  if (error instanceof KaleidoError) {
    const text = error.hint ? `${error.message}\n${error.hint}` : error.message;
    return { text, exitCode: EXIT_BY_CODE[error.code] };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `Something unexpected went wrong; please report it.\n${detail}`, exitCode: EXIT.failed };
}
