import type { TextCell } from './cells.js';
import { isOrdinary } from './ordinary.js';
import type { Script } from './readings.js';

/** What parts a place from what stands before or behind it: a sign, a space or the text's end, a number, or nothing. */
export type Border = 'firm' | 'number' | 'none';

/** What stands around a part of a text. Indices are of cells, and borders lie before them. */
export interface Surroundings {
  canBegin(at: number): boolean;
  borderBefore(at: number): Border;
  borderBehind(at: number): Border;
  /** Whether a sign at an end, which is read as a letter, joins a letter beyond. */
  isCutOff(from: number, to: number): boolean;
  /** Whether there is a sign or space, or nothing, on that side. */
  isApart(from: number, to: number): boolean;
  /** The letters and digits of a part; undefined where it has signs too. */
  textOf(from: number, to: number): string | undefined;
  /** Letters that join a place, up to the next border behind it. */
  restBehind(at: number): string;
  /** Whether an Arabic article or conjunction joins a place. */
  isBehindArticle(at: number): boolean;
  /** Whether an apostrophe stands before a place. */
  isContracted(at: number): boolean;
  /** Single letters that stand apart in a row before a place, and behind it. */
  singlesBefore(at: number): string;
  singlesBehind(at: number): string;
  /** Whether at least half of all other letters, and one at least, are of a script. */
  isMostly(script: Script, from: number, to: number): boolean;
  isBackwards: boolean;
}

const ARTICLES = /^(?:ال|وال|بال|لل|فال|كال|و|ب|ل)$/;
/** What begins and ends entities and shortcodes. */
const JUMPING = /[&;:]/;
const FARTHEST = 24;
const LONGEST_NUMBER = 8;

/** Which way a text is walked. */
type Step = 1 | -1;

/** The cells next to each place that are seen, and how many letters of each script there are. */
interface Neighbours {
  /** The last seen cell before a place; −1 where there is none. */
  before: Int32Array;
  /** The first seen cell behind a place; −1 where there is none. */
  behind: Int32Array;
  /** 1 where a space stands between that cell and the place. */
  blankBefore: Uint8Array;
  letters: number;
  lettersOf: ReadonlyMap<Script, number>;
}

export function surroundingsOf(cells: readonly TextCell[], isBackwards: boolean): Surroundings {
  return new TextSurroundings(cells, isBackwards);
}

function neighboursOf(cells: readonly TextCell[]): Neighbours {
  const before = new Int32Array(cells.length + 1).fill(-1);
  const behind = new Int32Array(cells.length + 1).fill(-1);
  const blankBefore = new Uint8Array(cells.length + 1);
  const lettersOf = new Map<Script, number>();
  let letters = 0;
  for (let k = 0, last = -1, isBlank = 0; k <= cells.length; k++) {
    before[k] = last;
    blankBefore[k] = isBlank;
    if (k === cells.length) break;
    const { shape, script } = cells[k]!.glyph;
    if (isSeen(cells[k]!)) {
      last = k;
      isBlank = 0;
    } else if (shape === 'blank') isBlank = 1;
    if (shape === 'letter') {
      letters += 1;
      lettersOf.set(script, (lettersOf.get(script) ?? 0) + 1);
    }
  }
  for (let k = cells.length, last = -1; k >= 0; k--) {
    if (k < cells.length && isSeen(cells[k]!)) last = k;
    behind[k] = last;
  }
  return { before, behind, blankBefore, letters, lettersOf };
}

class TextSurroundings implements Surroundings {
  readonly isBackwards: boolean;
  readonly #cells: readonly TextCell[];
  readonly #near: Neighbours;

  constructor(cells: readonly TextCell[], isBackwards: boolean) {
    this.#cells = cells;
    this.#near = neighboursOf(cells);
    this.isBackwards = isBackwards;
  }

