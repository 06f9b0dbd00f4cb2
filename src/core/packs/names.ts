import type { Draft } from '../../engine/draft/index.js';
import { MOOD_NAMES } from '../../engine/moods/index.js';
import { isOwnPicture } from '../../engine/own/index.js';
import { namesOwn } from '../../engine/words/index.js';
import type { OwnPicture } from '../types.js';

/** The shorter of the platforms' limits: a sticker's name on Discord (docs/resources/sticker.mdx). */
const LONGEST_NAME = 30;
const LONGEST_MOOD = Math.max(...MOOD_NAMES.map(({ length }) => length));
const NAMELESS = 'kaleido';

/**
 * What the picture of a thing in a mood is called, as emoji, sticker and file: `fox_crying`. Letters, digits and
 * underscores, 2–30 of them.
 */
export function moodPictureName(thing: string, mood: string): string {
  const plain = thing
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST_NAME - LONGEST_MOOD - 1)
    .replace(/^_+|_+$/g, '');
  return `${plain || NAMELESS}_${mood}`;
}

/** What a pack is called after: one's own thing by the name that the prompt has for it, which no draft knows. */
export function packSubject(
  draft: Draft | null | undefined,
  prompt: string,
  own: readonly Pick<OwnPicture, 'name' | 'isFaceless'>[] = [],
): string {
  const [first] = draft?.things ?? [];
  const named = first && isOwnPicture(first.picture) ? own.find((one) => namesOwn(prompt, [one])) : undefined;
  return named?.name ?? first?.thing ?? prompt;
}
