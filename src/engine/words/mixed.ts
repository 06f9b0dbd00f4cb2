import { knownSceneIn } from './known-scenes.js';
import {
  BUILT_WORDS,
  BUT_WITH,
  HALF,
  HOLLOWED_WORDS,
  IN_SCENE,
  IS_A,
  MIXED,
  MIXED_BEFORE,
  type MixedWords,
  SHAPED,
  STATES,
} from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Words of what somebody is a half of, and of a phrase that joins two. */
const MOST = 3;
const LONGEST = 6;

/** What a word names: an outfit is called after whom somebody may be dressed as; undefined where it names nothing. */
export type WhatIs = (key: string, language: string) => 'animal' | 'person' | 'outfit' | 'thing' | undefined;

/** How what is named is said to be another. */
type Join = 'but' | 'turned' | 'is-a' | 'shaped';

/** A language's words for that, as they are looked up. */
interface Mixing {
  readonly language: string;
  readonly itIs: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;
  readonly article: ReadonlySet<string>;
  readonly as: readonly Token[];
  readonly dressed: readonly Token[];
  /** Whether what somebody is stands before who it is. */
  readonly isBefore: boolean;
}

interface Known {
  readonly half: ReadonlySet<string>;
  readonly joins: ReadonlyMap<string, { readonly join: Join; readonly mixing: Mixing }>;
  /** First words of these. */
  readonly first: ReadonlySet<string>;
  /** What animals are painted over as: “a **robot** dog”. */
  readonly looks: ReadonlySet<string>;
}

let known: Known | undefined;

function knownJoins(): Known {
  const joins = new Map<string, { join: Join; mixing: Mixing }>();
  const put = (words: string, join: Join, mixing: Mixing) => {
    for (const key of sayings(words)) if (!joins.has(key)) joins.set(key, { join, mixing });
  };
  const all = Object.entries(MIXED).map(([language, words]) => [words, mixingOf(language, words)] as const);
  const english = all[0]![1];
  put(SHAPED, 'shaped', english);
  for (const [{ but, turned }, mixing] of all) {
    put(but, 'but', mixing);
    put(turned, 'turned', mixing);
  }
  put(IS_A, 'is-a', english);
  const first = new Set([...joins.keys()].map((key) => tokensOf(key)[0]!.key));
  const looks = STATES.flatMap(({ nouns, isOfLiving }) => (isOfLiving === true ? sayings(nouns) : []));
  return { half: new Set(sayings(HALF)), joins, first, looks: new Set(looks) };
}

const mixingOf = (language: string, { itIs, is, article, as, dressed }: MixedWords): Mixing => ({
  language,
  itIs: new Set(sayings(itIs)),
  is: new Set(sayings(is)),
  article: new Set(sayings(article)),
  as: tokensOf(as),
  dressed: tokensOf(dressed),
  isBefore: MIXED_BEFORE.includes(language),
});

/**
 * “**Half** shark **half** cat”, “a shark **but it's a** cat” as somebody who is dressed as the other, which is the
 * nearest that pictures come to one that is both; “a cookie **shaped like** a cat” as a cat made of cookie; “taco
 * tuesday **but** the taco **is** a superhero” and “a duck **except it's** purple” as one thing that is so. In time
 * linear in the number of words.
 */
