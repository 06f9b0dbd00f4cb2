import type { BundleWords } from './bundle-words.js';

/**
 * Tells whether things (caption names) are people, as drawn: of their group, with hair, clothes or eyes of their own.
 */
export function peopleOf({ memory }: BundleWords): (names: readonly string[]) => boolean {
  const people = new Set<string>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    const { name, group } = memory.things[shown]!;
    const hasParts = memory.parts.of(picture).length > 0 || memory.parts.headOf(picture) !== undefined;
    if (group === 'people-body' && hasParts) people.add(name);
  }
  return (names) => people.has(names[0]!);
}
