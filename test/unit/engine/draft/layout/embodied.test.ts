import { beforeAll, describe, expect, it } from 'vitest';
import { POSED } from '../../../../../src/engine/draft/bodies/index.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { bodyIn } from '../../../../../src/engine/draft/layout/bodied.js';
import { layersOf } from '../../../../../src/engine/draft/layout/layers.js';
import { type createLabelledAs, placeThings } from '../../../../../src/engine/draft/layout/place.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { shippedStage } from '../support/shipped-stage.js';

const SIZE = 128;

let stage: Stage;
let labelledAs: ReturnType<typeof createLabelledAs>;

beforeAll(async () => {
  ({ stage, labelledAs } = await shippedStage(SIZE));
});

const shown = (thing: string, picture: string, more: Partial<DraftedThing> = {}): DraftedThing => ({
  thing,
  picture,
  flip: false,
  ...more,
});
const cat = (more: Partial<DraftedThing> = {}) => shown('cat', 'twemoji:cat-face', more);
const grandma = () => shown('old woman', 'twemoji:old-woman');

function placed(kind: string, things: DraftedThing[], way?: Way): readonly Placed[] {
  const [places] = placesFor(kind, things.length, stage.tables.layouts, way);
  const draft: Draft = { style: 'simple', kind, ...(places === undefined ? {} : { places }), things, recall: 60 };
  return placeThings(draft, stage, labelledAs).spoken;
}

const poses = (all: readonly Placed[]) => all.map(({ body }) => body?.pose);

describe('a head', () => {
  it('has a body where it rides, sits, lies, stands somewhere, lifts or holds', () => {
    expect(poses(placed('on', [grandma(), shown('motorcycle', 'twemoji:motorcycle')], 'fitted'))[0]).toBe('riding');
    expect(poses(placed('on', [grandma(), shown('bench', 'kaleido:bench')], 'fitted'))[0]).toBe('sitting');
    expect(poses(placed('on', [cat(), shown('skateboard', 'twemoji:skateboard')], 'fitted'))[0]).toBe('balancing');
    const asleep = cat({ mood: 'sleeping' });
    expect(poses(placed('on', [asleep, shown('couch', 'twemoji:couch-and-lamp')], 'fitted'))[0]).toBe('lying');
    expect(poses(placed('on', [asleep, shown('armchair', 'kaleido:armchair')], 'fitted'))[0]).toBe('sitting');
    expect(poses(placed('in front of', [grandma(), shown('gym', 'kaleido:gym')], 'fitted'))[0]).toBe('standing');
    expect(poses(placed('holding', [cat(), shown('dumbbell', 'kaleido:dumbbell')], 'fitted'))[0]).toBe('holding');
    expect(poses(placed('beside', [grandma(), shown('snowman', 'twemoji:snowman')]))[0]).toBe('standing');
  });

  it('has a body beside somebody else, and a child a smaller one', () => {
    const pair = placed('beside', [grandma(), shown('girl', 'twemoji:girl')]);
    expect(poses(pair)).toEqual(['standing', 'standing']);
    const [tall, small] = pair.map((one) => edgesOf(one, stage));
    expect(small!.y1 - small!.y0).toBeLessThan(0.95 * (tall!.y1 - tall!.y0));
  });

  it('has none by itself, beside a head, on a head, or where it eats', () => {
    expect(poses(placed('single', [cat()]))).toEqual([undefined]);
    expect(poses(placed('beside', [cat(), grandma()]))).toEqual([undefined, undefined]);
    expect(poses(placed('on', [cat(), shown('dog', 'twemoji:dog-face')], 'fitted'))).toEqual([undefined, undefined]);
    expect(poses(placed('holding', [cat(), shown('pizza', 'twemoji:pizza')], 'eaten'))[0]).toBeUndefined();
  });

  it.each(POSED)('is in the pose of what it does, by itself and somewhere: %s', (pose) => {
    expect(poses(placed('single', [cat()], pose))).toEqual([pose]);
    expect(poses(placed('in front of', [cat(), shown('gym', 'kaleido:gym')], pose))[0]).toBe(pose);
    expect(poses(placed('count', [cat(), cat()], pose))).toEqual([pose, pose]);
  });

  it('has its hands over what it plays behind', () => {
    expect(poses(placed('in front of', [shown('piano', 'kaleido:piano'), cat()], 'inside'))[1]).toBe('holding');
  });

  it('has what it juggles and lifts over its head', () => {
    const balls = shown('beach ball', 'kaleido:beach-ball', { group: { copies: 3, way: 'row' } });
    const [juggler, tossed] = placed('holding', [cat(), balls], 'juggling');
    expect(tossed!.each).toHaveLength(3);
    expect(edgesOf(tossed!, stage).y0).toBeLessThan(edgesOf(juggler!, stage).y0);
    const [lifter, bar] = placed('holding', [cat(), shown('barbell', 'kaleido:barbell')], 'lifting');
    const own = edgesOf(lifter!, stage);
    expect(edgesOf(bar!, stage).y1).toBeLessThan(own.y0 + 0.3 * (own.y1 - own.y0));
  });

  it('has none in the hands of whoever has no hands in the world, nor on a rider', () => {
    const octopus = stage.artwork.picturesOf('simple', 'octopus')[0]!;
    const held = placed('holding', [
      shown('octopus', stage.artwork.slugOf(octopus)),
      shown('gem', 'twemoji:gem-stone'),
    ]);
    expect(poses(held)[0]).toBeUndefined();
    const ridden = shown('motorcycle', 'emojione:motorcycle');
    expect(poses(placed('on', [grandma(), ridden], 'fitted'))[0]).toBeUndefined();
  });
});

