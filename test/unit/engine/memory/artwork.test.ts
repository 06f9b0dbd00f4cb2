import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { type Artwork, createArtwork } from '../../../../src/engine/memory/artwork.js';
import { NO_PARTS } from '../../../../src/engine/memory/parts.js';
import { writeSmallBundle } from '../support/small-bundle.js';

describe('the artwork of a memory', () => {
  let dir: string;
  let bundle: Bundle;
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
    bundle = await loadBundle(dir);
    artwork = createArtwork(bundle);
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

  it('takes for seen from the front what is a face, and heads with the eyes about in their middle', () => {
    const withHead = (x: number | undefined) => {
      const head = x === undefined ? undefined : { x0: 0.2, x1: 0.8, top: 0.1, x, y: 0.3 };
      const parts = { ...NO_PARTS, headOf: () => head };
      return createArtwork({ ...bundle, memory: { ...bundle.memory, parts } });
    };
    const seen = (x?: number) => withHead(x).isFrontal(1);
    expect([seen(0.5), seen(0.45), seen(0.55)]).toEqual([true, true, true]);
    expect([seen(0.35), seen(0.65), seen()]).toEqual([false, false, false]);
    expect(withHead(0.35).isFrontal(0)).toBe(true);
  });

  it('knows the measures of each picture', () => {
    expect([artwork.isFace(0), artwork.hasRoomForMood(0), artwork.hasRoomForMood(1)]).toEqual([true, false, true]);
    expect(artwork.boxOf(1)).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect(artwork.circleOf(2)).toEqual([0.5, 0.5, 0.25]);
    expect([...artwork.histogramOf(1, 1).colours]).toEqual([2]);
  });
});
