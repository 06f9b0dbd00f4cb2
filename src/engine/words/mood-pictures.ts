import { ownValue } from '../basics/index.js';
import type { BundleWords } from './bundle-words.js';
import { englishForms } from './english-forms.js';

/** Words of a name that say nothing of a mood. */
const PLAIN: ReadonlySet<string> = new Set(['with', 'of', 'face', 'eyes', 'and', 'closed']);

/**
 * Finds artwork that shows a thing in a mood under a name of its own: a happy cat is a grinning cat.
 * @returns caption names for a thing (caption name) and English words for a mood, the plainest first; none where there
 * is no such artwork
 */
export function moodPictures({
  manifest,
  memory,
}: BundleWords): (name: string, moodWords: readonly string[]) => readonly string[] {
  const { moods } = manifest.tables;
  const byWord = new Map<string, { name: string; words: readonly string[]; said: ReadonlySet<string> }[]>();
  const byName = new Map<string, ReadonlySet<string>>();
  for (const { name, synonyms, tags, group } of memory.things) {
    if (group !== 'smileys-emotion' && group !== 'people-body') continue;
    const said = new Set([...tags, ...[name, ...synonyms].flatMap((one) => one.split(' '))]);
    byName.set(name, said);
    const words = name.split(' ').filter((word) => !PLAIN.has(word));
    if (words.length < 2) continue;
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), { name, words, said }]);
  }
  return (name, moodWords) => {
    const own = byName.get(name);
    const others = byWord.get(name)?.filter((one) => one.name !== name) ?? [];
    if (!own && others.length === 0) return [];
    const forms = new Set(moodWords.flatMap((word) => [word, ...(ownValue(moods, word) ?? [])]).flatMap(englishForms));
    // A smiley is happy as it is.
    if (own && [...own].some((word) => forms.has(word))) return [name];
    const shown = others
      .filter(({ said }) => [...said].some((word) => forms.has(word)))
      .map(({ name: other, words }) => ({
        name: other,
        foreign: words.filter((word) => word !== name && !englishForms(word).some((form) => forms.has(form))).length,
      }));
    const least = Math.min(...shown.map(({ foreign }) => foreign));
    return shown.filter(({ foreign }) => foreign === least).map(({ name: other }) => other);
  };
}
