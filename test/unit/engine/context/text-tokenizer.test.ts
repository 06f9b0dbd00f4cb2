import { describe, expect, it } from 'vitest';
import { smallContext } from '../support/small-bundle.js';

const { tokenizer, manifest } = smallContext();
const { unk } = manifest.vocabulary.specials;

describe('text tokenizer', () => {
  it.each([
    ['cat', 'cat'],
    ['  A  CAT ', 'a cat'],
    ['pizza, cat!', 'pizza , cat'],
    ['ﬁg', 'fig'],
    ['“cat”'.replace(/[“”]/g, '"'), 'cat'],
  ])('reads %j as %j', (text, expected) => {
    const ids = tokenizer.encode(text);
    expect(ids).not.toContain(unk);
    expect(tokenizer.decode(ids)).toBe(expected);
  });

  it('merges the pieces of a known word into one id', () => {
    expect(tokenizer.encode('cat pizza')).toHaveLength(2);
    expect(tokenizer.encode('dog')).toHaveLength(4);
  });

  it('gives nothing for a blank text', () => {
    expect(tokenizer.encode('  ')).toEqual([]);
    expect(tokenizer.decode([])).toBe('');
  });

  it('never lets a prompt spell a special token', () => {
    const ids = tokenizer.encode('<end> <bos> cat');
    expect(ids.every((id) => id >= manifest.vocabulary.ranges.text[0])).toBe(true);
    expect(tokenizer.decode(ids)).toBe('end bos cat');
  });

  it('marks neighbouring unknown characters with one <unk> and names their words', () => {
    expect(tokenizer.encode('日本 cat').filter((id) => id === unk)).toHaveLength(1);
    expect(tokenizer.unreadableWords('a 日本 cat ü')).toEqual(['日本', 'ü']);
    expect(tokenizer.unreadableWords('a cat')).toEqual([]);
  });

  it('cuts a long prompt at the limit and says what it cut', () => {
    const { ids, cut } = tokenizer.encodePrompt('cat cat cat cat cat cat cat cat pizza cat');
    expect(ids).toHaveLength(manifest.limits.prompt);
    expect(cut).toBe('pizza cat');
    expect(tokenizer.encodePrompt('a cat').cut).toBe('');
  });

  it('leaves special tokens out of decoded text', () => {
    expect(tokenizer.decode([2, ...tokenizer.encode('cat'), 3])).toBe('cat');
  });
});
