import type { LatentContext } from '../../engine/context/index.js';

type Memory = Pick<LatentContext['memory'], 'things' | 'groups'>;

/** Things that belong together, under the names that people are shown. */
export interface NamedThings {
  /** As options take it. */
  name: string;
  /** For people to read. */
  title: string;
  /** Each name once, in the order of the alphabet. */
  things: string[];
}

/**
 * All that can be asked for by name, our own drawings too. A scarf to lie about and one to wear are one thing: nobody
 * can ask for either but by their name.
 */
export function thingsByGroup({ things, groups }: Memory): NamedThings[] {
  return groups.map(({ name, title }) => {
    const names = things.filter(({ group }) => group === name).map(shownName);
    return { name, title, things: [...new Set(names)].sort(byName) };
  });
}

/** The name that people are shown. */
export function shownName({ name, display }: Pick<Memory['things'][number], 'name' | 'display'>): string {
  return display ?? name;
}

export function byName(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
