import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange } from '../../../../../src/engine/draft/layout/arrange.js';
import { bareOf } from '../../../../../src/engine/draft/layout/bodied.js';
import { embodied } from '../../../../../src/engine/draft/layout/embodied.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { signBehindOf } from '../../../../../src/engine/draft/layout/signs.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: 128 };
});

function alone(thing: DraftedThing, way?: Way): Placed {
  const [places] = placesFor('single', 1, stage.tables.layouts, way);
  const draft: Draft = {
    style: 'simple',
    kind: 'single',
    things: [thing],
    recall: 60,
    ...(places === undefined ? {} : { places }),
  };
  return arrange(embodied(actorsOf(draft, stage.tables, stage.artwork), draft, stage), draft, stage)[0]!;
}

describe('a thing with limbs', () => {
  const cup = { thing: 'coffee', picture: 'twemoji:hot-beverage', flip: false };
  const reach = (placed: Placed) => {
    const [all, own] = [edgesOf(placed, stage), edgesOf(bareOf(placed), stage)];
    return { left: own.x0 - all.x0, right: all.x1 - own.x1, below: all.y1 - own.y1 };
  };

  it('stands on legs alone', () => {
    const { left, right, below } = reach(alone(cup, 'legged'));
    expect(below).toBeGreaterThan(20);
    expect(Math.max(left, right)).toBe(0);
  });

  it('holds its arms out on both sides', () => {
    const { left, right, below } = reach(alone(cup, 'armed'));
    expect(Math.min(left, right)).toBeGreaterThan(6);
    expect(below).toBeLessThan(5);
  });

  it('has both where both are asked for, whatever it is', () => {
    const house = { thing: 'house', picture: 'twemoji:house', flip: false };
    for (const one of [cup, house]) {
      const { left, right, below } = reach(alone(one, 'limbed'));
      expect(Math.min(left, right, below)).toBeGreaterThan(5);
    }
  });
});

describe('what burns', () => {
  const burning = (thing: string, flip: boolean) =>
    alone({ thing, picture: `twemoji:${thing === 'skull' ? 'skull' : 'automobile'}`, flip, mark: 'burning' });

  it.each([true, false])('trails flames behind it where it drives (mirrored: %s)', (flip) => {
    const car = burning('car', flip);
    const [own, flames] = [edgesOf(car, stage), signBehindOf(car, stage)!];
    const [ahead, behind] = [own.x0 - flames.x0, flames.x1 - own.x1];
    expect(flip ? ahead : behind).toBeGreaterThan(15);
    expect(flip ? behind : ahead).toBeLessThan(0);
  });

  it('has them about it where it is anything else', () => {
    const skull = burning('skull', false);
    const [own, flames] = [edgesOf(skull, stage), signBehindOf(skull, stage)!];
    expect(flames.y0).toBeLessThan(own.y0);
    expect(flames.x0).toBeLessThan(own.x0);
    expect(flames.x1).toBeGreaterThan(own.x1);
  });
});
