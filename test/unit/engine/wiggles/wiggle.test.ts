import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import type { Sign } from '../../../../src/engine/draft/drafts.js';
import { textureOfImage } from '../../../../src/engine/draft/textures.js';
import { MOOD_NAMES } from '../../../../src/engine/moods/moods.js';
import { FRAMES, wiggle } from '../../../../src/engine/wiggles/wiggle.js';

const SIZE = 64;

/** A square of one colour in the middle of nothing. */
function square(from: number, to: number, colour: readonly [number, number, number]): RgbaImage {
  const data = new Uint8Array(4 * SIZE * SIZE);
  for (let y = from; y < to; y++) for (let x = from; x < to; x++) data.set([...colour, 255], 4 * (y * SIZE + x));
  return { width: SIZE, height: SIZE, data };
}

const BODY = square(12, 52, [200, 80, 40]);
const BLUE = textureOfImage(square(0, SIZE, [0, 0, 255]));

function signAt(x: number, y: number, side: number, place: Sign['place']): Sign {
  const frame = { x, y, xx: side, xy: 0, yx: 0, yy: side };
  return { layer: { texture: BLUE, flip: false, frame }, place };
}

const isBlue = ({ data }: RgbaImage, p: number) => data[4 * p + 3]! > 128 && data[4 * p + 2]! > data[4 * p]!;
const bluesOf = (image: RgbaImage) => Array.from({ length: SIZE * SIZE }, (_, p) => p).filter((p) => isBlue(image, p));
const rowsOf = (pixels: readonly number[]) => pixels.map((p) => Math.floor(p / SIZE));

describe('wiggle', () => {
  it.each(MOOD_NAMES)('moves %s from frame to frame, and keeps it in the picture', (mood) => {
    const { frames, frameMs } = wiggle({ body: BODY, signs: [], mood });
    expect(frames).toHaveLength(FRAMES);
    expect(frameMs * FRAMES).toBeGreaterThan(500);
    const last = frames.at(-1)!;
    expect(frames.some(({ data }) => Buffer.compare(data, last.data) !== 0)).toBe(true);
    const areas = frames.map(({ data }) => data.filter((alpha, k) => k % 4 === 3 && alpha > 128).length);
    expect(Math.min(...areas)).toBeGreaterThan(0.8 * Math.max(...areas));
  });

  it('lets tears fall from the eyes, some always on their way', () => {
    const { frames } = wiggle({ body: BODY, signs: [signAt(28, 24, 8, 'eyes')], mood: 'crying' });
    const lowest = frames.map((frame) => Math.max(...rowsOf(bluesOf(frame))));
    expect(Math.min(...lowest)).toBeGreaterThan(24);
    expect(Math.max(...lowest)).toBeGreaterThan(Math.min(...lowest) + 3);
  });

  it('draws what burns behind the thing, and a mark in the corner before it', () => {
    const [behind] = wiggle({ body: BODY, signs: [signAt(0, 0, SIZE, 'behind')], mood: 'hot' }).frames;
    const [before] = wiggle({ body: BODY, signs: [signAt(20, 20, 16, 'corner')], mood: 'angry' }).frames;
    expect(isBlue(behind!, 36 * SIZE + 32)).toBe(false);
    expect(bluesOf(behind!).length).toBeGreaterThan(100);
    expect(bluesOf(before!).length).toBeGreaterThan(50);
  });

  it('makes a finish of every frame', () => {
    const [frame] = wiggle({ body: BODY, signs: [], mood: 'happy', finish: 'monochrome' }).frames;
    const p = 40 * SIZE + 32;
    expect(frame!.data[4 * p]).toBe(frame!.data[4 * p + 2]);
  });
});
