import { describe, expect, it } from 'vitest';
import { isUnnatural } from '../../../../src/engine/draft/natural-colours.js';

describe('a colour of an animal', () => {
  it('is unnatural where no such animal has it', () => {
    expect(isUnnatural('corgi', 'black')).toBe(true);
    expect(isUnnatural('elephant', 'blue')).toBe(true);
    expect(isUnnatural('corgi', 'orange')).toBe(false);
    expect(isUnnatural('panda', 'white')).toBe(false);
  });

  it('is natural of what nobody knows by its colours, or of which none is told', () => {
    expect(isUnnatural('dog', 'black')).toBe(false);
    expect(isUnnatural('toString', 'black')).toBe(false);
    expect(isUnnatural('corgi', undefined)).toBe(false);
  });
});
