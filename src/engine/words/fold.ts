import { ownValue } from '../basics/index.js';

/**
 * A word as it is looked up: lower case, without accents of Latin, Greek and Cyrillic letters, one spelling of what has
 * several. training/words/fold.js does the same.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '$1')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđıð]/g, (letter) => ownValue(SPELLED_OUT, letter) ?? letter)
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const PLAIN = /^[\x00-\x7f]*$/;
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;
const SPELLED_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
};
