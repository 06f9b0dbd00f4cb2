import { describe, expect, it } from 'vitest';
import { openWordTable } from '../../../../src/engine/words/word-table.js';

interface TableWriter {
  varint(number: number): number[];
  writeTable(entries: ReadonlyMap<string, readonly number[]>, meta: object): Uint8Array;
}
const { varint, writeTable }: TableWriter = await import(
  new URL('../../../../training/words/table.js', import.meta.url).href
);

const WORDS = [
  ...Array.from({ length: 200 }, (_, k) => `word${k}`),
  'кот',
  'кот в шляпе',
  'котёнок',
  'ﬁ',
  '猫',
  '猫の手',
  '子猫 二',
  `${'long'.repeat(30)}`,
  'a',
  'ab c',
  'кот word1',
];
const entries = new Map(WORDS.map((word, k) => [word, varint(k * 100)]));
const table = openWordTable(new Uint8Array(writeTable(entries, { of: 'test' })), 1);
const textsOf = (found: readonly { text: string }[]) => found.map(({ text }) => text);

describe('a table of words, as training writes it', () => {
  it('has each string with its number', () => {
    expect(table.count).toBe(WORDS.length);
    expect(table.meta).toMatchObject({ of: 'test' });
    for (const [k, word] of WORDS.entries()) expect(table.find(word)?.next()).toBe(k * 100);
  });

  it('is refused where it breaks off, instead of being searched for ever', () => {
    const whole = new Uint8Array(writeTable(entries, { of: 'test' }));
    for (const part of [0.3, 0.66, 0.9]) {
      const cut = whole.slice(0, Math.floor(whole.length * part));
      expect(() => {
        const opened = openWordTable(cut, 1);
        for (const word of WORDS) opened.find(word);
      }).toThrow();
    }
  });

  it('has no other', () => {
    for (const word of ['', 'wor', 'word', 'word1990', 'zebra', 'ко', '犬', '猫の', 'x'.repeat(5000)])
      expect(table.find(word)).toBeUndefined();
  });

  it('says what strings begin with', () => {
    for (const start of ['word19', 'к', 'кот в', '猫', '猫の', 'long', 'a'])
      expect(table.hasBeginning(start)).toBe(true);
    for (const start of ['word200', 'кош', '犬', '手', 'b', 'кот  ']) expect(table.hasBeginning(start)).toBe(false);
  });

  it('finds what begins with a text, of wanted letters and words, and looks no further than it is told', () => {
    const measured = (start: string) => {
      const found: number[][] = [];
      table.startingWith(start, 10, (...measures) => found.push(measures) > 0);
      return found.sort();
    };
    expect(textsOf(table.startingWith('кот', 10)).sort()).toEqual(
      ['кот', 'кот word1', 'кот в шляпе', 'котёнок'].sort(),
    );
    expect(measured('кот')).toEqual(
      [
        [3, 1],
        [9, 2],
        [11, 3],
        [7, 1],
      ].sort(),
    );
    expect(textsOf(table.startingWith('кот', 10, (letters, words) => letters > 3 && words === 1))).toEqual(['котёнок']);
    expect(textsOf(table.startingWith('子', 10))).toEqual(['子猫 二']);
    expect(measured('子')).toEqual([[4, 2]]);
    expect(textsOf(table.startingWith('word19', 100))).toHaveLength(11);
    expect(table.startingWith('word', 5)).toHaveLength(5);
    expect(table.startingWith('word', 5, () => false)).toHaveLength(0);
    const [, , , third] = table.startingWith('word1', 500);
    for (let time = 0; time < 2; time++) expect(third?.payload().next()).toBe(entriesNumber('word1', 3));
  });

  it('has phrases whose words are of several scripts', () => {
    for (const phrase of ['ab c', 'кот в шляпе', '子猫 二']) expect(table.find(phrase)).toBeDefined();
    for (const phrase of ['ab кот', 'кот ab', 'ab', 'word1 word2', 'word1 кот'])
      expect(table.find(phrase)).toBeUndefined();
    expect(table.find('ab c')?.next()).toBe(WORDS.indexOf('ab c') * 100);
    expect(table.find('кот word1')?.next()).toBe(WORDS.indexOf('кот word1') * 100);
  });
});

/** The number of the nth string, in the order of bytes, that begins with a text. */
function entriesNumber(start: string, n: number): number {
  const word = WORDS.filter((one) => one.startsWith(start)).sort()[n]!;
  return WORDS.indexOf(word) * 100;
}
