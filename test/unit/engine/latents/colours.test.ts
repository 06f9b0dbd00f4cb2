import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES } from '../../../../src/engine/latents/colour-names.js';
import { colourName, createColourIndex, parseColour } from '../../../../src/engine/latents/colours.js';

describe('colours', () => {
  it.each([
    ['red', '#dc2a2a'],
    [' Light  GRAY ', '#cccfd2'],
    ['#FC0', '#ffcc00'],
    ['ffcc00', '#ffcc00'],
    ['rebeccapurple', '#663399'],
    ['dark slate blue', '#483d8b'],
  ])('%j is read as %s', (text, expected) => {
    expect(parseColour(text)).toBe(expected);
  });

  it.each(['', 'sparkly', '#12', '#ff000080', 'transparent'])('%j is no colour', (text) => {
    expect(parseColour(text)).toBeUndefined();
  });

  it('have names that name themselves, and their neighbours', () => {
    for (const [name, hex] of Object.entries(COLOUR_NAMES)) expect(colourName(hex)).toBe(name);
    expect(colourName('#fe0000')).toBe('red');
    expect(colourName('#fdfdfd')).toBe('white');
  });

  it('are looked up by how near they look, the first on a tie', () => {
    const index = createColourIndex(['#000000', '#808080', '#ffffff', '#808080']);
    expect(['#111111', '#7a7a7a', '#f0f0f0'].map((hex) => index.nearest(hex))).toEqual([0, 1, 2]);
  });
});
