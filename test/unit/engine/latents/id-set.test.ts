import { describe, expect, it } from 'vitest';
import { IdSet } from '../../../../src/engine/latents/id-set.js';

function filled(): IdSet {
  const set = new IdSet();
  set.add(2);
  set.addRange(5, 9);
  set.add(9);
  set.addRange(12, 12);
  set.addRange(20, 22);
  return set;
}

describe('a set of ids', () => {
  it('gives its ids in ascending order, and -1 beyond them', () => {
    const set = filled();
    expect(set.count).toBe(8);
    expect(Array.from({ length: 9 }, (_, k) => set.at(k))).toEqual([2, 5, 6, 7, 8, 9, 20, 21, -1]);
  });

  it('finds each id where it gives it, and none that it lacks', () => {
    const set = filled();
    for (let k = 0; k < set.count; k++) expect(set.indexOf(set.at(k))).toBe(k);
    expect([0, 3, 4, 10, 12, 19, 22].map((id) => set.indexOf(id))).toEqual(Array(7).fill(-1));
  });

  it('joins what adjoins, so that grammars of single ids make few ranges', () => {
    const set = filled();
    expect(set.ranges).toBe(3);
    expect(set.starts.slice(0, 3)).toEqual([2, 5, 20]);
    expect(set.ends.slice(0, 3)).toEqual([3, 10, 22]);
  });

  it('is empty once cleared, and may be filled again', () => {
    const set = filled();
    set.clear();
    expect([set.count, set.at(0), set.indexOf(2)]).toEqual([0, -1, -1]);
    set.add(7);
    expect([set.count, set.at(0)]).toEqual([1, 7]);
  });
});
