import { ownValue } from '../basics/index.js';
import { fold } from './fold.js';
import { ENDINGS } from './languages/index.js';

const SHORTEST = 3;

interface Rules {
  /** By their last letter, the longest first. */
  endings: ReadonlyMap<string, readonly string[]>;
  prefixes: readonly string[];
  repeats: number;
}

const rules = new Map<string, Rules>();

/** What words of a language may be forms of. Languages of which nothing is known do not bend. */
export interface Stems {
  /** Each word without its longest ending. */
  stem(key: string): string;
  /** A single word without any of the endings that it may have, the longest first; without itself. */
  forms(word: string): string[];
}

export function stemsOf(language: string): Stems {
  const { endings, prefixes, repeats } = rulesOf(language);
  const none: readonly string[] = [];
  const endingsOf = (word: string) => endings.get(word.at(-1) ?? '') ?? none;
  const shortestOf = (word: string) => (/^[\p{Script=Hangul}\p{Script=Han}]/u.test(word) ? 1 : SHORTEST);
  const barePrefix = (word: string) => {
    const prefix = prefixes.find((one) => word.startsWith(one) && word.length - one.length >= SHORTEST - 1);
    return prefix === undefined ? word : word.slice(prefix.length);
  };
  const fits = (word: string, ending: string) =>
    word.endsWith(ending) && word.length - ending.length >= shortestOf(word);
  function stemOf(word: string): string {
    let stem = barePrefix(word);
    for (let k = 0; k < repeats; k++) {
      const ending = endingsOf(stem).find((one) => fits(stem, one));
      if (ending === undefined) break;
      stem = stem.slice(0, -ending.length);
    }
    return stem;
  }
  return {
    stem: (key) => (key.includes(' ') ? key.split(' ').map(stemOf).join(' ') : stemOf(key)),
    forms(word) {
      const forms = new Set<string>();
      const follow = (one: string, left: number) => {
        if (one !== word) forms.add(one);
        if (left > 0)
          for (const ending of endingsOf(one)) if (fits(one, ending)) follow(one.slice(0, -ending.length), left - 1);
      };
      follow(word, repeats);
      const bare = barePrefix(word);
      if (bare !== word) follow(bare, repeats);
      return [...forms];
    },
  };
}

function rulesOf(language: string): Rules {
  const known = rules.get(language);
  if (known) return known;
  const own = ownValue(ENDINGS, language);
  const split = (text = '') =>
    text
      .split(' ')
      .filter((part) => part !== '')
      .map(fold)
      .sort((a, b) => b.length - a.length);
  const endings = new Map<string, string[]>();
  for (const ending of split(own?.endings)) {
    const last = ending.at(-1)!;
    endings.set(last, [...(endings.get(last) ?? []), ending]);
  }
  const made = { endings, prefixes: split(own?.prefixes), repeats: own?.repeats ?? 1 };
  rules.set(language, made);
  return made;
}
