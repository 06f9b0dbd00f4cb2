// Writes a sorted table of strings with numbers, which src/engine/words/word-table.ts searches in place (docs/words.md,
// "Tables").

/** Entries whose first one is written whole. */
const BLOCK = 32;
const UTF16 = 255;
const MOST_LETTERS = 128;

export function varint(number) {
  const bytes = [];
  for (let left = number; ; left >>>= 7) {
    if (left < 128) return [...bytes, left];
    bytes.push((left & 127) | 128);
  }
}

const SCRIPTS = [
  'Latin', 'Greek', 'Cyrillic', 'Armenian', 'Hebrew', 'Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu',
  'Kannada', 'Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Georgian', 'Cherokee', 'Khmer', 'Mongolian', 'Ol_Chiki', 'Meetei_Mayek',
  'Hiragana', 'Katakana', 'Chakma', 'Adlam', 'Hanifi_Rohingya', 'Nko', 'Tifinagh',
].map((name) => new RegExp(`^\\p{Script_Extensions=${name}}$`, 'u'));

/** Letters of each script that has few enough for a byte each. Marks that several scripts share are letters of each. */
function alphabetsOf(strings) {
  const letters = new Set(strings.flatMap((text) => [...text].filter((letter) => letter.codePointAt(0) >= 128)));
  return SCRIPTS.map((script) => [...letters].filter((letter) => script.test(letter)).sort())
    .filter((alphabet) => alphabet.length > 0 && alphabet.length <= MOST_LETTERS)
    .map((alphabet) => alphabet.join(''));
}

function encoder(alphabets) {
  const codes = alphabets.map((alphabet) => new Map([...alphabet].map((letter, k) => [letter, 128 + k])));
  return (text) => {
    for (const [number, code] of [new Map(), ...codes].entries()) {
      const bytes = [number];
      for (const letter of text) {
        const point = letter.codePointAt(0);
        const byte = point < 128 ? point : code.get(letter);
        if (byte === undefined) break;
        bytes.push(byte);
      }
      if (bytes.length === [...text].length + 1) return Buffer.from(bytes);
    }
    return Buffer.concat([Buffer.from([UTF16]), Buffer.from(text, 'utf16le').swap16()]);
  };
}

/**
 * @param entries string → the bytes that go with it
 * @param meta what is kept beside them, as JSON
 */
export function writeTable(entries, meta = {}) {
  const alphabets = alphabetsOf([...entries.keys()]);
  const encode = encoder(alphabets);
  const sorted = [...entries].map(([text, payload]) => [encode(text), payload]).sort(([a], [b]) => Buffer.compare(a, b));
  const offsets = [];
  const parts = [];
  let length = 0;
  let last = Buffer.alloc(0);
  sorted.forEach(([key, payload], k) => {
    let shared = 0;
    if (k % BLOCK === 0) offsets.push(length);
    else while (shared < Math.min(key.length, last.length) && key[shared] === last[shared]) shared++;
    const rest = key.subarray(shared);
    const small = (value) => Math.min(value, 15);
    const large = (value) => (value >= 15 ? varint(value - 15) : []);
    const part = Buffer.from([
      (small(shared) << 4) | small(rest.length), ...large(shared), ...large(rest.length), ...rest, ...payload,
    ]);
    parts.push(part);
    length += part.length;
    last = key;
  });
  const head = Buffer.from(JSON.stringify({ ...meta, count: sorted.length, block: BLOCK, alphabets }));
  const padded = Buffer.concat([head, Buffer.alloc((4 - (head.length % 4)) % 4, 0x20)]);
  const numbers = Buffer.from(Uint32Array.from([padded.length, offsets.length]).buffer);
  return Buffer.concat([numbers, padded, Buffer.from(Uint32Array.from(offsets).buffer), ...parts]);
}
