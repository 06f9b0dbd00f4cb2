import { asKey } from './as-key.js';
import { englishForms } from './english-forms.js';
import { plural } from './plurals.js';

/**
 * English words by what they look like, read by hand (training/words/alike.yaml); values are caption names, some of
 * which a bundle may lack.
 */
export interface AlikeLists {
  /** What a word must not be read as. */
  readonly not: ReadonlyMap<string, readonly string[]>;
  /** What a word is another word for. */
  readonly same: ReadonlyMap<string, string>;
  /** What shows a noun well. */
  readonly as: ReadonlyMap<string, string>;
  /** What may be painted for a word where nothing else is named. */
  readonly hints: ReadonlyMap<string, string>;
}

/** Which readings of words that come from dictionaries and tags are to be trusted. */
export interface Alike {
  /** Whether a word, in whatever form, must not be read as a thing of a caption name. */
  isUnlike(key: string, name: string): boolean;
  /** Whether a word must not be read as what the words say that it is made of. */
  isVetoed(key: string): boolean;
}

/**
 * @param names caption names of the bundle's things: what it lacks shows nothing
 */
export function alikeOf({ not, same, as, hints }: AlikeLists, names: ReadonlySet<string>): Alike {
  const vetoes = new Map<string, ReadonlySet<string>>();
  for (const [word, unlike] of not) for (const key of bothForms(word)) vetoes.set(key, new Set(unlike));
  const shownBy = new Map<string, string>();
  for (const list of [hints, as, same]) {
    for (const [word, name] of list) if (names.has(name)) for (const key of bothForms(word)) shownBy.set(key, name);
  }
  const formsOf = (key: string) => {
    const start = key.lastIndexOf(' ') + 1;
    return englishForms(key.slice(start)).map((form) => key.slice(0, start) + form);
  };
  return {
    isUnlike: (key, name) =>
      formsOf(key).some((form) => {
        const shown = shownBy.get(form);
        return (shown !== undefined && shown !== name) || vetoes.get(form)?.has(name) === true;
      }),
    isVetoed: (key) => key.includes(' ') && vetoes.has(key),
  };
}

/** A word and its plural, as they are looked up. */
export const bothForms = (word: string) => new Set([asKey(word), asKey(plural(word))]);
