import { BEHIND_VERB, DOERS, KNOWN_BY, VERBS } from './languages/index.js';
import { RANK, type Role, senseOf, type Vocabulary } from './sense.js';
import type { Token } from './tokens.js';
import { listed } from './vocabularies.js';

const VERB_WORDS = new Set(listed(VERBS));
const DOER_WORDS = new Set(listed(DOERS));
const BEHIND = new Set(listed(BEHIND_VERB));
const KNOWN = new Set(listed(KNOWN_BY));
/** What stands before a noun: “**two** waves”. */
const BEFORE_NOUN: ReadonlySet<Role> = new Set(['article', 'number', 'colour', 'mood', 'size']);
const DONE: ReadonlySet<Role> = new Set(['action', 'stand', 'mood']);

/**
 * English verbs that look like plural nouns (“the deploy **fails**”, “a pig **flies**”) as what is being done
 * (“failing”), where who does it stands before and nothing follows that a noun would have.
 * @param isLiving whether a word names who lives; undefined where it names nothing
 */
export function withVerbs(
  tokens: readonly Token[],
  english: Vocabulary,
  isLiving: (key: string) => boolean | undefined,
): readonly Token[] {
  return tokens.map((token, k) => {
    const doing = token.kind === 'word' && token.key.endsWith('s') ? doingOf(token.key, english) : undefined;
    if (doing === undefined || !isEnd(tokens[k + 1])) return token;
    const before = tokens[k - 1];
    if (before?.kind !== 'word' || english.get(before.key)?.some(({ role }) => BEFORE_NOUN.has(role))) return token;
    const isDoer = DOER_WORDS.has(before.key) || isOneLiving(before.key, english, isLiving);
    const isKnown = KNOWN.has(tokens[k - 2]?.key ?? '') && !KNOWN.has(before.key);
    const isSaid =
      isDoer || ((isKnown || senseOf(english.get(before.key) ?? [], 'thing')) && !isSureNoun(token.key, english));
    return isSaid && english.get(`${before.key} ${token.key}`) === undefined ? { ...token, key: doing } : token;
  });
}

/** The form in “-ing” of a verb in “-s”. */
function doingOf(key: string, english: Vocabulary): string | undefined {
  // “Plays” and “hugs” are listed as what is done.
  if (english.get(key)?.some(({ role }) => DONE.has(role))) return undefined;
  const bases = [key.replace(/ies$/, 'y'), key.replace(/(ss|x|ch|sh|zz)es$/, '$1'), key.slice(0, -1)];
  for (const base of new Set(bases)) {
    const forms = [`${base}ing`, `${base.replace(/e$/, '')}ing`, `${base}${base.at(-1)}ing`];
    const known = forms.find((form) => english.get(form)?.some(({ role }) => DONE.has(role)));
    if (known !== undefined) return known;
    if (VERB_WORDS.has(base)) return forms[base.endsWith('e') ? 1 : 0];
  }
  return undefined;
}

/** Whether nothing follows that goes on with a noun. */
const isEnd = (next: Token | undefined): boolean => next === undefined || next.kind !== 'word' || BEHIND.has(next.key);

function isOneLiving(key: string, english: Vocabulary, isLiving: (key: string) => boolean | undefined): boolean {
  const thing = senseOf(english.get(key) ?? [], 'thing');
  return thing !== undefined && !thing.isPlural && thing.rank <= RANK.foreign && isLiving(key) === true;
}

/** Whether a plural is surely one of what is drawn: “the moon **rocks**”. */
function isSureNoun(key: string, english: Vocabulary): boolean {
  const thing = senseOf(english.get(key) ?? [], 'thing');
  return thing !== undefined && thing.rank <= RANK.synonym;
}
