import { FIRST_NAMES, LOOKS, OF_GENDER } from './languages/index.js';
import type { Token } from './tokens.js';
import { listed } from './vocabularies.js';

/** Whom a prompt speaks of. */
export type Gender = 'man' | 'woman';

const GENDERS: readonly Gender[] = ['man', 'woman'];
const wordsOf = (gender: Gender) => new Set([...listed(OF_GENDER[gender]), ...listed(FIRST_NAMES[gender])]);
const words: Readonly<Record<Gender, ReadonlySet<string>>> = { man: wordsOf('man'), woman: wordsOf('woman') };

/**
 * Whether all of whom a prompt speaks are men, or women, as far as it says; undefined where it does not, or of both.
 */
export function genderOf(tokens: readonly Token[]): Gender | undefined {
  const said = GENDERS.filter((gender) => tokens.some(({ key }) => words[gender].has(key)));
  return said.length === 1 ? said[0] : undefined;
}

/** Of a person's pictures those that do not show the other; all where none else is left. */
export function lookingLike(gender: Gender, slugs: readonly string[]): readonly string[] {
  const other = LOOKS[gender === 'man' ? 'woman' : 'man'];
  const fitting = slugs.filter((slug) => !other.test(slug));
  return fitting.length > 0 ? fitting : slugs;
}
