import { describe, expect, it } from 'vitest';
import { paletteAgreement } from '../../../../src/engine/plan/seen-colours.js';

const CODES = ['#2f6fdeff', '#3070e0ff', '#111111ff', '#ffffff00', '#2f6fde40'];
const blue = [{ colour: '#2f6fde', share: 1 }];

describe('agreement of visual tokens with the palette', () => {
  it('is whole where they have its colours, and about nothing where they have others', () => {
    expect(paletteAgreement({ palette: blue, tokens: [0, 1, 3, 4] }, CODES)).toBeCloseTo(1, 2);
    expect(paletteAgreement({ palette: blue, tokens: [2, 2, 3, 3] }, CODES)).toBeLessThan(0.01);
  });

  it('weighs a cell by how much of it is covered', () => {
    const half = paletteAgreement({ palette: blue, tokens: [0, 2] }, CODES)!;
    expect(paletteAgreement({ palette: blue, tokens: [4, 2] }, CODES)).toBeLessThan(half);
    expect(paletteAgreement({ palette: blue, tokens: [0, 0, 2] }, CODES)).toBeGreaterThan(half);
  });

  it('is not told of plans without a palette, without tokens or with nothing to see', () => {
    expect(paletteAgreement({ tokens: [0] }, CODES)).toBeUndefined();
    expect(paletteAgreement({ palette: blue }, CODES)).toBeUndefined();
    expect(paletteAgreement({ palette: blue, tokens: [3, 3] }, CODES)).toBeUndefined();
  });
});
