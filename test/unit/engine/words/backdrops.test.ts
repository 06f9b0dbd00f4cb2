import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what is behind all of a picture', () => {
  it.each([
    ['cute ghost pfp pink background', 'ghost', 'pink background'],
    ['cute ghost pfp pink backround', 'ghost', 'pink backround'],
    ['black cat pfp green backgroud', 'cat', 'green backgroud'],
    ['skull with orange background', 'skull', 'orange background'],
    ['a panda, blue background', 'panda', 'blue background'],
    ['a cat on a dark blue background', 'cat', 'dark blue background'],
    ['Katze auf blauem Hintergrund', 'cat', 'blauem Hintergrund'],
    ['gato con fondo rojo', 'cat', 'fondo rojo'],
    ['chat sur fond rose', 'cat', 'fond rose'],
    ['gatto con sfondo blu', 'cat', 'sfondo blu'],
  ])('has a colour that no thing is painted in, and is told: %s', (prompt, name, said) => {
    const { things, relations, notes } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(relations).toEqual([]);
    expect(things[0]!.colours).toEqual(prompt.startsWith('black') ? ['black'] : []);
    expect(notes).toContainEqual({ type: 'left-out', said, why: 'part' });
  });
});

describe('words of the reader that are misspelled', () => {
  it.each([
    ['frog wearin a crown', ['wearing']],
    ['cat in shark costum', ['in front of']],
    ['frog in a bee costmue', ['in front of']],
  ])('are read as those: %s', (prompt, relations) => {
    expect(reader.read(prompt).relations).toEqual(relations);
  });
});
