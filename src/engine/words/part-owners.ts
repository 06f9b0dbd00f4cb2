import { isJoining } from './part-lexicon.js';
import type { PartPhrase } from './part-phrase.js';
import { senseOf } from './sense.js';
import type { Span } from './spans.js';
import { keyOf, type Token } from './tokens.js';

/** Words behind “and” that are looked at for what follows it. */
const REACH = 5;

/**
 * A prompt's tokens without what they say of parts, which is noted at a token beside it: “a girl with pink hair and a
 * crown” is a girl with a crown.
 * @param phrases in their order
 * @returns also the phrases beside which nothing is left
 * @param isLiving whether a word names an animal or a person, which nobody is with as with hair; undefined where it
 * names nothing
 */
export function withoutPhrases(
  tokens: readonly Token[],
  phrases: readonly PartPhrase[],
  isLiving: (key: string) => boolean | undefined,
): { rest: Token[]; ownerless: readonly PartPhrase[] } {
  const kept: Token[] = [];
  let waiting: PartPhrase[] = [];
  let k = 0;
  const push = (token: Token) => {
    kept.push(waiting.length === 0 ? token : { ...token, parts: [...(token.parts ?? []), ...waiting] });
    waiting = [];
  };
  const describe = (phrase: PartPhrase) => {
    const last = kept.pop();
    if (last) kept.push({ ...last, parts: [...(last.parts ?? []), phrase] });
    else waiting.push(phrase);
  };
  phrases.forEach((phrase, n) => {
    for (; k < phrase.from; k++) push(tokens[k]!);
    if (phrase.thingFollows) waiting.push(phrase);
    else describe(phrase);
    k = phrase.to;
    const following = tokens[k];
    if (following === undefined || !isJoining(following)) return;
    const next = phrases[n + 1];
    const isMore = next !== undefined && next.from <= k + 2 && !next.thingFollows;
    const isAdjectives = next !== undefined && next.from === k + 1 && phrase.thingFollows && next.thingFollows;
    if (isMore || isAdjectives) k += 1;
    else if (phrase.joint > 0 && thingAfter(tokens, k + 1, isLiving) === false) {
      // What else somebody is with, or wears.
      for (let joint = 0; joint < phrase.joint; joint++) push(tokens[phrase.from + joint]!);
      k += 1;
    }
  });
  for (; k < tokens.length; k++) push(tokens[k]!);
  return { rest: kept, ownerless: waiting };
}

/** Spans with what was said of their parts, and the phrases that nothing is there for. */
export function described(
  spans: readonly Span[],
  tokens: readonly Token[],
): { spans: readonly Span[]; ownerless: readonly PartPhrase[] } {
  const named = spans.filter(({ senses }) => senseOf(senses, 'thing') !== undefined);
  // “Noir” is a colour before it is anything of that name.
  const sure = named.filter(({ senses }) => senses[0]!.role === 'thing');
  const things = sure.length > 0 ? sure : named;
  const found = new Map<Span, PartPhrase[]>();
  const ownerless: PartPhrase[] = [];
  const seen = new Set<PartPhrase>();
  tokens.forEach(({ parts = [] }, k) => {
    for (const phrase of parts) {
      if (seen.has(phrase)) continue;
      seen.add(phrase);
      const before = things.findLast(({ from }) => from <= k);
      const behind = things.find(({ to }) => to > k);
      const owner = phrase.thingFollows ? (behind ?? before) : (before ?? behind);
      if (owner) found.set(owner, [...(found.get(owner) ?? []), phrase]);
      else ownerless.push(phrase);
    }
  });
  if (found.size === 0) return { spans, ownerless };
  return {
    spans: spans.map((span) => {
      const parts = found.get(span);
      return parts ? { ...span, parts } : span;
    }),
    ownerless,
  };
}

/** Whether the first thing that follows is alive; undefined where none follows at once. */
function thingAfter(
  tokens: readonly Token[],
  from: number,
  isLiving: (key: string) => boolean | undefined,
): boolean | undefined {
  for (let k = from; k < Math.min(tokens.length, from + REACH); k++) {
    const { kind } = tokens[k]!;
    if (kind === 'comma' || kind === 'break') return undefined;
    for (const to of [k + 2, k + 1]) {
      const isWords = to <= tokens.length && tokens.slice(k, to).every((one) => one.kind === 'word');
      const living = isWords ? isLiving(keyOf(tokens, k, to)) : undefined;
      if (living !== undefined) return living;
    }
  }
  return undefined;
}
