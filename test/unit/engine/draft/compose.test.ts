import { describe, expect, it } from 'vitest';
import { composeLayers, type Texture } from '../../../../src/engine/draft/compose.js';

const SIZE = 32;

/** All of one grey but for a square of another in the middle. @param inner part of its side */
function texture(grey: number, middle: number, inner: number): Texture {
  const side = SIZE + 2;
  const full = new Uint8Array(4 * side * side);
  for (let y = 1; y <= SIZE; y++) {
    for (let x = 1; x <= SIZE; x++) {
      const isInner = Math.max(Math.abs(x - 16.5), Math.abs(y - 16.5)) < (inner * SIZE) / 2;
      const value = isInner ? middle : grey;
      full.set([value, value, value, 255], 4 * (y * side + x));
    }
  }
  return { size: SIZE, full, half: full };
}

const frame = { x: 0, y: 0, xx: SIZE, xy: 0, yx: 0, yy: SIZE };

describe('what is drawn otherwise on dark ground', () => {
  const drawnOn = (ground: Texture) => {
    const onDark = { texture: texture(255, 255, 0), below: 0.5 };
    const face = { texture: texture(128, 128, 0), flip: false, frame, onDark };
    return composeLayers([{ texture: ground, flip: false, frame }, face], SIZE)[16 * SIZE + 16]!;
  };

  it('is so where a part of the ground is dark, however light all of it is', () => {
    expect(drawnOn(texture(250, 60, 0.22))).toBeCloseTo(1);
    expect(drawnOn(texture(60, 60, 0))).toBeCloseTo(1);
  });

  it('is not so on light ground', () => {
    expect(drawnOn(texture(250, 250, 0))).toBeCloseTo(0, 1);
    expect(drawnOn(texture(250, 60, 0.1))).toBeCloseTo(0, 1);
  });
});

describe('an outline', () => {
  const small = { x: 8, y: 8, xx: 16, xy: 0, yx: 0, yy: 16 };
  const edgeOf = (grey: number) => {
    const ground = { texture: texture(grey, grey, 0), flip: false, frame };
    const front = { texture: texture(grey, grey, 0), flip: false, frame: small, isOutlined: true };
    const picture = composeLayers([ground, front], SIZE);
    return { edge: picture[16 * SIZE + 7]!, inner: picture[16 * SIZE + 12]!, far: picture[16 * SIZE + 3]! };
  };

  it('is darker than what is light, and lighter than what is dark, and only about it', () => {
    const [light, dark] = [edgeOf(240), edgeOf(20)];
    expect(light.edge).toBeLessThan(light.far - 0.1);
    expect(light.inner).toBeCloseTo(light.far);
    expect(dark.edge).toBeGreaterThan(dark.far + 0.1);
  });
});
