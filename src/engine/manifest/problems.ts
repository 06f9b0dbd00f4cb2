import { EngineError } from '../basics/index.js';

/**
 * Makes the error for a file that cannot be used, given what is wrong with it: for hosts, in words that follow the
 * file's name.
 */
export type FileError = (detail: string, cause?: unknown) => EngineError;

/** `bundle_corrupt`: a file is not the one that the manifest records. */
export function corruptFile(path: string): FileError {
  return (detail, cause) => new EngineError('bundle_corrupt', { why: 'file', path, detail }, cause);
}

/** `bundle_invalid`: a file is whole, but not what this version can use. */
export function invalidFile(path: string): FileError {
  return (detail, cause) => new EngineError('bundle_invalid', { why: 'file', path, detail }, cause);
}
