import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what is to be written', () => {
  it.each([
    ['happy birthday Dave cake with candles', 'birthday cake', 'saying DAVE'],
    ['happy birthday Emma', 'birthday cake', 'saying EMMA'],
    ['birthday cake for Anna with candles', 'birthday cake', 'saying ANNA'],
    ['a sign that says hello', 'sticky note', 'saying HELLO'],
    ['a mug saying BEST DAD', 'mug', 'saying BEST DAD'],
    ['a cat holding a sign that says "feed me"', 'cat', 'saying FEED ME'],
    ['t-shirt with the text no way', 't-shirt', 'saying NO WAY'],
  ])('is on a ribbon across it: %s', (prompt, name, finish) => {
    const reading = reader.read(prompt);
    expect(reading.things.map(({ names }) => names[0])).toEqual([name]);
    expect(reading.finish).toBe(finish);
    expect(reading.notes.filter(({ type }) => type === 'left-out' || type === 'unknown')).toEqual([]);
  });

  it('is left out where no letter can be drawn of it', () => {
    const { finish, notes } = reader.read('a mug saying привет');
    expect(finish).toBeUndefined();
    expect(notes).toContainEqual({ type: 'left-out', said: 'привет', why: 'text' });
  });
});

describe('what has a part by itself', () => {
  it('is no slice where candles are asked for', () => {
    const [cake] = reader.read('cake with candles').things;
    expect(cake!.pictures!.some((slug) => slug.includes('shortcake'))).toBe(false);
    expect(cake!.pictures!.length).toBeGreaterThan(3);
  });

  it('is drawn without its own scarf where it has another', () => {
    const [snowman] = reader.read('snowman with a green scarf').things;
    expect(snowman!.pictures).toContain('noto:snowman');
    expect(snowman!.pictures).not.toContain('twemoji:snowman');
  });
});
