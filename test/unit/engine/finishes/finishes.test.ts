import { describe, expect, it } from 'vitest';
import { askableStyles, finishesBeside, finishNamed } from '../../../../src/engine/finishes/index.js';
import { BALL, drawn, meanAt, NOTHING, pixelAt, SIDE } from './drawn-ball.js';

const WITH_BACKDROP = ['synthwave', 'cyberpunk', 'steampunk', 'gothic', 'pop-art', 'chalk'];

describe.each(finishesBeside([]))('the %s finish', (name, { apply }) => {
  it('gives a picture of the same size, the same for the same, and nothing for nothing', () => {
    const image = apply(BALL);
    expect(image).toMatchObject({ width: SIDE, height: SIDE });
    expect(image.data).not.toEqual(BALL.data);
    expect(apply(BALL)).toEqual(image);
    const empty = drawn(() => NOTHING);
    expect(apply(empty)).toEqual(empty);
  });

  it('keeps the figure whole, and the corners empty where it puts nothing behind', () => {
    const image = apply(BALL);
    expect(pixelAt(image, 64, 30)[3]).toBe(255);
    expect(pixelAt(image, 64, 96)[3]).toBe(255);
    const behind = WITH_BACKDROP.includes(name) ? 255 : 0;
    for (const x of [1, 126]) for (const y of [1, 126]) expect(pixelAt(image, x, y)[3]).toBe(behind);
  });

  it('has room for a picture that fills it', () => {
    const full = drawn((x) => (x < 64 ? [200, 30, 30, 255] : [240, 240, 240, 255]));
    expect(pixelAt(apply(full), 0, 0)[3]).toBe(255);
  });
});

describe.each(['watercolor', 'oil-painting', 'stained-glass'])('in %s', (name) => {
  it('colours stay what they were', () => {
    const image = finishNamed(name)!.apply(BALL);
    const [orange, blue] = [meanAt(image, 64, 28), meanAt(image, 64, 96)] as [number[], number[]];
    expect(orange[0]! - orange[2]!).toBeGreaterThan(100);
    expect(orange[0]! - orange[1]!).toBeGreaterThan(50);
    expect(blue[2]! - blue[0]!).toBeGreaterThan(100);
    expect(Math.max(...pixelAt(image, 48, 44).slice(0, 3))).toBeLessThan(110);
  });
});

describe.each(['monochrome', 'sepia', 'sketch'])('in %s', (name) => {
  const { apply } = finishNamed(name)!;

  it('colours beside each other stay apart, though as light as each other, and eyes stay dark', () => {
    // Of one lightness in OKLab.
    const [red, teal] = [
      [224, 88, 88, 255],
      [0, 152, 160, 255],
    ];
    const image = apply(drawn((x, y) => (x < 8 || x > 120 || y < 8 || y > 120 ? NOTHING : y < 64 ? red! : teal!)));
    const lightness = (y: number) => meanAt(image, 64, y).reduce((sum, byte) => sum + byte, 0) / 3;
    expect(Math.abs(lightness(36) - lightness(92))).toBeGreaterThan(25);
    expect(Math.max(...pixelAt(apply(BALL), 48, 44).slice(0, 3))).toBeLessThan(110);
  });

  it('all has one tint', () => {
    const image = apply(BALL);
    for (const y of [30, 96]) {
      const [red, green, blue] = meanAt(image, 64, y) as [number, number, number];
      expect(red - green).toBeGreaterThanOrEqual(0);
      expect(red - blue > 40).toBe(name === 'sepia');
    }
  });
});

describe('neon', () => {
  it('shines in the picture’s colours along its edges, on a dark body', () => {
    const image = finishNamed('neon')!.apply(BALL);
    expect(Math.max(...pixelAt(image, 64, 34).slice(0, 3))).toBeLessThan(90);
    const brightest = (y: number) => {
      const row = Array.from({ length: 128 }, (_, x) => pixelAt(image, x, y).slice(0, 3));
      return row.sort((one, other) => Math.max(...other) - Math.max(...one))[0];
    };
    const [orange, blue] = [brightest(44), brightest(92)] as [number[], number[]];
    expect(orange[0]! - orange[2]!).toBeGreaterThan(60);
    expect(blue[2]! - blue[0]!).toBeGreaterThan(60);
  });
});

