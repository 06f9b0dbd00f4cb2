import { describe, expect, it } from 'vitest';
import { askableStyles, finishesBeside, finishNamed } from '../../../../src/engine/finishes/index.js';
import { BALL, drawn, meanAt, NOTHING, pixelAt, SIDE } from './drawn-ball.js';

describe.each(finishesBeside([]))('the %s finish', (_, { apply }) => {
  it('gives a picture of the same size, the same for the same, and nothing for nothing', () => {
    const image = apply(BALL);
    expect(image).toMatchObject({ width: SIDE, height: SIDE });
    expect(image.data).not.toEqual(BALL.data);
    expect(apply(BALL)).toEqual(image);
    const empty = drawn(() => NOTHING);
    expect(apply(empty)).toEqual(empty);
  });

  it('keeps the figure whole, and the corners empty', () => {
    const image = apply(BALL);
    expect(pixelAt(image, 64, 30)[3]).toBe(255);
    expect(pixelAt(image, 64, 96)[3]).toBe(255);
    for (const x of [1, 126]) for (const y of [1, 126]) expect(pixelAt(image, x, y)[3]).toBe(0);
  });

  it('has room for a picture that fills it', () => {
    const full = drawn((x) => (x < 64 ? [200, 30, 30, 255] : [240, 240, 240, 255]));
    expect(pixelAt(apply(full), 0, 0)[3]).toBe(255);
  });
});

describe.each(['watercolor'])('in %s', (name) => {
  it('colours stay what they were', () => {
    const image = finishNamed(name)!.apply(BALL);
    const [orange, blue] = [meanAt(image, 64, 28), meanAt(image, 64, 96)] as [number[], number[]];
    expect(orange[0]! - orange[2]!).toBeGreaterThan(100);
    expect(orange[0]! - orange[1]!).toBeGreaterThan(50);
    expect(blue[2]! - blue[0]!).toBeGreaterThan(100);
    expect(Math.max(...pixelAt(image, 48, 44).slice(0, 3))).toBeLessThan(110);
  });
});

describe('what can be asked for as a style', () => {
  it('is the styles of a bundle and the finishes, each once', () => {
    const names = finishesBeside([]).map(([name]) => name);
    expect(names).toContain('pixel');
    expect(askableStyles(['flat', '3d'])).toEqual(['flat', '3d', ...names]);
    expect(askableStyles(['pixel'])).toEqual(['pixel', ...names.filter((name) => name !== 'pixel')]);
    expect(finishNamed('constructor')).toBeUndefined();
    expect(finishNamed(undefined)).toBeUndefined();
  });
});
