import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { type Artwork, createArtwork } from '../../../../src/engine/memory/artwork.js';
import { writeSmallBundle } from '../support/small-bundle.js';

describe('the artwork of a memory', () => {
  let dir: string;
  let artwork: Artwork;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kaleido-artwork-'));
    await writeSmallBundle(dir, ({ manifest, things, measures }) => {
      manifest.styles.push('bold');
      // Of three pictures of cats two are of one emoji, in two styles.
      things.pictures = ['none:cat', 'none:cat', 'none:grinning-face'];
      measures.shows![2] = [0, 0, 0];
      measures.style![2] = [0, 1, 1];
      measures.colour_names![2] = [1, 0, 255, 0, 1, 0, 0, 1, 255, 1, 255, 255, 0, 255, 255, 0, 255, 255];
      measures.colour_shares![2] = [200, 43, 0, 200, 42, 13, 128, 127, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0];
    });
    artwork = createArtwork(await loadBundle(dir));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('finds pictures by style and thing', () => {
    expect(artwork.picturesOf('flat', 'cat')).toEqual([0]);
    expect(artwork.picturesOf('bold', 'cat')).toEqual([1]);
    expect(artwork.picturesOf('bold', 'pizza')).toEqual([]);
  });

  it('finds a slug in its style, or else in another', () => {
    expect(artwork.find('flat', 'cat', 'none:cat')).toBe(0);
    expect(artwork.find('bold', 'cat', 'none:cat')).toBe(1);
    expect(artwork.find('round', 'cat', 'none:cat')).toBe(0);
    expect(artwork.find('flat', 'pizza', 'none:cat')).toBeUndefined();
  });

  it('finds moods apart from things', () => {
    expect(artwork.moodOf('bold', 'grinning')).toBe(2);
    expect(artwork.moodsIn('bold')).toEqual(['grinning']);
    expect(artwork.moodsIn('flat')).toEqual([]);
  });

  it('names the two commonest colours, of a sixth each at least', () => {
    expect(artwork.coloursOf(0, 0)).toEqual(['blue', 'red']);
    expect(artwork.coloursOf(0, 1)).toEqual(['red']);
  });

  it('knows the measures of each picture', () => {
    expect([artwork.isFace(0), artwork.hasRoomForMood(0), artwork.hasRoomForMood(1)]).toEqual([true, false, true]);
    expect(artwork.boxOf(1)).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect(artwork.circleOf(2)).toEqual([0.5, 0.5, 0.25]);
    expect([...artwork.histogramOf(1, 1).colours]).toEqual([2]);
  });
});
