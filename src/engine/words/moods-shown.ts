import { ownValue } from '../basics/index.js';
import { FACE, facelessThings, PICTURE_KINDS } from '../memory/index.js';

import type { BundleWords } from './bundle-words.js';

/**
 * Tells which moods and marks artwork can show: a mood is laid over what has no face of its own, tears need eyes, other
 * marks stand beside anything.
 * @param faces caption names of what has a face, as `facedThings` has them
 * @returns whether a picture of one of some things (caption names) can show a mood or mark
 */
export function moodsShown(
  { manifest, memory }: BundleWords,
  faces: ReadonlySet<string>,
): (names: readonly string[], mood: string) => boolean {
  const { kind, shows } = memory.measures;
  const faceless = new Set<string>();
  const drawn = new Set<string>();
  facelessThings(memory).forEach((isFaceless, k) => {
    if (isFaceless) faceless.add(memory.things[k]!.name);
  });
  const moodNames = Object.keys(manifest.tables.moods);
  for (const [picture, shown] of shows.entries()) {
    if (kind[picture] === PICTURE_KINDS.mood) drawn.add(moodNames[shown]!);
  }
  return (names, mood) => {
    if (drawn.has(mood) && names.some((name) => faceless.has(name))) return true;
    const mark = ownValue(manifest.tables.marks, mood);
    return mark !== undefined && (mark.at !== 'eyes' || names.some((name) => faces.has(name)));
  };
}

/** Caption names of what has a face of its own. */
export function facedThings({ memory }: BundleWords): ReadonlySet<string> {
  const { kind, shows, flags } = memory.measures;
  const faces = new Set<string>();
  for (const [picture, shown] of shows.entries()) {
    const hasFace = (flags[picture]! & FACE) !== 0 || memory.parts.headOf(picture) !== undefined;
    if (kind[picture] !== PICTURE_KINDS.mood && hasFace) faces.add(memory.things[shown]!.name);
  }
  return faces;
}
