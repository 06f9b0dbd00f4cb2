import { constants } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EngineError } from './engine-error.js';

/**
 * The content of a file that somebody named: a regular one, and not too large. Devices, pipes and the like, which may
 * have no end or make whoever opens them wait, are refused without reading.
 *
 * @param most bytes
 * @throws EngineError `unreadable_input`
 */
export async function readRegularFile(path: string, most: number): Promise<Buffer> {
  const unreadable = (cause: unknown) => new EngineError('unreadable_input', { why: 'unreadable', path }, cause);
  // A pipe that nobody writes to must not be waited for.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  try {
    const { size, ...kind } = await file.stat().then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!kind.isFile) throw new EngineError('unreadable_input', { why: 'no_file', path });
    if (size > most) {
      throw new EngineError('unreadable_input', { why: 'too_large', path, bytes: size, most });
    }
    // No more than was told: files of the system say 0 and may have no end.
    const content = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(content, length, size - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return content.subarray(0, length);
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw unreadable(cause);
  } finally {
    await file.close();
  }
}

/**
 * Makes a folder and those above it. Node's own `recursive` never comes back where the system makes no folders, as
 * under `/proc`.
 *
 * @throws the system's error
 */
export async function makeFolder(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, mode);
  } catch (error) {
    const above = dirname(path);
    if (isCode(error, 'EEXIST')) {
      if ((await stat(path)).isDirectory()) return;
      throw error;
    }
    if (!isCode(error, 'ENOENT') || above === path) throw error;
    await makeFolder(above, mode);
    await mkdir(path, mode).catch((again: unknown) => {
      if (!isCode(again, 'EEXIST')) throw again;
    });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
