import { isHollowed } from '../memory/index.js';
import { HOLLOWED_WORDS, HOUSE_JOINS, HOUSE_WORDS } from './languages/index.js';
import type { PromptReading } from './prompt-reading.js';
import { sayings } from './sayings.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Words of what a house is, of those for a house, and of what joins both. */
const MOST = { name: 4, house: 3, join: 5 } as const;
/** What a compound may have between its parts, or nothing. */
const BETWEEN_PARTS = ['en', 'n', 's', 'e', ''] as const;

interface Houses {
  /** Languages by words for a house. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** What joins what a house is to it, by language: behind the house, and before it. */
  readonly behind: ReadonlyMap<string, ReadonlySet<string>>;
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  readonly english: ReadonlySet<string>;
}

let known: Houses | undefined;

function knownHouses(): Houses {
  const words = new Map<string, string[]>();
  for (const [language, all] of Object.entries(HOUSE_WORDS))
    for (const word of sayings(all)) words.set(word, [...(words.get(word) ?? []), language]);
  const joins = (side: 'before' | 'behind') =>
    new Map(Object.entries(HOUSE_JOINS).map(([language, join]) => [language, new Set(sayings(join[side]))]));
  return {
    words,
    behind: joins('behind'),
    before: joins('before'),
    english: new Set(sayings(HOLLOWED_WORDS)),
  };
}

/**
 * “Blue **mushroom house**”, “a house **in the shape of a** teapot”, “Pilzhaus”: the prompt with no more than what the
 * house is. In time linear in the number of words.
 * @param englishOf the English name of what words of another language name; undefined where they name nothing
 * @returns undefined where no house is one
 */
export function withoutHouse(
  tokens: readonly Token[],
  englishOf: (key: string, language: string) => string | undefined,
): readonly Token[] | undefined {
  known ??= knownHouses();
  const { words, english } = known;
  const isHollow = (key: string, languages: readonly string[]) =>
    languages.some((language) => (language === 'en' ? english.has(key) : isHollowed(englishOf(key, language) ?? '')));
  for (let from = 0; from < tokens.length; from++) {
    const compound = partsOf(tokens[from]!, isHollow);
    if (compound) return [...tokens.slice(0, from), ...compound, ...tokens.slice(from + 1)];
    for (let to = Math.min(tokens.length, from + MOST.house); to > from; to--) {
      const languages = words.get(keyOf(tokens, from, to));
      const left = languages && shapeAround(tokens, from, to, languages, isHollow);
      if (left) return left;
    }
  }
  return undefined;
}

/** What was read without a house, as one: of one thing that can be one, by itself or with what is before or behind. */
export function asHouse(reading: PromptReading): PromptReading | undefined {
  const { things, relations, act } = reading;
  const isOne =
    act === undefined &&
    things.length <= 2 &&
    relations.every((relation) => relation === 'in front of' || relation === 'on') &&
    things.every(({ count, group }) => count === 1 && group === undefined) &&
    things.filter(({ names }) => names.some(isHollowed)).length === 1;
  return isOne ? { ...reading, act: 'housed' } : undefined;
}

type IsHollow = (key: string, languages: readonly string[]) => boolean;

/** What a compound says of a house. */
function partsOf({ key, kind }: Token, isHollow: IsHollow): readonly Token[] | undefined {
  if (kind !== 'word') return undefined;
  const end = COMPOUNDS.find(([tail]) => key.endsWith(tail) && key.length > tail.length + 2);
  if (!end) return undefined;
  const part = key.slice(0, -end[0].length);
  const names = BETWEEN_PARTS.flatMap((joint) =>
    part.endsWith(joint) ? [part.slice(0, part.length - joint.length)] : [],
  );
  const name = names.find((one) => isHollow(one, [end[1]]));
  return name === undefined ? undefined : tokensOf(name);
}

const COMPOUNDS: readonly (readonly [tail: string, language: string])[] = [
  ['häuschen', 'de'],
  ['hauschen', 'de'],
  ['haus', 'de'],
  ['huisje', 'nl'],
  ['huis', 'nl'],
];

/** Without a house, and what joins what it is to it, which is named right before it or behind. */
function shapeAround(
  tokens: readonly Token[],
  from: number,
  to: number,
  languages: readonly string[],
  isHollow: IsHollow,
): readonly Token[] | undefined {
  const { behind, before } = known!;
  const isJoin = (joins: Houses['behind'], start: number, end: number) =>
    start === end || languages.some((one) => joins.get(one)?.has(keyOf(tokens, start, end)));
  for (let join = 0; join <= MOST.join; join++) {
    const end = from - join;
    if (end > 0 && isJoin(before, end, from))
      for (let start = Math.max(0, end - MOST.name); start < end; start++)
        if (isHollow(keyOf(tokens, start, end), languages)) return [...tokens.slice(0, end), ...tokens.slice(to)];
    const start = to + join;
    if (start < tokens.length && isJoin(behind, to, start))
      for (let stop = Math.min(tokens.length, start + MOST.name); stop > start; stop--)
        if (isHollow(keyOf(tokens, start, stop), languages)) return [...tokens.slice(0, from), ...tokens.slice(start)];
  }
  return undefined;
}
