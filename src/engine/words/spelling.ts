import { englishForms } from './english-forms.js';
import type { ForeignNames } from './foreign/index.js';
import { knownTo } from './known-words.js';
import { BACKDROPS, COSTUMES, OF_PART, OUTFITS, ROLES } from './languages/index.js';
import type { SpanSources } from './look-up.js';
import type { NearWords } from './near-words.js';
import type { ReadingNote } from './prompt-reading.js';
import { RANK, senseOf } from './sense.js';
import type { Token } from './tokens.js';
import { listed } from './vocabularies.js';

/** Letters of words that somebody wrote together. */
const SHORTEST_HALF = 3;
/** Letters of a word that may be misspelled. */
const SHORTEST_MISSPELLED = 5;
/** Single words that are read though no vocabulary has them. */
export const SPELLED_BESIDE: ReadonlySet<string> = new Set(
  listed(`${BACKDROPS} ${COSTUMES}`).filter((word) => !word.includes(' ')),
);
/** And what somebody is called by a trade or by what they wear, in whatever language. */
const CALLED: ReadonlySet<string> = new Set([...OUTFITS, ...ROLES].flatMap(({ words }) => listed(words)));
/** “And” is written together with what follows. */
const ARABIC_AND = /^و(\p{Script=Arabic}{3,})$/u;

/** What words are spelled by. */
export interface SpellingSources extends Pick<SpanSources, 'english' | 'foreign' | 'tables' | 'kindOf'> {
  readonly near: NearWords;
  /** What people are shown of a thing, by its caption name. */
  readonly shown: ReadonlyMap<string, string>;
  /** Language (ISO 639) of who asks. */
  readonly locale?: string | undefined;
}

/** Words as the names and words that they stand for are spelled; what was taken for another word is told in `notes`. */
export function spelled(tokens: readonly Token[], sources: SpellingSources, notes: ReadingNote[]): Token[] {
  return tokens.flatMap((token) => spelledToken(token, tokens, sources, notes));
}

function spelledToken(
  token: Token,
  all: readonly Token[],
  sources: SpellingSources,
  notes: ReadingNote[],
): Token | Token[] {
  const { english, foreign, shown } = sources;
  if (token.kind !== 'word') return token;
  const ofPart = OF_PART.exec(token.key);
  if (ofPart && english.get(token.key) === undefined) {
    const isColour = senseOf(english.get(ofPart[1]!) ?? [], 'colour') !== undefined;
    notes.push({ type: 'left-out', said: token.raw, why: isColour ? 'colour' : 'part' });
    return [];
  }
  const parts = ARABIC_AND.exec(token.key);
  if (parts && foreign.senses(token.key, 1, 'ar') === undefined) {
    return [
      { ...token, key: 'و', raw: 'و' },
      { ...token, key: parts[1]! },
    ];
  }
  if (token.key.length < SHORTEST_MISSPELLED || !/^[a-z]+$/.test(token.key)) return token;
  const meant = meantBy(token, all, sources);
  if (meant === undefined) return isKnown(token.key, sources) ? token : halves(token, sources);
  const thing = senseOf(english.get(meant) ?? [], 'thing');
  notes.push({ type: 'read-as', said: token.raw, name: thing ? shown.get(thing.names[0]!)! : meant });
  return { ...token, key: meant };
}

/** The name that a word is misspelled of, or spelled otherwise: “spagetti”, “capibara”. */
function meantBy(token: Token, all: readonly Token[], sources: SpellingSources): string | undefined {
  const { english, tables, kindOf, near, foreign } = sources;
  const { key } = token;
  const isNamed = kindOf(key) !== undefined || englishForms(key).some((form) => english.get(form) !== undefined);
  if (isNamed || SPELLED_BESIDE.has(key) || CALLED.has(key)) return undefined;
  if (isSaidTogether(token, all, foreign)) return undefined;
  // Of what dictionaries know, or another language, and nothing is drawn of, a word may sound as a name does.
  const isElsewhere = knownTo(tables).isEnglish(key) || foreign.languagesOf(key).size > 0;
  if (isElsewhere && tables.alike.not.has(key)) return undefined;
  // Asked last, as the dearest: few words sound as a name does.
  const meant = isElsewhere ? near.sounding(key) : near.misspelled(key);
  const named = meant ?? (isElsewhere && isKnownAbroadOnly(key, sources) ? namedNearly(key, sources) : undefined);
  return named === undefined || isSpokenHere(token, all, sources) ? undefined : named;
}

