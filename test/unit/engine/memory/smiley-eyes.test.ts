import { expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createArtwork } from '../../../../src/engine/memory/artwork.js';

it('eyes of clowns and aliens are known in every style, within what is solid, and their heads are not', async () => {
  const bundle = await loadBundle('models/stickers');
  const artwork = createArtwork(bundle);
  for (const style of bundle.manifest.styles) {
    for (const thing of ['clown', 'alien']) {
      const pictures = artwork.picturesOf(style, thing);
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) {
        const [x0, y0, x1, y1] = artwork.boxOf(picture);
        const eyes = artwork.eyesOf(picture);
        expect(eyes).toHaveLength(2);
        for (const { x, y, across, down } of eyes) {
          expect(x - across).toBeGreaterThan(x0);
          expect(x + across).toBeLessThan(x1);
          expect(y - down).toBeGreaterThan(y0);
          expect(y + down).toBeLessThan(y1);
        }
        expect(artwork.hasOwnEyes(picture)).toBe(true);
        expect(artwork.headOf(picture)).toBeUndefined();
      }
    }
  }
});
