import { describe, expect, it } from 'vitest';
import { createCompletions } from '../../../../src/core/things/completions.js';
import { smallContext } from '../../engine/support/small-bundle.js';

const complete = createCompletions(smallContext());

describe('completions of a prompt', () => {
  it('end in things, by their shown names and synonyms, and in moods', () => {
    expect(complete('a k', 9)).toEqual(['a kitten']);
    expect(complete('two P', 9)).toEqual(['two pizza slice']);
    expect(complete('gr', 9)).toEqual(['grinning']);
    expect(complete('a cr', 9)).toEqual(['a crying']);
  });

  it('go on with a name of several words', () => {
    expect(complete('a pizza sl', 9)).toEqual(['a pizza slice']);
    expect(complete('a pizza ', 9)).toEqual(['a pizza slice']);
  });

  it('give nothing for what is whole, unknown or not begun, and no more than was asked for', () => {
    for (const typed of ['', ' ', 'zorp', 'a kitten', 'a cat ']) expect(complete(typed, 9), typed).toEqual([]);
    expect(complete('c', 1)).toHaveLength(1);
  });
});
