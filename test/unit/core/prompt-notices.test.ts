import { describe, expect, it } from 'vitest';
import { promptNotices } from '../../../src/core/prompt-notices.js';
import { smallContext } from '../engine/support/small-bundle.js';

const context = smallContext();
const names = { de: { things: { katze: 'cat' }, colours: {} } };
const manifest = { ...context.manifest, names, words: ['a', 'cat', 'and', 'pizza', 'the'] };

describe('promptNotices', () => {
  it('says nothing about a prompt that the bundle knows', () => {
    expect(promptNotices('a cat, pizza', { ...context, manifest })).toEqual([]);
  });

  it('says what is cut off', () => {
    const [notice] = promptNotices('cat cat cat cat cat cat cat cat pizza', { ...context, manifest });
    expect(notice).toMatch(/leaves out: pizza$/);
  });

  it('says what cannot be read', () => {
    expect(promptNotices('a 猫', context).join()).toContain('cannot read: 猫');
    expect(promptNotices('a cat 🐈', { ...context, manifest })).toEqual(['This model cannot read: 🐈']);
    expect(promptNotices('a 猫', { ...context, manifest }).join()).not.toContain('cannot read');
  });

  it('says what was never learned, what is known instead and where that is listed', () => {
    const [notice] = promptNotices('a zebra', { ...context, manifest }, 'See the list.');
    expect(notice).toMatch(/not learned "zebra" and will guess\. .* 2 things, such as cat, pizza\. See the list\.$/);
  });

  it('says what is left out', () => {
    const notices = promptNotices('die Katze mit Zebra', { ...context, manifest });
    expect(notices).toEqual(['This model has not learned "zebra" and leaves that out.']);
    expect(promptNotices('a zebra cat', { ...context, manifest }).join()).toContain('will guess');
  });

  it('says that there are too many things', () => {
    const notices = promptNotices('cat, pizza, cat, pizza', { ...context, manifest });
    expect(notices.at(-1)).toBe('This model paints at most 3 things in a picture and may leave some out.');
  });
});
