import { englishForms } from './english-forms.js';
import type { ForeignNames } from './foreign/index.js';
import { knownTo } from './known-words.js';
import { OF_PART } from './languages/index.js';
import type { SpanSources } from './look-up.js';
import type { NearWords } from './near-words.js';
import type { ReadingNote } from './prompt-reading.js';
import { RANK, senseOf } from './sense.js';
import type { Token } from './tokens.js';

/** Letters of words that somebody wrote together. */
const SHORTEST_HALF = 3;
/** Letters of a word that may be misspelled. */
const SHORTEST_MISSPELLED = 5;
/** “And” is written together with what follows. */
const ARABIC_AND = /^و(\p{Script=Arabic}{3,})$/u;

/** What words are spelled by. */
export interface SpellingSources extends Pick<SpanSources, 'english' | 'foreign' | 'tables' | 'kindOf'> {
  readonly near: NearWords;
  /** What people are shown of a thing, by its caption name. */
  readonly shown: ReadonlyMap<string, string>;
}

/** Words as the names and words that they stand for are spelled; what was taken for another word is told in `notes`. */
export function spelled(tokens: readonly Token[], sources: SpellingSources, notes: ReadingNote[]): Token[] {
  return tokens.flatMap((token) => spelledToken(token, sources, notes));
}

function spelledToken(token: Token, sources: SpellingSources, notes: ReadingNote[]): Token | Token[] {
  const { english, foreign, near, shown } = sources;
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
  if (token.key.length < SHORTEST_MISSPELLED || !/^[a-z]+$/.test(token.key) || isKnown(token.key, sources))
    return token;
  const meant = near.misspelled(token.key);
  if (meant === undefined) return halves(token, sources);
  const thing = senseOf(english.get(meant) ?? [], 'thing');
  notes.push({ type: 'read-as', said: token.raw, name: thing ? shown.get(thing.names[0]!)! : meant });
  return { ...token, key: meant };
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

/** Things with an ending that is a word by itself, as two. */
export function parted(tokens: readonly Token[], language: string, foreign: ForeignNames): readonly Token[] {
  const suffixes = Object.entries(foreign.tableOf(language)?.suffixes ?? {});
  if (suffixes.length === 0) return tokens;
  const isThing = (key: string) => senseOf(foreign.senses(key, 1, language) ?? [], 'thing') !== undefined;
  return tokens.flatMap((token) => {
    for (const [suffix, word] of suffixes) {
      const key = token.key.slice(0, -suffix.length);
      if (key !== '' && token.key.endsWith(suffix) && isThing(key))
        return [
          { ...token, key },
          { ...token, key: word },
        ];
    }
    return [token];
  });
}
