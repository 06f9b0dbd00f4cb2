import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import { composeLayers } from '../../../../../src/engine/draft/compose.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { spreadIn } from '../../../../../src/engine/draft/layout/frame.js';
import { ellipseOf } from '../../../../../src/engine/draft/layout/geometry.js';
import { layersOf } from '../../../../../src/engine/draft/layout/layers.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor } from '../../../../../src/engine/draft/layout/ways.js';
import { createTextures, type Textures } from '../../../../../src/engine/draft/textures.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';
import { createPictures } from '../../../../../src/engine/memory/pictures.js';

const SIZE = 128;
/** Of alpha, −1…1; fainter are soft edges. */
const SOLID = 0;

let stage: Stage;
let textures: Textures;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
  textures = createTextures(createPictures(bundle), bundle.manifest.tables, stage.artwork);
});

function shown(style: string, thing: string, more: Partial<DraftedThing> = {}): DraftedThing {
  return { thing, picture: stage.artwork.slugOf(stage.artwork.picturesOf(style, thing)[0]!), flip: false, ...more };
}

const draftOf = (style: string, kind: string, things: DraftedThing[], places?: number): Draft => ({
  style,
  kind,
  things,
  ...(places === undefined ? {} : { places }),
  recall: 60,
});

const arranged = (draft: Draft): Placed[] => arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage);

/** Alpha of all layers on a canvas three times as large, −1…1. */
async function around(draft: Draft): Promise<(x: number, y: number) => number> {
  const placed = arranged(draft);
  const order = paintingOrder(placed, draft, stage);
  const layers = layersOf(
    order.map((k) => placed[k]!),
    stage,
  ).filter(({ role }) => role !== 'mood');
  const drawn = await Promise.all(
    layers.map(async ({ picture, flip, frame }) => ({
      texture: await textures.of(picture, 0),
      flip,
      frame: { ...frame, x: frame.x + SIZE, y: frame.y + SIZE },
    })),
  );
  const alpha = composeLayers(drawn, 3 * SIZE).subarray(3 * 9 * SIZE * SIZE);
  return (x, y) => alpha[(y + SIZE) * 3 * SIZE + x + SIZE]!;
}

async function isCut(draft: Draft): Promise<boolean> {
  const alphaAt = await around(draft);
  for (let y = -SIZE; y < 2 * SIZE; y++) {
    for (let x = -SIZE; x < 2 * SIZE; x++) {
      const isInside = x >= 0 && y >= 0 && x < SIZE && y < SIZE;
      if (!isInside && alphaAt(x, y) > SOLID) return true;
    }
  }
  return false;
}

