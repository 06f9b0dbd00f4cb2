/**
 * Structured log lines: facts first, then a fixed text. Prompts and latents go under `prompt` and `latents`, which the
 * log leaves out unless the host asks for them; tokens never go in. pino's logger fits.
 */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  /** `facts.err` is the error. */
  error(facts: object, message: string): void;
}

/** A log that keeps silent. */
export const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