describe('stained glass', () => {
  it('has lead where the figure ends, and cuts what is large', () => {
    const image = finishNamed('stained-glass')!.apply(BALL);
    const row = Array.from({ length: 128 }, (_, x) => pixelAt(image, x, 84));
    const first = row.find((pixel) => pixel[3] === 255)!;
    expect(Math.max(...first.slice(0, 3))).toBeLessThan(60);
    const inside = row.slice(24, 104).map((pixel) => Math.max(...pixel.slice(0, 3)) < 70);
    expect(inside.filter((isLead, k) => isLead && !inside[k - 1]).length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(['synthwave', 'cyberpunk', 'steampunk', 'gothic', 'pop-art'])('before the backdrop of %s', (name) => {
  const { apply } = finishNamed(name)!;

  it('the figure is told from it, its two colours from each other, and eyes stay dark', () => {
    const image = apply(BALL);
    const [orange, blue] = [meanAt(image, 64, 28), meanAt(image, 64, 96)] as [number[], number[]];
    const apart = (one: number[], other: number[]) => Math.hypot(...one.map((byte, c) => byte - other[c]!));
    expect(apart(orange, blue)).toBeGreaterThan(60);
    expect(Math.max(...pixelAt(image, 48, 44).slice(0, 3))).toBeLessThan(110);
    expect(apart(orange, pixelAt(image, 126, 28))).toBeGreaterThan(40);
  });

  it('a place has none, but its light', () => {
    const place = drawn((_, y) => (y < 64 ? [90, 150, 220, 255] : [80, 160, 90, 255]));
    const image = apply(place);
    const row = (y: number) => [20, 64, 108].map((x) => pixelAt(image, x, y).slice(0, 3));
    if (name !== 'pop-art') for (const y of [20, 110]) expect(new Set(row(y).map(String)).size).toBe(1);
    expect(image.data).not.toEqual(place.data);
  });
});

describe('low poly', () => {
  it('is of flat facets', () => {
    const image = finishNamed('low-poly')!.apply(
      drawn((x, y) => (Math.hypot(x - 64, y - 64) < 56 ? [2 * x, 2 * y, 90, 255] : NOTHING)),
    );
    const colours = new Set<string>();
    for (let y = 40; y < 88; y++) for (let x = 40; x < 88; x++) colours.add(String(pixelAt(image, x, y).slice(0, 3)));
    expect(colours.size).toBeGreaterThan(20);
    expect(colours.size).toBeLessThan(120);
  });
});

describe('crochet', () => {
  it('has every stitch in one colour, light at its top and dark beside it', () => {
    const image = finishNamed('crochet')!.apply(BALL);
    const light = Array.from({ length: 40 }, (_, x) => pixelAt(image, 40 + x, 96)[2]!);
    expect(Math.max(...light) - Math.min(...light)).toBeGreaterThan(30);
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

describe('a ground of a colour', () => {
  it('is behind the picture, all of it, and beneath what is made of it', () => {
    for (const name of ['on pink', 'pixel on pink']) {
      const image = finishNamed(name)!.apply(BALL);
      expect(image).toMatchObject({ width: SIDE, height: SIDE });
      const [red, green, blue, alpha] = pixelAt(image, 1, 1) as [number, number, number, number];
      expect(alpha).toBe(255);
      expect(red).toBeGreaterThan(blue);
      expect(blue).toBeGreaterThan(green);
    }
    expect(pixelAt(finishNamed('on pink')!.apply(BALL), 64, 30)).toEqual(pixelAt(BALL, 64, 30));
    expect(pixelAt(finishNamed('pixel on pink')!.apply(BALL), 64, 30)).toEqual(
      pixelAt(finishNamed('pixel')!.apply(BALL), 64, 30),
    );
  });

  it('has no colour that nobody knows', () => {
    expect(finishNamed('on mauve')).toBeUndefined();
    expect(finishNamed('smudged on pink')).toBeUndefined();
  });
});

describe('white in oil', () => {
  it('is white paint: neither blown out, nor streaked with grey or other colours', () => {
    const white = drawn((x, y) => (Math.hypot(x - 64, y - 64) < 56 ? [250, 250, 250, 255] : NOTHING));
    const { data } = finishNamed('oil-painting')!.apply(white);
    for (let y = 40; y < 88; y++) {
      for (let x = 40; x < 88; x++) {
        const rgb = [...data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 3)];
        expect(Math.min(...rgb)).toBeGreaterThan(185);
        expect(Math.max(...rgb) - Math.min(...rgb)).toBeLessThan(16);
      }
    }
  });
});

describe('eyes in watercolour', () => {
  it('stay dark and round', () => {
    const image = finishNamed('watercolor')!.apply(BALL);
    for (const [x, y] of [
      [46, 44],
      [48, 42],
      [48, 46],
      [50, 44],
    ] as const)
      expect(Math.max(...pixelAt(image, x, y).slice(0, 3))).toBeLessThan(90);
  });
});
