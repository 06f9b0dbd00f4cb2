import { expect, it } from 'vitest';
import { priceList } from '../../../src/settings/values/prices.js';

it('reads prices in thousandths, without a detour over floating point', () => {
  const read = (text: string | undefined) => {
    const { engine, models } = priceList.parse(text);
    return [engine, Object.fromEntries(models)];
  };
  expect(read(undefined)).toEqual([0, {}]);
  expect(read('0.04')).toEqual([40, {}]);
  expect(read('1.005')).toEqual([1005, {}]);
  expect(read('0.04, sd=turbo = 0.1,dreams=1000')).toEqual([40, { 'sd=turbo': 100, dreams: 1_000_000 }]);
});

it.each(['', 'free', '-1', '0.0004', '1000.001', '1e3', '0.04, 0.05', 'a=1, a=2', '=1', 'a=', '0,04'])(
  'refuses %o',
  (text) => {
    expect(priceList.safeParse(text).success).toBe(false);
  },
);
