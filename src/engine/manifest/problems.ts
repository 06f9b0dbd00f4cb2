import { KaleidoError } from '../basics/index.js';

/** Makes the error for a file that cannot be used, given what is wrong with it in words that follow the file's name. */
export type FileError = (what: string, cause?: unknown) => KaleidoError;

/**
 * The errors of a folder of model files. Each says in one sentence which file is wrong, how, and what to do, since that
 * is all that people see of it in a log.
 */

/** `bundle_missing`: a file is not there or cannot be read. */
export function missingFile(path: string, manifestFile: string, cause: unknown): KaleidoError {
  const mend = `give the path of a whole folder, one that holds ${manifestFile} and all files that it lists`;
  return new KaleidoError('bundle_missing', `There is no readable ${path}: ${mend}.`, { data: { path }, cause });
}

/** `bundle_corrupt`: a file is not the one that the manifest records. */
export function corruptFile(path: string): FileError {
  return (what, cause) => refusal('bundle_corrupt', path, what, 'fetch it again, and copy the whole folder', cause);
}

/** `bundle_invalid`: a file is whole, but not what this version can use. */
export function invalidFile(path: string): FileError {
  return (what, cause) =>
    refusal('bundle_invalid', path, what, 'export it again with the training code of this version', cause);
}

/**
 * `bundle_invalid`: a folder of another format.
 * @param shipped the folder of its kind that comes with this version
 */
export function otherFormat(dir: string, found: number, read: unknown, shipped: string): KaleidoError {
  const mend = `take ${shipped} of this version, or export it again with its training code`;
  return new KaleidoError(
    'bundle_invalid',
    `${dir} is of format ${found}, and this version reads format ${read}: ${mend}.`,
    {
      data: { path: dir, format: found },
    },
  );
}

function refusal(
  code: 'bundle_corrupt' | 'bundle_invalid',
  path: string,
  what: string,
  mend: string,
  cause: unknown,
): KaleidoError {
  return new KaleidoError(code, `${path} ${what}: ${mend}.`, { data: { path }, cause });
}
