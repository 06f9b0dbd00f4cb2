import { ownValue } from '../../../engine/basics/index.js';
import { DRAWN } from './leet.js';
import { type Glyph, glyphOf, READING_KINDS, type ReadingKind } from './readings.js';

/** Several characters that are read as one, or passed over. */
export interface Jump {
  /** Index of the cell behind them. */
  to: number;
  /** None where they are passed over. */
  letters: readonly string[];
  kind: ReadingKind;
}

/** A character of a text. */
export interface TextCell {
  character: string;
  glyph: Glyph;
  jumps: readonly Jump[];
}

const NONE: readonly Jump[] = [];
const SHORTCODE =
  /:(?:regional_indicator_|letter_|alphabet-(?:white|yellow)-|alphabet_|emoji_|block_)?([a-z])2?:|:(ab|cl|ok|sos|ng|vs|id|cool|free|new|information_source|tm|copyright|registered):/iy;
const ENTITY = /&(?:amp;){0,3}(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,24}));?/iy;
/** Tags, comments, mentions and emoji of chats. */
const TAG = /<[!/@#:a-z][^<>\n]{0,80}>/iy;
const LINK = /\]\([^()\s]{1,200}\)|\]\[[^[\]\s]{0,40}\]/y;
const STYLED_ENTITY =
  /^([a-z])(?:acute|grave|uml|circ|tilde|ring|cedil|slash|caron|scr|fr|opf|breve|macr|ogon|dot|strok)$/i;
const WORDY_SHORTCODES: Readonly<Record<string, string>> = { information_source: 'i', copyright: 'c', registered: 'r' };

const drawnBy = new Map<string, (readonly [string, string])[]>();
for (const drawn of DRAWN) drawnBy.set(drawn[0][0]!, [...(drawnBy.get(drawn[0][0]!) ?? []), drawn]);

/** The characters of a text with every way to read them. Takes time linear in its length. */
export function cellsOf(text: string): TextCell[] {
  // What nobody sees parts nothing, not even the strokes of a drawn letter.
  const characters = [...text.normalize('NFC')].filter((one) => glyphOf(one.codePointAt(0)!).shape !== 'hidden');
  const joined = characters.join('');
  const indexAt = new Map<number, number>();
  let offset = 0;
  const offsets = characters.map((one, index) => {
    indexAt.set(offset, index);
    const at = offset;
    offset += one.length;
    return at;
  });
  indexAt.set(offset, characters.length);
  return characters.map((character, index) => {
    const at = offsets[index]!;
    const jumps = jumpsAt(joined, at).flatMap(({ length, letters, kind }) => {
      const to = indexAt.get(at + length);
      return to === undefined ? [] : [{ to, letters, kind }];
    });
    return { character, glyph: glyphOf(character.codePointAt(0)!), jumps: jumps.length === 0 ? NONE : jumps };
  });
}

interface Found {
  length: number;
  letters: readonly string[];
  kind: ReadingKind;
}

function jumpsAt(text: string, at: number): Found[] {
  const found: Found[] = [];
  const first = text[at]!.toLowerCase();
  for (const [drawing, letter] of drawnBy.get(first) ?? []) {
    if (text.slice(at, at + drawing.length).toLowerCase() === drawing) {
      found.push({
        length: drawing.length,
        letters: [letter],
        kind: /^[a-z]/.test(drawing) ? READING_KINDS.weak : READING_KINDS.leet,
      });
    }
  }
  const passOver = (pattern: RegExp) => {
    const match = matchAt(pattern, text, at);
    if (match) found.push({ length: match[0].length, letters: [], kind: READING_KINDS.styled });
  };
  if (first === '<') passOver(TAG);
  if (first === ']') passOver(LINK);
  if (first === ':') {
    const match = matchAt(SHORTCODE, text, at);
    if (match) {
      const name = (match[1] ?? match[2] ?? '').toLowerCase();
      found.push({
        length: match[0].length,
        letters: [...(ownValue(WORDY_SHORTCODES, name) ?? name)],
        kind: READING_KINDS.styled,
      });
    }
  }
  if (first === '&') {
    const match = matchAt(ENTITY, text, at);
    if (match) found.push(...entityReadings(match));
  }
  return found;
}

function entityReadings([whole, decimal, hexadecimal, name]: RegExpExecArray): Found[] {
  const length = whole.length;
  if (name !== undefined) {
    const letter = STYLED_ENTITY.exec(name)?.[1];
    return [{ length, letters: letter === undefined ? [] : [letter.toLowerCase()], kind: READING_KINDS.styled }];
  }
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  if (code > 0x10ffff) return [];
  const { readings } = glyphOf(code);
  if (readings.length === 0) return [{ length, letters: [], kind: READING_KINDS.styled }];
  return readings.map(({ letters, kind }) => ({ length, letters, kind }));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
