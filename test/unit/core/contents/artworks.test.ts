import { describe, expect, it } from 'vitest';
import { artworksOf, artworksWithSigns } from '../../../../src/core/contents/artworks.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
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

describe('artworksWithSigns', () => {
  it('names what marks, and faces laid over own things, are drawn after', async () => {
    const bundle = await loadBundle('models/stickers');
    const draft = draftOf('own:0123456789abcdef');
    draft.style = 'simple';
    Object.assign(draft.things[0]!, { mark: 'in love', mood: 'in love' });
    const credits = artworksWithSigns(draft, bundle);
    expect(credits.map(({ thing, set, licence }) => [thing, set, licence])).toEqual([
      ['heart', 'Twemoji', 'CC-BY-4.0'],
      ['in love', 'Twemoji', 'CC-BY-4.0'],
    ]);
    expect(artworksWithSigns(draftOf('noto:fox'), bundle).map(({ picture }) => picture)).toEqual(['noto:fox']);
    expect(artworksWithSigns(null, bundle)).toEqual([]);
  });
});
