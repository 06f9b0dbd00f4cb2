import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prior } from '../../../../src/engine/prior/prior.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';
import { openPrior } from '../support/prior.js';

const pool = createSessionPool();
let prior: Prior;
beforeAll(async () => {
  ({ prior } = await openPrior('test/fixtures/bundle-tiny', pool));
});
afterAll(() => pool.dispose());

describe('what the text encoder sees', () => {
  it('is the prompt as whoever asks means it', async () => {
    const star = await prior.encode('a star');
    const stern = await prior.encode('stern', { locale: 'de' });
    expect(stern.ids).toEqual(star.ids);
    expect((await prior.encode('hund', { locale: 'de' })).ids).not.toEqual(star.ids);
  });

  it('lacks what is excluded, and has the style that is chosen', async () => {
    const cat = await prior.encode('a cat');
    expect((await prior.encode('a cat and a dog', { without: 'dog' })).ids).toEqual(cat.ids);
    const flat = await prior.encode('a cat, flat style');
    expect((await prior.encode('a cat', { style: 'flat' })).ids).toEqual(flat.ids);
  });

  it('is encoded once for the same prompt and options', async () => {
    const one = await prior.encode('a dog', { style: 'flat' });
    expect(await prior.encode('a dog', { style: 'flat' })).toBe(one);
    expect(await prior.encode('a dog', { style: '3d' })).not.toBe(one);
  });
});
