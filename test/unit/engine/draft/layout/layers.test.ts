import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { type Layer, layersOf } from '../../../../../src/engine/draft/layout/layers.js';
import { createLabelledAs, placeThings } from '../../../../../src/engine/draft/layout/place.js';
import type { Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

describe('moods of things with a face', () => {
  let bundle: Bundle;
  let stage: Stage;

  beforeAll(async () => {
    bundle = await loadBundle('models/stickers');
    stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: bundle.manifest.image.size };
  });

  function layers(thing: string, picture: string, told: Pick<DraftedThing, 'mood' | 'mark'>, flip = false): Layer[] {
    const style = stage.artwork.styleOf(bundle.memory.pictures.indexOf(picture));
    const draft = { style, kind: 'single', things: [{ thing, picture, flip, ...told }], recall: 60 };
    const { order, spoken } = placeThings(draft, stage, createLabelledAs(bundle.memory));
    return layersOf(
      order.map((k) => spoken[k]!),
      stage,
    );
  }

  it('are drawn into eyes that are known, with lines that survive on the canvas', () => {
    const [koala, ...signs] = layers('koala', 'noto:koala', { mark: 'sleeping' });
    expect(koala!.face).toMatchObject({ expression: 'asleep', eyes: { length: 2 } });
    expect(koala!.face!.line * (koala!.frame.xx / stage.size)).toBeGreaterThanOrEqual(3);
    expect(signs).toMatchObject([{ role: 'mark' }]);
  });

  it('need no sign where eyes alone tell them', () => {
    expect(layers('koala', 'noto:koala', { mood: 'happy' })).toMatchObject([{ face: { expression: 'happy' } }]);
  });

  it('give a face to what has none, and lay over it what a face alone does not tell', () => {
    expect(layers('cloud', 'noto:cloud', { mood: 'happy' })).toMatchObject([
      { role: 'thing', face: { mood: { mouth: 'smile' } } },
    ]);
    const [cloud, mask] = layers('cloud', 'noto:cloud', { mood: 'masked' });
    expect(cloud!.face).toBeUndefined();
    expect(mask).toMatchObject({ role: 'mood' });
  });

  it('let a given face laugh in tears of its own', () => {
    const told = layers('cloud', 'noto:cloud', { mood: 'laughing', mark: 'crying' });
    expect(told).toMatchObject([{ face: { mood: { mouth: 'open', drops: 'tears' } } }]);
  });

  it.each([false, true])('shed a tear below each eye, mirrored or not: %s', (flip) => {
    const [koala, ...tears] = layers('koala', 'noto:koala', { mark: 'crying' }, flip);
    const { x, xx } = koala!.frame;
    const { face } = koala!;
    if (!face || !('eyes' in face)) throw new Error('expected eyes');
    const eyes = face.eyes.map((eye) => x + xx * (flip ? 1 - eye.x : eye.x));
    const middles = tears.map(({ frame }) => frame.x + frame.xx / 2);
    expect(tears).toHaveLength(2);
    for (const [k, middle] of middles.entries()) expect(middle).toBeCloseTo(eyes[k]!, 6);
  });
});
