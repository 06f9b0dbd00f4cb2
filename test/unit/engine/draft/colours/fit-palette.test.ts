import { describe, expect, it } from 'vitest';
import { labDistance, labOf } from '../../../../../src/engine/basics/oklab.js';
import type { ColourArea } from '../../../../../src/engine/draft/colours/colour-areas.js';
import { paletteShown } from '../../../../../src/engine/draft/colours/colour-fit.js';
import { replaceColours, replacements } from '../../../../../src/engine/draft/colours/edited-palette.js';
import { fitPalette } from '../../../../../src/engine/draft/colours/fit-palette.js';

const area = (colour: string, share: number): ColourArea => ({ lab: labOf(colour), share, shades: [labOf(colour)] });
const BLUE = '#2e6fdd';
const WHITE = '#ffffff';
const RED = '#dc2a2a';
const GREEN = '#3fa946';
const GOLD = '#dfae2b';
/** Which of the colours each area moves to; undefined where it stays. */
function named(moves: ReturnType<typeof fitPalette>, colours: Record<string, string>) {
  return moves.map((own) =>
    own.map((move) => move && Object.keys(colours).find((name) => labDistance(labOf(colours[name]!), move.to) <= 0.1)),
  );
}

describe('a palette on colour areas', () => {
  const coloured = (areas: ColourArea[][], ...palette: [colour: string, share: number][]) =>
    named(
      fitPalette(
        areas.map((own) => ({ areas: own, size: 1 })),
        palette.map(([colour, share]) => ({ colour, share })),
      ),
      { blue: BLUE, white: WHITE, red: RED, green: GREEN, gold: GOLD },
    );
  const fox = [area('#f68b1f', 0.7), area('#fff5e0', 0.24), area('#202020', 0.06)];

  it('gives the largest area the largest share, and dark details stay', () => {
    expect(coloured([fox], [BLUE, 0.75], [GOLD, 0.25])).toEqual([['blue', 'gold', undefined]]);
    expect(coloured([fox], [BLUE, 0.25], [GOLD, 0.75])).toEqual([['gold', 'blue', undefined]]);
  });

  it('takes the first of equal shares for the larger', () => {
    expect(coloured([fox], [BLUE, 0.5], [WHITE, 0.5])).toEqual([['blue', 'white', undefined]]);
    expect(coloured([[area('#f68b1f', 1)]], [BLUE, 0.5], [WHITE, 0.5])).toEqual([['blue']]);
  });

  it('spreads over things, each taking the nearer colour', () => {
    const things = [[area('#3aa845', 1)], [area('#e02020', 1)]];
    expect(coloured(things, [RED, 0.5], [GREEN, 0.5])).toEqual([['green'], ['red']]);
  });

  const movesOf = (areas: ColourArea[], colour: string) =>
    fitPalette([{ areas, size: 1 }], [{ colour, share: 1 }]).flat();

  it('tells areas of one colour apart by lightness', () => {
    const [body, belly] = movesOf([area('#f68b1f', 0.6), area('#fff5e0', 0.4)], GREEN);
    expect(belly!.to[0] - body!.to[0]).toBeGreaterThanOrEqual(0.03);
  });

  describe('of a colour that was asked for by its name', () => {
    const tones = (areas: ColourArea[], colour: string) =>
      fitPalette([{ areas, size: 1 }], [{ colour, share: 1 }], true)[0]!.map((move) => move!);
    const hedgehog = [area('#6d4534', 0.5), area('#f0b070', 0.3), area('#a06a48', 0.2)];

    it('keeps which area is lighter, and plainly so', () => {
      for (const colour of [GREEN, BLUE, RED, GOLD]) {
        const [spines, face, shade] = tones(hedgehog, colour).map(({ to }) => to[0]);
        expect(spines).toBeCloseTo(labOf(colour)[0], 6);
        expect(shade! - spines!).toBeGreaterThanOrEqual(0.049);
        expect(face! - shade!).toBeGreaterThanOrEqual(0.02);
        expect(face).toBeLessThanOrEqual(0.98);
      }
    });

    it('keeps the hue in all tones, which all show the colour', () => {
      const [l, a, b] = labOf(GREEN);
      for (const { to, of } of tones(hedgehog, GREEN)) {
        expect(to[1] / to[2]).toBeCloseTo(a / b, 6);
        expect(of).toEqual([l, a, b]);
      }
      const palette = [{ colour: GREEN, share: 1 }];
      const picture = [{ areas: hedgehog, size: 1 }];
      expect(paletteShown(picture, fitPalette(picture, palette, true), palette)).toBeCloseTo(1, 6);
    });

    it('leaves what becomes white or black nearly so', () => {
      const [, face] = tones(hedgehog, '#111111').map(({ to }) => to[0]);
      expect(face! - labOf('#111111')[0]).toBeLessThan(0.14);
      const [, spines] = tones([area('#f0b070', 0.6), area('#6d4534', 0.4)], WHITE).map(({ to }) => to[0]);
      expect(spines).toBeGreaterThan(0.85);
    });
  });

  it('turns eyes light on a body that becomes black', () => {
    const [, eyes] = movesOf([area('#f68b1f', 0.92), area('#202020', 0.08)], '#101010');
    expect(eyes!.to[0]).toBeGreaterThan(0.8);
  });
});

