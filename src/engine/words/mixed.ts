import { BUT_IS, HALF, SHAPED } from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Words of what somebody is a half of, and of a phrase that joins two. */
const MOST = 3;
const LONGEST = 6;

let known: { half: ReadonlySet<string>; joins: ReadonlyMap<string, 'is' | 'shaped'> } | undefined;

/** What a word names; undefined where it names nothing. */
export type WhatIs = (key: string) => 'animal' | 'person' | 'thing' | undefined;

/**
 * “**Half** shark **half** cat”, “a shark **but it's a** cat” as somebody who is dressed as the other, which is the
 * nearest that pictures come to one that is both; “a cookie **shaped like** a cat” as a cat made of cookie.
 */
export function withMixed(tokens: readonly Token[], whatIs: WhatIs): readonly Token[] {
  known ??= {
    half: new Set(sayings(HALF)),
    joins: new Map([
      ...sayings(BUT_IS).map((key) => [key, 'is'] as const),
      ...sayings(SHAPED).map((key) => [key, 'shaped'] as const),
    ]),
  };
  const { half } = known;
  const first = tokens.findIndex(({ key }) => half.has(key));
  const second = tokens.findIndex(({ key }, k) => k > first + 1 && half.has(key));
  if (first >= 0 && second > 0 && second - first - 1 <= MOST + 1) {
    const one = tokens.slice(first + 1, second).filter(({ key, kind }) => kind !== 'comma' && key !== 'and');
    const to = endOfName(tokens, second + 1);
    return mixed(tokens, first, tokens.slice(second + 1, to), one, to, whatIs);
  }
  return joined(tokens, known.joins, whatIs);
}

/** What is joined by a phrase that says what it is at once. */
function joined(
  tokens: readonly Token[],
  joins: ReadonlyMap<string, 'is' | 'shaped'>,
  whatIs: WhatIs,
): readonly Token[] {
  for (let k = 1; k < tokens.length - 1; k++)
    for (let to = Math.min(tokens.length - 1, k + LONGEST); to > k + 1; to--) {
      const join = joins.get(keyOf(tokens, k, to));
      if (join === undefined) continue;
      const end = endOfName(tokens, to);
      const [one, other] = [tokens.slice(k - 1, k), tokens.slice(to, end)];
      if (join === 'shaped') return spliced(tokens, k - 1, end, [...other, ...MADE_OF, ...one]);
      // “A cat but it's a good boy”
      return whatIs(keyOf(other, 0, other.length)) === undefined
        ? tokens
        : mixed(tokens, k - 1, one, other, end, whatIs);
    }
  return tokens;
}

/**
 * One dressed as the other: an animal is the one to be dressed, and of two, or of what nobody knows, the second; as
 * somebody (“a dog but he's a chef”) it wears what that one does.
 */
function mixed(
  tokens: readonly Token[],
  from: number,
  one: readonly Token[],
  other: readonly Token[],
  to: number,
  whatIs: WhatIs,
): readonly Token[] {
  if (one.length === 0 || other.length === 0) return tokens;
  const [first, second] = [one, other].map((words) => whatIs(keyOf(words, 0, words.length)));
  if (first === 'thing' && second === 'thing') return tokens;
  if (second === 'person') return spliced(tokens, from, to, [...one, ...AS, ...other]);
  const isFirst = first === 'person' || (second === 'thing' && first !== 'thing');
  const [who, as] = isFirst ? [one, other] : [other, one];
  return spliced(tokens, from, to, [...who, ...DRESSED_AS, ...as]);
}

const spliced = (tokens: readonly Token[], from: number, to: number, words: readonly Token[]): readonly Token[] => [
  ...tokens.slice(0, from),
  ...words,
  ...tokens.slice(to),
];

const AS = tokensOf('as a');
const DRESSED_AS = tokensOf('dressed as a');
const MADE_OF = tokensOf('made of');

/** Where the words end that name something there: at a pause, or after as many as names have. */
function endOfName(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && to - from < MOST && isOfName(tokens[to]!)) to += 1;
  return to;
}

const isOfName = ({ kind, key }: Token): boolean => (kind === 'word' || kind === 'letter') && !AFTER_NAME.has(key);

/** What goes on with a sentence behind a name. */
const AFTER_NAME: ReadonlySet<string> = new Set(
  'and with in on at wearing holding eating under over from of und mit et avec y con e com met z sticker emoji please'.split(
    ' ',
  ),
);
