import { PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';

/** Slugs of a thing's pictures by whether somebody smiles in them. */
export interface BySmile {
  smiling: readonly string[];
  others: readonly string[];
}

/** What people are called who do not smile. */
const GRAVE = /\b(?:frowning|pouting|facepalming)\b/;

/** Parts the pictures of things (caption names) by whether somebody smiles in them. */
export type SmilingPictures = (names: readonly string[]) => BySmile;

/** @param faces caption names of what has a face */
export function smilingPictures({ memory }: BundleWords, faces: ReadonlySet<string>): SmilingPictures {
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

/**
 * Which pictures of animals and of things with a face smile, grin or laugh for all to see, looked at one by one: by
 * set, the names of its icons. Pictures of people and smileys are told by what they are called.
 */
const SMILING: Readonly<Record<string, string>> = {
  noto: `alien bear cat cat-face clown-face dog dog-face dolphin frog ghost hamster hear-no-evil-monkey horse-face jack-o-lantern koala monkey monkey-face panda pig-face rabbit-face seal sloth snowman snowman-without-snow spouting-whale sun-with-face teddy-bear tiger-face turtle unicorn whale`,
  'noto-v1': `bear cat cat-face clown-face crocodile dog dog-face frog hamster honeybee jack-o-lantern koala leopard lion monkey monkey-face mouse-face panda rabbit-face snail snowman snowman-without-snow sun-with-face tiger tiger-face turtle`,
  'fluent-emoji-flat': `alien bear cat-face clown-face dog-face fox ghost hamster hear-no-evil-monkey jack-o-lantern monkey monkey-face panda polar-bear rabbit-face raccoon sloth sun-with-face unicorn`,
  twemoji: `bear cat-face clown-face dog-face hear-no-evil-monkey hippopotamus jack-o-lantern monkey-face orangutan panda polar-bear sloth sun-with-face teddy-bear`,
  'fluent-3d': `1f31e 1f383 1f412 1f430 1f431 1f435 1f436 1f439 1f43b 1f43b-200d-2744 1f43c 1f47b 1f649 1f921 1f98a 1f99d 1f9a5`,
  emojione: `baby-chick bug clown-face crocodile dog dog-face dolphin front-facing-baby-chick ghost hamster-face hatching-chick hear-no-evil-monkey honeybee jack-o-lantern lady-beetle monkey monkey-face mouse mouse-face octopus panda-face rabbit rabbit-face snail snowman snowman-without-snow spouting-whale sun-with-face turtle`,
  'streamline-emojis': `alien baby-chick christmas-tree clown-face crocodile dog-face frog-face ghost jack-o-lantern monkey monkey-face snowman spouting-whale sun-with-face turtle`,
};

/**
 * Pictures of animals and monsters that snarl, show their teeth or frown, looked at one by one: nobody calls them cute.
 */
export const FIERCE: readonly string[] = Object.entries({
  noto: 'dragon dragon-face shark t-rex ogre goblin',
  'noto-v1': 'wolf dragon dragon-face shark bat gorilla ogre goblin',
  emojione: 'tiger tiger-face wolf bear-face dragon dragon-face shark gorilla eagle alien ogre goblin',
  twemoji: 'dragon-face shark ogre goblin',
  'fluent-emoji-flat': 'ogre goblin',
}).flatMap(([set, icons]) => icons.split(' ').map((icon) => `${set}:${icon}`));
