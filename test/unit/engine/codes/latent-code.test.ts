import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { decodeLatentCode, encodeLatentCode } from '../../../../src/engine/codes/latent-code.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { LATENT_KINDS, type Latents } from '../../../../src/engine/latents/index.js';
import { visualTokenizerOf } from '../../../../src/engine/manifest/manifest.js';
import { encodeSequence } from '../../../../src/engine/prior/sequence.js';
import { walkRandomly } from '../support/random-latents.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const OTHER = 'c0ffee00';
const some: Latents = { description: 'a cat', palette: [{ colour: '#dc2a2a', share: 0.75 }] };
const TOKENS = Array.from({ length: 64 }, (_, i) => i % 60);

describe('latent code', () => {
  it('gives back 300 random latents of any subset of kinds, id by id', () => {
    const rng = createRng(1, 'code');
    for (let sample = 0; sample < 300; sample++) {
      const kinds = LATENT_KINDS.filter(() => rng.uniform() < 0.6);
      const { latents } = walkRandomly(context, kinds, rng);
      const back = decodeLatentCode(encodeLatentCode(latents, OTHER));
      expect(back).toEqual({ latents, visualTokenizer: OTHER });
      expect(encodeSequence(back.latents, context)).toEqual(encodeSequence(latents, context));
    }
  });

  it('says what its tokens are of, or that it is not known', () => {
    const own = visualTokenizerOf(context.manifest);
    for (const visualTokenizer of [own, '00000000', OTHER, null]) {
      expect(decodeLatentCode(encodeLatentCode({ tokens: TOKENS }, visualTokenizer))).toEqual({
        latents: { tokens: TOKENS },
        visualTokenizer,
      });
    }
  });

  it('holds texts and colours that no bundle at hand has', () => {
    const foreign: Latents = {
      description: 'Ein Fuchs, 3 Äpfel & ein 🍕',
      boxes: [
        { label: '', x0: 0, y0: 0, x1: 0.5, y1: 0.5 },
        { label: "a cat's long-haired friend", x0: 0.25, y0: 0.5, x1: 1, y1: 1 },
      ],
      palette: [{ colour: '#012345', share: 1 }],
      tokens: [0, 4095, 8191],
    };
    expect(decodeLatentCode(encodeLatentCode(foreign, OTHER)).latents).toEqual(foreign);
  });

  it('takes boxes and ellipses that a person paired up unevenly', () => {
    const uneven: Latents = {
      boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }],
      blobs: [
        { x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 },
        { x: 0.25, y: 0.5, major: 0.25, minor: 0.125, angle: 45 },
      ],
    };
    expect(decodeLatentCode(encodeLatentCode(uneven, null)).latents).toEqual(uneven);
  });

  it('is short: 64 codes of 60 take 6 bits each, plain letters 5', () => {
    const code = encodeLatentCode({ tokens: TOKENS }, OTHER);
    expect(code).toMatch(/^[\w-]+$/);
    expect(code.length).toBeLessThanOrEqual(characters(7 * 8 + 6 + 15 + 64 * 6));
    const text = 'a red cat on a sofa, and a pizza';
    expect(encodeLatentCode({ description: text }, OTHER).length).toBeLessThanOrEqual(
      characters(7 * 8 + 6 + 1 + 5 * (text.length + 1)),
    );
  });

  describe('with a draft', () => {
    const latents: Latents = {
      ...some,
      boxes: [
        { label: 'cat', x0: 0, y0: 0.25, x1: 0.5, y1: 1 },
        { label: 'top hat', x0: 0.5, y0: 0, x1: 1, y1: 0.5 },
      ],
      tokens: TOKENS,
    };
    const cat = { thing: 'cat', picture: 'noto:cat-face', flip: true };
    const hat = { thing: 'top hat', picture: 'fluent-3d:top-hat', flip: false, paint: 'red' };
    const worn: Draft = { style: 'flat', kind: 'wearing', things: [cat, hat], recall: 60 };
    const drafts: [string, Draft][] = [
      ['two things', worn],
      ['things alike, in places', { ...worn, kind: 'count', places: 300, things: [cat, cat, cat], recall: 1 }],
      ['six things', { ...worn, kind: 'list', places: 4, things: [cat, hat, hat, cat, cat, hat] }],
      ['moods and marks', { ...worn, things: [{ ...cat, mood: 'crying', mark: 'sparkling' }], recall: 100 }],
      [
        'names that no bundle has',
        { style: 'Öl', kind: 'über', things: [{ thing: '猫', picture: 'own:Miez_2 (1).png', flip: false }], recall: 7 },
      ],
      [
        'what somebody chose',
        {
          ...worn,
          boxes: latents.boxes!,
          blobs: [{ x: 0.5, y: 0.5, major: 0.25, minor: 0.125, angle: 45 }],
          palette: [{ colour: '#0000ff', share: 1 }],
        },
      ],
    ];

    it.each(drafts)('gives back %s', (_, draft) => {
      const code = encodeLatentCode(latents, OTHER, draft);
      expect(decodeLatentCode(code)).toStrictEqual({ latents, visualTokenizer: OTHER, draft });
      expect(decodeLatentCode(encodeLatentCode({}, null, { ...draft, kind: 'single' }))).toStrictEqual({
        latents: {},
        visualTokenizer: null,
        draft: { ...draft, kind: 'single' },
      });
    });

    it('is hardly longer', () => {
      const length = (draft?: Draft) => encodeLatentCode(latents, OTHER, draft).length;
      expect(length(worn) - length()).toBeLessThan(70);
      expect(length({ ...worn, boxes: latents.boxes! })).toBeLessThanOrEqual(length(worn) + 1);
      expect(length({ ...worn, things: [cat, cat, cat] })).toBeLessThan(length(worn));
    });

    it('has no more in it than before where there is none', () => {
      const code = encodeLatentCode(some, OTHER);
      expect(Buffer.from(code, 'base64url')[0]).toBe(2);
      expect(decodeLatentCode(code)).toStrictEqual({ latents: some, visualTokenizer: OTHER });
    });

    it('has a version of its own where parts have other colours, and only there', () => {
      const hair = { part: 'hair', colour: 'pink' } as const;
      const parted = {
        ...worn,
        things: [{ ...cat, parts: [hair, { part: 'eyes', colour: 'grün' } as const] }, cat, cat],
      };
      const code = encodeLatentCode(latents, OTHER, parted);
      expect(Buffer.from(code, 'base64url')[0]).toBe(4);
      expect(decodeLatentCode(code)).toStrictEqual({ latents, visualTokenizer: OTHER, draft: parted });
      expect(Buffer.from(encodeLatentCode(latents, OTHER, worn), 'base64url')[0]).toBe(3);
      const twice = { ...worn, things: [{ ...cat, parts: [hair, hair] }] };
      expect(() => decodeLatentCode(encodeLatentCode(latents, OTHER, twice))).toThrow(
        expect.objectContaining({ code: 'bad_latent_code' }),
      );
    });

    it.each([
      { pattern: { kind: 'dots', colour: 'weiß' } as const },
      { pattern: { kind: 'rainbow' } as const, parts: [{ part: 'hair', colour: 'pink' } as const] },
      { group: { copies: 9, way: 'pile' } as const },
      { group: { copies: 4, way: 'row' } as const, pattern: { kind: 'checks' } as const },
    ])('has a version of its own where things have %j', (looks) => {
      const draft = { ...worn, things: [{ ...cat, ...looks }, { ...cat, ...looks }, cat] };
      for (const kinds of [latents, {}]) {
        const code = encodeLatentCode(kinds, OTHER, draft);
        expect(Buffer.from(code, 'base64url')[0]).toBe(6);
        expect(decodeLatentCode(code)).toStrictEqual({ latents: kinds, visualTokenizer: OTHER, draft });
      }
    });

    it('has a version of its own where it is tilted, or finished in another style', () => {
      for (const draft of [
        { ...worn, finish: 'pixel' },
        { ...worn, tilt: -10 },
        { ...worn, tilt: 45, finish: 'pixel' },
        { ...worn, finish: 'später', things: [{ ...cat, group: { copies: 4, way: 'row' } as const }] },
      ]) {
        const code = encodeLatentCode(latents, OTHER, draft);
        expect(Buffer.from(code, 'base64url')[0]).toBe(7);
        expect(decodeLatentCode(code)).toStrictEqual({ latents, visualTokenizer: OTHER, draft });
      }
    });

    it('is byte for byte what it was before parts had colours', () => {
      expect(encodeLatentCode(some, OTHER, worn)).toBe(
        'A8D_7gCY1sggkFUAbhUVV4O0VQMGFNT0AQgqgHHqHzBgqSjAhigQVhEKRVAGMVFOUleEmUPQlIBUAUzFAAA',
      );
    });

    it('is refused when it is cut, or says what no draft does', () => {
      const refused = expect.objectContaining({ code: 'bad_latent_code' });
      const code = encodeLatentCode(some, OTHER, worn);
      expect(() => decodeLatentCode(code.slice(0, -4))).toThrow(refused);
      for (const wrong of [
        { ...worn, recall: 0 },
        { ...worn, things: [] },
        { ...worn, style: '' },
      ]) {
        expect(() => decodeLatentCode(encodeLatentCode(some, OTHER, wrong))).toThrow(refused);
      }
    });
  });

  it('reads the codes of version 1 of the bundle that was shipped with it, exactly', () => {
    const codes: { code: string; latents: Latents }[] = JSON.parse(
      readFileSync('test/fixtures/upgrade/codes.json', 'utf8'),
    );
    for (const { code, latents } of codes) {
      expect(decodeLatentCode(code)).toEqual({ latents, visualTokenizer: '488fc2fb' });
    }
    const [{ code }] = codes as [(typeof codes)[0]];
    for (const at of [0, 9, 20, 40]) {
      const spoiled = code.slice(0, at) + (code[at] === 'B' ? 'C' : 'B') + code.slice(at + 1);
      expect(() => decodeLatentCode(spoiled)).toThrow(expect.objectContaining({ code: 'bad_latent_code' }));
    }
  });

  it('refuses those of any other bundle', () => {
    const head = Buffer.from([1, 0xab, 0xcd]);
    const bits = Buffer.from([0b1000_0000, 1, 2, 3]);
    const checksum = createHash('sha256').update(head).update(bits).digest().subarray(0, 2);
    expect(() => decodeLatentCode(Buffer.concat([head, checksum, bits]).toString('base64url'))).toThrow(
      expect.objectContaining({ code: 'bad_latent_code', data: { why: 'other_model' } }),
    );
  });

  it.each(['16:9', '2:3'] as const)(
    'says the shape %s, and of squares what it said before there were others',
    (aspect) => {
      const code = encodeLatentCode(some, OTHER, undefined, aspect);
      expect(decodeLatentCode(code)).toEqual({ latents: some, visualTokenizer: OTHER, aspect });
      expect(encodeLatentCode(some, OTHER, undefined, '1:1')).toBe(encodeLatentCode(some, OTHER));
      expect(decodeLatentCode(encodeLatentCode(some, OTHER))).not.toHaveProperty('aspect');
    },
  );

  it('ignores blanks around it', () => {
    expect(decodeLatentCode(` ${encodeLatentCode(some, OTHER)}\n`).latents).toEqual(some);
  });

  it('refuses a code with any character changed, cut or added', () => {
    const code = encodeLatentCode(some, OTHER);
    const spoiled = [...code].map(
      (character, i) => code.slice(0, i) + (character === 'A' ? 'B' : 'A') + code.slice(i + 1),
    );
    const wrong = ['', 'a', '!!!!', code.slice(0, -4), `${code}AAAA`, ...spoiled];
    for (const text of wrong.filter((other) => !sameBytes(other, code))) {
      expect(() => decodeLatentCode(text), text).toThrow(expect.objectContaining({ code: 'bad_latent_code' }));
    }
  });
});

function characters(bits: number): number {
  return Math.ceil((Math.ceil(bits / 8) * 4) / 3);
}

/** The last character of base64 may carry bits that no byte uses. */
function sameBytes(a: string, b: string): boolean {
  return Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));
}
