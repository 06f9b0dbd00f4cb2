import type { LatentContext } from '../../engine/context/index.js';

/** Words at the end of a prompt that may be the beginning of one name: “top h” is on the way to “top hat”. */
const MOST_WORDS = 3;

/**
 * Completes the end of prompts with things and moods that the bundle knows.
 * @returns a function that gives whole prompts, those that go on with the longest end and the shortest name first
 */
export function createCompletions({
  memory,
  manifest,
}: Pick<LatentContext, 'memory' | 'manifest'>): (typed: string, most: number) => string[] {
  const { moods, marks } = manifest.tables;
  const names = [
    ...Object.keys(moods),
    ...Object.keys(marks),
    ...memory.things.flatMap(({ name, display, synonyms }) => [display ?? name, ...synonyms]),
  ];
  const known = [...new Set(names.map((name) => name.toLowerCase()))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  return (typed, most) => {
    const ends = [...typed.matchAll(/(?<=^|\s)\S/gu)].slice(-MOST_WORDS).map(({ index }) => index);
    const found = ends.flatMap((at) => {
      const end = typed.slice(at).toLowerCase();
      const going = known.filter((name) => name.length > end.length && name.startsWith(end));
      return going.slice(0, most).map((name) => typed.slice(0, at) + name);
    });
    return [...new Set(found)].slice(0, most);
  };
}
