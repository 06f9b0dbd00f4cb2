import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { visualTokens } from '../../../../src/engine/context/index.js';
import { decodeGuesses } from '../../../../src/engine/diffusion/condition.js';
import { createDrafts } from '../../../../src/engine/draft/drafts.js';
import type { Session } from '../../../../src/engine/runtime/onnx.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';

const pool = createSessionPool({ threads: 1 });
let bundle: Bundle;
let encoder: Session;
let pictures: Float32Array[];
beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  encoder = await pool.open(bundle.graphPath('visual_encoder.onnx'));
  const drafts = createDrafts(bundle);
  const things = ['cat', 'pizza', 'umbrella', 'frog', 'robot'];
  pictures = await Promise.all(
    things.map((thing) => {
      const { picture } = drafts.looksOf('flat', thing)[0]!;
      return drafts.picture({ style: 'flat', kind: 'single', things: [{ thing, picture, flip: false }], recall: 60 });
    }),
  );
});
afterAll(() => pool.dispose());

describe('visual tokens of pictures', () => {
  it('decode to about the pictures that they are of, and to no other', async () => {
    const { size } = bundle.manifest.image;
    const tokens = await visualTokens(encoder, pictures, size);
    const { data } = await decodeGuesses(await pool.open(bundle.graphPath('visual_decoder.onnx')), tokens, size);
    const guesses = pictures.map(({ length }, k) => data.subarray(k * length, (k + 1) * length));
    for (const [k, picture] of pictures.entries()) {
      const apart = guesses.map((guess) => picture.reduce((sum, value, i) => sum + Math.abs(value - guess[i]!), 0));
      expect(apart[k]! / picture.length).toBeLessThan(0.12);
      expect(apart.indexOf(Math.min(...apart))).toBe(k);
    }
  });

  it('are the same alone and in company, whole numbers of the codebook', async () => {
    const { image, codebook } = bundle.manifest;
    const together = await visualTokens(encoder, pictures, image.size);
    expect(together).toHaveLength(pictures.length);
    for (const [k, picture] of pictures.entries()) {
      expect(together[k]).toHaveLength(codebook.grid ** 2);
      expect(together[k]!.every((code) => Number.isInteger(code) && code >= 0 && code < codebook.colours.length)).toBe(
        true,
      );
      expect(await visualTokens(encoder, [picture], image.size)).toEqual([together[k]]);
    }
    expect(await visualTokens(encoder, [], image.size)).toEqual([]);
  });
});
