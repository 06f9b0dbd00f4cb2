export const UTF16 = 255;
const SPACE = 32;
/** Letters of what is looked up; no string has more. */
const LONGEST_TEXT = 200;

/** Of letters that every alphabet has, which most are. */
function asciiKey(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length + 1);
  for (let k = 0; k < text.length; k++) {
    const point = text.charCodeAt(k);
    if (point > 127) return undefined;
    bytes[k + 1] = point;
  }
  return bytes;
}

/** How a table writes its strings: the number of an alphabet and a byte for each letter, or 255 and UTF-16. */
export interface TableKeys {
  /** Undefined for what no table has. */
  encode(text: string): Uint8Array | undefined;
  /** The letters from one byte of a key up to another, of which neither is within a letter. */
  decode(key: Uint8Array, from: number, to: number): string;
}

/**
 * @param alphabets letters of each, from byte 128 on
 * @param hasUtf16 whether any string is of none of them
 */
export function tableKeys(alphabets: readonly string[], hasUtf16: boolean): TableKeys {
  const letters = alphabets.map((alphabet) => [...alphabet]);
  return {
    encode: encoder(alphabets, hasUtf16),
    decode(key, from, to) {
      const number = key[0]!;
      if (number === UTF16) return Buffer.from(key.subarray(from, to)).swap16().toString('utf16le');
      let text = '';
      for (let k = from; k < to; k++)
        text += key[k]! < 128 ? String.fromCharCode(key[k]!) : letters[number - 1]![key[k]! - 128];
      return text;
    },
  };
}

function encoder(alphabets: readonly string[], hasUtf16: boolean): (text: string) => Uint8Array | undefined {
  /** By its letters, the byte of each alphabet that has it; the order is that of the alphabets. */
  const byLetter = new Map<string, Map<number, number>>();
  alphabets.forEach((alphabet, n) => {
    [...alphabet].forEach((letter, k) => {
      const bytes = byLetter.get(letter) ?? new Map<number, number>();
      byLetter.set(letter, bytes.set(n + 1, 128 + k));
    });
  });
  /** The first alphabet that has all letters; 0 where all are of ASCII. */
  const alphabetOf = (letters: readonly string[]): number | undefined => {
    const others = letters.filter((letter) => letter.charCodeAt(0) > 127);
    if (others.length === 0) return 0;
    const [first, ...rest] = others.map((letter) => byLetter.get(letter));
    if (first === undefined) return undefined;
    for (const alphabet of first.keys()) if (rest.every((bytes) => bytes?.has(alphabet))) return alphabet;
    return undefined;
  };
  return (text) => {
    if (text.length > LONGEST_TEXT) return undefined;
    const plain = asciiKey(text);
    if (plain !== undefined) return plain;
    const letters = [...text];
    const alphabet = alphabetOf(letters);
    if (alphabet === undefined)
      return hasUtf16 ? Buffer.concat([Buffer.from([UTF16]), Buffer.from(text, 'utf16le').swap16()]) : undefined;
    const bytes = new Uint8Array(letters.length + 1);
    bytes[0] = alphabet;
    letters.forEach((letter, k) => {
      const point = letter.charCodeAt(0);
      bytes[k + 1] = point < 128 ? point : byLetter.get(letter)!.get(alphabet)!;
    });
    return bytes;
  };
}

/** Whether the first bytes of a key are another. */
export function beginsWith(key: Uint8Array, length: number, wanted: Uint8Array): boolean {
  if (length < wanted.length) return false;
  for (let k = 0; k < wanted.length; k++) if (key[k] !== wanted[k]) return false;
  return true;
}

/** How many letters a key of so many bytes has. */
export const lettersOf = (key: Uint8Array, length: number) => (key[0] === UTF16 ? (length - 1) / 2 : length - 1);

/** How many words. */
export function wordsOf(key: Uint8Array, length: number): number {
  let words = 1;
  if (key[0] === UTF16) {
    for (let k = 1; k < length; k += 2) if (key[k] === 0 && key[k + 1] === SPACE) words += 1;
  } else for (let k = 1; k < length; k++) if (key[k] === SPACE) words += 1;
  return words;
}
