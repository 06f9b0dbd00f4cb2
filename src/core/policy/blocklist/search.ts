import { cellsOf, type TextCell } from './cells.js';
import { goOn } from './continue.js';
import { isConvincing } from './conviction.js';
import { isOrdinary } from './ordinary.js';
import { beginning, type Path } from './path.js';
import { foldedLetters } from './readings.js';
import { surroundingsOf } from './surroundings.js';
import type { TermNode, TermTree } from './term-tree.js';

/** Ways to read what ends at one place that are followed, the plainest: they bound the work at each character. */
const MOST_PATHS = 40;
const MOST_PATHS_OF_NODE = 3;
const OVERRIDES = /[\u202d\u202e]/u;
const OVERRIDE_ENDS = '\u202c';
const RIGHT_TO_LEFT = '\u202e';

/**
 * The first term that a text holds, disguised or not; null when it holds none. Takes time linear in the text's length.
 *
 * @param tree as `termTree` makes it
 * @param isDisguised whether terms that stand there as they are, are passed over
 */
export function searchTerm(text: string, { root, reversed }: TermTree, isDisguised = false): string | null {
  for (const seen of OVERRIDES.test(text) ? [text, asSeen(text)] : [text]) {
    const cells = cellsOf(seen);
    const isTurned = cells.some(({ glyph }) => glyph.turned?.isSure === true);
    const found =
      walk(cells, root, false, isDisguised) ??
      (isTurned ? walk(backwards(cells), root, true, isDisguised) : null) ??
      reversedWord(cells, reversed);
    if (found !== null) return found;
  }
  return null;
}

/** What right-to-left overrides turn round, in the order in which it is seen. */
function asSeen(text: string): string {
  const open: { isTurned: boolean; shown: string[] }[] = [{ isTurned: false, shown: [] }];
  const close = () => {
    const { isTurned, shown } = open.pop()!;
    if (isTurned) shown.reverse();
    for (const one of shown) open.at(-1)!.shown.push(one);
  };
  for (const character of text) {
    // Deeper ones are shown as the one around them: each would have to be copied out again.
    if (OVERRIDES.test(character) && open.length === 1) open.push({ isTurned: character === RIGHT_TO_LEFT, shown: [] });
    else if (character === OVERRIDE_ENDS && open.length > 1) close();
    else open.at(-1)!.shown.push(character);
  }
  if (open.length > 1) close();
  return open[0]!.shown.join('');
}

/** A word that stands from its end to its beginning, and says nothing else. */
function reversedWord(cells: readonly TextCell[], reversed: ReadonlyMap<string, string>): string | null {
  if (reversed.size === 0) return null;
  const text = cells.map(({ glyph }) => (glyph.shape === 'letter' ? foldedLetters(glyph.lower) : ' ')).join('');
  const word = text.split(/ +/).find((one) => reversed.has(one) && !isOrdinary(one));
  return word === undefined ? null : reversed.get(word)!;
}

/** As it is read when the page is turned. Drawings of several characters are none then. */
function backwards(cells: readonly TextCell[]): TextCell[] {
  return cells.map((cell) => ({ ...cell, jumps: [] })).reverse();
}

function walk(cells: readonly TextCell[], tree: TermNode, isBackwards: boolean, isDisguised: boolean): string | null {
  const around = surroundingsOf(cells, isBackwards);
  const waiting = new Map<number, Map<TermNode, Path[]>>();
  let found: string | null = null;

  function arrive(path: Path, at: number): void {
    if (path.gap === 0 && path.letter !== '' && path.node.ends.length > 0) {
      const isOpen = path.isPlain && !path.isSquashed && path.pieces === path.word && !isBackwards;
      if (!isDisguised || !isOpen) {
        found ??= path.node.ends.find((sought) => isConvincing(path, sought, at, around))?.term ?? null;
      }
    }
    const here = waiting.get(at) ?? new Map<TermNode, Path[]>();
    waiting.set(at, here);
    keep(path, here);
    const { gap } = path.node;
    if (gap !== undefined && path.gap === 0 && path.letter !== '') {
      keep({ ...path, node: gap, letter: '', isBetween: true }, here);
    }
  }

  for (let at = 0; at < cells.length && found === null; at++) {
    const paths: Path[] = [];
    for (const alike of waiting.get(at)?.values() ?? []) paths.push(...alike);
    waiting.delete(at);
    if (paths.length > MOST_PATHS) paths.sort((a, b) => a.cost - b.cost).length = MOST_PATHS;
    if (around.canBegin(at)) paths.push(beginning(tree, at));
    for (const path of paths) goOn(path, cells[at]!, at, arrive);
  }
  return found;
}

function keep(path: Path, here: Map<TermNode, Path[]>): void {
  const alike = here.get(path.node);
  if (alike === undefined) here.set(path.node, [path]);
  else if (alike.length < MOST_PATHS_OF_NODE) alike.push(path);
  else {
    // The first is the one that began first: where a letter is repeated, later ones begin within the word.
    const worst = alike[1]!.cost > alike[2]!.cost ? 1 : 2;
    if (path.cost < alike[worst]!.cost) alike[worst] = path;
  }
}
