import { PICTURE_KINDS } from '../memory/index.js';
import type { BundleWords } from './bundle-words.js';
import type { WordTables } from './word-tables.js';

/** What emoji show of a bundle, by their numbers and by their characters. */
export interface EmojiThings {
  /** Caption names, the likeliest first. */
  thingsOf(number: number): readonly string[];
  /** A mood of the bundle whose face the emoji is. */
  moodOf(number: number): string | undefined;
  /** The colour of the bundle's that an emoji has by its name where its thing is drawn in any: of “blue heart”. */
  colourOf(number: number): string | undefined;
  /**
   * The number of an emoji, or of the nearest one without its skin tone, its gender or its company; undefined where
   * there is none.
   */
  numberOf(characters: string): number | undefined;
  numberOfShortcode(code: string): number | undefined;
}

/** Letters and digits alone: what slugs, labels and shortcodes are compared by. */
const plainName = (text: string) => (PLAIN.test(text) ? text : text.toLowerCase().replace(/[^a-z0-9]/g, ''));
const PLAIN = /^[a-z0-9]+$/;

/** Joins a bundle's things and moods to emoji: by the pictures that show them, or else by their names. */
export function joinEmoji(bundle: BundleWords, { emoji }: Pick<WordTables, 'emoji'>): EmojiThings {
  const numbers = numbersOf(emoji);
  const { byCharacters, byCode, byLabel, byPlainCode } = numbers;
  const { things, moods } = shownBy(bundle, numbers);
  return {
    thingsOf: (number) => things.get(number) ?? [],
    moodOf: (number) => moods.get(number),
    colourOf: (number) => {
      const [colour = '', ...rest] = emoji[number]!.label.split(' ');
      const isOfThing = things.get(number)?.[0] === rest.join(' ');
      return isOfThing && Object.hasOwn(bundle.manifest.tables.colours, colour) ? colour : undefined;
    },
    numberOf: (characters) => {
      const near = nearestEmoji(characters, byCharacters);
      return near.find((number) => things.has(number) || moods.has(number)) ?? near[0];
    },
    numberOfShortcode: (code) => byCode.get(code) ?? byLabel.get(plainName(code)) ?? byPlainCode.get(plainName(code)),
  };
}

/** Numbers of emoji by all that they are called. */
function numbersOf(emoji: WordTables['emoji']) {
  const byCharacters = new Map(emoji.map(({ emoji: characters }, number) => [characters, number]));
  const byCode = new Map<string, number>();
  const byLabel = new Map<string, number>();
  emoji.forEach(({ label, shortcodes }, number) => {
    for (const code of shortcodes) if (!byCode.has(code)) byCode.set(code, number);
    if (!byLabel.has(plainName(label))) byLabel.set(plainName(label), number);
  });
  const byPlainCode = new Map([...byCode].map(([code, number]) => [plainName(code), number]));
  return { byCharacters, byCode, byLabel, byPlainCode };
}

/** Things and moods of a bundle by the numbers of the emoji that show them. */
function shownBy(
  { manifest, memory }: BundleWords,
  { byCharacters, byLabel, byPlainCode }: ReturnType<typeof numbersOf>,
) {
  const things = new Map<number, string[]>();
  const moods = new Map<number, string>();
  const show = (number: number, name: string) => {
    const names = things.get(number) ?? [];
    if (!names.includes(name)) things.set(number, [...names, name]);
  };
  // A picture of each set has the same icon.
  const numbers = new Map<string, number | undefined>();
  const numberOfIcon = (icon: string): number | undefined => {
    if (numbers.has(icon)) return numbers.get(icon);
    const plain = plainName(icon);
    const number = byLabel.get(plain) ?? byPlainCode.get(plain) ?? byCharacters.get(charactersOf(icon));
    numbers.set(icon, number);
    return number;
  };
  const moodNames = Object.keys(manifest.tables.moods);
  memory.pictures.forEach((slug, picture) => {
    const end = slug.indexOf('/');
    const number = numberOfIcon(slug.slice(slug.indexOf(':') + 1, end < 0 ? undefined : end));
    if (number === undefined) return;
    const shown = memory.measures.shows[picture]!;
    if (memory.measures.kind[picture] === PICTURE_KINDS.thing) show(number, memory.things[shown]!.name);
    else if (!moods.has(number)) moods.set(number, moodNames[shown]!);
  });
  // What no picture joins goes by its name, and labels before shortcodes, as a shortcode can mean another thing (`wave`
  // is a waving hand).
  const joined = new Set([...things.values()].flat());
  for (const { name, display = name } of memory.things) {
    const number =
      byLabel.get(plainName(name)) ??
      byLabel.get(plainName(display)) ??
      (joined.has(name) ? undefined : byPlainCode.get(plainName(name)));
    if (number !== undefined) show(number, name);
  }
  return { things, moods };
}

/** Of a slug that is made of code points: `1f431`. */
function charactersOf(icon: string): string {
  if (!/^[0-9a-f]{4,6}(-[0-9a-f]{2,6})*$/.test(icon)) return '';
  const points = icon.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points).replaceAll('\ufe0f', '') : '';
}

/** The numbers of an emoji and of those that come near it, the nearest first. */
function nearestEmoji(characters: string, known: ReadonlyMap<string, number>): number[] {
  const plain = characters.replace(/\p{EMod}|\ufe0f/gu, '');
  const parts = plain.split('\u200d');
  const neutral = plain.replace(/\u200d[♂♀]/u, '').replace(/^[👨👩](?=\u200d)/u, '🧑');
  return [characters, plain, neutral, ...parts].flatMap((candidate) => known.get(candidate) ?? []);
}
