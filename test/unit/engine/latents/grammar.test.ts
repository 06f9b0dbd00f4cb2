import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import {
  LATENT_KINDS,
  type Latents,
  latentsSchema,
  latentTexts,
  presentKinds,
} from '../../../../src/engine/latents/index.js';
import { encodeSequence } from '../../../../src/engine/prior/sequence.js';
import { walkRandomly } from '../support/random-latents.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const { manifest } = context;
const SAMPLES = 2000;

describe('the grammars', () => {
  it(`make each of ${SAMPLES} random samples parse, within limits, and encode to itself`, () => {
    const rng = createRng(1, 'grammar');
    const counts = { boxes: new Set<number>(), palette: new Set<number>() };
    for (let sample = 0; sample < SAMPLES; sample++) {
      const { latents, sequence } = walkRandomly(context, LATENT_KINDS, rng);
      expect(latentsSchema.safeParse(latents).error).toBeUndefined();
      check(latents);
      counts.boxes.add(latents.boxes?.length ?? 0);
      counts.palette.add(latents.palette?.length ?? 0);

      // Sampled text may be spelled otherwise than the tokenizer would, the other kinds have one spelling.
      const texted = new Set(latentTexts(latents).map(({ kind }) => kind));
      const again = encodeSequence(latents, context).ids;
      for (const kind of presentKinds(latents).filter((one) => !texted.has(one))) {
        const segment = encodeSequence({ [kind]: latents[kind] }, context).ids.slice(1);
        for (const ids of [sequence.ids, again]) {
          const at = ids.indexOf(segment[0]!);
          expect(ids.slice(at, at + segment.length)).toEqual(segment);
        }
      }
    }
    expect([...counts.boxes].sort()).toEqual([1, 2, 3]);
    expect([...counts.palette].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('give as many ellipses as there are boxes before them, and any number otherwise', () => {
    const rng = createRng(2, 'grammar');
    const box = { label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
    const free = new Set<number>();
    for (let sample = 0; sample < 50; sample++) {
      expect(walkRandomly(context, ['blobs'], rng, { boxes: [box, box] }).latents.blobs).toHaveLength(2);
      free.add(walkRandomly(context, ['blobs'], rng).latents.blobs?.length ?? 0);
    }
    expect(free.size).toBe(3);
  });

  it('leave pinned values as they are', () => {
    const rng = createRng(3, 'grammar');
    const pinned: Latents = { palette: [{ colour: '#dc2a2a', share: 0.75 }] };
    const { latents, sequence } = walkRandomly(context, LATENT_KINDS, rng, pinned);
    expect(latents.palette).toEqual(pinned.palette);
    expect(presentKinds(latents)).toEqual([...LATENT_KINDS]);
    expect(sequence.ids[1]).toBe(manifest.vocabulary.starts.palette);
  });
});

function check({ description, boxes, blobs, palette, tokens }: Latents): void {
  const { limits, codebook } = manifest;
  expect(context.tokenizer.encode(description!).length).toBeLessThanOrEqual(limits.description);
  for (const { label } of boxes!) expect(context.tokenizer.encode(label).length).toBeLessThanOrEqual(limits.label);
  expect(boxes!.length).toBeLessThanOrEqual(limits.objects);
  expect(blobs).toHaveLength(boxes!.length);
  for (const { minor } of blobs!) expect(minor).toBeGreaterThanOrEqual(1 / 64);
  const shares = palette!.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(new Set(palette!.map(({ colour }) => colour)).size).toBe(palette!.length);
  expect(tokens).toHaveLength(codebook.grid ** 2);
  expect(tokens!.every((code) => code >= 0 && code < codebook.colours.length)).toBe(true);
}
