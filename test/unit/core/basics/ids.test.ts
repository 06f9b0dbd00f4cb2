import { describe, expect, it } from 'vitest';
import { newId, readId } from '../../../../src/core/basics/ids.js';

describe('newId', () => {
  it('is 12 characters of Crockford’s base 32, another one each time', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
  });

  it('uses every character', () => {
    const used = new Set(Array.from({ length: 1000 }, newId).join(''));
    expect(used.size).toBe(32);
  });
});

describe('readId', () => {
  it('reads what people mistype', () => {
    expect(readId(' 0O1IL5XYZABC ')).toBe('001115xyzabc');
  });

  it('leaves an id as it is', () => {
    const id = newId();
    expect(readId(id)).toBe(id);
  });
});
