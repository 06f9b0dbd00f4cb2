import { describe, expect, it } from 'vitest';
import { backdropColour } from '../../../src/images/backdrop.js';
import { PAGE_COLOUR, renderGrid, sizeOfCells } from '../../../src/images/grid.js';
import { layOutGrid } from '../../../src/images/layout.js';
import type { ImageRecord } from '../../../src/images/metadata.js';
import { decodePng } from '../../../src/images/sharp.js';
import { pixel, rgba, solid, square } from './solid.js';

const RECORD: ImageRecord = {
  software: 'kaleido test',
  bundle: { name: 'tiny', version: '1', hash: 'ab' },
  prompt: 'a cat',
  settings: { seed: 1 },
  cells: [],
};
const RED = solid(64, [200, 30, 30, 255]);
const CLEAR = solid(64, [0, 0, 0, 0]);

/** A disc on a transparent ground whose colour channels hold green where nothing should show. */
function discOnHiddenGreen() {
  const image = solid(64, [0, 255, 0, 0]);
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) {
      if (Math.hypot(x - 31.5, y - 31.5) < 20) image.data.set([255, 0, 0, 255], (y * 64 + x) * 4);
    }
  }
  return image;
}

describe('renderGrid', () => {
  it.each([1, 4, 9])('shows each of %i pictures in its own cell on the page', async (count) => {
    const colours = Array.from({ length: count }, (_, i) => [20 * i, 255 - 25 * i, 90, 255] as const);
    const cells = colours.map((colour) => ({ image: solid(64, colour) }));
    const { image } = await decodePng(await renderGrid(cells, RECORD));
    const layout = layOutGrid(count, square(64));
    expect([image.width, image.height]).toEqual([layout.width, layout.height]);
    expect(pixel(image, 2, 2)).toEqual(rgba(PAGE_COLOUR));
    for (const [index, { left, top }] of layout.corners.entries()) {
      expect(pixel(image, left + layout.cell.width / 2, top + layout.cell.width / 2)).toEqual([...colours[index]!]);
      expect(pixel(image, left, top)).toEqual(rgba(PAGE_COLOUR));
    }
  });

  it('draws a kept picture of a smaller model as large as the others', async () => {
    const cells = [{ image: solid(128, [200, 30, 30, 255]) }, { image: RED }];
    const { image } = await decodePng(await renderGrid(cells, RECORD));
    const {
      corners,
      cell: { width: cell },
      width,
    } = layOutGrid(2, square(128));
    expect(image.width).toBe(width);
    for (const { left, top } of corners) {
      for (const at of [30, cell - 30]) expect(pixel(image, left + at, top + 30)).toEqual([200, 30, 30, 255]);
    }
  });

  it.each([
    { width: 704, height: 384 },
    { width: 384, height: 704 },
  ])('draws wide and high pictures whole, with their boxes and numbers, %o', async (size) => {
    const shapes = [{ type: 'rect', x0: 0.5, y0: 0.25, x1: 0.9, y1: 0.75, label: 'cat' }] as const;
    const image = solid(size, [200, 30, 30, 255]);
    const file = await renderGrid([{ image, shapes }, { image }], RECORD);
    const grid = (await decodePng(file)).image;
    const { corners, cell } = layOutGrid(2, sizeOfCells([image]));
    expect(Math.abs(cell.width / cell.height - size.width / size.height)).toBeLessThan(0.01);
    const [first, second] = corners;
    const at = (corner: typeof first, x: number, y: number) =>
      pixel(grid, corner!.left + x * cell.width, corner!.top + y * cell.height);
    for (const corner of corners) {
      for (const end of [0.01, 0.99]) expect(at(corner, end, 0.5)).toEqual([200, 30, 30, 255]);
      for (const end of [0.01, 0.99]) expect(at(corner, 0.5, end)).toEqual([200, 30, 30, 255]);
    }
    expect(at(first, 0.5, 0.5)).not.toEqual([200, 30, 30, 255]);
    expect(at(second, 0.5, 0.5)).toEqual([200, 30, 30, 255]);
  });

  it('draws a square picture among wide ones as large as it goes, in the middle', async () => {
    const wide = solid({ width: 128, height: 64 }, [200, 30, 30, 255]);
    const { image } = await decodePng(await renderGrid([{ image: wide }, { image: RED }], RECORD));
    const { corners, cell } = layOutGrid(2, wide);
    const { left, top } = corners[1]!;
    expect(pixel(image, left + cell.width / 2, top + cell.height / 2)).toEqual([200, 30, 30, 255]);
    expect(pixel(image, left + 30, top + cell.height / 2)).toEqual(rgba(backdropColour(RED)));
  });

  it('refuses to draw no cells', async () => {
    await expect(renderGrid([], RECORD)).rejects.toMatchObject({ code: 'bad_option' });
  });

  it('shows the backdrop through transparent parts', async () => {
    const { image } = await decodePng(await renderGrid([{ image: CLEAR }], RECORD));
    expect(pixel(image, 256, 256)).toEqual(rgba(backdropColour(CLEAR)));
  });

  it('lets no colour of transparent pixels bleed into an edge', async () => {
    const disc = discOnHiddenGreen();
    const { image } = await decodePng(await renderGrid([{ image: disc }], RECORD));
    const [, backdropGreen] = rgba(backdropColour(disc));
    for (let x = 20; x < 500; x++) expect(pixel(image, x, 268)[1]).toBeLessThanOrEqual(backdropGreen! + 2);
  });

  it('numbers the cells differently, and draws the numbers without the system’s fonts', async () => {
    const { image } = await decodePng(await renderGrid([{ image: RED }, { image: RED }], RECORD));
    const {
      corners,
      cell: { width: cell },
    } = layOutGrid(2, square(64));
    const badgeOf = ({ left, top }: { left: number; top: number }) =>
      Array.from({ length: 60 * 60 }, (_, i) => pixel(image, left + (i % 60), top + cell - 60 + Math.floor(i / 60)));
    const [first, second] = corners.map(badgeOf);
    expect(first).not.toEqual(second);
    for (const badge of [first!, second!]) {
      const white = badge.filter(([r, g, b]) => r! > 240 && g! > 240 && b! > 240).length;
      expect(white).toBeGreaterThan(15);
      expect(white).toBeLessThan(300);
    }
  });

  it('draws boxes where they are and the palette beneath', async () => {
    const shapes = [
      { type: 'rect', x0: 0.25, y0: 0.5, x1: 0.75, y1: 0.9, label: 'cat' },
      { type: 'chip', colour: '#0000ff', share: 0.5 },
      { type: 'chip', colour: '#00ff00', share: 0.5 },
    ] as const;
    const { image } = await decodePng(await renderGrid([{ image: RED, shapes }], RECORD));
    const strip = 22;
    const {
      corners,
      cell: { width: cell },
      height,
    } = layOutGrid(1, square(64), strip);
    const { left, top } = corners[0]!;
    expect(image.height).toBe(height);
    expect(pixel(image, left + cell * 0.25, top + cell * 0.7)).not.toEqual([200, 30, 30, 255]);
    expect(pixel(image, left + cell * 0.5, top + cell * 0.7)).toEqual([200, 30, 30, 255]);
    expect(pixel(image, left + cell * 0.25, top + cell + 12)).toEqual([0, 0, 255, 255]);
    expect(pixel(image, left + cell * 0.75, top + cell + 12)).toEqual([0, 255, 0, 255]);
  });

  it('keeps an ellipse that reaches out of its picture inside the cell', async () => {
    const shapes = [{ type: 'ellipse', x: 1, y: 0.5, major: 0.2, minor: 0.2, angle: 0 }] as const;
    const plain = await decodePng(await renderGrid([{ image: RED }, { image: RED }], RECORD));
    const drawn = await decodePng(await renderGrid([{ image: RED, shapes }, { image: RED }], RECORD));
    const {
      corners,
      cell: { width: cell },
    } = layOutGrid(2, square(64));
    const edge = corners[0]!.left + cell;
    for (let y = 0; y < plain.image.height; y++) {
      for (let x = edge; x < plain.image.width; x += 3) {
        if (`${pixel(drawn.image, x, y)}` !== `${pixel(plain.image, x, y)}`) expect.fail(`drawn at ${x}, ${y}`);
      }
    }
    expect(pixel(drawn.image, edge - cell * 0.2, corners[0]!.top + cell / 2)).not.toEqual([200, 30, 30, 255]);
  });

  it('is deterministic', async () => {
    const cells = [{ image: RED }, { image: discOnHiddenGreen() }];
    expect(await renderGrid(cells, RECORD)).toEqual(await renderGrid(cells, RECORD));
  });
});
