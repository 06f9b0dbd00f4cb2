import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange } from '../../../../../src/engine/draft/layout/arrange.js';
import { embodied } from '../../../../../src/engine/draft/layout/embodied.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: 128 };
});

const shown = (thing: string, picture: string): DraftedThing => ({ thing, picture, flip: false });

function placed(kind: string, things: DraftedThing[], way: Way): Placed[] {
  const [places] = placesFor(kind, things.length, stage.tables.layouts, way);
  const draft = { style: 'simple', kind, things, recall: 60, ...(places === undefined ? {} : { places }) };
  return arrange(embodied(actorsOf(draft, stage.tables, stage.artwork), draft, stage), draft, stage);
}

describe('what is a house', () => {
  const mushroom = () => shown('mushroom', 'twemoji:mushroom');

  it('has a door by itself, behind somebody and in a place, and nobody else has one', () => {
    const isHouse = (kind: string, things: DraftedThing[], way: Way = 'housed') =>
      placed(kind, things, way).map((one) => one.isHouse === true);
    expect(isHouse('single', [mushroom()])).toEqual([true]);
    expect(isHouse('in front of', [shown('frog', 'twemoji:frog'), mushroom()])).toEqual([false, true]);
    expect(isHouse('in front of', [mushroom(), shown('gym', 'kaleido:gym')])).toEqual([true, false]);
    expect(isHouse('in front of', [shown('frog', 'twemoji:frog'), mushroom()], 'fitted')).toEqual([false, false]);
  });
});

describe('who is drawn whole, and so in no pose of ours', () => {
  const rex = () => shown('t-rex', 'twemoji:t-rex');

  it('stands on the head on a mat for yoga where it is alone, and upright anywhere else', () => {
    const [alone] = placed('single', [rex()], 'stretching');
    expect(alone!.frame.yy).toBeLessThan(0);
    expect(alone!.paws).toHaveLength(1);
    const [there] = placed('in front of', [rex(), shown('gym', 'kaleido:gym')], 'stretching');
    expect(there!.frame.yy).toBeGreaterThan(0);
  });

  it.each([
    ['meditating', 1],
    ['snowboarding', 1],
    ['skiing', 4],
    ['boxing', 2],
    ['running', 5],
    ['jumping', 1],
    ['flying', 5],
    ['dancing', 0],
  ] as const)('has what belongs to it: %s', (pose, marks) => {
    expect(placed('single', [rex()], pose)[0]!.paws ?? []).toHaveLength(marks);
  });

  it('has no more than its body where that is ours', () => {
    const [cat] = placed('single', [shown('cat', 'twemoji:cat-face')], 'skiing');
    expect(cat!.body?.pose).toBe('skiing');
    expect(cat!.paws).toBeUndefined();
  });

  it('is off what it jumps on, whoever it is', () => {
    const bed = shown('bed', 'twemoji:bed');
    for (const one of [rex(), shown('cat', 'twemoji:cat-face')]) {
      const above = ([who, base]: Placed[]) => {
        const [own, under] = [edgesOf(who!, stage), edgesOf(base!, stage)];
        return (under.y1 - own.y1) / (under.y1 - under.y0);
      };
      const up = placed('on', [one, bed], 'jumping');
      expect(up[0]!.paws).toHaveLength(3);
      expect(above(up)).toBeGreaterThan(above(placed('on', [one, bed], 'running')) + 0.1);
    }
  });
});
