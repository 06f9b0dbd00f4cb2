import { errorInWords } from '../../src/cli/error-in-words.js';
import { KaleidoError } from '../../src/engine/basics/errors.js';

/**
 * Code and English words of the error that the work throws, as `code: what is wrong` and what to do on the next line.
 */
export async function wordsOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof KaleidoError) return `${error.code}: ${errorInWords(error)}`;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
