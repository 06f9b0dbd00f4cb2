import type { Cell } from './cells.js';
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

export function surroundingsOf(cells: readonly Cell[], isBackwards: boolean): Surroundings {
  const isSeen = (index: number) => {
    const { shape } = cells[index]!.glyph;
    return shape !== 'mark' && shape !== 'hidden' && shape !== 'blank';
  };
  /** The next cell that is seen, in a direction; whether it stands apart; −1 where there is none. */
  const before = new Int32Array(cells.length + 1).fill(-1);
  const behind = new Int32Array(cells.length + 1).fill(-1);
  const blankBefore = new Uint8Array(cells.length + 1);
  const counts = new Map<Script, number>();
  let letters = 0;
  for (let k = 0, last = -1, isBlank = 0; k <= cells.length; k++) {
    before[k] = last;
    blankBefore[k] = isBlank;
    if (k === cells.length) break;
    const { shape, script } = cells[k]!.glyph;
    if (isSeen(k)) {
      last = k;
      isBlank = 0;
    } else if (shape === 'blank') isBlank = 1;
    if (shape === 'letter') {
      letters += 1;
      counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  for (let k = cells.length, last = -1; k >= 0; k--) {
    if (k < cells.length && isSeen(k)) last = k;
    behind[k] = last;
  }

  function isJoined(left: number, right: number): boolean {
    if (left < 0 || right < 0 || blankBefore[right] === 1) return false;
    const [a, b] = [cells[left]!.glyph, cells[right]!.glyph];
    if (!a.isWordy || !b.isWordy) return false;
    // Scripts that leave no spaces, or add endings to foreign words, are parted from others by themselves.
    return a.script === b.script || !(isApartBySelf(a.script) || isApartBySelf(b.script));
  }
  /** What comes after the number that begins at a cell, in a direction; undefined where it is too long. */
  function beyondNumber(from: number, step: 1 | -1): number | undefined {
    let k = from;
    for (let n = 0; n < LONGEST_NUMBER; n++) {
      if (k < 0 || cells[k]!.glyph.shape !== 'digit') return k;
      k = step === 1 ? behind[k + 1]! : before[k]!;
    }
    return undefined;
  }
  function border(inside: number, outside: number, step: 1 | -1): Border {
    const [left, right] = step === 1 ? [inside, outside] : [outside, inside];
    if (!isJoined(left, right)) return 'firm';
    if (cells[outside]!.glyph.shape !== 'digit') return 'none';
    const beyond = beyondNumber(outside, step);
    if (beyond === undefined) return 'none';
    return beyond < 0 || !cells[beyond]!.glyph.isWordy ? 'number' : 'none';
  }
  const borderBefore = (at: number) => border(behind[at]!, before[at]!, -1);
  const borderBehind = (at: number) => border(before[at]!, behind[at]!, 1);

  function rest(at: number, step: 1 | -1): string {
    let text = '';
    let inside = step === 1 ? before[at]! : behind[at]!;
    for (let k = step === 1 ? behind[at]! : before[at]!; text.length < FARTHEST; ) {
      const [left, right] = step === 1 ? [inside, k] : [k, inside];
      if (!isJoined(left, right)) break;
      const { plain } = cells[k]!.glyph;
      text = step === 1 ? text + plain : plain + text;
      inside = k;
      k = step === 1 ? behind[k + 1]! : before[k]!;
    }
    return text;
  }
  /** Steps over what parts letters, and takes each that stands alone. */
  function singles(at: number, step: 1 | -1): string {
    let text = '';
    let k = step === 1 ? behind[at]! : before[at]!;
    const next = (index: number) => (step === 1 ? behind[index + 1]! : before[index]!);
    while (text.length < FARTHEST) {
      let width = 0;
      while (k >= 0 && !cells[k]!.glyph.isWordy && width < FARTHEST) {
        k = next(k);
        width += 1;
      }
      if (k < 0 || !cells[k]!.glyph.isWordy) break;
      const after = next(k);
      if (after >= 0 && cells[after]!.glyph.isWordy) break;
      text = step === 1 ? text + cells[k]!.glyph.plain : cells[k]!.glyph.plain + text;
      k = after;
    }
    return text;
  }
  const isBehindArticle = (at: number) => ARTICLES.test(rest(at, -1));
  return {
    isBackwards,
    canBegin: (at) => {
      const { glyph, jumps } = cells[at]!;
      // A row of one sign begins once.
      if (glyph.shape === 'sign' && cells[at - 1]?.character === cells[at]!.character) return false;
      if (!isSeen(at) || (glyph.readings.length === 0 && jumps.length === 0 && glyph.turned === undefined))
        return false;
      return (
        glyph.script === 'unspaced' || borderBefore(at) !== 'none' || (glyph.script === 'arabic' && isBehindArticle(at))
      );
    },
    borderBefore,
    borderBehind,
    isCutOff: (from, to) => {
      const isBare = (inside: number, outside: number) =>
        isSign(inside) && outside >= 0 && cells[outside]!.glyph.isWordy;
      return isBare(behind[from]!, before[from]!) || isBare(before[to]!, behind[to]!);
    },
    isApart: (from, to) =>
      borderBefore(from) === 'firm' &&
      borderBehind(to) === 'firm' &&
      !isLetter(before[from]!) &&
      !isLetter(behind[to]!),
    textOf(from, to) {
      let text = '';
      for (let k = from; k < to; k++) {
        const { isWordy, plain, readings } = cells[k]!.glyph;
        if (!isSeen(k) && readings.length === 0) continue;
        if (!isWordy || plain === '') return undefined;
        text = isBackwards ? plain + text : text + plain;
      }
      return text;
    },
    restBehind: (at) => rest(at, 1),
    isBehindArticle,
    isContracted: (at) => /^['’ʼ]$/u.test(cells[at - 1]?.character ?? ''),
    singlesBefore: (at) => singles(at, -1),
    singlesBehind: (at) => singles(at, 1),
    isMostly(script, from, to) {
      const inside = cells.slice(from, to).filter(({ glyph }) => glyph.shape === 'letter');
      const others = letters - inside.length;
      const same = (counts.get(script) ?? 0) - inside.filter(({ glyph }) => glyph.script === script).length;
      return others > 0 && same * 2 >= others;
    },
  };

  function isSign(index: number): boolean {
    return index >= 0 && !cells[index]!.glyph.isWordy && !JUMPING.test(cells[index]!.character);
  }
  function isLetter(index: number): boolean {
    return index >= 0 && cells[index]!.glyph.isWordy;
  }
}

function isApartBySelf(script: Script): boolean {
  return script === 'unspaced' || script === 'hangul';
}

/** Whether letters that were left over are words by themselves, or nothing. */
export function areWords(text: string): boolean {
  return text === '' || isOrdinary(text);
}
