import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import {
  readAnimation,
  renderMovingEmoji,
  renderMovingSticker,
  storeAnimation,
} from '../../../src/images/animation.js';
import type { Animation } from '../../../src/images/frames.js';
import { decodePng } from '../../../src/images/sharp.js';

const SIDE = 128;

/** A ball in changing colours that rolls across. */
function ball(k: number): RgbaImage {
  const data = new Uint8Array(4 * SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      if (Math.hypot(x - 30 - 6 * k, y - 64) > 24) continue;
      data.set([(7 * x) % 256, (5 * y) % 256, (20 * k) % 256, 255], 4 * (y * SIDE + x));
    }
  }
  return { width: SIDE, height: SIDE, data };
}

const ROLLING: Animation = { frames: Array.from({ length: 12 }, (_, k) => ball(k)), frameMs: 70 };

/** Chunks of a PNG, by type. */
function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

describe('animations', () => {
  it('are stored without loss', async () => {
    const { frames, frameMs } = await readAnimation(await storeAnimation(ROLLING));
    expect(frameMs).toBe(70);
    expect(frames.map(({ data }, k) => Buffer.compare(data, ROLLING.frames[k]!.data))).toEqual(frames.map(() => 0));
  });

  it('become GIFs of as many frames, that loop, within a size', async () => {
    const file = await renderMovingEmoji(ROLLING, 256 * 1024);
    expect(file.toString('latin1', 0, 6)).toBe('GIF89a');
    expect(file.includes('NETSCAPE2.0')).toBe(true);
    const { frames, frameMs } = await readAnimation(file);
    expect([frames.length, frames[0]!.width, frameMs]).toEqual([12, SIDE, 70]);
    const small = await renderMovingEmoji(ROLLING, file.length - 1);
    expect(small.length).toBeLessThan(file.length);
  });

  it('become animated PNGs that other readers see the first frame of', async () => {
    const file = await renderMovingSticker(ROLLING, 320, 512 * 1024);
    expect(file.length).toBeLessThan(512 * 1024);
    const { image } = await decodePng(file);
    expect([image.width, image.height]).toEqual([320, 320]);
    const chunks = chunksOf(file);
    expect(chunks.filter(({ type }) => type === 'fcTL')).toHaveLength(12);
    expect(chunks.find(({ type }) => type === 'acTL')!.data.readUInt32BE(0)).toBe(12);
    const numbered = chunks.filter(({ type }) => type === 'fcTL' || type === 'fdAT');
    expect(numbered.map(({ data }) => data.readUInt32BE(0))).toEqual([...numbered.keys()]);
    const frames = chunks.filter(({ type }) => type === 'fdAT').map(({ data }) => inflateSync(data.subarray(4)));
    expect(frames.every(({ length }) => length === 320 * 321)).toBe(true);
  });
});
