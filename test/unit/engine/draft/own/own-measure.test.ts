import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/index.js';
import { createOwnMeasure } from '../../../../../src/engine/draft/own/index.js';
import { createArtwork, createPictures, PICTURE_KINDS } from '../../../../../src/engine/memory/index.js';
import { ownThing } from '../../../../../src/engine/own/index.js';

const bundle = await loadBundle('models/stickers');
const { memory, manifest } = bundle;
const artwork = createArtwork(bundle);
const pictures = createPictures(bundle);
const measure = createOwnMeasure(manifest);
// Of every style, and of shades that are the first of each paint.
const some = Array.from({ length: 12 }, (_, k) => 60 * (10 * k + 1)).filter(
  (picture) => memory.measures.kind[picture] === PICTURE_KINDS.thing,
);

/** Largest difference of two lists of numbers. */
const apart = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, k) => Math.abs(value - other[k]!)));

describe('measures of an own picture', () => {
  it.each(some)('are those that training has of it (%i)', async (picture) => {
    const { shape, colours } = measure(ownThing('one', await pictures.read(picture)));
    expect(apart(shape.box, artwork.boxOf(picture))).toBeLessThan(1e-6);
    expect(apart(shape.moments, artwork.momentsOf(picture))).toBeLessThan(1e-5);
    expect(apart(shape.circle, artwork.circleOf(picture))).toBeLessThan(1e-5);
    expect(Math.abs(shape.area - artwork.areaOf(picture))).toBeLessThan(1e-5);
    const farthest: number[] = [];
    for (const [paint, { histogram, names }] of colours.entries()) {
      const trained = artwork.histogramOf(picture, paint);
      const sharesOf = ({ colours: entries, shares }: typeof histogram) =>
        manifest.palette.colours.map((_, entry) => (shares[entries.indexOf(entry)] ?? 0) / 255);
      const [own, theirs] = [sharesOf(histogram), sharesOf(trained)];
      const moved = own.reduce((sum, share, k) => sum + Math.abs(share - theirs[k]!), 0) / 2;
      // Paints are measured at another number of pixels, lines among them, by rules that came after the memory.
      if (paint === 0) expect(moved).toBeLessThan(0.06);
      farthest.push(moved);
      if (paint === 0) expect(names[0]!.share).toBeCloseTo(artwork.mainShareOf(picture, 0), 1);
    }
    expect(farthest.sort((a, b) => a - b)[farthest.length >> 1]).toBeLessThan(0.15);
    expect(colours).toHaveLength(1 + manifest.tables.paints.length);
  });
});
