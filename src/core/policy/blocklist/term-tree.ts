import { plainWords } from './plain-text.js';
import { foldedLetters, glyphOf, READING_KINDS, type Script } from './readings.js';

/**
 * How what stands in a text comes to be a letter of a term: it is it, it cannot be told from it, or it looks like it.
 */
export type Likeness = 'same' | 'exact' | 'alike';

export interface Link {
  node: TermNode;
  /** The term's own letter. */
  letter: string;
  likeness: Likeness;
}

/** A term as it is looked for. */
export interface Sought {
  /** What is told when it is found. */
  term: string;
  /** Without spaces. */
  letters: string;
  script: Script;
}

/** A beginning of terms. */
export interface TermNode {
  /** By what may stand in the text. */
  links: Map<string, Link[]>;
  /** All nodes one letter on. */
  next: TermNode[];
  /** What continues behind a space. */
  gap: TermNode | undefined;
  /** Terms that end here. */
  ends: Sought[];
}

/** Terms made ready to be looked for. */
export interface TermTree {
  root: TermNode;
  /** Words of five letters and more, written from their end → the term. */
  reversed: ReadonlyMap<string, string>;
}

/** Ways to write a term that are followed: of one with more umlauts the first. */
const MOST_SPELLINGS = 8;
const SHORTEST_PLURAL = 3;
/** Shorter ones are names: Lana, Noel, Enola. */
const SHORTEST_REVERSED = 5;

/** Terms as a tree of their letters, each with its plurals and with umlauts written out. */
export function termTree(terms: readonly { term: string; words: string }[]): TermTree {
  const root = emptyNode();
  const reversed = new Map<string, string>();
  for (const { term, words } of terms) {
    for (const spelling of spellingsOf(plainWords(words))) {
      const letters = spelling.replaceAll(' ', '');
      const sought: Sought = { term, letters, script: glyphOf(letters.codePointAt(0) ?? 0).script };
      for (const form of [spelling, ...pluralsOf(spelling)]) insert(root, form, sought);
      const back = [...letters].reverse().join('');
      if (spelling === letters && back !== letters && [...letters].length >= SHORTEST_REVERSED)
        reversed.set(back, term);
    }
  }
  return { root, reversed };
}

function emptyNode(): TermNode {
  return { links: new Map(), next: [], gap: undefined, ends: [] };
}

function insert(root: TermNode, form: string, sought: Sought): void {
  let node = root;
  for (const letter of form) {
    if (letter === ' ') {
      node.gap ??= emptyNode();
      node = node.gap;
      continue;
    }
    const before = node.links.get(letter)?.find((link) => link.likeness === 'same');
    if (before !== undefined) {
      node = before.node;
      continue;
    }
    const next = emptyNode();
    node.next.push(next);
    for (const [key, likeness] of keysOf(letter)) {
      node.links.set(key, [...(node.links.get(key) ?? []), { node: next, letter, likeness }]);
    }
    node = next;
  }
  if (!node.ends.some(({ term }) => term === sought.term)) node.ends.push(sought);
}

/** What of ASCII looks like a letter, besides the letter itself. */
function keysOf(letter: string): [string, Likeness][] {
  const keys: [string, Likeness][] = [[letter, 'same']];
  if (letter < '\u0080') return keys;
  const glyph = glyphOf(letter.codePointAt(0)!);
  for (const { letters, kind } of glyph.readings) {
    const [one, ...rest] = letters;
    if (one === undefined || rest.length > 0 || !/[a-z0-9]/.test(one)) continue;
    if (kind === READING_KINDS.exact) keys.push([one, 'exact']);
    else if (kind === READING_KINDS.styled) keys.push([one, 'alike']);
  }
  return keys;
}

/** Without accents, and with umlauts written as two letters. */
function spellingsOf(words: readonly string[]): string[] {
  let spellings = [''];
  for (const character of words.join(' ')) {
    const { shape, readings } = glyphOf(character.codePointAt(0)!);
    if (shape === 'mark') continue;
    const ways = new Set([character === ' ' ? ' ' : foldedLetters(character)]);
    for (const { letters, kind } of readings) if (kind === READING_KINDS.plain) ways.add(letters.join(''));
    spellings = spellings.flatMap((start) => [...ways].map((way) => start + way)).slice(0, MOST_SPELLINGS);
  }
  return [...new Set(spellings)].filter((spelling) => spelling.trim() !== '');
}

function pluralsOf(word: string): string[] {
  if (!/[a-z]$/.test(word) || word.length < SHORTEST_PLURAL) return [];
  return [`${word}s`, `${word}es`, ...(/[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [])];
}
