import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what is behind all of a picture', () => {
  it.each([
    ['cute ghost pfp pink background', 'ghost', 'on pink'],
    ['cute ghost pfp pink backround', 'ghost', 'on pink'],
    ['black cat pfp green backgroud', 'cat', 'on green'],
    ['skull with orange background', 'skull', 'on orange'],
    ['a panda, blue background', 'panda', 'on blue'],
    ['a cat on a dark blue background', 'cat', 'on blue'],
    ['Katze auf blauem Hintergrund', 'cat', 'on blue'],
    ['gato con fondo rojo', 'cat', 'on red'],
    ['chat sur fond rose', 'cat', 'on pink'],
    ['gatto con sfondo blu', 'cat', 'on blue'],
    ['pixel art cat on a yellow background', 'cat', 'pixel on yellow'],
  ])('has a colour that no thing is painted in, and pictures are laid on: %s', (prompt, name, finish) => {
    const { things, relations, notes, ...reading } = reader.read(prompt);
    expect(things.map(({ names }) => names[0])).toEqual([name]);
    expect(relations).toEqual([]);
    expect(things[0]!.colours).toEqual(prompt.startsWith('black') ? ['black'] : []);
    expect(notes.filter(({ type }) => type === 'left-out')).toEqual([]);
    expect(reading.finish).toBe(finish);
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
