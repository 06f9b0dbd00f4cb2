import { expect, it } from 'vitest';
import { createRecent } from '../../../../src/engine/basics/recent.js';

it('makes a value once, and forgets what nobody has asked for the longest', () => {
  const made: string[] = [];
  const recent = createRecent<string, string>(2);
  const get = (key: string) =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

it('makes anew what it was told to forget', () => {
  const recent = createRecent<number, number>(3);
  let count = 0;
  const get = () => recent.get(1, () => ++count);
  get();
  recent.forget(1);
  expect(get()).toBe(2);
});

it('forgets what was put in the longest ago', () => {
  const recent = createRecent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.set('a', 3);
  recent.set('c', 4);
  expect([recent.get('a'), recent.has('b'), recent.get('c')]).toEqual([3, false, 4]);
});
