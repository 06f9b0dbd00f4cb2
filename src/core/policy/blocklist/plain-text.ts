import { glyphOf } from './readings.js';

/**
 * Words of a text: letters and digits in lower case, without what nobody sees. What else is done to compare them,
 * `termTree` does.
 */
export function plainWords(text: string): string[] {
  const seen = [...text.normalize('NFKC')].filter((one) => glyphOf(one.codePointAt(0)!).shape !== 'hidden').join('');
  return seen.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