export function withMixed(tokens: readonly Token[], whatIs: WhatIs): readonly Token[] {
  known ??= knownJoins();
  const { half, first: begins, joins } = known;
  const english = joins.get(ENGLISH_BUT)!.mixing;
  const built = tokens.findIndex(({ key }, k) => k > 0 && BUILT.has(key) && HOLLOWED.has(tokens[k - 1]!.key));
  if (built > 0) {
    // “Purple **mushroom house**”
    const from = startOfName(tokens, built, english);
    return spliced(tokens, from, built + 1, [tokens[built]!, ...english.dressed, ...tokens.slice(from, built)]);
  }
  if (!tokens.some(({ key }) => half.has(key) || begins.has(key))) return tokens;
  const first = tokens.findIndex(({ key }) => half.has(key));
  const second = tokens.findIndex(({ key }, k) => k > first + 1 && half.has(key));
  if (first >= 0 && second > 0 && second - first - 1 <= MOST + 1) {
    const one = tokens.slice(first + 1, second).filter(({ key, kind }) => kind !== 'comma' && key !== 'and');
    const to = endOfName(tokens, second + 1);
    const both = mixed(tokens.slice(second + 1, to), one, english, whatIs);
    return both ? spliced(tokens, first, to, both) : tokens;
  }
  for (let k = 1; k < tokens.length - 1; k++) {
    if (!begins.has(tokens[k]!.key)) continue;
    const to = endOf(tokens, k, joins);
    if (to === undefined || to === tokens.length) continue;
    const { join, mixing } = joins.get(keyOf(tokens, k, to))!;
    const said = joined(tokens, { from: k, to, join, mixing }, whatIs);
    if (said) return said;
  }
  return tokens;
}

/**
 * “This is fine dog **but it's a** penguin”: a well-known scene in plain words, with who is said to be in it; all other
 * prompts as they are. In time linear in the number of words.
 * @param englishOf the English name of what words of another language name; undefined where they name nothing
 */
export function withKnownScene(
  tokens: readonly Token[],
  whatIs: WhatIs,
  englishOf: (key: string, language: string) => string | undefined,
): readonly Token[] {
  known ??= knownJoins();
  const scene = knownSceneIn(tokens);
  if (!scene) return tokens;
  const english = known.joins.get(ENGLISH_BUT)!.mixing;
  const { from, to } = scene;
  const isSomebody = (words: readonly Token[]) =>
    words.length > 0 && LIVING.has(kindOf(words, english, whatIs) ?? 'thing');
  const but = saidInstead(tokens, to, known, whatIs);
  if (but) {
    const said = tokens.slice(but.from, but.to);
    const name = englishOf(keyOf(said, 0, said.length), but.language);
    return spliced(tokens, from, but.to, scene.with(name === undefined ? said : tokensOf(name)));
  }
  const behind = endOf(tokens, to, IN) ?? to;
  const other = behind < tokens.length ? nameAt(tokens, behind, english, whatIs) : undefined;
  if (other && isSomebody(tokens.slice(other.from, other.to)))
    return spliced(tokens, from, other.to, scene.with(tokens.slice(other.from, other.to)));
  const long = [MOST, MOST - 1, 1].find((words) => words <= from && IN.has(keyOf(tokens, from - words, from))) ?? 0;
  const start = startOfName(tokens, from - long, english);
  const one = tokens.slice(start, from - long);
  if (isSomebody(one)) return spliced(tokens, start, to, scene.with(one));
  return scene.who ? spliced(tokens, from, to, scene.with(scene.who)) : tokens;
}

/** Who is said to be there behind a word for but: “but it's a penguin”, “but with cats”. */
function saidInstead(tokens: readonly Token[], at: number, { joins }: Known, whatIs: WhatIs) {
  const from = isPause(tokens[at]) ? at + 1 : at;
  const but = endOf(tokens, from, joins);
  const found = but === undefined ? undefined : joins.get(keyOf(tokens, from, but));
  if (but === undefined || but === tokens.length || !found || found.join === 'shaped') return undefined;
  const named = endOf(tokens, but, found.mixing.itIs) ?? endOf(tokens, but, BUT) ?? but;
  const { mixing } = found;
  const who = named < tokens.length ? nameAt(tokens, named, mixing, whatIs) : undefined;
  return who && { ...who, language: mixing.language };
}

const LIVING: ReadonlySet<string> = new Set(['animal', 'person']);
const BUT = new Set(sayings(BUT_WITH));
const IN = new Set(sayings(IN_SCENE));
const ENGLISH_BUT = 'but';
const BUILT = new Set(sayings(BUILT_WORDS));
const HOLLOWED = new Set(sayings(HOLLOWED_WORDS));

