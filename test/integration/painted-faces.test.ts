import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import { type Bundle, loadBundle } from '../../src/engine/bundle/bundle.js';
import { toRgbaImage } from '../../src/engine/diffusion/paint.js';
import type { Draft } from '../../src/engine/draft/draft.js';
import { createDrafts, type Drafts } from '../../src/engine/draft/drafts.js';
import { type Artwork, createArtwork } from '../../src/engine/memory/artwork.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import { DEFAULT_RECALL } from '../../src/engine/requests/recall-settings.js';
import type { Engine, PaintRequest } from '../../src/engine/requests/types.js';

/** Part of the draft's contrast at the eyes that a painting has at least. */
const SEEN = 0.6;
/** Pixels about eyes that they are compared with. */
const [NEAR, FAR] = [2, 5];

describe('faces painted from drafts', () => {
  let bundle: Bundle;
  let drafts: Drafts;
  let artwork: Artwork;
  let engine: Engine;
  let size: number;

  beforeAll(async () => {
    bundle = await loadBundle('models/stickers');
    drafts = createDrafts(bundle);
    artwork = createArtwork(bundle);
    engine = await createEngine(bundle);
    size = bundle.manifest.image.size;
  });
  afterAll(() => engine.dispose());

  /** Where the eyes of a picture that is alone lie, 1 for their pixels. */
  function eyesAt(picture: number): Uint8Array {
    const [x0, y0, x1, y1] = artwork.boxOf(picture);
    const side = (bundle.manifest.tables.layouts.single.side * size) / Math.max(x1 - x0, y1 - y0);
    const left = size / 2 - (side * (x0 + x1)) / 2;
    const top = size / 2 - (side * (y0 + y1)) / 2;
    const mask = artwork.partOf(picture, 'eyes')!.mask();
    return Uint8Array.from({ length: size * size }, (_, p) => {
      const u = Math.floor((((p % size) + 0.5 - left) / side) * size);
      const v = Math.floor(((Math.floor(p / size) + 0.5 - top) / side) * size);
      return u >= 0 && v >= 0 && u < size && v < size ? mask[v * size + u]! : 0;
    });
  }

  /** How much darker eyes are than what is about them, 0–255. */
  function contrastAt(eyes: Uint8Array, { data }: RgbaImage): number {
    const light = (p: number) => (data[4 * p]! + data[4 * p + 1]! + data[4 * p + 2]!) / 3;
    const within = (p: number, reach: number) => {
      for (let v = -reach; v <= reach; v++) {
        for (let u = -reach; u <= reach; u++) if (eyes[p + v * size + u] === 1) return true;
      }
      return false;
    };
    const [inside, about]: [number[], number[]] = [[], []];
    for (let p = 0; p < eyes.length; p++) {
      if (eyes[p] === 1) inside.push(light(p));
      else if (within(p, FAR) && !within(p, NEAR)) about.push(light(p));
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return mean(about) - mean(inside);
  }

  it.each([
    ['raccoon', 'fluent-3d:1f99d'],
    ['bear', 'fluent-3d:1f43b'],
    ['mouse', 'fluent-3d:1f401'],
    ['bird', 'fluent-3d:1f426'],
  ])('keep the eyes of a %s, however little they stand out in the draft', async (thing, slug) => {
    const draft: Draft = {
      style: '3d',
      kind: 'single',
      things: [{ thing, picture: slug, flip: false }],
      recall: DEFAULT_RECALL,
    };
    const { cells } = await engine.plan({ prompt: thing, count: 1, variety: 60, seed: 7, draft });
    const painted = await lastPicture(engine, { prompt: thing, cells });
    const eyes = eyesAt(artwork.find(draft.style, thing, slug)!);
    const drafted = contrastAt(eyes, toRgbaImage(await drafts.picture(draft), size));
    expect(drafted).toBeGreaterThan(20);
    expect(contrastAt(eyes, painted)).toBeGreaterThanOrEqual(SEEN * drafted);
  });
});

async function lastPicture(engine: Engine, request: PaintRequest): Promise<RgbaImage> {
  for await (const event of engine.paint(request)) if (event.type === 'done') return event.images[0]!;
  throw new Error('The painting ended without a picture.');
}