  canBegin(at: number): boolean {
    const cell = this.#cells[at]!;
    const { glyph, jumps } = cell;
    // A row of one sign begins once.
    if (glyph.shape === 'sign' && this.#cells[at - 1]?.character === cell.character) return false;
    if (!isSeen(cell) || (glyph.readings.length === 0 && jumps.length === 0 && glyph.turned === undefined))
      return false;
    const isParted = glyph.script === 'unspaced' || this.borderBefore(at) !== 'none';
    return isParted || (glyph.script === 'arabic' && this.isBehindArticle(at));
  }

  borderBefore(at: number): Border {
    return this.#border(this.#inside(at, -1), this.#outside(at, -1), -1);
  }

  borderBehind(at: number): Border {
    return this.#border(this.#inside(at, 1), this.#outside(at, 1), 1);
  }

  isCutOff(from: number, to: number): boolean {
    const isBare = (inside: number, outside: number) => this.#isSign(inside) && this.#isWordy(outside);
    return isBare(this.#inside(from, -1), this.#outside(from, -1)) || isBare(this.#inside(to, 1), this.#outside(to, 1));
  }

  isApart(from: number, to: number): boolean {
    const areFirm = this.borderBefore(from) === 'firm' && this.borderBehind(to) === 'firm';
    return areFirm && !this.#isWordy(this.#outside(from, -1)) && !this.#isWordy(this.#outside(to, 1));
  }

  textOf(from: number, to: number): string | undefined {
    let text = '';
    for (let k = from; k < to; k++) {
      const { isWordy, plain, readings } = this.#cells[k]!.glyph;
      if (!isSeen(this.#cells[k]!) && readings.length === 0) continue;
      if (!isWordy || plain === '') return undefined;
      text = this.isBackwards ? plain + text : text + plain;
    }
    return text;
  }

  restBehind(at: number): string {
    return this.#rest(at, 1);
  }

  isBehindArticle(at: number): boolean {
    return ARTICLES.test(this.#rest(at, -1));
  }

  isContracted(at: number): boolean {
    return /^['’ʼ]$/u.test(this.#cells[at - 1]?.character ?? '');
  }

  singlesBefore(at: number): string {
    return this.#singles(at, -1);
  }

  singlesBehind(at: number): string {
    return this.#singles(at, 1);
  }

  isMostly(script: Script, from: number, to: number): boolean {
    const { letters, lettersOf } = this.#near;
    const inside = this.#cells.slice(from, to).filter(({ glyph }) => glyph.shape === 'letter');
    const others = letters - inside.length;
    const same = (lettersOf.get(script) ?? 0) - inside.filter(({ glyph }) => glyph.script === script).length;
    return others > 0 && same * 2 >= others;
  }

  /** Of the two seen cells on either side of a place, the one that a walk comes from, and the one that it comes to. */
  #inside(at: number, step: Step): number {
    return step === 1 ? this.#near.before[at]! : this.#near.behind[at]!;
  }

  #outside(at: number, step: Step): number {
    return step === 1 ? this.#near.behind[at]! : this.#near.before[at]!;
  }

  /** The next seen cell after one, in a direction. */
  #next(index: number, step: Step): number {
    return step === 1 ? this.#near.behind[index + 1]! : this.#near.before[index]!;
  }

  #isWordy(index: number): boolean {
    return index >= 0 && this.#cells[index]!.glyph.isWordy;
  }

  #isSign(index: number): boolean {
    return index >= 0 && !this.#isWordy(index) && !JUMPING.test(this.#cells[index]!.character);
  }

  #isJoined(left: number, right: number): boolean {
    if (!this.#isWordy(left) || !this.#isWordy(right) || this.#near.blankBefore[right] === 1) return false;
    const [a, b] = [this.#cells[left]!.glyph.script, this.#cells[right]!.glyph.script];
    // Scripts that leave no spaces, or add endings to foreign words, are parted from others by themselves.
    return a === b || !(isApartBySelf(a) || isApartBySelf(b));
  }

  /** What comes after the number that begins at a cell, in a direction; undefined where it is too long. */
  #beyondNumber(from: number, step: Step): number | undefined {
    let k = from;
    for (let n = 0; n < LONGEST_NUMBER; n++) {
      if (k < 0 || this.#cells[k]!.glyph.shape !== 'digit') return k;
      k = this.#next(k, step);
    }
    return undefined;
  }

  #border(inside: number, outside: number, step: Step): Border {
    const [left, right] = step === 1 ? [inside, outside] : [outside, inside];
    if (!this.#isJoined(left, right)) return 'firm';
    if (this.#cells[outside]!.glyph.shape !== 'digit') return 'none';
    const beyond = this.#beyondNumber(outside, step);
    return beyond === undefined || this.#isWordy(beyond) ? 'none' : 'number';
  }

  #rest(at: number, step: Step): string {
    let text = '';
    let inside = this.#inside(at, step);
    for (let k = this.#outside(at, step); text.length < FARTHEST; k = this.#next(k, step)) {
      const [left, right] = step === 1 ? [inside, k] : [k, inside];
      if (!this.#isJoined(left, right)) break;
      const { plain } = this.#cells[k]!.glyph;
      text = step === 1 ? text + plain : plain + text;
      inside = k;
    }
    return text;
  }

  /** Steps over what parts letters, and takes each that stands alone. */
  #singles(at: number, step: Step): string {
    let text = '';
    let k = this.#outside(at, step);
    while (text.length < FARTHEST) {
      for (let width = 0; k >= 0 && !this.#isWordy(k) && width < FARTHEST; width++) k = this.#next(k, step);
      if (!this.#isWordy(k)) break;
      const after = this.#next(k, step);
      if (this.#isWordy(after)) break;
      const { plain } = this.#cells[k]!.glyph;
      text = step === 1 ? text + plain : plain + text;
      k = after;
    }
    return text;
  }
}

function isSeen({ glyph: { shape } }: TextCell): boolean {
  return shape !== 'mark' && shape !== 'hidden' && shape !== 'blank';
}

function isApartBySelf(script: Script): boolean {
  return script === 'unspaced' || script === 'hangul';
}

/** Whether letters that were left over are words by themselves, or nothing. */
export function areWords(text: string): boolean {
  return text === '' || isOrdinary(text);
}
