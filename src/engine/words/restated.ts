import { BY_COMPANY, OF_ME, OPENING_SUBJECTS, OPENING_VERBS, OPENINGS, QUOTING, RESTATED } from './languages/index.js';
import { sayings } from './sayings.js';
import { keyOf, type Token, tokensOf } from './tokens.js';

/** Words of the longest phrase. */
const LONGEST = 6;

interface Phrases {
  readonly restated: ReadonlyMap<string, readonly Token[]>;
  readonly openings: ReadonlySet<string>;
  readonly ofMe: ReadonlySet<string>;
  readonly behind: ReadonlySet<string>;
  readonly quoting: ReadonlySet<string>;
  /** First words of phrases that are restated. */
  readonly first: ReadonlySet<string>;
  readonly company: ReadonlyMap<string, readonly { readonly meant: string; readonly beside: ReadonlySet<string> }[]>;
}

let known: Phrases | undefined;

function phrases(): Phrases {
  const restated = new Map(
    Object.entries(RESTATED).flatMap(([word, said]) =>
      sayings(said).map((key): [string, readonly Token[]] => [key, tokensOf(word)]),
    ),
  );
  const company = new Map<string, { meant: string; beside: ReadonlySet<string> }[]>();
  for (const [word, meant, beside] of BY_COMPANY)
    company.set(word, [...(company.get(word) ?? []), { meant, beside: new Set(sayings(beside)) }]);
  return {
    restated,
    openings: new Set(sayings(OPENINGS)),
    ofMe: new Set(sayings(OF_ME)),
    behind: new Set(sayings(`${OPENING_SUBJECTS} ${OPENING_VERBS}`)),
    quoting: new Set(sayings(QUOTING)),
    first: new Set([...restated.keys()].map((key) => tokensOf(key)[0]!.key)),
    company,
  };
}

/**
 * A prompt's words with what only words say, and pictures do not, put plainly: openings of jokes are taken away, and
 * phrases and words that mean something else beside others are what they mean. In time linear in their number.
 * @returns also whether it is told of whoever says it
 */
export function restated(tokens: readonly Token[]): { tokens: readonly Token[]; isOfMe: boolean } {
  known ??= phrases();
  const { from, isOfMe } = opening(tokens, known);
  return { tokens: inCompany(quoting(replaced(owning(tokens.slice(from)), known), known), known), isOfMe };
}

/** Where what is said begins, behind “nobody: me when I see”. */
function opening(tokens: readonly Token[], { openings, ofMe, behind }: Phrases): { from: number; isOfMe: boolean } {
  let from = 0;
  let isOfMe = false;
  for (;;) {
    const ofMeTo = endOf(tokens, from, ofMe);
    const to = ofMeTo ?? endOf(tokens, from, openings);
    if (to === undefined || to >= tokens.length) return { from, isOfMe };
    isOfMe ||= ofMeTo !== undefined;
    from = to;
    for (let next = endOf(tokens, from, behind); next !== undefined && next < tokens.length; ) {
      from = next;
      next = endOf(tokens, from, behind);
    }
    while (isPause(tokens[from]) && from < tokens.length - 1) from += 1;
  }
}

/** “My **dogs** birthday” is of one dog. */
function owning(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, k) => {
    const isOwner = OWNS.test(tokens[k - 1]?.key ?? '') && OWNED.test(tokens[k + 1]?.key ?? '');
    return isOwner && /[^s]s$/.test(token.key) ? { ...token, key: token.key.slice(0, -1) } : token;
  });
}

const OWNS = /^(?:my|your|his|her|our|their|a|the)$/;
const OWNED = /^(?:birthday|bday|b-day|birth|graduation|wedding|funeral|bed|birthdate|anniversary)$/;

const isPause = (token: Token | undefined): boolean => token?.kind === 'comma' || token?.kind === 'break';

/** Where the longest phrase of some ends that begins there; undefined where none does. */
function endOf(tokens: readonly Token[], from: number, some: { has(key: string): boolean }): number | undefined {
  for (let to = Math.min(tokens.length, from + LONGEST); to > from; to--)
    if (some.has(keyOf(tokens, from, to))) return to;
  return undefined;
}

/** Words by which things are named that a phrase says by itself too: “pot of gold”. */
const NAMING = 3;

/** Phrases beside something else as the words that say the same. */
function replaced(tokens: readonly Token[], { restated, first }: Phrases): readonly Token[] {
  if (!tokens.some(({ key }) => first.has(key))) return tokens;
  const said: Token[] = [];
  for (let k = 0; k < tokens.length; ) {
    const to = first.has(tokens[k]!.key) ? endOf(tokens, k, restated) : undefined;
    const words = to === undefined ? undefined : restated.get(keyOf(tokens, k, to))!;
    const isAll = to !== undefined && to - k === tokens.length;
    if (to === undefined || words === undefined || (isAll && words.length < NAMING)) {
      said.push(tokens[k]!);
      k += 1;
      continue;
    }
    const raw = tokens
      .slice(k, to)
      .map((token) => token.raw)
      .join(' ');
    // “My laptop **is** not working”
    const isNaming = words.length >= NAMING;
    said.push(...(isNaming ? words : words.map((word, at) => ({ ...word, raw: at === words.length - 1 ? raw : '' }))));
    k = to;
  }
  return said;
}

/** “The dog **hears** "walk"” */
function quoting(tokens: readonly Token[], { quoting: words }: Phrases): readonly Token[] {
  return tokens.map((token, k) =>
    token.mark !== 'quote' && tokens[k + 1]?.mark === 'quote' && words.has(token.key)
      ? { ...token, key: SAYING }
      : token,
  );
}

const SAYING = 'saying';

/** “A **bat** hitting a baseball” is no animal. */
function inCompany(tokens: readonly Token[], { company }: Phrases): readonly Token[] {
  if (!tokens.some(({ key }) => company.has(key))) return tokens;
  const keys = new Set(tokens.map(({ key }) => key));
  return tokens.map((token, k) => {
    const meant = company.get(token.key)?.find(({ beside }) => [...beside].some((key) => keys.has(key)))?.meant;
    // “A computer mouse” says so itself.
    const isSaid = meant === `${tokens[k - 1]?.key} ${token.key}`;
    return meant === undefined || isSaid ? token : { ...token, key: meant };
  });
}