/** What is joined there by words that say what it is at once; undefined where they say something else. */
function joined(
  tokens: readonly Token[],
  { from, to, join, mixing }: { from: number; to: number; join: Join; mixing: Mixing },
  whatIs: WhatIs,
): readonly Token[] | undefined {
  if (join === 'shaped') {
    const end = endOfName(tokens, to);
    return spliced(tokens, from - 1, end, [...tokens.slice(to, end), ...MADE_OF, tokens[from - 1]!]);
  }
  if (join === 'but') {
    const again = namedAgain(tokens, to, mixing, whatIs);
    if (again) return saidOfNamed(tokens, from, again, mixing, whatIs);
  }
  const end = isPause(tokens[from - 1]) ? from - 1 : from;
  const at = join === 'but' ? (endOf(tokens, to, mixing.itIs) ?? to) : to;
  const other = nameAt(tokens, at, mixing, whatIs);
  const start = startOfName(tokens, end, mixing);
  const [one, next] = [tokens.slice(start, end), tokens[at]];
  if (other && one.length > 0) {
    // “My boss is a dragon” is drawn as that alone.
    const isOther = join === 'is-a' && !['animal', 'thing'].includes(kindOf(one.slice(-1), mixing, whatIs) ?? '');
    const both = isOther ? undefined : mixed(one, tokens.slice(other.from, other.to), mixing, whatIs);
    if (both) return spliced(tokens, start, other.to, both);
    return undefined;
  }
  // “A fox **but** sad”, “ramen **but its** on fire”
  if (join !== 'but' || next === undefined || isPause(next)) return undefined;
  return mixing.isBefore
    ? spliced(tokens, start, tokens.length, [...tokens.slice(at), ...one])
    : [...tokens.slice(0, end), ...tokens.slice(at)];
}

/** What is named again, and what it is said to be: “the taco is a superhero”. */
function namedAgain(tokens: readonly Token[], at: number, mixing: Mixing, whatIs: WhatIs) {
  const from = endOf(tokens, at, mixing.article) ?? (POSSESSIVE.has(tokens[at]!.key) ? at + 1 : at);
  for (let to = from + 1; to <= Math.min(from + MOST, tokens.length - 1) && isOfName(tokens[to - 1]!); to++) {
    const is = endOf(tokens, to, mixing.is);
    if (is === undefined || is === tokens.length) continue;
    const named = tokens.slice(from, to);
    return kindOf(named, mixing, whatIs) === undefined ? undefined : { named, is: to, from: is };
  }
  return undefined;
}

/** “Taco tuesday **but the taco is a superhero**”: of the taco before, or of what is named there alone. */
function saidOfNamed(
  tokens: readonly Token[],
  but: number,
  { named, is, from }: { named: readonly Token[]; is: number; from: number },
  mixing: Mixing,
  whatIs: WhatIs,
): readonly Token[] {
  const other = nameAt(tokens, from, mixing, whatIs);
  const both = other && mixed(named, tokens.slice(other.from, other.to), mixing, whatIs);
  const end = both ? other.to : endOfSentence(tokens, from);
  const said = both ?? [...named, ...tokens.slice(is, end)];
  const front = tokens.slice(0, isPause(tokens[but - 1]) ? but - 1 : but);
  const key = keyOf(named, 0, named.length);
  const place = front.findIndex((_, k) => k + named.length <= but && keyOf(front, k, k + named.length) === key);
  if (place < 0) return [...front, COMMA, ...said, ...tokens.slice(end)];
  const rest = front.slice(place + named.length);
  const isOther = rest[0] !== undefined && isOfName(rest[0]);
  return [...front.slice(0, place), ...said, ...(isOther ? [COMMA] : []), ...rest, ...tokens.slice(end)];
}

/** What is named there, behind an article or not; undefined where nothing is. */
function nameAt(tokens: readonly Token[], at: number, mixing: Mixing, whatIs: WhatIs) {
  const from = endOf(tokens, at, mixing.article) ?? at;
  const to = endOfName(tokens, from);
  if (to === from) return undefined;
  return kindOf(tokens.slice(from, to), mixing, whatIs) === undefined ? undefined : { from, to };
}

