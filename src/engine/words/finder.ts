import type { Inflection } from './languages/wording.js';

/** What one word, or some, stands for. */
export interface Entry {
  english: string;
  isName: boolean;
  /** Whether it is listed in the plural of a name. */
  isPlural?: boolean;
}
export type Entries = ReadonlyMap<string, Entry>;

/** What is found of a list. */
export interface Match {
  asked: string;
  /** As it is listed. */
  form: string;
  entry: Entry;
  length: number;
  isExact: boolean;
}

/** The longest name from a word on. */
export type Finder = (words: readonly string[], start: number) => Match | undefined;

/** Names by their words. */
interface Branch {
  readonly next: Map<string, Branch>;
  entry?: Entry;
}

/** Finds the longest name from a word on, of which each word may be bent: “perritos calientes”. */
export function finder(listed: Entries, inflections: readonly Inflection[]): Finder {
  const root = treeOf(listed);
  return (words, start) => {
    let longest: Match | undefined;
    const follow = (branch: Branch, form: readonly string[]) => {
      const { length } = form;
      if (branch.entry && length > (longest?.length ?? 0)) {
        const asked = words.slice(start, start + length).join(' ');
        const name = form.join(' ');
        longest = { asked, form: name, entry: branch.entry, length, isExact: name === asked };
      }
      const word = words[start + length];
      if (word === undefined || branch.next.size === 0) return;
      for (const one of forms(word, inflections)) {
        const next = branch.next.get(one);
        if (next) follow(next, [...form, one]);
      }
    };
    follow(root, []);
    return longest;
  };
}

function treeOf(listed: Entries): Branch {
  const root: Branch = { next: new Map() };
  for (const [name, entry] of listed) {
    let branch = root;
    for (const word of name.split(' ')) {
      const next = branch.next.get(word) ?? { next: new Map() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.entry = entry;
  }
  return root;
}

/** What may be listed for a word, itself first. */
export function forms(word: string, inflections: readonly Inflection[]): string[] {
  const bent = inflections.filter(([ending]) => ending.test(word));
  return [word, ...bent.map(([ending, dictionary]) => word.replace(ending, dictionary))];
}
