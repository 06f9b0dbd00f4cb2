import { resolveConfusablesTransformer } from 'obscenity';
import { ownValue } from '../../../engine/basics/index.js';
import { LEET, WEAK } from './leet.js';
import { CONFUSABLE, CONFUSABLE_PAIRS, STYLED } from './look-alikes.js';
import { TURNED, TURNED_ASCII } from './turned.js';

/** How a character comes to be read as letters; the greater, the farther from what stands there. */
export const READING_KINDS = { plain: 0, exact: 1, styled: 2, weak: 3, leet: 4, turned: 5 } as const;
export type ReadingKind = (typeof READING_KINDS)[keyof typeof READING_KINDS];

/** Letters that a character may be read as. */
export interface Reading {
  /** In lower case, without accents, one at least. */
  letters: readonly string[];
  kind: ReadingKind;
}

/**
 * `mark` is what goes with a letter, `hidden` what nobody sees, `blank` what shows as a space or may be one, though it
 * is none.
 */
export type GlyphShape = 'letter' | 'digit' | 'sign' | 'space' | 'mark' | 'hidden' | 'blank';

/** What is known of a character wherever it stands. */
export interface Glyph {
  shape: GlyphShape;
  /** Whether it makes a word longer: letters, digits, and signs that are letters with a frame. */
  isWordy: boolean;
  /** The script that words of it are told apart by. */
  script: Script;
  readings: readonly Reading[];
  /** What it is when turned by half a turn; undefined where it is no letter then. */
  turned: { letters: string; isSure: boolean } | undefined;
  lower: string;
  /** The letter or digit itself, as it stands in dictionaries. */
  plain: string;
}

const SCRIPTS = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  arabic: /\p{Script=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  devanagari: /\p{Script=Devanagari}/u,
  hangul: /\p{Script=Hangul}/u,
  unspaced:
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
} as const;
export type Script = keyof typeof SCRIPTS | 'other';

/**
 * Marks of any letter, and of Hebrew, where they are left out as one likes; a voiced kana is another letter than a
 * voiceless one.
 */
const MARK = /(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Me}]/u;
const BLANKS = /[\u200b\u2800\u3164\uffa0\u115f\u1160]/u;
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\u0640]/u;
const UMLAUTS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const UNSURE = 'ıſγΛЯИ∩';
const ARABIC: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' };

const exact = tableOf([...CONFUSABLE, ...CONFUSABLE_PAIRS.flatMap(pairsOf)]);
const styled = tableOf(STYLED);
const { transform } = resolveConfusablesTransformer();

const known = new Map<number, Glyph>();
/** More characters than prompts have; then all are forgotten. */
const MOST_KNOWN = 20_000;

/** What a character is and may be read as. */
export function glyphOf(codePoint: number): Glyph {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const glyph = describe(String.fromCodePoint(codePoint));
  known.set(codePoint, glyph);
  return glyph;
}

function describe(character: string): Glyph {
  const shape = shapeOf(character);
  const own = shape === 'letter' || shape === 'digit' ? foldedLetters(character) : '';
  const readings = shape === 'space' || shape === 'hidden' || shape === 'blank' ? [] : readingsOf(character, own);
  const isFramed = shape === 'sign' && /[^\x20-\x7e\u00a0-\u00ff]/u.test(character) && readings.length > 0;
  const turned = TURNED.get(character);
  const ascii = ownValue(TURNED_ASCII, character) ?? '';
  return {
    shape,
    isWordy: shape === 'letter' || shape === 'digit' || isFramed,
    script: scriptOf(character),
    readings,
    turned:
      turned !== undefined
        ? { letters: turned, isSure: !UNSURE.includes(character) }
        : ascii !== ''
          ? { letters: ascii, isSure: false }
          : undefined,
    lower: character.toLowerCase(),
    plain: shape === 'letter' || shape === 'digit' ? character.toLowerCase() : '',
  };
}

function shapeOf(character: string): GlyphShape {
  if (BLANKS.test(character)) return 'blank';
  if (/[\p{Z}\t-\r\u0085]/u.test(character)) return 'space';
  if (HIDDEN.test(character)) return 'hidden';
  if (/\p{M}/u.test(character)) return MARK.test(character) ? 'mark' : 'letter';
  if (/\p{L}/u.test(character)) return 'letter';
  return /\p{N}/u.test(character) ? 'digit' : 'sign';
}

function scriptOf(character: string): Script {
  for (const [script, pattern] of Object.entries(SCRIPTS)) if (pattern.test(character)) return script as Script;
  return 'other';
}

/** The letters and digits of a character in lower case, without marks that any letter may have. */
export function foldedLetters(character: string): string {
  const lower = character.toLowerCase().normalize('NFKD').toLowerCase();
  const bare = [...lower]
    .filter((one) => !(/\p{M}/u.test(one) && MARK.test(one)) && /[\p{L}\p{M}\p{N}]/u.test(one))
    .map((one) => ownValue(ARABIC, one) ?? one)
    .join('');
  return bare.normalize('NFC').replace(/ς/g, 'σ');
}

function readingsOf(character: string, own: string): Reading[] {
  const readings: Reading[] = [];
  const seen = new Set<string>();
  const add = (text: string | undefined, kind: ReadingKind) => {
    if (text === undefined || text === '' || seen.has(text)) return;
    seen.add(text);
    readings.push({ letters: [...text], kind });
  };
  const lower = character.toLowerCase();
  const isAscii = character < '\u0080';
  add(own, READING_KINDS.plain);
  if (!isAscii) {
    add(ownValue(UMLAUTS, lower), READING_KINDS.plain);
    // ⓢ, 🅂 and their like, which are no letters but fall apart into some.
    if (own === '') add(foldedLetters(character), READING_KINDS.styled);
    for (const one of new Set([character, lower, [...lower.normalize('NFD')][0] ?? '', own])) {
      for (const text of exact.get(one) ?? []) add(text, READING_KINDS.exact);
      for (const text of styled.get(one) ?? []) add(text, READING_KINDS.styled);
      if (one === '') continue;
      const other = transform(one.codePointAt(0)!);
      if (other !== undefined) add(foldedLetters(String.fromCodePoint(other)), READING_KINDS.styled);
    }
    add(TURNED.get(character), READING_KINDS.styled);
    // A stroke is either.
    if (seen.has('l')) add('i', READING_KINDS.styled);
    for (const { letters, kind } of [...readings]) {
      if (letters.length === 1)
        for (const text of ownValue(LEET, letters[0]!) ?? '')
          if (text !== letters[0]) add(text, Math.max(kind, READING_KINDS.leet) as ReadingKind);
    }
  }
  for (const letter of [...(ownValue(LEET, character) ?? '')]) add(letter, READING_KINDS.leet);
  for (const letter of [...(ownValue(WEAK, own) ?? '')]) add(letter, READING_KINDS.weak);
  return readings;
}

function pairsOf(row: string): [string, string][] {
  const letters = [...row];
  return letters.flatMap((letter, k) => (k % 2 === 0 ? [[letter, letters[k + 1]!] as [string, string]] : []));
}

function tableOf(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [letters, characters] of rows) {
    for (const one of characters) table.set(one, [...(table.get(one) ?? []), letters]);
  }
  return table;
}
