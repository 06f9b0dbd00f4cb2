import type { Manifest } from './bundle/manifest.js';

/**
 * Words of a prompt that the bundle's training captions never used, so that it can only guess at them: lower case, each
 * once, in order. A plural counts as its singular. Empty for a bundle that does not list its words.
 */
export function unfamiliarWords(prompt: string, { words = [] }: Pick<Manifest, 'words'>): string[] {
  if (words.length === 0) return [];
  const known = new Set(words);
  const isKnown = (word: string) => singulars(withoutAccents(word)).some((form) => known.has(form));
  const asked =
    prompt
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}'-]+/gu) ?? [];
  return [...new Set(asked)].filter((word) => !isKnown(word));
}

/** As the text tokenizer reads it: “Äpfel” is “apfel”. */
export function withoutAccents(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
}

/** What a word may be the plural of, itself first. */
export function singulars(word: string): string[] {
  return [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
}
