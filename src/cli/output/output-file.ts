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
  /** Writes a file that is no picture. */
  write(content: Uint8Array): Promise<void>;
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
  return reserve(path, (png) => transcode(png, format));
}

const ZIP = '.zip';

/**
 * The same for a zip.
 *
 * @throws KaleidoError `bad_option` for another ending, `unwritable_output`
 */
export async function reserveZip(file: string): Promise<OutputFile> {
  const path = resolve(file);
  const ending = extname(path).toLowerCase();
  if (ending !== ZIP) throw new CliError('bad_option', { ...endingProblem(path, ending), endings: [ZIP] });
  return reserve(path, async (content) => content);
}

async function reserve(path: string, encode: (png: Uint8Array) => Promise<Uint8Array>): Promise<OutputFile> {
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
  const write = async (content: Uint8Array) => {
    try {
      await writeFile(temporary, content);
      await rename(temporary, path);
    } catch (cause) {
      throw unwritable(cause);
    }
  };
  return { path, writePicture: async (png) => write(await encode(png)), write, discard };
}

/** @throws KaleidoError `bad_option` */
function formatOf(path: string): PictureFormat {
  const ending = extname(path).toLowerCase();
  const format = PICTURE_FORMATS.get(ending);
  if (format !== undefined) return format;
  const endings = [...PICTURE_FORMATS.keys()];
  throw new CliError('bad_option', { ...endingProblem(path, ending), endings });
}

function endingProblem(path: string, ending: string) {
  const common = { option: '--out', path };
  return ending === '' ? { why: 'no_ending' as const, ...common } : { why: 'other_ending' as const, ...common, ending };
}
