import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { makeFolder } from '../../engine/basics/index.js';

import { PICTURE_FORMATS, type PictureFormat, transcode } from '../../images/index.js';
import { CliError } from '../errors.js';

/** A place to write that was proved to work before the long part of the work began. */
export interface OutputFile {
  /** Absolute path of the finished file. */
  readonly path: string;
  /**
   * Writes the picture in the format of the name's ending; nobody ever sees half of it. An older file of that name is
   * replaced.
   */
  writePicture(png: Uint8Array): Promise<void>;
  /** Takes the reservation back; an older file of that name stays. Harmless after `write`. */
  discard(): Promise<void>;
}

/**
 * Makes sure that a picture can be written: its name says how, its folder is made, and an empty temporary file beside
 * the final one.
 *
 * @throws KaleidoError `bad_option` for an ending that stands for no format, `unwritable_output`
 */
export async function reserveOutput(file: string): Promise<OutputFile> {
  const path = resolve(file);
  const format = formatOf(path);
  const temporary = `${path}.${randomUUID()}.part`;
  const unwritable = (cause: unknown) => new CliError('unwritable_output', { why: 'unwritten', path }, cause);
  try {
    await makeFolder(dirname(path));
    await writeFile(temporary, '');
  } catch (cause) {
    throw unwritable(cause);
  }
  const discard = () => rm(temporary, { force: true });
  const older = await stat(path).catch(() => undefined);
  if (older !== undefined && !older.isFile()) {
    await discard();
    throw new CliError('unwritable_output', { why: older.isDirectory() ? 'folder' : 'no_file', path });
  }
  return {
    path,
    async writePicture(png) {
      const content = await transcode(png, format);
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

/** @throws KaleidoError `bad_option` */
function formatOf(path: string): PictureFormat {
  const ending = extname(path).toLowerCase();
  const format = PICTURE_FORMATS.get(ending);
  if (format !== undefined) return format;
  const endings = [...PICTURE_FORMATS.keys()];
  throw new CliError(
    'bad_option',
    ending === ''
      ? { why: 'no_ending', option: '--out', path, endings }
      : { why: 'other_ending', option: '--out', path, ending, endings },
  );
}
