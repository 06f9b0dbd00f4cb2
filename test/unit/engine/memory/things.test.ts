import { describe, expect, it } from 'vitest';
import { FACE, ROOM_FOR_MOOD } from '../../../../src/engine/memory/measures.js';
import type { Memory } from '../../../../src/engine/memory/memory.js';
import { facelessThings } from '../../../../src/engine/memory/things.js';

interface Pictured {
  group: string;
  tags?: string[];
  /** Flags and radius of each picture. */
  pictures: readonly (readonly [flags: number, radius: number])[];
}

function faceless(things: readonly Pictured[]): boolean[] {
  const pictures = things.flatMap(({ pictures }, thing) =>
    pictures.map(([flags, radius]) => ({ thing, flags, radius })),
  );
  const measures = {
    kind: new Uint8Array(pictures.length),
    shows: Uint16Array.from(pictures, ({ thing }) => thing),
    flags: Uint8Array.from(pictures, ({ flags }) => flags),
    circle: Float32Array.from(pictures.flatMap(({ radius }) => [0.5, 0.5, radius])),
  } as Memory['measures'];
  const named = things.map(({ group, tags = [] }, k) => {
    return { name: `thing ${k}`, synonyms: [], tags, group, weight: 1 };
  });
  return facelessThings({ things: named, measures });
}

describe('facelessThings', () => {
  it('goes by pictures with room for a mood, and takes narrow ones of the same thing along', () => {
    const banana: Pictured = {
      group: 'animals-nature',
      pictures: [
        [ROOM_FOR_MOOD, 0.3],
        [0, 0.15],
      ],
    };
    expect(faceless([banana])).toEqual([true]);
  });

  it('goes by the group where all are narrow', () => {
    const narrow = [[0, 0.15]] as const;
    const key: Pictured = { group: 'objects', pictures: narrow };
    const snake: Pictured = { group: 'animals-nature', pictures: narrow };
    const cactus: Pictured = { group: 'animals-nature', tags: ['plant'], pictures: narrow };
    expect(faceless([key, snake, cactus])).toEqual([true, false, true]);
  });

  it('leaves faces as they are', () => {
    const robot: Pictured = { group: 'objects', pictures: [[FACE, 0.2]] };
    const teddy: Pictured = { group: 'objects', pictures: [[0, 0.4]] };
    expect(faceless([robot, teddy])).toEqual([false, false]);
  });
});
