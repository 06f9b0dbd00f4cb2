import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { KaleidoError } from '../engine/errors.js';

/** A place to write that was proved to work before the long part of the work began. */
export interface OutputFile {
  /** Absolute path of the finished file. */
  readonly path: string;
  /** Writes the whole file; nobody ever sees half of it. An older file of that name is replaced. */
  write(content: Uint8Array): Promise<void>;
  /** Takes the reservation back; an older file of that name stays. Harmless after `write`. */
  discard(): Promise<void>;
}

/**
 * Makes sure that a file can be written: creates its folder and an empty temporary file beside the final one.
 *
 * @throws KaleidoError `unwritable_output`
 */
export async function reserveOutput(file: string): Promise<OutputFile> {
  const path = resolve(file);
  const temporary = `${path}.${randomUUID()}.part`;
  const unwritable = (cause: unknown) =>
    new KaleidoError('unwritable_output', `${path} cannot be written.`, {
      hint: 'Choose another place, or check the folder’s permissions and free space.',
      data: { path },
      cause,
    });
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, '');
  } catch (cause) {
    throw unwritable(cause);
  }
  const discard = () => rm(temporary, { force: true });
  if ((await stat(path).catch(() => undefined))?.isDirectory()) {
    await discard();
    throw new KaleidoError('unwritable_output', `${path} is a folder.`, {
      hint: 'Give the name of a file, such as grid.png.',
      data: { path },
    });
  }
  return {
    path,
    async write(content) {
      try {
        await writeFile(temporary, content);
        await rename(temporary, path);
      } catch (cause) {
        throw unwritable(cause);
      }
    },
    discard,
  };
}
