import { converter } from 'culori';
import { describe, expect, it } from 'vitest';
import { backdropColour } from '../../../src/images/backdrop.js';
import { solid } from './solid.js';

const toOklch = converter('oklch');

describe('backdropColour', () => {
  it.each([
    ['red', [220, 40, 40, 255]],
    ['green', [40, 160, 60, 255]],
    ['blue', [40, 80, 200, 255]],
  ] as const)('is light and of the hue opposite to a %s sticker', (_name, colour) => {
    const sticker = toOklch({ mode: 'rgb', r: colour[0] / 255, g: colour[1] / 255, b: colour[2] / 255 });
    const tint = toOklch(backdropColour(solid(8, colour)))!;
    const turn = Math.abs(tint.h! - sticker.h!);
    expect(Math.min(turn, 360 - turn)).toBeGreaterThan(165);
    expect(tint.l).toBeGreaterThan(0.9);
    expect(tint.c).toBeGreaterThan(0.015);
  });

  it('is darker under a pale grey sticker, so that it stands out', () => {
    const dark = toOklch(backdropColour(solid(8, [60, 50, 40, 255])))!;
    const pale = toOklch(backdropColour(solid(8, [250, 250, 245, 255])))!;
    expect(pale.l).toBeLessThan(dark.l - 0.05);
  });

  it('ignores the colour of transparent pixels', () => {
    const image = solid(8, [220, 40, 40, 255]);
    for (let i = 0; i < 128; i += 4) image.data.set([0, 0, 255, 0], i);
    expect(backdropColour(image)).toBe(backdropColour(solid(8, [220, 40, 40, 255])));
  });

  it('is neutral for an empty picture', () => {
    expect(toOklch(backdropColour(solid(8, [9, 99, 9, 0])))!.c).toBeLessThan(0.002);
  });
});