describe('an edited palette', () => {
  const natural = [
    { colour: RED, share: 0.5 },
    { colour: GREEN, share: 0.375 },
  ];
  it('is one that keeps some of the colours and replaces others', () => {
    expect(replacements(natural, [{ colour: BLUE, share: 1 }])).toBeUndefined();
    expect(replacements(natural, [...natural, { colour: BLUE, share: 0.125 }])).toBeUndefined();
    const chance = [
      { ...natural[0]!, share: natural[0]!.share - 0.125 },
      { colour: BLUE, share: 0.5 },
    ];
    expect(replacements(natural, chance)).toBeUndefined();
    const found = replacements(natural, natural.with(1, { colour: BLUE, share: 0.375 }));
    expect(found!.map(({ to }) => to)).toEqual([labOf(RED), labOf(BLUE)]);
  });

  it('moves what had the colour, and nothing else', () => {
    const pictures = [
      { areas: [area(RED, 0.8), area(WHITE, 0.2)], size: 1 },
      { areas: [area(GREEN, 1)], size: 1 },
    ];
    const replaced = replacements(natural, natural.with(1, { colour: BLUE, share: 0.375 }))!;
    expect(named(replaceColours(pictures, replaced), { blue: BLUE })).toEqual([[undefined, undefined], ['blue']]);
  });
});

describe('how well a palette is shown', () => {
  const palette = [
    { colour: BLUE, share: 0.5 },
    { colour: WHITE, share: 0.5 },
  ];
  const shownBy = (...areas: ColourArea[]) => {
    const pictures = [{ areas, size: 3 }];
    return paletteShown(pictures, fitPalette(pictures, palette), palette);
  };

  it('is whole where areas take the shares, a half where one colour takes all, and less where an area stays', () => {
    expect(shownBy(area(RED, 0.5), area(GREEN, 0.5))).toBeCloseTo(1, 6);
    expect(shownBy(area(RED, 0.75), area(GREEN, 0.25))).toBeCloseTo(0.75, 6);
    expect(shownBy(area(RED, 1))).toBeCloseTo(0.5, 6);
    expect(shownBy(area(RED, 0.47), area(GREEN, 0.47), area('#202020', 0.06))).toBeCloseTo(0.94, 6);
  });

  it('counts what has a colour of it already', () => {
    const pictures = [{ areas: [area(BLUE, 0.5), area(WHITE, 0.5)], size: 1 }];
    expect(paletteShown(pictures, [[undefined, undefined]], palette)).toBeCloseTo(1, 6);
  });
});
