import { describe, expect, it } from 'vitest';
import { carryOver } from '../../../../src/core/contents/carry-over.js';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { encodeContent, LATENT_KINDS, type Latents, presentKinds } from '../../../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../../../src/engine/manifest/manifest.js';
import { walkRandomly } from '../../engine/support/random-latents.js';
import { smallContext } from '../../engine/support/small-bundle.js';

// 8 colours, 60 codes, descriptions of 12 pieces, labels of 4; most letters are a piece.
const context = smallContext();
const OWN = visualTokenizerOf(context.manifest);
const OTHER = 'c0ffee00';

const carried = (latents: Latents, visualTokenizer: string | null = OTHER) =>
  carryOver({ latents, visualTokenizer }, context);
const box = (label: string) => ({ label, x0: 0, y0: 0, x1: 0.5, y1: 0.5 });

describe('carrying latents over to another bundle', () => {
  it('leaves those of the bundle itself as they are', () => {
    const rng = createRng(1, 'carry-over');
    for (let sample = 0; sample < 50; sample++) {
      const { latents } = walkRandomly(context, LATENT_KINDS, rng);
      expect(carried(latents, OWN)).toEqual({ latents, lost: [] });
    }
  });

  it('drops visual tokens of another tokenizer, and of an unknown one, and keeps what means the same', () => {
    const rest: Latents = {
      description: 'a cat',
      boxes: [box('cat')],
      blobs: [{ x: 0.5, y: 0.5, major: 0.25, minor: 0.125, angle: 30 }],
      palette: [{ colour: '#123456', share: 1 }],
    };
    const tokens = Array.from({ length: 64 }, (_, k) => k % 60);
    for (const other of [OTHER, null]) {
      const lost = [{ kind: 'tokens', how: 'dropped' }];
      expect(carried({ ...rest, tokens }, other)).toEqual({ latents: rest, lost });
    }
  });

  it('cuts texts after a whole word that has room, and a long first word where it must', () => {
    const { latents, lost } = carried({
      description: 'a cat and a pizza and a rhinoceros',
      boxes: [box('cat'), box('cat pizza rhinoceros'), box('rhinoceros')],
    });
    expect(latents.description).toBe('a cat and a pizza and a');
    expect(latents.boxes?.map(({ label }) => label)).toEqual(['cat', 'cat pizza', 'rhi']);
    expect(lost).toEqual([
      { kind: 'description', how: 'shortened' },
      { kind: 'boxes', how: 'shortened' },
    ]);
  });

  it('leaves out words that cannot be read, and a text of nothing else', () => {
    expect(carried({ description: 'a 猫 cat' })).toEqual({
      latents: { description: 'a cat' },
      lost: [{ kind: 'description', how: 'shortened' }],
    });
    const { latents } = carried({ description: '猫', boxes: [box('猫')] });
    for (const kind of presentKinds(latents)) expect(() => encodeContent(kind, latents, context)).not.toThrow();
  });

  it('keeps the first of too many boxes and ellipses, and the largest of too many colours', () => {
    const colours = context.manifest.palette.colours.map((colour, k) => ({ colour, share: (k + 1) / 36 }));
    const { latents, lost } = carried({
      boxes: ['a', 'b', 'c', 'd', 'e'].map(box),
      blobs: Array.from({ length: 4 }, (_, k) => ({ x: k / 4, y: 0.5, major: 0.25, minor: 0.25, angle: 0 })),
      palette: colours,
    });
    expect(latents.boxes?.map(({ label }) => label)).toEqual(['a', 'b', 'c']);
    expect(latents.blobs?.map(({ x }) => x)).toEqual([0, 0.25, 0.5]);
    expect(latents.palette).toEqual(colours.toReversed().slice(0, 5));
    expect(lost.map(({ how }) => how)).toEqual(['shortened', 'shortened', 'shortened']);
  });

  it('drops a kind that the bundle does not have', () => {
    const { manifest } = context;
    const poorer = { ...context, manifest: { ...manifest, kinds: manifest.kinds.filter((kind) => kind !== 'blobs') } };
    const blobs = [{ x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 }];
    expect(carryOver({ latents: { description: 'a cat', blobs }, visualTokenizer: OWN }, poorer)).toEqual({
      latents: { description: 'a cat' },
      lost: [{ kind: 'blobs', how: 'dropped' }],
    });
  });
});