/** What some words name together, or the last of them, or the first. */
function kindOf(words: readonly Token[], { language }: Mixing, whatIs: WhatIs): ReturnType<WhatIs> {
  const all = whatIs(keyOf(words, 0, words.length), language);
  if (all !== undefined || words.length === 1 || words[0]!.kind === 'letter') return all;
  return whatIs(words.at(-1)!.key, language) ?? whatIs(words[0]!.key, language);
}

/**
 * One dressed as the other: as somebody (“a dog but he's a chef”) it wears what that one does, an animal or somebody
 * else is the one to be dressed, and of two animals, or of what nobody knows, the second.
 * @returns undefined where neither can be dressed
 */
function mixed(
  one: readonly Token[],
  other: readonly Token[],
  mixing: Mixing,
  whatIs: WhatIs,
): readonly Token[] | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  const [first, second] = [one, other].map((words) => kindOf(words, mixing, whatIs));
  const { as, dressed, isBefore } = mixing;
  // “A dog but it's a robot” is a robot dog.
  if (first === 'animal' && known?.looks.has(keyOf(other, 0, other.length))) return [...other, ...one];
  // “Santa but he's a dog” is a dog who wears what he does.
  if (first === 'outfit' && (second === 'animal' || second === 'thing'))
    return isBefore ? [...one, ...as, ...other] : [...other, ...as, ...one];
  if (second === 'outfit') return isBefore ? [...other, ...as, ...one] : [...one, ...as, ...other];
  const isFirst = first === 'person' || first === 'outfit' || (second === 'thing' && first !== 'thing');
  const [who, costume] = isFirst ? [one, other] : [other, one];
  return isBefore ? [...costume, ...dressed, ...who] : [...who, ...dressed, ...costume];
}

const spliced = (tokens: readonly Token[], from: number, to: number, words: readonly Token[]): readonly Token[] => [
  ...tokens.slice(0, from),
  ...words,
  ...tokens.slice(to),
];

const MADE_OF = tokensOf('made of');
const COMMA = tokensOf(',')[0]!;
const POSSESSIVE: ReadonlySet<string> = new Set(
  'my your his her our their this that mein meine mon ma mi meu'.split(' '),
);

const isPause = (token: Token | undefined): boolean => token?.kind === 'comma' || token?.kind === 'break';

/** Where the longest phrase of some ends that begins there; undefined where none does. */
function endOf(tokens: readonly Token[], from: number, some: { has(key: string): boolean }): number | undefined {
  for (let to = Math.min(tokens.length, from + LONGEST); to > from; to--)
    if (some.has(keyOf(tokens, from, to))) return to;
  return undefined;
}

/** Where the words end that name something there: at a pause, or after as many as names have. */
function endOfName(tokens: readonly Token[], from: number): number {
  const most = tokens[from]?.kind === 'letter' ? LONGEST : MOST;
  let to = from;
  while (to < tokens.length && to - from < most && isOfName(tokens[to]!)) to += 1;
  return to;
}

/** Where the words begin that name something up to there. */
function startOfName(tokens: readonly Token[], end: number, { article }: Mixing): number {
  const most = tokens[end - 1]?.kind === 'letter' ? LONGEST : MOST;
  let from = end;
  while (from > 0 && end - from < most && isOfName(tokens[from - 1]!) && !isBeforeName(tokens[from - 1]!, article))
    from -= 1;
  return from;
}

const isBeforeName = ({ key }: Token, article: ReadonlySet<string>): boolean => article.has(key) || POSSESSIVE.has(key);

function endOfSentence(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < tokens.length && !isPause(tokens[to])) to += 1;
  return to;
}

const isOfName = ({ kind, key }: Token): boolean => (kind === 'word' || kind === 'letter') && !AFTER_NAME.has(key);

/** What goes on with a sentence behind a name. */
const AFTER_NAME: ReadonlySet<string> = new Set(
  `and with without in on at wearing holding eating riding under over from of for to no not mit ohne und et avec sans y con sin e com sem met z bez с без en auf im sticker emoji
  please pfp`.split(/\s+/),
);
