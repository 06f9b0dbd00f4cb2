import { describe, expect, it } from 'vitest';
import { findBlockedLatent } from '../../../../src/core/policy/blocked-latents.js';

const BOX = { x0: 0, y0: 0, x1: 1, y1: 1 };

describe('findBlockedLatent', () => {
  it('finds a term in the description and in the label of a box', () => {
    expect(findBlockedLatent({ description: 'two Spiders' }, ['spider'])).toEqual({
      kind: 'description',
      term: 'spider',
    });
    const boxes = [
      { label: 'cat', ...BOX },
      { label: 'spider', ...BOX },
    ];
    expect(findBlockedLatent({ description: 'a cat', boxes }, ['spider'])).toEqual({ kind: 'boxes', term: 'spider' });
  });

  it('does not read one label on into the next', () => {
    const boxes = [
      { label: 'car', ...BOX },
      { label: 'crash helmet', ...BOX },
    ];
    expect(findBlockedLatent({ boxes }, ['car crash'])).toBeNull();
  });

  it('finds nothing in latents without words', () => {
    expect(
      findBlockedLatent({ tokens: [1], palette: [{ colour: '#ffffff', share: 1 }] }, ['white', 'built-in']),
    ).toBeNull();
  });
});
