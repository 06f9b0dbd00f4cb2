import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('a lone word', () => {
  it.each(['lofi', 'taj', 'mahi'])('in plain letters is not of a language that few speak: %s', (prompt) => {
    expect(reader.read(prompt)).toMatchObject({ language: 'en', things: [] });
  });

  it('is of one where its letters or the asker say so', () => {
    expect(reader.read('lofi', { locale: 'is' })).toMatchObject({ language: 'is', things: [{ count: 1 }] });
    expect(reader.read('žirafa').things[0]?.names).toEqual(['giraffe']);
  });

  it.each([
    ['Hund', 'dog'],
    ['kissa', 'cat'],
    ['kucing', 'cat'],
    ['gato', 'cat'],
    ['kedi', 'cat'],
  ])('is of a language that has words here, or that many speak: %s', (prompt, name) => {
    expect(reader.read(prompt).things[0]?.names[0]).toBe(name);
  });
});
