import { forms, type NamingManifest } from './language.js';
import { LANGUAGES } from './languages.js';
import { readPrompt } from './reading.js';
import { withoutAccents, wordsOf } from './spelling.js';

/**
 * Words of a prompt that the bundle's training captions never used, in any form, so that it can only guess at them: lower case, each once, in order.
 * Empty for a bundle that does not list its words.
 */
export function unfamiliarWords(prompt: string, manifest: NamingManifest): string[] {
  const { words = [] } = manifest;
  if (words.length === 0) return [];
  const known = new Set(words);
  const plurals = LANGUAGES.en!.nouns;
  const { understood } = readPrompt(prompt, manifest);
  const isKnown = (word: string) => {
    const plain = withoutAccents(word);
    return understood.has(plain) || forms(plain, plurals).some((form) => known.has(form));
  };
  return [...new Set(wordsOf(prompt))].filter((word) => word !== ',' && !isKnown(word));
}
