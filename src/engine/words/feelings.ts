import { FEELINGS, type Feeling, OF_FEELING } from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token } from './tokens.js';

/** Words and letters of a prompt that names no more than how somebody feels, and of a phrase of it. */
const MOST_TOKENS = 24;
const LONGEST = 10;

let feelingByWords: ReadonlyMap<string, Feeling> | undefined;
let besides: ReadonlySet<string> | undefined;
/** “5pm”, “17h” */
const TIME = /^\d{1,2}(?:am|pm|h|uhr)$/;

/** The plainest feeling of a prompt that says nothing else: “monday mood” is of a monday. */
export function feelingOf(all: readonly Token[]): Feeling | undefined {
  const tokens = all.length > MOST_TOKENS ? [] : all.filter(({ kind }) => kind !== 'comma' && kind !== 'break');
  feelingByWords ??= new Map(
    FEELINGS.flatMap((one) => sayings(`${one.days ?? ''} ${one.words}`).map((key): [string, Feeling] => [key, one])),
  );
  besides ??= new Set(sayings(OF_FEELING));
  let found: Feeling | undefined;
  for (let from = 0; from < tokens.length; ) {
    const [to, feeling] = phraseAt(tokens, from);
    if (to === from) return undefined;
    if (feeling && (!found || FEELINGS.indexOf(feeling) < FEELINGS.indexOf(found))) found = feeling;
    const isAll = from === 0 && to === tokens.length;
    if (isAll && feeling && sayings(feeling.named).includes(keyOf(tokens, from, to))) return undefined;
    from = to;
  }
  return found;
}

/**
 * The longest phrase that says a feeling, or else what may stand beside one.
 * @returns where it ends, `from` where there is none
 */
function phraseAt(tokens: readonly Token[], from: number): [to: number, feeling: Feeling | undefined] {
  const most = Math.min(tokens.length, from + LONGEST);
  for (let to = most; to > from; to--) {
    const feeling = feelingByWords!.get(keyOf(tokens, from, to));
    if (feeling) return [to, feeling];
  }
  for (let to = most; to > from; to--) if (besides!.has(keyOf(tokens, from, to))) return [to, undefined];
  return TIME.test(tokens[from]!.key) ? [from + 1, undefined] : [from, undefined];
}
