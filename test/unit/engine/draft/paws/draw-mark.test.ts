import { describe, expect, it } from 'vitest';
import { drawMark } from '../../../../../src/engine/draft/paws/draw-mark.js';

const at = ({ rgba, colours, size }: ReturnType<typeof drawMark>, u: number, v: number) => {
  const p = Math.floor(v * size) * size + Math.floor(u * size);
  return { alpha: rgba[4 * p + 3]!, colour: [...colours.slice(3 * p, 3 * p + 3)] };
};

describe('drawMark', () => {
  it('fills its square with strokes, and is round or pointed where it is a drop', () => {
    expect(at(drawMark('dash', 'plain'), 0.01, 0.01).alpha).toBe(255);
    const drop = drawMark('drop', 'plain');
    expect(at(drop, 0.5, 0.6).alpha).toBe(255);
    expect(at(drop, 0.2, 0.15).alpha).toBe(0);
  });

  it('is a pane with a dark edge where it is a window', () => {
    const pane = drawMark('window', 'shade');
    expect(Math.min(...at(pane, 0.5, 0.5).colour)).toBeGreaterThan(0.7);
    expect(Math.max(...at(pane, 0.5, 0.03).colour)).toBeLessThan(0.5);
    expect(at(pane, 0.05, 0.05).alpha).toBe(0);
  });

  it('has a table whose front is darker than its top', () => {
    const table = drawMark('table', 'shade');
    expect(at(table, 0.5, 0.8).colour[0]!).toBeLessThan(at(table, 0.5, 0.3).colour[0]!);
    expect(at(table, 0.01, 0.05).alpha).toBe(0);
  });

  it('is in the colour of what it is a part of', () => {
    const [red] = at(drawMark('temple', 'plain', [0.9, 0.1, 0.1]), 0.5, 0.5).colour;
    expect(red).toBeGreaterThan(0.8);
  });

  it('is as dark as lines where a style has these', () => {
    expect(Math.max(...at(drawMark('leash', 'lines'), 0.5, 0.5).colour)).toBeLessThan(0.3);
    expect(Math.max(...at(drawMark('leash', 'plain'), 0.5, 0.5).colour)).toBeGreaterThan(0.6);
  });
});
