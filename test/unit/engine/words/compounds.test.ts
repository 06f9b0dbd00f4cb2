import { describe, expect, it } from 'vitest';
import type { ReadingNote } from '../../../../src/engine/words/prompt-reading.js';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const names = (prompt: string) => reader.read(prompt).things.map((thing) => thing.names[0]);

describe('nouns of several words that are something else than their words', () => {
  it.each([
    ['a cat burglar', ['cat']],
    ['golden gate bridge', []],
    ['taj mahal', []],
    ['prairie dog', ['dog']],
    ['mickey mouse', ['mouse']],
    ['sea cow', ['cow']],
  ])('are unknown, not what one of the words names: %s', (prompt, nearest) => {
    const { things, notes } = reader.read(prompt);
    expect(things).toEqual([]);
    const note = notes.find((one): one is ReadingNote & { type: 'unknown' } => one.type === 'unknown');
    expect(note?.said).toBe(prompt.replace(/^a /, ''));
    expect(note?.nearest).toEqual(expect.arrayContaining(nearest));
  });

  it.each([
    ['Eiffel Tower', 'tokyo tower'],
    ['horse chestnut', 'tree'],
    ['sea lion', 'seal'],
    ['space needle', 'office building'],
  ])('are told as what they are read: %s', (prompt, name) => {
    expect(reader.read(prompt).notes).toContainEqual({ type: 'read-as', said: prompt, name });
  });

  it.each([
    ['a red fox', ['fox']],
    ['a big cat', ['cat']],
    ['teddy bear', ['teddy bear']],
    ['fish and chips', ['fish', 'french fries']],
    ['orange juice', ['cup with straw']],
  ])('are read word by word where each says what it says: %s', (prompt, asked) => {
    expect(names(prompt)).toEqual(asked);
  });
});

describe('a sign that is named', () => {
  it.each(['letter K', 'letters ABC', 'the number 5', 'Buchstabe B', 'lettre A', 'letra Z', 'цифра 7', 'harfi Ç'])(
    'would have to be written: %s',
    (prompt) => {
      const { things, notes } = reader.read(prompt);
      expect(things).toEqual([]);
      expect(notes).toMatchObject([{ type: 'left-out', why: 'text' }]);
    },
  );

  it('is no letter that is sent', () => {
    expect(names('a letter with a heart')).toEqual(['envelope', 'heart']);
    expect(names('the letter a and a cat')).toEqual(['cat']);
  });
});

describe('nouns side by side', () => {
  it.each([
    ['burger fries', ['hamburger', 'french fries']],
    ['pizza beer', ['pizza', 'beer']],
    ['taco sushi', ['taco', 'sushi']],
    ['hammer wrench', ['hammer', 'wrench']],
    ['sun moon stars', ['sun', 'moon', 'star']],
    ['cat dog', ['cat', 'dog']],
    ['pizza cerveza', ['pizza', 'beer']],
    ['Hammer Schere', ['hammer', 'scissors']],
  ])('are listed where neither is said of the other: %s', (prompt, asked) => {
    expect(names(prompt)).toEqual(asked);
  });

  it.each([
    ['cheese pizza', ['pizza']],
    ['coffee donut', ['doughnut']],
    ['guitar string', ['guitar']],
    ['tarta manzana', ['cake', 'apple']],
    ['christmas gift', ['gift']],
  ])('are one where one is: %s', (prompt, asked) => {
    expect(names(prompt)).toEqual(asked);
  });
});

describe('a fruit before what is baked with it', () => {
  it.each([
    ['mango pie', ['pie', 'mango']],
    ['kiwi cheesecake', ['cheesecake', 'kiwi']],
  ])('lies on it: %s', (prompt, asked) => {
    expect(names(prompt)).toEqual(asked);
  });
});

describe('nouns of which the last is what is drawn', () => {
  it.each([
    ['banana milkshake', 'milkshake'],
    ['mango smoothie', 'smoothie'],
    ['tomato pizza', 'pizza'],
    ['melon juice', 'cup with straw'],
    ['carrot soup', 'steaming bowl'],
    ['christmas present', 'gift'],
    ['halloween sweater', 'sweater'],
    ['oven mitt', 'gloves'],
    ['potato salad', 'green salad'],
  ])('are that: %s', (prompt, name) => {
    expect(reader.read(prompt).things.map(({ names }) => names[0])).toEqual([name]);
  });

  it.each([
    ['popcorn box', 'popcorn'],
    ['rice bowl', 'cooked rice'],
  ])('are what is in it: %s', (prompt, name) => {
    expect(reader.read(prompt).things.map(({ names }) => names[0])).toEqual([name]);
  });
});
