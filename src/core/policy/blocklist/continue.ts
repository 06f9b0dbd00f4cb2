import type { TextCell } from './cells.js';
import { copyOf, type Path } from './path.js';
import { READING_KINDS, type ReadingKind } from './readings.js';
import type { Link, TermNode } from './term-tree.js';

/** Signs between two letters of a word. */
const WIDEST_GAP = 10;
/** Signs that hide a letter, and those that often are there by themselves. */
const MASK = /[*#_%●•○◯⚫⚪█■□▪▮░▒▓✱✲∗＊✶★☆\ufffd\p{Emoji_Presentation}]/u;
const WEAK_MASK = /[-.?^~=]/u;
const MOST_MASKED = 3;
/** Signs that part words in prose. Others do not, so what stands on both sides of them is one word. */
const PROSE = /[-.,:;!?/|&+'"’‘“”«»()…‐-―、。，！？：；・]/u;
/** Letters that are repeated behind a gap: more say nothing, and would keep beginnings alive to the text's end. */
const MOST_REPEATED_APART = 16;
const NONE: readonly End[] = [];

/** Told each way to go on, and the index of the cell that then comes. */
export type Arrive = (path: Path, at: number) => void;

/** Finds every way to go on with a cell. */
export function goOn(path: Path, cell: TextCell, at: number, arrive: Arrive): void {
  const { glyph, character, jumps } = cell;
  for (const { letters, kind } of glyph.readings) follow(path, letters, kind, cell, at, at + 1, arrive);
  if (glyph.turned !== undefined) {
    for (const letters of glyph.turned.letters) follow(path, [letters], READING_KINDS.turned, cell, at, at + 1, arrive);
  }
  const isBegun = path.letters > 0;
  for (const { letters, kind, to } of jumps) {
    if (letters.length > 0) follow(path, letters, kind, cell, at, to, arrive);
    else if (isBegun) arrive(path, to);
  }
  if (!isBegun) return;
  const { shape } = glyph;
  if (shape === 'mark' || shape === 'blank') arrive(path, at + 1);
  else if (shape === 'space' || shape === 'sign') {
    if (shape === 'sign') mask(path, character, at + 1, arrive);
    const next = intoGap(path, character, shape === 'space', at);
    if (next !== undefined) arrive(next, at + 1);
  }
}

interface End {
  node: TermNode;
  letter: string;
  unlike: number;
  stretched: number;
}

/** Letters read one after another from where a path stands: along the tree, or the last one once more. */
function endsOf(
  { node, letter, character, isBetween, gap, stretched }: Path,
  letters: readonly string[],
  kind: ReadingKind,
  cell: TextCell,
): readonly End[] {
  // What is repeated is what stands there, not one more thing that looks like it.
  const canRepeat =
    !isBetween &&
    (gap === 0 || stretched < MOST_REPEATED_APART) &&
    (kind <= READING_KINDS.exact || character === cell.glyph.lower);
  const first = letters[0]!;
  if (!node.links.has(first) && !(canRepeat && first === letter)) return NONE;
  let ends: End[] = [{ node, letter, unlike: 0, stretched: 0 }];
  for (const one of letters) {
    const next: End[] = [];
    for (const end of ends) {
      for (const link of end.node.links.get(one) ?? []) {
        if (!canLink(link, one, kind)) continue;
        const unlike = end.unlike + (link.likeness === 'same' ? 0 : 1);
        next.push({ ...end, node: link.node, letter: link.letter, unlike });
      }
      if (canRepeat && one === end.letter) next.push({ ...end, stretched: end.stretched + 1 });
    }
    ends = next;
  }
  return ends;
}

function follow(
  path: Path,
  letters: readonly string[],
  kind: ReadingKind,
  cell: TextCell,
  at: number,
  to: number,
  arrive: Arrive,
): void {
  const ends = endsOf(path, letters, kind, cell);
  if (ends.length === 0) return;
  const { shape, turned, lower } = cell.glyph;
  const script = to === at + 1 ? cell.glyph.script : 'several';
  const isBehindGap = path.gap > 0;
  const isNewPiece = isBehindGap || path.letters === 0;
  for (const { node, letter, unlike, stretched } of ends) {
    const isPlain = kind === READING_KINDS.plain && unlike === 0 && stretched === 0;
    const next = copyOf(path);
    next.node = node;
    next.letter = letter;
    next.character = lower;
    next.cost += kind + unlike + stretched;
    next.letters += 1;
    if (kind === READING_KINDS.leet && shape === 'digit') next.digits += 1;
    if (kind === READING_KINDS.leet && shape === 'sign') next.signs += 1;
    if (kind === READING_KINDS.turned) next.turned += 1;
    if (turned?.isSure === true && turned.letters === letter) next.sure += 1;
    next.mask = '';
    next.stretched += stretched;
    next.gap = 0;
    next.hasSpace = false;
    if (isBehindGap && path.hasSpace && !path.isBetween) next.spaces += 1;
    next.isBetween = false;
    if (path.isBetween && isBehindGap) next.word += 1;
    if (isNewPiece) next.pieceStart = at;
    next.pieceLetters = (isNewPiece ? 0 : path.pieceLetters) + Math.max(0, letters.length - stretched);
    next.isSquashed = path.isSquashed || (path.isBetween && !isBehindGap);
    next.isPiecePlain = (isNewPiece || path.isPiecePlain) && isPlain;
    next.isPlain = path.isPlain && isPlain;
    if (shape === 'letter' || script === 'several') {
      next.script = path.script === undefined || path.script === script ? script : 'several';
    }
    arrive(next, to);
  }
}

/**
 * What only looks like a letter of a term may not be taken for what again only looks like that, unless nobody could
 * tell any of them from another.
 */
function canLink({ likeness }: Link, letter: string, kind: ReadingKind): boolean {
  if (likeness === 'same') return true;
  if (kind === READING_KINDS.plain) return /[a-z0-9]/.test(letter);
  return likeness === 'exact' && kind === READING_KINDS.exact;
}

/** Takes a sign for a letter; more of the same sign may stand for it. */
function mask(path: Path, character: string, to: number, arrive: Arrive): void {
  if (path.gap > 0 || path.pieces > 0 || path.isBetween) return;
  const isWeak = WEAK_MASK.test(character);
  if (!isWeak && !MASK.test(character)) return;
  if (path.mask === character && !isWeak) arrive(path, to);
  if (path.masked === MOST_MASKED || (isWeak && path.masked > 0)) return;
  for (const node of path.node.next) {
    arrive(
      {
        ...path,
        node,
        letter: '',
        cost: path.cost + 4,
        letters: path.letters + 1,
        masked: path.masked + 1,
        mask: character,
        isClearlyMasked: path.isClearlyMasked && !isWeak,
        pieceLetters: path.pieceLetters + 1,
        isPiecePlain: false,
        isPlain: false,
      },
      to,
    );
  }
}

/** A sign or a space that parts letters, or words of a term. */
function intoGap(path: Path, character: string, isSpace: boolean, at: number): Path | undefined {
  if (path.gap >= WIDEST_GAP || path.mask !== '') return undefined;
  const { pieceStart: from, pieceLetters: letters, isPiecePlain: isPlain, word } = path;
  const isFirst = path.gap === 0;
  return {
    ...path,
    gap: path.gap + 1,
    hasSpace: path.hasSpace || isSpace,
    isOfProse: path.isOfProse || (!path.isBetween && (isSpace || PROSE.test(character))),
    cost: path.cost + (isFirst && !path.isBetween ? 1 : 0),
    piece: isFirst ? { from, to: at, letters, word, isPlain, before: path.piece } : path.piece,
    pieces: path.pieces + (isFirst ? 1 : 0),
  };
}
