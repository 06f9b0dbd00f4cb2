import { resolveConfusablesTransformer } from 'obscenity';

const { transform } = resolveConfusablesTransformer();

/** Words of scripts that leave no spaces between them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Three or more single letters set apart, as in `f u c k` or `f.u.c.k`. */
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[\s._*-]+\p{L}(?![\p{L}\p{N}])){2,}/gu;

/**
 * A text without what is only there to disguise a word: invisible characters, accents, full-width and other compatibility
 * forms, letters set apart. Vowel signs of scripts that spell with them stay.
 */
export function undisguise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(/([\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])\p{Mn}+/gu, '$1')
    .replace(SPACED_OUT, (letters) => letters.replace(/[^\p{L}]/gu, ''));
}

/** Words of a text to compare by: undisguised, lower case, look-alike letters of other scripts as Latin ones. */
export function plainWords(text: string): string[] {
  const alike = [...undisguise(text)].map((character) => String.fromCodePoint(lookAlike(character.codePointAt(0)!)));
  return (
    alike
      .join('')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function lookAlike(codePoint: number): number {
  return transform(codePoint) ?? codePoint;
}

/**
 * Whether the words of a term stand in the text one after another, each whole; the last may be a plural. A term of a script
 * without spaces is found inside words too.
 *
 * @param words plain words of the text
 * @param term plain words with single spaces between them, at least one
 */
export function hasTerm(words: readonly string[], term: string): boolean {
  if (UNSPACED.test(term)) return words.join(' ').includes(term);
  const wanted = term.split(' ');
  const last = wanted.length - 1;
  return words.some((_, start) =>
    wanted.every((word, k) => {
      const found = words[start + k];
      return found === word || (k === last && found !== undefined && isPlural(found, word));
    }),
  );
}

function isPlural(word: string, singular: string): boolean {
  return word === `${singular}s` || word === `${singular}es` || word === singular.replace(/y$/, 'ies');
}
