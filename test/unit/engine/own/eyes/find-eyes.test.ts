import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../../src/engine/basics/index.js';
import { loadBundle } from '../../../../../src/engine/bundle/index.js';
import { LOOKED_UP_HEADS } from '../../../../../src/engine/memory/heads/looked-up.js';
import { createPictures, PICTURE_KINDS } from '../../../../../src/engine/memory/index.js';
import { findFace } from '../../../../../src/engine/own/eyes/index.js';

const bundle = await loadBundle('models/stickers');
const pictures = createPictures(bundle);
const { things, measures, parts, pictures: slugs } = bundle.memory;
/** Sets whose drawings are taken apart by their colours in training, and not after another set. */
const FLAT = /^(?:noto|fluent-emoji-flat|twemoji|emojione|streamline-emojis):/;

/** Every so many pictures of things of which that is so. */
function some(step: number, isOne: (picture: number, thing: (typeof things)[number]) => boolean): number[] {
  const all = [...slugs.keys()].filter(
    (picture) => measures.kind[picture] === PICTURE_KINDS.thing && isOne(picture, things[measures.shows[picture]!]!),
  );
  return all.filter((_, k) => k % step === 0);
}

/** A disc with spots of another colour on it. */
function drawn(
  spots: readonly { x: number; y: number; radius: number; colour: [number, number, number] }[],
): RgbaImage {
  const side = 128;
  const data = new Uint8Array(4 * side * side);
  const disc = (x0: number, y0: number, radius: number, colour: [number, number, number]) => {
    for (let p = 0; p < side * side; p++) {
      if (Math.hypot((p % side) - x0, Math.floor(p / side) - y0) < radius) data.set([...colour, 255], 4 * p);
    }
  };
  disc(63.5, 63.5, 60, [240, 190, 60]);
  for (const { x, y, radius, colour } of spots) disc(x, y, radius, colour);
  return { width: side, height: side, data };
}

const BLACK: [number, number, number] = [20, 20, 25];
const WHITE: [number, number, number] = [255, 255, 255];

describe('a face in a picture', () => {
  it('is where training finds it in drawings of animals', async () => {
    const animals = some(12, (picture, { tags }) => tags.includes('animal') && FLAT.test(slugs[picture]!));
    const isTrained = (picture: number) => !LOOKED_UP_HEADS.has(slugs[picture]!);
    const known = animals.filter((picture) => isTrained(picture) && parts.eyesOf(picture).length > 0);
    expect(known.length).toBeGreaterThan(20);
    for (const picture of known) {
      const face = findFace(await pictures.read(picture));
      const eyes = parts.eyesOf(picture);
      expect(face?.eyes, slugs[picture]).toHaveLength(eyes.length);
      for (const [k, eye] of eyes.entries()) expect(face!.eyes[k]!.x).toBeCloseTo(eye.x, 1);
    }
  });

  it('is seldom seen where there is none', async () => {
    const objects = some(60, (_, { group }) => group === 'objects');
    const found = await Promise.all(objects.map(async (picture) => findFace(await pictures.read(picture))));
    expect(found.filter((face) => face !== undefined).length / objects.length).toBeLessThan(0.12);
  });

  it('has its eyes with the whites about them, and a head about these', () => {
    const pair = [44, 84].flatMap((x) => [
      { x, y: 50, radius: 12, colour: WHITE },
      { x, y: 50, radius: 6, colour: BLACK },
    ]);
    const { eyes, head } = findFace(drawn(pair))!;
    // Discs of pixels are half a pixel off.
    expect(eyes.map(({ x, across }) => [128 * x - 0.5, 128 * across + 0.5])).toEqual([
      [44, 12],
      [84, 12],
    ]);
    expect(head.y).toBeCloseTo(50 / 128, 1);
    expect(head.top).toBeLessThan(0.1);
    expect(head.x0).toBeLessThan(0.1);
  });

  it.each([
    ['no spots', []],
    [
      'unlike spots',
      [
        { x: 44, y: 50, radius: 3, colour: BLACK },
        { x: 84, y: 50, radius: 6, colour: BLACK },
      ],
    ],
    [
      'spots one below the other',
      [
        { x: 60, y: 30, radius: 6, colour: BLACK },
        { x: 62, y: 60, radius: 6, colour: BLACK },
      ],
    ],
    [
      'spots at the edge',
      [
        { x: 122, y: 63, radius: 6, colour: BLACK },
        { x: 5, y: 63, radius: 6, colour: BLACK },
      ],
    ],
  ] as const)('is not in %s', (_, spots) => {
    expect(findFace(drawn(spots.map((spot) => ({ ...spot }))))).toBeUndefined();
  });
});
