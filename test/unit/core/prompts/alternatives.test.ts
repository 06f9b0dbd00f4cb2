import { describe, expect, it } from 'vitest';
import { alternativesOf, promptsOf } from '../../../../src/core/prompts/alternatives.js';
import { cellLike, generationLike } from '../support/examples.js';

describe('alternativesOf', () => {
  it.each([
    ['a fox', ['a fox']],
    ['{red|blue|green} fox', ['red fox', 'blue fox', 'green fox']],
    ['a { red | } fox', ['a red fox', 'a fox']],
    ['{red|blue} {fox|cat}', ['red fox', 'red cat', 'blue fox', 'blue cat']],
    ['{red|red} fox', ['red fox']],
    ['a {fox} and a } or {', ['a {fox} and a } or {']],
    ['Fuchs {rot|blau} 🦊', ['Fuchs rot 🦊', 'Fuchs blau 🦊']],
  ])('%s', (prompt, prompts) => {
    expect(alternativesOf(prompt)).toEqual(prompts);
  });

  it('spreads nine over all combinations of more', () => {
    const prompts = alternativesOf('{a|b|c|d} {e|f|g|h} {i|j|k}');
    expect(prompts).toHaveLength(9);
    for (const letter of 'abcdefghijk')
      expect(
        prompts.some((one) => one.includes(letter)),
        letter,
      ).toBe(true);
    const many = alternativesOf(Array.from({ length: 8 }, () => `{${'x|'.repeat(200)}y}`).join(''));
    expect(many.length).toBeLessThanOrEqual(9);
  });

  it.each(['{a|{b|c}} fox', '{{a|b}|c} fox', '{red|{blue}} fox'])('refuses %s', (prompt) => {
    expect(() => alternativesOf(prompt)).toThrow(
      expect.objectContaining({ code: 'bad_value', data: expect.objectContaining({ why: 'nested_alternatives' }) }),
    );
  });

  it('refuses more places than can be counted through', () => {
    expect(() => alternativesOf('{a|b} '.repeat(9))).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ why: 'too_many_alternatives', most: 8 }) }),
    );
  });

  it('takes no more time for a long prompt of braces than it is long', () => {
    const start = performance.now();
    for (const text of ['{'.repeat(4000), '{a|'.repeat(1300), '}|'.repeat(2000)]) {
      try {
        alternativesOf(text);
      } catch {}
    }
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('promptsOf', () => {
  it('gives the cells’ own prompts, or that of the generation', () => {
    expect(promptsOf(generationLike({ prompt: 'a cat' }))).toEqual(['a cat']);
    const cells = ['red cat', 'blue cat', 'red cat'].map((prompt, k) => ({ ...cellLike(k, {}), prompt }));
    expect(promptsOf(generationLike({ prompt: '{red|blue} cat', cells }))).toEqual(['red cat', 'blue cat']);
  });
});
