import type { Script } from './readings.js';
import type { TermNode } from './term-tree.js';

/** What stands together, without a gap. */
export interface Piece {
  /** Indices of its first cell and of the one behind it. */
  from: number;
  to: number;
  /** How many letters of the term it has. */
  letters: number;
  /** Which of the term's words it is of. */
  word: number;
  /** Whether each letter of it stands there itself. */
  isPlain: boolean;
  /** The piece before it. */
  before: Piece | undefined;
}

/** A way to read cells as the beginning of a term, and what was needed for it. */
export interface Path {
  node: TermNode;
  /** Index of its first cell. */
  start: number;
  /** The term's letter that was read last; empty behind a space or a mask. */
  letter: string;
  /** What stands there for it. */
  character: string;
  /** How far the reading is from what stands there. */
  cost: number;
  /** Cells, or groups of them, that were read as letters. */
  letters: number;
  /** Of these, digits and signs that are no letters. */
  digits: number;
  signs: number;
  /** What is a letter when turned, and of that what is nothing else. */
  turned: number;
  sure: number;
  /**
   * Letters hidden by a sign, the sign that hid the last one, and whether all are signs that hide letters for certain.
   */
  masked: number;
  mask: string;
  isClearlyMasked: boolean;
  /** Letters that stand more often than in the term. */
  stretched: number;
  /** Signs and spaces since the last letter, and whether there is a space among them. */
  gap: number;
  hasSpace: boolean;
  /** Whether some gap within a word of the term is such as part words in prose. */
  isOfProse: boolean;
  /** Gaps within words of the term that have a space. */
  spaces: number;
  /** Whether the next letter begins a word of the term. */
  isBetween: boolean;
  word: number;
  pieceStart: number;
  pieceLetters: number;
  /** The last piece that is closed, and how many are. */
  piece: Piece | undefined;
  pieces: number;
  /** Whether words of the term are written together. */
  isSquashed: boolean;
  isPiecePlain: boolean;
  /** Whether each letter stands there itself. */
  isPlain: boolean;
  /** The script of all letters that were read; undefined before the first one. */
  script: Script | 'several' | undefined;
}

export function beginning(node: TermNode, start: number): Path {
  return {
    node,
    start,
    letter: '',
    character: '',
    cost: 0,
    letters: 0,
    digits: 0,
    signs: 0,
    turned: 0,
    sure: 0,
    masked: 0,
    mask: '',
    isClearlyMasked: true,
    stretched: 0,
    gap: 0,
    hasSpace: false,
    isOfProse: false,
    spaces: 0,
    isBetween: false,
    word: 0,
    pieceStart: start,
    pieceLetters: 0,
    piece: undefined,
    pieces: 0,
    isSquashed: false,
    isPiecePlain: true,
    isPlain: true,
    script: undefined,
  };
}

/** Written out, as a spread takes several times as long, and paths are what takes the time. */
export function copyOf(path: Path): Path {
  return {
    node: path.node,
    start: path.start,
    letter: path.letter,
    character: path.character,
    cost: path.cost,
    letters: path.letters,
    digits: path.digits,
    signs: path.signs,
    turned: path.turned,
    sure: path.sure,
    masked: path.masked,
    mask: path.mask,
    isClearlyMasked: path.isClearlyMasked,
    stretched: path.stretched,
    gap: path.gap,
    hasSpace: path.hasSpace,
    isOfProse: path.isOfProse,
    spaces: path.spaces,
    isBetween: path.isBetween,
    word: path.word,
    pieceStart: path.pieceStart,
    pieceLetters: path.pieceLetters,
    piece: path.piece,
    pieces: path.pieces,
    isSquashed: path.isSquashed,
    isPiecePlain: path.isPiecePlain,
    isPlain: path.isPlain,
    script: path.script,
  };
}