/** Letters of a word that some language has and nobody speaks beside it, which is likelier misspelled. */
const SHORTEST_ABROAD = 7;

const isKnownAbroadOnly = (key: string, { tables }: SpellingSources): boolean =>
  key.length >= SHORTEST_ABROAD && !knownTo(tables).isEnglish(key);

/** “A cat on a **keybord**”, which Norwegians have too: the thing whose name is one letter away. */
function namedNearly(key: string, { english, near }: SpellingSources): string | undefined {
  const meant = near.misspelled(key);
  const thing = senseOf(english.get(meant ?? '') ?? [], 'thing');
  return thing !== undefined && thing.rank <= RANK.synonym ? meant : undefined;
}

/**
 * Whether a word is of another language: of one that is spoken beside it, or where it says all. Among English words
 * “spagetti” is no Finnish.
 */
function isSpokenHere(token: Token, all: readonly Token[], { foreign, english, locale }: SpellingSources): boolean {
  const languages = new Set(
    [...foreign.languagesOf(token.key), ...foreign.languagesBending(token.key)].map(([one]) => one),
  );
  if (languages.size === 0) return false;
  const others = othersBeside(token, all);
  if (others.length === 0 || (locale !== undefined && languages.has(locale))) return true;
  const foreigners = others.filter(({ key }) => english.get(key) === undefined);
  return foreigners.some(({ key }) => [...foreign.languagesOf(key).keys()].some((language) => languages.has(language)));
}

/** Whether a word is one of two that languages say together: “court **après**”, “**flieht** vor”. */
function isSaidTogether(token: Token, all: readonly Token[], foreign: ForeignNames): boolean {
  const at = all.indexOf(token);
  return [all.slice(Math.max(at - 1, 0), at + 1), all.slice(at, at + 2)].some((both) => {
    return both.length === 2 && foreign.languagesOf(both.map(({ key }) => key).join(' ')).size > 0;
  });
}

/** Words beside one that are looked at. */
const MOST_BESIDE = 12;

function othersBeside(token: Token, all: readonly Token[]): Token[] {
  const others: Token[] = [];
  for (const other of all) {
    if (others.length === MOST_BESIDE) break;
    if (other.kind === 'word' && other.key !== token.key) others.push(other);
  }
  return others;
}

function isKnown(key: string, { english, tables, foreign, kindOf }: SpellingSources): boolean {
  return (
    englishForms(key).some((form) => english.get(form) !== undefined) ||
    knownTo(tables).isEnglish(key) ||
    kindOf(key) !== undefined ||
    foreign.languagesOf(key).size > 0
  );
}

/** “#sadcat” */
function halves(token: Token, { english }: SpellingSources): Token | Token[] {
  const isHalf = (key: string) =>
    english.get(key)?.some((sense) => {
      if (sense.role === 'thing') return sense.rank <= RANK.synonym;
      return sense.role === 'mood' || sense.role === 'colour';
    }) === true;
  for (let at = SHORTEST_HALF; at <= token.key.length - SHORTEST_HALF; at++) {
    const both = [token.key.slice(0, at), token.key.slice(at)];
    if (both.every(isHalf)) return both.map((key) => ({ ...token, key, raw: key }));
  }
  return token;
}

/** “Çanta” is a bag, and at no bell. */
const isLongEnough = (key: string, suffix: string) =>
  key.length >= (suffix.length < 3 && LATIN.test(suffix) ? SHORTEST_PARTED : 1);
const SHORTEST_PARTED = 4;
const LATIN = /^\p{Script=Latin}/u;

/** Things with an ending that is a word by itself, as two. */
export function parted(tokens: readonly Token[], language: string, foreign: ForeignNames): readonly Token[] {
  const suffixes = Object.entries(foreign.tableOf(language)?.suffixes ?? {});
  if (suffixes.length === 0) return tokens;
  const is = (role: 'thing' | 'place', key: string) =>
    senseOf(foreign.senses(key, 1, language) ?? [], role) !== undefined;
  return tokens.flatMap((token) => {
    for (const [suffix, word] of suffixes) {
      const key = token.key.slice(0, -suffix.length);
      // “Yağmurda” is in the rain, and a word by itself.
      if (isLongEnough(key, suffix) && token.key.endsWith(suffix) && is('thing', key) && !is('place', token.key))
        return [
          { ...token, key },
          { ...token, key: word },
        ];
    }
    return [token];
  });
}