describe('things on the canvas', () => {
  it.each(['3d', 'flat', 'blob', 'shaded'])('are cut off in no layout, nor are their signs: %s', async (style) => {
    const pairs = [
      ['cat face', 'pumpkin'],
      ['mouse', 'skateboard'],
      ['bird', 'cow face'],
      ['dagger', 'rocket'],
      ['ghost', 'banana'],
    ] as const;
    const cut: string[] = [];
    for (const [one, other] of pairs) {
      if (![one, other].every((thing) => stage.artwork.picturesOf(style, thing).length > 0)) continue;
      for (const kind of ['count', 'list', ...Object.keys(stage.tables.relations)]) {
        const things =
          kind === 'wearing' ? [shown(style, one), shown(style, 'top hat')] : [shown(style, one), shown(style, other)];
        const signed = things.map((thing) => ({ ...thing, mark: 'sleeping' }));
        const places = placesFor(kind, 2, stage.tables.layouts);
        for (const way of places.length === 0 ? [undefined] : places) {
          for (const all of [things, signed]) {
            if (await isCut(draftOf(style, kind, all, way))) cut.push(`${kind} ${way} ${one} ${other} ${all[0]!.mark}`);
          }
        }
      }
      if (await isCut(draftOf(style, 'single', [shown(style, one, { mark: 'angry' })]))) cut.push(one);
    }
    expect(cut).toEqual([]);
  });

  it('leave their signs a corner', async () => {
    for (const thing of ['cat face', 'pizza', 'ghost', 'owl']) {
      const draft = draftOf('3d', 'single', [shown('3d', thing, { mark: 'sleeping' })]);
      const placed = arranged(draft);
      const sign = layersOf(placed, stage).find(({ role }) => role !== 'thing')!;
      const texture = await textures.of(placed[0]!.picture, 0);
      const alpha = composeLayers([{ texture, flip: false, frame: placed[0]!.frame }], SIZE).subarray(3 * SIZE * SIZE);
      const { x, y, xx: side } = sign.frame;
      let [solid, whole] = [0, 0];
      for (let v = Math.ceil(y); v < y + side; v++) {
        for (let u = Math.ceil(x); u < x + side; u++) {
          whole++;
          if (alpha[v * SIZE + u]! > SOLID) solid++;
        }
      }
      expect(solid / whole, thing).toBeLessThan(0.25);
    }
  });

  it('stand on boards that lie, but on bottles that stand', () => {
    const angleOf = ({ frame, picture, flip }: Placed) => {
      const { angle } = ellipseOf(spreadIn(frame, stage.artwork, picture, flip));
      return angle > 90 ? angle - 180 : angle;
    };
    for (const thing of ['skateboard', 'rocket']) {
      const [rider, board] = arranged(draftOf('flat', 'on', [shown('flat', 'mouse face'), shown('flat', thing)]));
      expect(Math.abs(angleOf(board!)), thing).toBeLessThan(1);
      const [above, below] = [edgesOf(rider!, stage), edgesOf(board!, stage)];
      expect(above.y1 - below.y0, thing).toBeLessThanOrEqual(0.31 * (below.y1 - below.y0));
      expect(above.y1, thing).toBeGreaterThan(below.y0);
    }
    const [, bottle] = arranged(draftOf('flat', 'on', [shown('flat', 'mouse face'), shown('flat', 'baby bottle')]));
    const [, cow] = arranged(draftOf('3d', 'on', [shown('3d', 'bird'), shown('3d', 'mouse')]));
    for (const { frame } of [bottle!, cow!]) expect(frame.yx).toBe(0);
  });

  it.each(['couch', 'horse', 'elephant', 'turtle'])('sit on a %s, and do not hover over its ends', async (base) => {
    for (const style of ['shaded', 'flat', 'simple', '3d'].filter(
      (one) => stage.artwork.picturesOf(one, base).length > 0,
    )) {
      const draft = draftOf(style, 'on', [shown(style, 'dog'), shown(style, base)]);
      const [sitting] = arranged(draft);
      const alpha = await around(draft);
      const { x0, x1, y1 } = edgesOf(sitting!, stage);
      const below = Math.min(SIZE - 1, Math.round(y1) + 2);
      const middle = Math.round((x0 + x1) / 2);
      const isHeld = Array.from({ length: 9 }, (_, k) => alpha(middle - 4 + k, below)).some((one) => one > SOLID);
      expect(isHeld, `${style} ${base}`).toBe(true);
    }
  });

  it('never lie one behind the other along one line', () => {
    for (const style of ['3d', 'flat', 'blob', 'simple', 'shaded']) {
      for (const thing of ['dagger', 'carrot', 'rocket']) {
        if (stage.artwork.picturesOf(style, thing).length === 0) continue;
        for (const way of placesFor('count', 2, stage.tables.layouts)) {
          const pair = arranged(draftOf(style, 'count', [shown(style, thing), shown(style, thing)], way));
          const [a, b] = pair.map(({ frame, picture, flip }) => spreadIn(frame, stage.artwork, picture, flip));
          const { major, minor } = ellipseOf(a!);
          if (major < 2.5 * minor || Math.sign(a!.xy) !== Math.sign(b!.xy)) continue;
          const { angle } = ellipseOf(a!);
          const joins = (Math.atan2(b!.y - a!.y, b!.x - a!.x) * 180) / Math.PI;
          const between = Math.abs(((joins - angle + 270) % 180) - 90);
          expect(between, `${style} ${thing} ${way}`).toBeGreaterThan(30);
        }
      }
    }
  });

  it('leave the mouth of a face that holds them free', () => {
    for (const style of ['3d', 'flat', 'simple']) {
      const [face, book] = arranged(draftOf(style, 'holding', [shown(style, 'fox'), shown(style, 'book')]));
      const [holder, held] = [edgesOf(face!, stage), edgesOf(book!, stage)];
      if (!stage.artwork.isFace(face!.picture)) continue;
      const middle = { x: (holder.x0 + holder.x1) / 2, y: holder.y0 + 0.7 * (holder.y1 - holder.y0) };
      expect(held.x0 > middle.x && held.y0 >= middle.y - 0.5, style).toBe(true);
    }
  });

  it('have faces that can be read, however narrow they are, and no larger than what they are told on takes', () => {
    for (const thing of ['banana', 'carrot', 'pencil', 'pizza']) {
      const draft = draftOf('flat', 'single', [shown('flat', thing, { mood: 'masked' })]);
      const placed = arranged(draft);
      const face = layersOf(placed, stage).find(({ role }) => role === 'mood')!;
      const [, , radius] = stage.artwork.circleOf(placed[0]!.picture);
      const { disc } = stage.tables.layouts.mood;
      const own = (disc * face.frame.xx) / 2 / placed[0]!.frame.xx;
      expect(own, thing).toBeGreaterThan(Math.min(0.2, 1.3 * radius));
      expect(own, thing).toBeLessThan(1.4 * radius);
    }
  });
});
