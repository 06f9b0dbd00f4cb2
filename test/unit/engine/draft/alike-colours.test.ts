import { expect, it } from 'vitest';
import { areAlike } from '../../../../src/engine/draft/alike-colours.js';

it.each([
  [['white'], ['white', 'red'], true],
  [['orange', 'white'], ['yellow'], true],
  [['yellow'], ['cream'], true],
  [['black', 'yellow'], ['yellow'], false],
  [['red'], ['green'], false],
  [[], ['green'], false],
])('%j before %j melts into it: %s', (front, back, isAlike) => {
  expect(areAlike(front, back)).toBe(isAlike);
});
