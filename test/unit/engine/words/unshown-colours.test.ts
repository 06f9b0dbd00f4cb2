import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const lostOf = (prompt: string, style?: string) =>
  reader
    .read(prompt, style === undefined ? {} : { style })
    .notes.flatMap((note) => (note.type === 'left-out' && note.why === 'colour' ? [note.said] : []));

describe('colours that a finish cannot show', () => {
  it('are told where the prompt says them, in its own words', () => {
    expect(lostOf('line art of a red fox and a black cat')).toEqual(['red', 'black']);
    expect(lostOf('ausmalbild mit einem roten auto')).toEqual(['roten']);
    expect(lostOf('a girl with pink hair', 'line-art')).toEqual(['pink hair']);
  });

  it('are none where the finish shows them, or none was said', () => {
    expect(lostOf('watercolor red fox')).toEqual([]);
    expect(lostOf('red fox')).toEqual([]);
    expect(lostOf('line art fox')).toEqual([]);
  });
});
