import { describe, expect, it } from 'vitest';
import { decodeLatentCode, encodeLatentCode } from '../../../../src/engine/latents/latent-code.js';
import { LATENT_KINDS, type Latents } from '../../../../src/engine/latents/latents.js';
import { encodeSequence } from '../../../../src/engine/prior/sequence.js';
import { createRng } from '../../../../src/engine/rng.js';
import { walkRandomly } from '../support/random-latents.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const some: Latents = { description: 'a cat', palette: [{ colour: '#dc2a2a', share: 0.75 }] };

describe('latent code', () => {
  it('gives back 300 random latents of any subset of kinds, id by id', () => {
    const rng = createRng(1, 'code');
    for (let sample = 0; sample < 300; sample++) {
      const kinds = LATENT_KINDS.filter(() => rng.uniform() < 0.6);
      const { latents } = walkRandomly(context, kinds, rng);
      const back = decodeLatentCode(encodeLatentCode(latents, context), context);
      expect(back).toEqual(latents);
      expect(encodeSequence(back, context)).toEqual(encodeSequence(latents, context));
    }
  });

  it('takes boxes and ellipses that a person paired up unevenly', () => {
    const uneven: Latents = {
      boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }],
      blobs: [
        { x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 },
        { x: 0.25, y: 0.5, major: 0.25, minor: 0.125, angle: 45 },
      ],
    };
    expect(decodeLatentCode(encodeLatentCode(uneven, context), context)).toEqual(uneven);
  });

  it('is short: 64 codes of 60 take 6 bits each', () => {
    const code = encodeLatentCode({ tokens: Array.from({ length: 64 }, (_, i) => i % 60) }, context);
    expect(code).toMatch(/^[\w-]+$/);
    expect(code.length).toBeLessThanOrEqual(Math.ceil(((5 * 8 + 5 + 64 * 6) / 8) * (4 / 3)) + 1);
  });

  it('ignores blanks around it', () => {
    expect(decodeLatentCode(` ${encodeLatentCode(some, context)}\n`, context)).toEqual(some);
  });

  it('refuses a code with any character changed, cut or added', () => {
    const code = encodeLatentCode(some, context);
    const spoiled = [...code].map(
      (character, i) => code.slice(0, i) + (character === 'A' ? 'B' : 'A') + code.slice(i + 1),
    );
    const wrong = ['', 'a', '!!!!', code.slice(0, -4), `${code}AAAA`, ...spoiled];
    for (const text of wrong.filter((other) => !sameBytes(other, code))) {
      expect(() => decodeLatentCode(text, context), text).toThrow(expect.objectContaining({ code: 'bad_latent_code' }));
    }
  });

  it('refuses a code of a bundle with another vocabulary', () => {
    const { manifest } = context;
    const colours = manifest.palette.colours.with(0, '#eeeeee');
    const other = { ...context, manifest: { ...manifest, palette: { colours } } };
    expect(() => decodeLatentCode(encodeLatentCode(some, other), context)).toThrow(
      expect.objectContaining({ code: 'bad_latent_code', message: expect.stringContaining('another model') }),
    );
  });
});

/** The last character of base64 may carry bits that no byte uses. */
function sameBytes(a: string, b: string): boolean {
  return Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));
}
