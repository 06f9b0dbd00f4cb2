import { isName, isOrdinary } from './ordinary.js';
import type { Path, Piece } from './path.js';
import { areWords, type Surroundings } from './surroundings.js';
import type { Sought } from './term-tree.js';

/** A number with what is counted or how it is ordered: digits of it are digits. */
const NUMBER =
  /^\d+(?:st|nd|rd|th|[sxkmdplghbwvcfe]|px|[cmkn]m|k?g|ml|fps|am|pm|[kmgt]b|bit|yo|ft|in|pt|[kmg]?hz|mp|oz|lbs?|mph|kmh|bce?|ad|ce|er|e?me|[.-]?ball|way|fold)$/;
const SHORTEST_JOINED = 4;
const SHORTEST_BESIDE_NUMBER = 3;
const SHORTEST_MASKED = 3;
const SHORTEST_WEAKLY_MASKED = 4;
const PARTICLES =
  /^(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로|만|들|들이|들을|들은|들의|처럼|보다|하고|랑|이랑|야|아)$/;

/**
 * Whether a reading of a part of a text is what is meant, and no other word, number or accident. `to` is the index of
 * the cell behind it.
 */
export function isConvincing(path: Path, sought: Sought, to: number, around: Surroundings): boolean {
  if (!hasBorders(path, sought, to, around) || !isOfLetters(path, sought, around)) return false;
  const { pieceStart: from, pieceLetters: letters, isPiecePlain: isPlain, word } = path;
  const pieces: Piece[] = [];
  const last: Piece = { from, to, letters, word, isPlain, before: path.piece };
  for (let piece: Piece | undefined = last; piece !== undefined; piece = piece.before) pieces.unshift(piece);
  if (pieces.length > word + 1 && pieces.every((piece) => isSingle(piece, around))) {
    return isApartFromOthers(path.start, to, sought, around) && !isOfItsOwnScript(path, sought, to, around);
  }
  for (let k = 0; k <= word; k++) {
    const own = pieces.filter((piece) => piece.word === k);
    if (!(own.length === 1 ? isOneWord(path, own[0]!, around) : isJoinedWord(path, own, sought, around))) return false;
  }
  return !isOfItsOwnScript(path, sought, to, around);
}

function hasBorders(path: Path, { script, letters }: Sought, to: number, around: Surroundings): boolean {
  if (script === 'unspaced') return !path.isOfProse || around.isApart(path.start, to);
  if (around.isCutOff(path.start, to)) return false;
  const isPlainEnough = path.digits === 0 && letters.length >= SHORTEST_BESIDE_NUMBER;
  const before = around.borderBefore(path.start);
  const behind = around.borderBehind(to);
  const begins =
    before === 'firm' ||
    (before === 'number' && isPlainEnough) ||
    (script === 'arabic' && around.isBehindArticle(path.start));
  const ends =
    behind === 'firm' ||
    (behind === 'number' && isPlainEnough) ||
    (script === 'hangul' && PARTICLES.test(around.restBehind(to)));
  return begins && ends;
}

/** Whether there are letters enough that are letters. */
function isOfLetters(path: Path, { letters }: Sought, { isBackwards }: Surroundings): boolean {
  const { digits, signs, masked, turned, sure, isPlain } = path;
  if (!isPlain && path.letters - digits - signs - masked < 1 && signs < 2) return false;
  if (path.spaces > 0 && digits * 2 > path.letters) return false;
  if (masked > 0) {
    // Behind a word such a sign is a footnote, or a dash.
    if (path.mask !== '') return false;
    const shortest = path.isClearlyMasked ? SHORTEST_MASKED : SHORTEST_WEAKLY_MASKED;
    if (masked * 2 > letters.length || letters.length < shortest) return false;
  }
  return isBackwards || turned > 0 ? sure > 0 : true;
}

function isOneWord({ isSquashed, digits }: Path, { from, to, isPlain }: Piece, around: Surroundings): boolean {
  if (isPlain && !isSquashed && !around.isBackwards) return true;
  const text = around.textOf(from, to);
  if (text === undefined) return true;
  return !around.isContracted(from) && !isOrdinary(text) && !isName(text) && !(digits > 0 && NUMBER.test(text));
}

function isSingle({ from, to, letters }: Piece, around: Surroundings): boolean {
  // One that is repeated is single too, but for the end of “I'll”.
  return letters <= 1 && (!around.isContracted(from) || to - from === 1);
}

/** Whether single letters in a row are no part of a longer row that says something else. */
function isApartFromOthers(from: number, to: number, { letters }: Sought, around: Surroundings): boolean {
  const [before, behind] = [around.singlesBefore(from), around.singlesBehind(to)];
  if (before === '' && behind === '') return true;
  return areWords(before) && areWords(behind) && !isOrdinary(before + letters + behind);
}

/**
 * Whether a word in several pieces is one: where only signs part it, not all may be words; where spaces do, at most
 * half of it.
 */
function isJoinedWord(
  { spaces, isOfProse }: Path,
  pieces: readonly Piece[],
  { script, letters }: Sought,
  around: Surroundings,
): boolean {
  if (script === 'unspaced' || !isOfProse) return true;
  if (spaces > 0 && (letters.length < SHORTEST_JOINED || script !== 'latin')) return false;
  const all = pieces.reduce((sum, piece) => sum + piece.letters, 0);
  const ordinary = pieces.reduce((sum, { from, to, letters }) => {
    const text = around.textOf(from, to);
    return text !== undefined && (around.isContracted(from) || isOrdinary(text)) ? sum + letters : sum;
  }, 0);
  return spaces > 0 ? ordinary * 2 <= all : ordinary < all;
}

/**
 * Whether all its letters are of another script than the term's, and so is the text around it: it is a word of that.
 */
function isOfItsOwnScript({ script, start }: Path, sought: Sought, to: number, around: Surroundings): boolean {
  if (script === undefined || script === 'several' || script === sought.script) return false;
  return around.isMostly(script, start, to);
}
