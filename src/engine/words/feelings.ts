import type { Air } from '../finishes/index.js';
import { FEELINGS, type Feeling, MOMENTS, MOOD_WORDS, OF_FEELING, SPENT_WITH } from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token } from './tokens.js';

/** Words and letters of a prompt that speaks of how somebody feels, and of a phrase of it. */
const MOST_TOKENS = 24;
const LONGEST = 10;
/** Whose mood is not said is content. */
const CONTENT = 'relieved_face';

/** What a prompt says of a moment: how somebody feels, with what, where and in which air. */
export interface Moment extends Pick<Feeling, 'beside' | 'stand' | 'places'> {
  readonly face: string;
  readonly airs: readonly Air[];
  /** As the prompt says it. */
  readonly said: string;
  /** What is named besides: what it is spent with, or who has such a moment; absent where that is all. */
  readonly company?: 'with' | 'of';
}

interface Words {
  readonly feelings: ReadonlyMap<string, Feeling>;
  /** Words for times that are said of who is named beside them: “**monday** cat”. */
  readonly times: ReadonlySet<string>;
  readonly besides: ReadonlySet<string>;
  readonly moods: ReadonlySet<string>;
  readonly spentWith: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
}

let known: Words | undefined;

function words(): Words {
  const byPhrase = [...FEELINGS]
    .reverse()
    .flatMap((one) => sayings(`${one.days ?? ''} ${one.words}`).map((key): [string, Feeling] => [key, one]));
  return {
    feelings: new Map(byPhrase),
    times: new Set([
      ...FEELINGS.flatMap(({ days }) => sayings(days)),
      ...MOMENTS.flatMap((one) => sayings(one.words).filter(isPhrase)),
    ]),
    besides: new Set(sayings(OF_FEELING)),
    moods: new Set(sayings(MOOD_WORDS)),
    spentWith: new Set(sayings(SPENT_WITH)),
    named: new Set(FEELINGS.flatMap(({ named }) => sayings(named))),
  };
}

/**
 * The moment that a prompt speaks of: “lazy sunday” by itself, what it is spent with behind it, or who has it before or
 * behind it.
 * @returns also the words that are not of it; undefined where it speaks of none
 */
export function feelingOf(all: readonly Token[]): { moment: Moment; rest: readonly Token[] } | undefined {
  if (all.length > MOST_TOKENS) return undefined;
  known ??= words();
  const end = momentTo(all, 0);
  if (end === all.length) return spoken(all, []);
  const rest = all.slice(end);
  if (end > 0 && known.spentWith.has(rest[0]!.key) && rest.length > 1)
    return spoken(all.slice(0, end), rest.slice(1), 'with');
  // “Cozy autumn evening, orange and brown” says of what colours it is.
  if (end > 0 && !isPause(all[end - 1]!) && isWhen(all.slice(0, end))) return spoken(all.slice(0, end), rest, 'of');
  for (let from = Math.max(1, all.length - LONGEST); from < all.length; from++)
    if (momentTo(all, from) === all.length && isWhen(all.slice(from)))
      return spoken(all.slice(from), all.slice(0, from), 'of');
  return undefined;
}

const isPhrase = (key: string) => key.includes(' ');

/** Where words of a moment end that begin there. */
function momentTo(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let to = phraseTo(tokens, at); to > at; to = phraseTo(tokens, at)) at = to;
  return at;
}

/** Where the longest phrase ends that says a feeling or may stand beside one; `from` where none begins there. */
function phraseTo(tokens: readonly Token[], from: number): number {
  if (from >= tokens.length) return from;
  if (isPause(tokens[from]!)) return from + 1;
  const most = Math.min(tokens.length, from + LONGEST);
  for (const phrases of [known!.feelings, known!.besides])
    for (let to = most; to > from; to--) if (phrases.has(keyOf(tokens, from, to))) return to;
  return TIME.test(tokens[from]!.key) ? from + 1 : from;
}

const isPause = ({ kind }: Token) => kind === 'comma' || kind === 'break';
/** “5pm”, “17h” */
const TIME = /^\d{1,2}(?:am|pm|h|uhr)$/;

/** Phrases of a moment, in their order. */
function phrasesOf(tokens: readonly Token[]): string[] {
  const phrases: string[] = [];
  for (let from = 0; from < tokens.length; ) {
    const to = phraseTo(tokens, from);
    phrases.push(keyOf(tokens, from, to));
    from = to;
  }
  return phrases;
}

const isWhen = (tokens: readonly Token[]): boolean => phrasesOf(tokens).some((phrase) => known!.times.has(phrase));

/** What the phrases say together, each of which counts for what no plainer one says. */
function spoken(
  tokens: readonly Token[],
  rest: readonly Token[],
  company?: Moment['company'],
): { moment: Moment; rest: readonly Token[] } | undefined {
  const { feelings, moods, named } = known!;
  const phrases = phrasesOf(tokens.filter((one) => !isPause(one)));
  const said = FEELINGS.filter((one) => phrases.some((phrase) => feelings.get(phrase) === one));
  const felt = said.find(({ face }) => face !== undefined);
  const isFelt =
    felt !== undefined || (phrases.some((phrase) => moods.has(phrase)) && said.some(({ places }) => places));
  const isNamed = company === undefined && phrases.length === 1 && named.has(phrases[0]!);
  if (!isFelt || isNamed) return undefined;
  const places = said.find((one) => one.places)?.places;
  const moment = {
    face: felt?.face ?? CONTENT,
    airs: said.flatMap(({ airs = [] }) => airs),
    said: tokens.map(({ raw }) => raw).join(' '),
    ...(felt?.beside === undefined ? {} : { beside: felt.beside }),
    ...(felt?.stand === undefined ? {} : { stand: felt.stand }),
    ...(places === undefined ? {} : { places }),
    ...(company === undefined ? {} : { company }),
  };
  return { moment, rest };
}
