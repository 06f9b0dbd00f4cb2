import type { PinError } from './bad-pin.js';
import type { BundleTerms } from './terms.js';

/**
 * Ids of a text inside a latent, 1–`limit` of them.
 * @throws what `reject` makes, when the text is too long for the bundle or holds characters that it cannot read
 */
export function encodeText(
  text: string,
  limit: number,
  { tokenizer, manifest, blankPiece }: BundleTerms,
  reject: PinError,
): number[] {
  const ids = tokenizer.encode(text);
  if (ids.includes(manifest.vocabulary.specials.unk)) {
    throw reject({ why: 'unreadable', said: tokenizer.unreadableWords(text).join(' ') });
  }
  if (ids.length > limit) {
    throw reject({ why: 'cut', said: text, read: tokenizer.decode(ids.slice(0, limit)) });
  }
  if (ids.length > 0) return ids;
  if (blankPiece === undefined) throw reject({ why: 'blank_text' });
  return [blankPiece];
}

/**
 * Text of sampled ids. The prior may spell a word otherwise than the tokenizer would, rarely in fewer pieces; the text
 * is then shortened until the tokenizer fits it into `limit` ids. What is returned encodes and decodes to itself.
 */
export function decodeText(ids: readonly number[], limit: number, { tokenizer }: BundleTerms): string {
  for (let length = ids.length; length > 0; length--) {
    const spelled = tokenizer.encode(tokenizer.decode(ids.slice(0, length)));
    if (spelled.length <= limit) return tokenizer.decode(spelled);
  }
  return '';
}

/**
 * The words that the bundle can read, as many of them as make at most `limit` pieces; of a long first word its
 * beginning.
 */
export function shortenText(text: string, limit: number, { tokenizer }: Pick<BundleTerms, 'tokenizer'>): string {
  const unreadable = new Set(tokenizer.unreadableWords(text));
  const words = text.split(/\s+/u).filter((word) => !unreadable.has(word));
  for (let count = words.length; count > 0; count--) {
    const start = words.slice(0, count).join(' ');
    if (tokenizer.encode(start).length <= limit) return start;
  }
  const [first = ''] = words;
  for (let length = first.length; length > 0; length--) {
    if (tokenizer.encode(first.slice(0, length)).length <= limit) return first.slice(0, length);
  }
  return '';
}
