import { describe, expect, it } from 'vitest';
import { generationNotices, promptNotices, requireKnown } from '../../../../src/core/prompts/prompt-notices.js';
import type { PromptReader, PromptReading } from '../../../../src/engine/words/prompt-reading.js';
import { smallContext } from '../../engine/support/small-bundle.js';
import { generationLike } from '../support/examples.js';

const { tokenizer } = smallContext();

/** A reader of two words, that says how it was asked. */
function readerOf(change: Partial<PromptReading> = {}): PromptReader & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    read(prompt, options) {
      asked.push([prompt, options]);
      const words = prompt.split(' ');
      return {
        things: words
          .filter((word) => word === 'cat')
          .map((said) => ({ names: ['cat'], said, colours: [], moods: [], count: 1 })),
        relations: [],
        style: undefined,
        without: { things: [], colours: [], moods: [] },
        language: 'en',
        worded: prompt,
        notes: words
          .filter((word) => word !== 'cat')
          .map((said) => ({ type: 'unknown' as const, said, nearest: ['cat', `${said}-fish`] })),
        ...change,
      };
    },
  };
}

describe('promptNotices', () => {
  it('says nothing about a prompt that is read whole', () => {
    expect(promptNotices(['cat'], {}, { tokenizer, reader: readerOf() })).toEqual([]);
  });

  it('tells of each thing once, however many alternatives have it', () => {
    const notices = promptNotices(['zorp cat', 'zorp cat cat'], {}, { tokenizer, reader: readerOf() });
    expect(notices).toEqual([{ type: 'unknown', said: 'zorp', nearest: ['cat', 'zorp-fish'] }]);
  });

  it('says what the text encoder has no room for, in the words that it sees', () => {
    const reader = readerOf({ worded: 'cat cat cat cat cat cat cat cat pizza' });
    expect(promptNotices(['cat'], {}, { tokenizer, reader })).toEqual([{ type: 'cut', said: 'pizza' }]);
  });

  it('reads a generation as it was read when it was accepted, each of its prompts', () => {
    const reader = readerOf();
    const settings = { ...generationLike({}).settings, locale: 'de', style: 'flat', without: 'wings' };
    const options = { locale: 'de', style: 'flat', without: 'wings' };
    generationNotices(generationLike({ settings, prompt: 'cat' }), { tokenizer, reader });
    expect(reader.asked).toEqual([['cat', options]]);
    const tasks = ['red cat', 'blue cat', 'red cat'].map((prompt) => ({
      mode: 'sample' as const,
      given: {},
      origins: {},
      prompt,
    }));
    generationNotices(generationLike({ settings, prompt: '{red|blue} cat', tasks }), { tokenizer, reader });
    expect(reader.asked.slice(1)).toEqual([
      ['red cat', options],
      ['blue cat', options],
    ]);
  });
});

describe('requireKnown', () => {
  const reader = readerOf();

  it('takes whatever names one thing that is known', () => {
    expect(() => requireKnown(['zorp cat'], {}, {}, { reader })).not.toThrow();
  });

  it('names what is not known and the three nearest things', () => {
    expect(() => requireKnown(['cat', 'zorp florp blarg'], {}, {}, { reader })).toThrow(
      expect.objectContaining({
        code: 'nothing_known',
        data: { words: ['zorp', 'florp', 'blarg'], nearest: ['cat', 'zorp-fish', 'florp-fish'] },
      }),
    );
  });

  it('says what is asked for and excluded at once, and what would have to be written', () => {
    const excluded = readerOf({ things: [], notes: [{ type: 'contradicted', said: 'turtle' }] });
    expect(() => requireKnown(['a turtle'], {}, {}, { reader: excluded })).toThrow(
      expect.objectContaining({ data: { words: [], nearest: [], excluded: ['turtle'] } }),
    );
    const written = readerOf({ things: [], notes: [{ type: 'left-out', said: 'letter K', why: 'text' }] });
    expect(() => requireKnown(['letter K'], {}, {}, { reader: written })).toThrow(
      expect.objectContaining({ data: { words: [], nearest: [], unwritten: ['letter K'] } }),
    );
  });

  it('asks no more of the prompt when a description or known boxes are given', () => {
    const box = { x0: 0, y0: 0, x1: 1, y1: 1 };
    expect(() => requireKnown(['zorp'], {}, { description: 'a thing' }, { reader })).not.toThrow();
    expect(() => requireKnown(['zorp'], {}, { boxes: [{ label: 'cat', ...box }] }, { reader })).not.toThrow();
    expect(() => requireKnown(['zorp'], {}, { boxes: [{ label: 'zorp', ...box }] }, { reader })).toThrow();
  });
});
