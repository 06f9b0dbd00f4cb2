import { expect, it } from 'vitest';
import { priceOf } from '../../../../src/core/quota/prices.js';

it('a picture costs what its model does, else what the engine does, and Kaleido’s own nothing', () => {
  const prices = { unit: 'USD', engine: 40, models: new Map([['dreams', 100]]) };
  expect([priceOf(prices, 'dreams'), priceOf(prices, 'sketches'), priceOf(prices, undefined)]).toEqual([100, 40, 0]);
  const own = { ...prices, models: new Map([['kaleido', 1]]) };
  expect(priceOf(own, undefined)).toBe(1);
  expect(priceOf(undefined, 'dreams')).toBe(0);
});
