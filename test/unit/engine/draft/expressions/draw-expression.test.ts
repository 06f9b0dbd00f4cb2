import { describe, expect, it } from 'vitest';
import { drawExpression } from '../../../../../src/engine/draft/expressions/draw-expression.js';
import type { Face } from '../../../../../src/engine/draft/expressions/face.js';

const SIZE = 64;
const EYES = [
  { x: 20 / SIZE, y: 0.5, across: 5 / SIZE, down: 6 / SIZE },
  { x: 44 / SIZE, y: 0.5, across: 5 / SIZE, down: 6 / SIZE },
];
type Rgb = readonly [number, number, number];
const ORANGE: Rgb = [1, 0.6, 0.2];
const BLACK: Rgb = [0.1, 0.1, 0.1];
const GREY: Rgb = [0.5, 0.5, 0.5];

interface Coat {
  fur?: (x: number) => Rgb;
  eye?: Rgb;
}

/** A square of fur with two round eyes, and what an expression makes of it. */
function drawn(expression: Face['expression'], { fur = () => ORANGE, eye = BLACK }: Coat = {}, eyes = EYES) {
  const colours = new Float32Array(3 * SIZE * SIZE);
  const rgba = new Uint8Array(4 * SIZE * SIZE).fill(255);
  for (let p = 0; p < SIZE * SIZE; p++) {
    const [x, y] = [(p % SIZE) + 0.5, Math.floor(p / SIZE) + 0.5];
    const isEye = eyes.some((one) => Math.hypot((x / SIZE - one.x) / one.across, (y / SIZE - one.y) / one.down) < 1);
    colours.set(isEye ? eye : fur(x), 3 * p);
  }
  const before = colours.slice();
  drawExpression({ size: SIZE, colours, rgba }, { expression, eyes, facing: -1, isAnimal: false, line: 3 });
  const at = (x: number, y: number) => [...colours.subarray(3 * (y * SIZE + x), 3 * (y * SIZE + x) + 3)];
  return { colours, before, at };
}

/** Rows of a picture between the eyes' outer ends: # dark, + between, o light, r red, and nothing where fur is. */
function asText({ colours }: { colours: Float32Array }): string {
  const rows: string[] = [];
  for (let y = 18; y < 44; y++) {
    let row = '';
    for (let x = 8; x < 56; x++) {
      const [r, g, b] = colours.subarray(3 * (y * SIZE + x), 3 * (y * SIZE + x) + 3) as unknown as [
        number,
        number,
        number,
      ];
      const away = Math.max(Math.abs(r - ORANGE[0]), Math.abs(g - ORANGE[1]), Math.abs(b - ORANGE[2]));
      row += away < 0.15 ? ' ' : b > 0.7 ? 'o' : r > 0.75 && g < 0.4 ? 'r' : r < 0.4 ? '#' : '+';
    }
    rows.push(row.trimEnd());
  }
  return `${rows.join('\n').replaceAll(/^\n+|\n+$/g, '')}\n`;
}

const EXPRESSIONS = [
  'asleep',
  'happy',
  'laughing',
  'angry',
  'sad',
  'surprised',
  'in-love',
  'winking',
  'dizzy',
  'bored',
  'smug',
  'sick',
  'doubting',
  'starry',
] as const satisfies readonly Face['expression'][];

describe('an expression drawn into a face', () => {
  it.each(EXPRESSIONS)('is drawn as before: %s', async (expression) => {
    await expect(asText(drawn(expression))).toMatchFileSnapshot(`golden/${expression}.txt`);
  });

  it('closes eyes: the lid hangs down in sleep and is raised in a smile, and all else of the eye is fur', () => {
    const asleep = drawn('asleep');
    expect(asleep.at(20, 27)[0]).toBeCloseTo(ORANGE[0], 2);
    expect(asleep.at(20, 34)[0]).toBeLessThan(0.3);
    const happy = drawn('happy');
    expect(happy.at(20, 29)[0]).toBeLessThan(0.3);
    expect(happy.at(20, 36)[0]).toBeCloseTo(ORANGE[0], 2);
  });

  it('leaves everything further from the eyes as it was', () => {
    for (const expression of EXPRESSIONS) {
      const { colours, before } = drawn(expression);
      const changed = colours.findIndex((value, k) => {
        const p = Math.floor(k / 3);
        const [x, y] = [p % SIZE, Math.floor(p / SIZE)];
        return (y <= 12 || y >= 48 || x <= 4 || x >= 60) && value !== before[k];
      });
      expect(changed).toBe(-1);
    }
  });

  it('goes on with a patch of fur where an eye was', () => {
    const { at } = drawn('asleep', { fur: (x) => (x < 32 ? ORANGE : GREY) });
    expect(at(20, 27)[2]).toBeCloseTo(ORANGE[2], 1);
    expect(at(44, 27)[2]).toBeCloseTo(GREY[2], 1);
  });

  it('draws lines in the light of the eyes where fur is dark', () => {
    const { at } = drawn('asleep', { fur: () => BLACK, eye: [0.9, 0.8, 0.2] });
    expect(at(20, 34)[0]).toBeGreaterThan(0.7);
  });

  it('winks with one eye, the right one of the picture', () => {
    const { at, before } = drawn('winking');
    expect(at(20, 32)).toEqual([...before.subarray(3 * (32 * SIZE + 20), 3 * (32 * SIZE + 20) + 3)]);
    expect(at(44, 36)[0]).toBeCloseTo(ORANGE[0], 2);
  });

  it('presses the inner ends of brows down in anger and raises them in grief, whichever way a head is turned', () => {
    const inner = (expression: Face['expression']) => {
      const { at } = drawn(expression, {}, EYES.slice(0, 1));
      // It looks to the left: its brow's inner end is there.
      return { inner: at(14, 29)[0]! < 0.5, high: at(16, 20)[0]! < 0.5 };
    };
    expect(inner('angry')).toEqual({ inner: true, high: false });
    expect(inner('sad').high).toBe(true);
  });

  it('never paints what is transparent', () => {
    const rgba = new Uint8Array(4 * SIZE * SIZE);
    const colours = new Float32Array(3 * SIZE * SIZE);
    const face: Face = { expression: 'surprised', eyes: EYES, facing: 1, isAnimal: false, line: 3 };
    drawExpression({ size: SIZE, colours, rgba }, face);
    expect(colours.every((value) => value === 0)).toBe(true);
  });
});
