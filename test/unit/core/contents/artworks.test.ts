import { describe, expect, it } from 'vitest';
import { artworksOf } from '../../../../src/core/contents/artworks.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';

const attribution = [
  { set: 'noto', name: 'Noto Emoji', author: 'Google', licence: 'Apache-2.0', source: 'npm:noto' },
  { set: 'noto-v1', name: 'Noto Emoji (v1)', author: 'Google', licence: 'Apache-2.0', source: 'npm:noto-v1' },
];

const draftOf = (...pictures: string[]): Draft => ({
  style: 'flat',
  kind: 'count',
  things: pictures.map((picture) => ({ thing: 'fox', picture, flip: false })),
  recall: 80,
});

describe('artworksOf', () => {
  it('names each work once, with the collection that its slug begins with', () => {
    expect(artworksOf(draftOf('noto:fox', 'noto:fox', 'noto-v1:fox'), { attribution })).toEqual([
      {
        thing: 'fox',
        picture: 'noto:fox',
        set: 'Noto Emoji',
        author: 'Google',
        licence: 'Apache-2.0',
        source: 'npm:noto',
      },
      expect.objectContaining({ picture: 'noto-v1:fox', set: 'Noto Emoji (v1)' }),
    ]);
  });

  it('claims no licence for what the bundle says nothing of', () => {
    expect(artworksOf(draftOf('mine:fox'), { attribution })).toEqual([{ thing: 'fox', picture: 'mine:fox' }]);
  });

  it('is empty where nothing was recalled', () => {
    expect(artworksOf(null, { attribution })).toEqual([]);
  });
});
