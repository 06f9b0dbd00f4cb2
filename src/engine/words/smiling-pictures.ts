import { PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import { SMILING } from './smiling.js';

/** Slugs of a thing's pictures by whether somebody smiles in them. */
export interface BySmile {
  smiling: readonly string[];
  others: readonly string[];
}

/** What people are called who do not smile. */
const GRAVE = /\b(?:frowning|pouting|facepalming)\b/;

/**
 * @param faces caption names of what has a face
 * @returns by caption names of things
 */
export function smilingPictures(
  { memory }: BundleWords,
  faces: ReadonlySet<string>,
): (names: readonly string[]) => BySmile {
  const known = new Set(
    Object.entries(SMILING).flatMap(([set, icons]) => icons.split(' ').map((icon) => `${set}:${icon}`)),
  );
  const byName = new Map<string, { smiling: string[]; others: string[] }>();
  for (const [picture, shown] of memory.measures.shows.entries()) {
    if (memory.measures.kind[picture] !== PICTURE_KINDS.thing) continue;
    const { name, group } = memory.things[shown]!;
    if (!faces.has(name)) continue;
    const slug = memory.pictures[picture]!;
    const isPerson = group === 'people-body' && !GRAVE.test(name);
    const of = byName.get(name) ?? { smiling: [], others: [] };
    of[isPerson || known.has(slug) ? 'smiling' : 'others'].push(slug);
    byName.set(name, of);
  }
  return (names) => ({
    smiling: names.flatMap((name) => byName.get(name)?.smiling ?? []),
    others: names.flatMap((name) => byName.get(name)?.others ?? []),
  });
}
