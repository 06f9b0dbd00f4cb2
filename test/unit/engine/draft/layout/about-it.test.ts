import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { edgesOfFrame } from '../../../../../src/engine/draft/layout/frame.js';
import { type Edges, heightOf, middleOf, widthOf } from '../../../../../src/engine/draft/layout/geometry.js';
import { layersOf } from '../../../../../src/engine/draft/layout/layers.js';
import { type createLabelledAs, placeThings, type Scene } from '../../../../../src/engine/draft/layout/place.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { shippedStage } from '../support/shipped-stage.js';

const SIZE = 128;

let stage: Stage;
let labelledAs: ReturnType<typeof createLabelledAs>;

beforeAll(async () => {
  ({ stage, labelledAs } = await shippedStage(SIZE));
});

const shown = (thing: string, picture: string, flip = false): DraftedThing => ({ thing, picture, flip });

function sceneOf(kind: string, way: Way, things: DraftedThing[]): Scene {
  const [places] = placesFor('beside', 2, stage.tables.layouts, way);
  const draft: Draft = { style: 'simple', kind, places: places!, things, recall: 60 };
  return placeThings(draft, stage, labelledAs);
}

const edges = (one: Placed): Edges => edgesOf(one, stage);
const layers = ({ order, spoken }: Scene) =>
  layersOf(
    order.map((k) => spoken[k]!),
    stage,
  );

describe('who is curled around a thing', () => {
  it('is a head on coils of its own colour, which are behind the thing and before it in turn', () => {
    const scene = sceneOf('beside', 'coiled', [shown('cat', 'twemoji:cat-face'), shown('mug', 'kaleido:mug')]);
    const [cat, mug] = scene.spoken as [Placed, Placed];
    expect(cat.body).toBeUndefined();
    const drawn = layers(scene).map(({ role, shape, picture }) => shape ?? (role === 'thing' ? picture : role));
    expect(drawn).toEqual(['ring', mug.picture, 'coil', 'tail', cat.picture]);
    const coil = layers(scene).find(({ shape }) => shape === 'coil')!;
    expect(coil.picture).toBe(cat.picture);
    const [about, own] = [edgesOfFrame(coil.frame), edges(mug)];
    expect(about.x0).toBeLessThan(own.x0);
    expect(about.x1).toBeGreaterThan(own.x1);
    expect(about.y0).toBeGreaterThan(own.y0);
  });

  it('has more coils about what is long, which stands on end', () => {
    const scene = sceneOf('beside', 'coiled', [shown('snake', 'twemoji:snake'), shown('sword', 'kaleido:sword')]);
    const [, sword] = scene.spoken as [Placed, Placed];
    expect(heightOf(edges(sword))).toBeGreaterThan(2 * widthOf(edges(sword)));
    const coils = layers(scene).filter(({ shape }) => shape === 'coil');
    expect(coils.length).toBe(3);
  });

  it('has its head at the other end where it is mirrored', () => {
    const [cat, mug] = [true, false].map((flip) => {
      const { spoken } = sceneOf('beside', 'coiled', [
        shown('cat', 'twemoji:cat-face', flip),
        shown('mug', 'kaleido:mug'),
      ]);
      return middleOf(edges(spoken[0]!)) - middleOf(edges(spoken[1]!));
    }) as [number, number];
    expect(Math.sign(cat)).toBe(-Math.sign(mug));
  });
});

