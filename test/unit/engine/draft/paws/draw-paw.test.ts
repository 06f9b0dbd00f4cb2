import { describe, expect, it } from 'vitest';
import { drawPaw, furOf } from '../../../../../src/engine/draft/paws/draw-paw.js';

const ORANGE = [1, 0.6, 0.2] as const;
const BLACK = [0.1, 0.1, 0.1] as const;

/** Every second pixel of a paw: # its edge, o its fur, nothing where it is transparent. */
function asText(fur: readonly [number, number, number], manner: 'lines' | 'shade' | 'plain'): string {
  const { colours, rgba, size } = drawPaw(fur, manner);
  const rows: string[] = [];
  for (let y = 0; y < size; y += 2) {
    let row = '';
    for (let x = 0; x < size; x += 2) {
      const p = y * size + x;
      const isFur = Math.abs(colours[3 * p]! - fur[0]) < 0.12;
      row += rgba[4 * p + 3]! < 128 ? ' ' : isFur ? 'o' : '#';
    }
    rows.push(row.trimEnd());
  }
  return `${rows.join('\n').replaceAll(/^\n+|\n+$/g, '')}\n`;
}

describe('a paw', () => {
  it.each(['lines', 'plain', 'shade'] as const)('is drawn as before: %s', async (manner) => {
    await expect(asText(ORANGE, manner)).toMatchFileSnapshot(`golden/${manner}.txt`);
  });

  it('has a lighter edge where its fur is black, and the fingers are told apart', () => {
    const { colours, size } = drawPaw(BLACK, 'plain');
    const gap = Math.round(0.385 * size) * size + Math.round(0.75 * size);
    expect(colours[3 * gap]).toBeGreaterThan(BLACK[0] + 0.1);
  });
});

describe('the colour of hands', () => {
  const size = 32;
  const rgba = new Uint8Array(4 * size * size).fill(255);
  const colours = new Float32Array(3 * size * size);
  for (let p = 0; p < size * size; p++) {
    const [x, y] = [p % size, Math.floor(p / size)];
    // Skin in the middle of the lower half, and hair all about it.
    colours.set(x > 8 && x < 24 && y > 15 && y < 28 ? ORANGE : BLACK, 3 * p);
  }
  it('is the commonest of an animal', () => {
    expect(furOf({ size, colours, rgba }, [0, 0, 1, 1], true)![0]).toBeCloseTo(BLACK[0]);
  });
  it('is that of the lower face of people, whatever hair they have', () => {
    expect(furOf({ size, colours, rgba }, [0, 0, 1, 1], false)![0]).toBeCloseTo(ORANGE[0]);
  });
  it('is none of what is transparent', () => {
    expect(furOf({ size, colours, rgba: new Uint8Array(rgba.length) }, [0, 0, 1, 1], true)).toBeUndefined();
  });
});
