import { ownValue } from '../basics/index.js';
import { fold } from './fold.js';
import { ENDINGS } from './languages/index.js';

const SHORTEST = 3;

interface Rules {
  turns: readonly (readonly [ending: string, into: string])[];
  /** By their last letter, the longest first. */
  endings: ReadonlyMap<string, readonly string[]>;
  prefixes: readonly string[];
  repeats: number;
}

/** What words of a language may be forms of. Languages of which nothing is known do not bend. */
export interface Stems {
  /** Each word without its longest ending. */
  stem(key: string): string;
  /** A single word without any of the endings that it may have, the longest first; without itself. */
  forms(word: string): string[];
  /** Whether `forms` may take letters off the end of a word, or off its beginning. */
  mayEnd(letters: string): boolean;
  readonly hasPrefixes: boolean;
}

const stems = new Map<string, Stems>();

/** Of so many letters a stem is made at least. */
export const shortestStem = (word: string) => (BRIEF.test(word) ? 1 : SHORTEST);
const BRIEF = /^[\p{Script=Hangul}\p{Script=Han}]/u;

export function stemsOf(language: string): Stems {
  const known = stems.get(language);
  if (known) return known;
  const made = newStems(language);
  stems.set(language, made);
  return made;
}

function newStems(language: string): Stems {
  const { endings, prefixes, repeats, turns } = rulesOf(language);
  const none: readonly string[] = [];
  const endingsOf = (word: string) => endings.get(word.at(-1) ?? '') ?? none;
  const all = new Set([...endings.values()].flat());
  const barePrefix = (word: string) => {
    const prefix = prefixes.find((one) => word.startsWith(one) && word.length - one.length >= SHORTEST - 1);
    return prefix === undefined ? word : word.slice(prefix.length);
  };
  const fits = (word: string, ending: string) =>
    word.endsWith(ending) && word.length - ending.length >= shortestStem(word);
  function stemOf(word: string): string {
    let stem = barePrefix(word);
    for (let k = 0; k < repeats; k++) {
      const ending = endingsOf(stem).find((one) => fits(stem, one));
      if (ending === undefined) break;
      stem = stem.slice(0, -ending.length);
    }
    return stem;
  }
  const isEndings = (letters: string, most: number): boolean => {
    if (letters === '' || all.has(letters)) return true;
    for (let k = 1; most > 1 && k < letters.length; k++)
      if (all.has(letters.slice(k)) && isEndings(letters.slice(0, k), most - 1)) return true;
    return false;
  };
  return {
    hasPrefixes: prefixes.length > 0,
    mayEnd: (letters) => isEndings(letters, repeats),
    stem: (key) => (key.includes(' ') ? key.split(' ').map(stemOf).join(' ') : stemOf(key)),
    forms(word) {
      const forms = new Set<string>();
      const follow = (one: string, left: number) => {
        if (one !== word) forms.add(one);
        if (left > 0)
          for (const ending of endingsOf(one)) if (fits(one, ending)) follow(one.slice(0, -ending.length), left - 1);
      };
      follow(word, repeats);
      for (const [ending, into] of turns) {
        const turned = word.endsWith(ending) ? `${word.slice(0, -ending.length)}${into}` : '';
        if (turned.length >= SHORTEST) forms.add(turned);
      }
      const bare = barePrefix(word);
      if (bare !== word) follow(bare, repeats);
      return [...forms];
    },
  };
}

function rulesOf(language: string): Rules {
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
  const turns = split(own?.turns).map((turn) => {
    const [ending = '', into = ''] = turn.split('>');
    return [ending, into] as const;
  });
  return { endings, prefixes: split(own?.prefixes), repeats: own?.repeats ?? 1, turns };
}
