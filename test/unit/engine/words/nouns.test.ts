import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const [languages = [], ...rows] = readFileSync('test/unit/engine/words/nouns.tsv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));
const shown = (prompt: string) => reader.read(prompt).things.map(({ names }) => names[0]);

describe('an everyday noun that stands alone', () => {
  // Words that are others in English (“chat”, “lit”) are left out of the table: a locale or more words tell them apart.
  it.each(rows)('is what “%s” is, in fifteen languages', (english, ...others) => {
    const meant = shown(english);
    const missed = others.filter((word) => word !== '' && shown(word).join() !== meant.join());
    expect(meant).not.toEqual([]);
    expect(missed).toEqual([]);
    expect(others.length).toBe(languages.length - 1);
  });
});

describe('a word that English knows nothing of', () => {
  it.each([
    ['Fuchs', 'de', 'fox'],
    ['canard', 'fr', 'duck'],
    ['aquila', 'it', 'eagle'],
    ['kura', 'pl', 'chicken'],
  ])('is read in a language that has it: %s', (prompt, language, name) => {
    const reading = reader.read(prompt);
    expect(reading.language).toBe(language);
    expect(reading.things.map(({ names }) => names[0])).toEqual([name]);
  });

  it.each(['prairie dog', 'a cat burglar'])('stays unknown beside what English names: %s', (prompt) => {
    expect(reader.read(prompt).things).toEqual([]);
  });
});
