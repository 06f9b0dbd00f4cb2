import { fold } from './fold.js';
import { ENDINGS } from './languages/endings.js';

const SHORTEST = 3;

interface Rules {
  endings: readonly string[];
  prefixes: readonly string[];
}

const rules = new Map<string, Rules>();

/** Takes off what words of a language are bent by, from each word of some. Languages of which nothing is known stay as they are. */
export function stemmer(language: string): (key: string) => string {
  const known = rules.get(language);
  const own = ENDINGS[language];
  const split = (text = '') =>
    text
      .split(' ')
      .filter((part) => part !== '')
      .map(fold)
      .sort((a, b) => b.length - a.length);
  const made = known ?? { endings: split(own?.endings), prefixes: split(own?.prefixes) };
  rules.set(language, made);
  if (made.endings.length === 0 && made.prefixes.length === 0) return (key) => key;
  const repeats = own?.repeats ?? 1;
  return (key) =>
    key.includes(' ')
      ? key
          .split(' ')
          .map((word) => stemOf(word, made, repeats))
          .join(' ')
      : stemOf(key, made, repeats);
}

function stemOf(word: string, { endings, prefixes }: Rules, repeats: number): string {
  let stem = word;
  const shortest = /^[\p{Script=Hangul}\p{Script=Han}]/u.test(word) ? 1 : SHORTEST;
  const prefix = prefixes.find((one) => stem.startsWith(one) && stem.length - one.length >= SHORTEST - 1);
  if (prefix !== undefined) stem = stem.slice(prefix.length);
  for (let k = 0; k < repeats; k++) {
    const ending = endings.find((one) => stem.endsWith(one) && stem.length - one.length >= shortest);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}
