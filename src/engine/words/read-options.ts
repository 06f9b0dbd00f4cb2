import type { ReadOptions } from './prompt-reading.js';

/**
 * What of a request, or of settings, says how its prompts are read. Whatever reads a prompt of it passes this on, so
 * that all see the same.
 */
export function readOptionsOf({
  locale,
  without,
  style,
}: { [Name in keyof ReadOptions]: string | undefined }): ReadOptions {
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(without === undefined ? {} : { without }),
    ...(style === undefined ? {} : { style }),
  };
}
