import { describe, expect, it } from 'vitest';
import { createLabelledAs, matchBoxes } from '../../../../../src/engine/draft/layout/place.js';
import { SMALL_MEMORY } from '../../support/small-bundle.js';

const labelledAs = createLabelledAs(SMALL_MEMORY);
const match = (labels: string[], things: string[], order = [...things.keys()]) =>
  matchBoxes(
    labels.map((label) => ({ label })),
    things.map((thing) => ({ thing })),
    order,
    labelledAs,
  );

describe('boxes', () => {
  it('go to the things that they name, by name, synonym or shown name', () => {
    expect(match(['pizza', 'cat'], ['cat', 'pizza'])).toEqual([1, 0]);
    expect(match(['Pizza slice', 'kitten'], ['cat', 'pizza'])).toEqual([1, 0]);
  });

  it('of one label go from back to front, as measured ones are listed', () => {
    expect(match(['cat', 'cat'], ['cat', 'cat'])).toEqual([0, 1]);
    expect(match(['cat', 'cat'], ['cat', 'cat'], [1, 0])).toEqual([1, 0]);
  });

  it('of unknown labels go to things left over, as these are spoken of', () => {
    expect(match(['thing', 'pizza'], ['pizza', 'cat'])).toEqual([1, 0]);
    expect(match(['', ''], ['cat', 'pizza'], [1, 0])).toEqual([0, 1]);
  });

  it('are of nothing where there are more of them than things', () => {
    expect(match(['cat', 'cat', 'sun'], ['cat'])).toEqual([0, undefined, undefined]);
    expect(match(['sun', 'cat'], ['cat'])).toEqual([undefined, 0]);
  });
});