describe('a body', () => {
  it('is within the box of its head, is painted below that, and is on the canvas', () => {
    const [rider] = placed('on', [grandma(), shown('motorcycle', 'twemoji:motorcycle')], 'fitted') as [Placed];
    const { x0, y0, x1, y1 } = edgesOf(rider, stage);
    const { frame } = bodyIn(rider, stage.artwork)!;
    expect(Math.min(x0, y0)).toBeGreaterThan(-0.5);
    expect(Math.max(x1, y1)).toBeLessThan(SIZE + 0.5);
    expect(frame.x).toBeGreaterThanOrEqual(x0 - 0.5);
    expect(y1).toBeLessThanOrEqual(frame.y + frame.yy + 0.5);
    expect(layersOf([rider], stage).map(({ role }) => role)).toEqual(['body', 'thing']);
  });

  it('looks where what is ridden goes, whichever way that is mirrored', () => {
    const looks = (flip: boolean, isBaseFlipped: boolean) => {
      const bike = shown('motorcycle', 'twemoji:motorcycle', { flip: isBaseFlipped });
      const [rider] = placed('on', [{ ...grandma(), flip }, bike], 'fitted') as [Placed];
      return bodyIn(rider, stage.artwork)!.flip;
    };
    expect([looks(false, false), looks(true, false)]).toEqual([false, false]);
    expect([looks(false, true), looks(true, true)]).toEqual([true, true]);
  });

  it('lies along a couch, the head upright, above its seat and below the top of its back', () => {
    const [sleeper, couch] = placed(
      'on',
      [cat({ mood: 'sleeping' }), shown('couch', 'twemoji:couch-and-lamp')],
      'fitted',
    ) as [Placed, Placed];
    const [own, under] = [edgesOf(sleeper, stage), edgesOf(couch, stage)];
    expect(sleeper.frame.yx).toBe(0);
    expect(own.x1 - own.x0).toBeGreaterThan(own.y1 - own.y0);
    expect(own.y1).toBeGreaterThan(under.y0 + 0.5 * (under.y1 - under.y0));
    expect(own.y1).toBeLessThan(under.y1);
  });

  it('is behind what is worn on it, and that behind the head', () => {
    const shirt = shown('t-shirt', 'twemoji:t-shirt');
    const all = placed('on, wearing', [grandma(), shown('motorcycle', 'twemoji:motorcycle'), shirt], 'fitted');
    const [rider, bike, worn] = all as [Placed, Placed, Placed];
    const layers = layersOf([bike, worn, rider], stage);
    expect(layers.map(({ role, picture }) => [role, picture])).toEqual([
      ['thing', bike.picture],
      ['body', rider.picture],
      ['thing', worn.picture],
      ['thing', rider.picture],
    ]);
    const [own, clothes] = [edgesOf(rider, stage), edgesOf(worn, stage)];
    expect(clothes.y1).toBeLessThan(own.y1);
  });

  it('is moved with its head into a box', () => {
    const things = [grandma(), shown('bench', 'kaleido:bench')];
    const box = { label: 'old woman', x0: 0.25, y0: 0, x1: 0.75, y1: 1 };
    const [places] = placesFor('on', 2, stage.tables.layouts, 'fitted');
    const draft: Draft = { style: 'simple', kind: 'on', places: places!, things, boxes: [box], recall: 60 };
    const { x0, x1 } = edgesOf(placeThings(draft, stage, labelledAs).spoken[0]!, stage);
    expect(x0 / SIZE).toBeGreaterThan(0.2);
    expect(x1 / SIZE).toBeLessThan(0.8);
  });
});
