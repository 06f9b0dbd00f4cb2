import pino, { type Logger } from 'pino';
import type { Config } from '../settings.js';

/** Fields that tell what people asked for. */
const PRIVATE_FIELDS = ['prompt', 'latents', 'text', 'title'];
/** Errors of HTTP clients carry the request, and with it tokens. */
const SECRET_FIELDS = ['token', 'authorization', 'headers', 'request', 'requestBody', 'credentials', 'config'];

function everywhere(fields: readonly string[]): string[] {
  return fields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
}

/**
 * The process's log: JSON lines, prompts only when the host asks.
 *
 * @param file where to; stderr when absent, so that stdout stays with what a command answers
 */
export function createLog({ logLevel, logPrompts }: Pick<Config, 'logLevel' | 'logPrompts'>, file?: string): Logger {
  const hidden = [...SECRET_FIELDS, ...(logPrompts ? [] : PRIVATE_FIELDS)];
  return pino(
    { level: logLevel, base: null, redact: { paths: everywhere(hidden), remove: true } },
    pino.destination({ dest: file ?? 2, mkdir: true, sync: true }),
  );
}