describe('who is swallowed', () => {
  it.each([
    ['whale', 'noto:whale'],
    ['mimic', 'kaleido:mimic'],
    ['cat', 'twemoji:cat-face'],
    ['cat', 'noto:cat'],
  ])('is smaller, and half in the mouth, behind its lower lip: %s %s', (thing, picture) => {
    const scene = sceneOf('beside', 'swallowed', [shown(thing, picture), shown('man', 'twemoji:man')]);
    const [eater, eaten] = scene.spoken as [Placed, Placed];
    const [around, own] = [edges(eater), edges(eaten)];
    expect(heightOf(own)).toBeLessThan(0.6 * heightOf(around));
    expect(middleOf(own)).toBeGreaterThan(around.x0);
    expect(middleOf(own)).toBeLessThan(around.x1);
    const drawn = layers(scene);
    const man = drawn.findIndex(({ role, picture: one }) => role === 'thing' && one === eaten.picture);
    const lip = drawn.findLast(({ role, rim }) => role === 'thing' && rim !== undefined)!;
    expect(drawn.indexOf(lip)).toBeGreaterThan(man);
    const { y, sag } = lip.rim!;
    const low = lip.frame.y + lip.frame.yy * (y + sag);
    expect(low).toBeLessThan(own.y1);
    expect(low).toBeGreaterThan(own.y0 + 0.5 * heightOf(own));
    // Hands are on the lip.
    expect(drawn.slice(-2).map(({ role, picture: one }) => [role, one])).toEqual([
      ['paw', eaten.picture],
      ['paw', eaten.picture],
    ]);
  });

  it('wears what is worn', () => {
    const hat = shown('pirate hat', 'kaleido:pirate-hat');
    const whale = shown('whale', 'noto:whale');
    const { spoken } = sceneOf('beside, wearing', 'swallowed', [whale, shown('man', 'twemoji:man'), hat]);
    expect(middleOf(edges(spoken[2]!))).toBeCloseTo(middleOf(edges(spoken[1]!)), -1);
  });
});

describe('two animals that are drawn whole', () => {
  it('hold hands by arms of their own fur', () => {
    const scene = sceneOf('beside', 'handed', [shown('otter', 'noto:otter'), shown('otter', 'noto:otter', true)]);
    const marks = layers(scene).filter(({ role }) => role === 'paw');
    expect(marks.map(({ shape }) => shape)).toEqual(['arm', undefined, 'arm', undefined]);
    const [one, other] = marks.filter(({ shape }) => !shape).map(({ frame }) => edgesOfFrame(frame));
    expect(middleOf(one!)).toBeCloseTo(middleOf(other!), 0);
  });
});

describe('who is at a window', () => {
  it('fills it, behind its sill', () => {
    const draft: Draft = {
      style: 'simple',
      kind: 'in front of',
      places: placesFor('in front of', 2, stage.tables.layouts, 'inside')[0]!,
      things: [shown('window', 'twemoji:window'), shown('cat', 'twemoji:cat-face')],
      recall: 60,
    };
    const [pane, cat] = placeThings(draft, stage, labelledAs).spoken as [Placed, Placed];
    expect(heightOf(edges(cat))).toBeGreaterThan(0.5 * heightOf(edges(pane)));
    expect(edges(cat).y0).toBeGreaterThan(edges(pane).y0);
  });
});

describe('several in one garment', () => {
  const sharing = (wearer: DraftedThing, worn: DraftedThing, copies: number): Scene => {
    const all: DraftedThing = { ...wearer, group: { copies, way: 'stack' } };
    return placeThings({ style: 'simple', kind: 'wearing', things: [all, worn], recall: 60 }, stage, labelledAs);
  };

  it('are heads above each other, of which the lowest has the body in it', () => {
    const scene = sharing(shown('cat', 'twemoji:cat-face'), shown('coat', 'noto:coat'), 3);
    const drawn = layers(scene).map(({ role, picture }) => (role === 'thing' ? picture : role));
    const [raccoons, coat] = scene.spoken as [Placed, Placed];
    expect(drawn).toEqual(['body', coat.picture, raccoons.picture, raccoons.picture, raccoons.picture]);
    const heads = layers(scene).slice(2);
    expect(heads[0]!.frame.y).toBeGreaterThan(heads[1]!.frame.y);
    expect(heads[1]!.frame.y).toBeGreaterThan(heads[2]!.frame.y);
    expect(edges(coat).y0).toBeGreaterThan(heads[0]!.frame.y);
    expect(edges(raccoons).y1).toBeLessThanOrEqual(SIZE);
  });

  it('are side by side where two look out of a hood', () => {
    const scene = sharing(shown('cat', 'twemoji:cat-face'), shown('hoodie', 'kaleido:hoodie'), 2);
    const [cats, hoodie] = scene.spoken as [Placed, Placed];
    expect(layers(scene).filter(({ picture }) => picture === hoodie.picture).length).toBe(1);
    expect(edges(hoodie).x0).toBeLessThanOrEqual(edges(cats).x0 + 1);
    expect(edges(hoodie).x1).toBeGreaterThanOrEqual(edges(cats).x1 - 1);
  });
});
