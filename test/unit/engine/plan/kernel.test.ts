import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/engine/basics/rng.js';
import { type Latents, presentKinds } from '../../../../src/engine/latents/index.js';
import { latentKernel } from '../../../../src/engine/plan/kernel.js';

// Code k is a grey of k · 15 levels, opaque up to code 16 and transparent beyond.
const CODE_COLOURS = Array.from({ length: 32 }, (_, k) => {
  const level = ((k % 17) * 15).toString(16).padStart(2, '0');
  return `#${level.repeat(3)}${k <= 16 ? 'ff' : '00'}`;
});
const STYLES = ['flat', 'outline', '3d'];
const MANIFEST = { codebook: { grid: 8, colours: CODE_COLOURS }, styles: STYLES };
const WORDS = ['cat', 'dog', 'pizza', 'left', 'right', 'red', 'blue', 'small', 'big', 'of'];

function randomLatents(seed: number) {
  const rng = createRng(seed, 'kernel-test');
  const integer = (below: number) => Math.floor(rng.uniform() * below);
  const list = <T>(count: number, item: () => T) => Array.from({ length: count }, item);
  const objects = 1 + integer(3);
  return {
    description: `${list(6, () => WORDS[integer(WORDS.length)]).join(' ')} , ${STYLES[integer(STYLES.length)]} style`,
    boxes: list(objects, () => {
      const [x0, y0] = [integer(24), integer(24)];
      return {
        label: WORDS[integer(3)]!,
        x0: x0 / 32,
        y0: y0 / 32,
        x1: (x0 + 4 + integer(5)) / 32,
        y1: (y0 + 4 + integer(5)) / 32,
      };
    }),
    blobs: list(objects, () => ({
      x: rng.uniform(),
      y: rng.uniform(),
      major: 0.3,
      minor: 0.1 + 0.2 * rng.uniform(),
      angle: 7.5 * integer(24),
    })),
    palette: list(3, () => ({
      colour: `#${integer(2 ** 24)
        .toString(16)
        .padStart(6, '0')}`,
      share: (1 + integer(8)) / 8,
    })),
    tokens: list(64, () => integer(CODE_COLOURS.length)),
  };
}

const similarity = (a: Latents, b: Latents) => latentKernel([a, b], MANIFEST)[0]![1]!;

describe('latentKernel', () => {
  const many = Array.from({ length: 24 }, (_, seed) => randomLatents(seed));

  const kinds = presentKinds(many[0]!) as (keyof ReturnType<typeof randomLatents>)[];
  it.each([...kinds, 'all' as const])('is positive semidefinite over %s', (kind) => {
    const latents = kind === 'all' ? many : many.map((one) => ({ [kind]: one[kind] }));
    const kernel = latentKernel(latents, MANIFEST);
    const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(kernel), { assumeSymmetric: true });
    expect(Math.min(...realEigenvalues)).toBeGreaterThan(-1e-9);
    expect(Math.min(...kernel.flat())).toBeLessThan(0.9);
  });

  it('is symmetric with ones on the diagonal and values of 0–1', () => {
    const kernel = latentKernel([...many, many[0]!], MANIFEST);
    kernel.forEach((row, i) => {
      expect(row[i]).toBe(1);
      row.forEach((value, j) => {
        expect(value).toBe(kernel[j]![i]);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
      });
    });
    expect(kernel[0]![24]).toBeCloseTo(1, 12);
  });

  it('compares only kinds that every plan has', () => {
    const { palette, ...rest } = many[0]!;
    expect(similarity(rest, { ...rest, palette })).toBe(1);
    expect(similarity({ palette }, rest)).toBe(1);
  });
});

describe('similarity by kind', () => {
  const box = (label: string, x0: number, x1: number) => ({ label, x0, y0: 0, x1, y1: 1 });
  const swatch = (colour: string, share: number) => ({ colour, share });
  const ellipse = (angle: number) => ({ x: 0.5, y: 0.5, major: 0.4, minor: 0.1, angle });
  const tokens = (code: number) => new Array<number>(64).fill(code);

  it.each<[string, Latents, Latents, number]>([
    ['two of four words shared', { description: 'a red cat' }, { description: 'a red dog' }, 2 / 3 + 2 / 4 / 3],
    ['another style', { description: 'a cat , flat style' }, { description: 'a cat , outline style' }, 3 / 5 / 3],
    [
      'a style that is a plain word too',
      { description: 'a flat cat , 3d style' },
      { description: 'a cat , 3d style' },
      2 / 3 + 4 / 5 / 3,
    ],
    ['case and punctuation', { description: 'A cat.' }, { description: 'a cat' }, 1],
    ['a box and its half', { boxes: [box('cat', 0, 1)] }, { boxes: [box('cat', 0, 0.5)] }, 0.5],
    ['disjoint boxes', { boxes: [box('cat', 0, 0.5)] }, { boxes: [box('cat', 0.5, 1)] }, 0],
    ['one place, two labels', { boxes: [box('cat', 0, 1)] }, { boxes: [box('dog', 0, 1)] }, 1 / 3],
    [
      'boxes in another order',
      { boxes: [box('a', 0, 0.5), box('b', 0.5, 1)] },
      { boxes: [box('b', 0.5, 1), box('a', 0, 0.5)] },
      1,
    ],
    [
      'one palette in two orders',
      { palette: [swatch('#ff0000', 0.5), swatch('#0000ff', 0.5)] },
      { palette: [swatch('#0000ff', 0.5), swatch('#ff0000', 0.5)] },
      1,
    ],
    ['one grid of codes', { tokens: tokens(7) }, { tokens: tokens(7) }, 1],
    ['two transparent codes', { tokens: tokens(20) }, { tokens: tokens(30) }, 1],
    // Three channels 60 / 255 apart, against a bandwidth of 0.25.
    ['near greys', { tokens: tokens(4) }, { tokens: tokens(8) }, Math.exp((-3 * (60 / 255) ** 2) / (2 * 0.25 ** 2))],
  ])('%s', (_, a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 6);
  });

  it('finds red nearer to orange than to blue', () => {
    const palette = (colour: string) => ({ palette: [swatch(colour, 1)] });
    const near = similarity(palette('#ff0000'), palette('#ff5a00'));
    const far = similarity(palette('#ff0000'), palette('#0000ff'));
    expect(near).toBeGreaterThan(0.3);
    expect(far).toBeLessThan(0.1);
  });

  it('finds a slightly turned ellipse nearer than a crossed one', () => {
    const turned = similarity({ blobs: [ellipse(0)] }, { blobs: [ellipse(15)] });
    const crossed = similarity({ blobs: [ellipse(0)] }, { blobs: [ellipse(90)] });
    expect(turned).toBeGreaterThan(crossed + 0.2);
  });
});
