import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { EngineError } from '../engine/basics/index.js';

/** Bytes of a text at most. */
const LARGEST_TEXT = 32 * 2 ** 20;

/**
 * What a JSON file of a folder says.
 *
 * @param otherwise what it is where there is no such file; default: it has to be there
 * @throws EngineError `painter_invalid`
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>, otherwise?: T): Promise<T> {
  if (otherwise !== undefined && !(await isThere(path))) return otherwise;
  const text = await readText(path);
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new EngineError('painter_invalid', { why: 'bad_file', path, detail: detailOf(cause) }, cause);
  }
}

/** A text file of a folder. @throws EngineError `painter_invalid` */
export async function readText(path: string): Promise<string> {
  if ((await bytesOf(path)) > LARGEST_TEXT) {
    throw new EngineError('painter_invalid', { why: 'bad_file', path, detail: 'too large' });
  }
  return readFile(path, 'utf8');
}

/** Whether there is such a file. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Size of a file. @throws EngineError `painter_invalid` where it is not there */
export async function bytesOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return found.size;
  throw new EngineError('painter_invalid', { why: 'no_file', path });
}

/** What is wrong, in one line. */
export function detailOf(cause: unknown): string {
  if (cause instanceof z.ZodError) {
    return cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n', 1)[0]!;
}
