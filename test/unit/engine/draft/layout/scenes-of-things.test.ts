import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { layersOf } from '../../../../../src/engine/draft/layout/layers.js';
import {
  eachOf,
  edgesOf,
  eyesOf,
  headOf,
  type Placed,
  type Stage,
} from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

const SIZE = 128;

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
});

const shown = (thing: string, picture: string, more: Partial<DraftedThing> = {}): DraftedThing => ({
  thing,
  picture,
  flip: false,
  ...more,
});

function draftOf(kind: string, way: Way, things: DraftedThing[]): Draft {
  const [places] = placesFor(kind, things.length, stage.tables.layouts, way);
  return { style: 'flat', kind, ...(places === undefined ? {} : { places }), things, recall: 60 };
}

function laidOut(kind: string, way: Way, things: DraftedThing[]) {
  const draft = draftOf(kind, way, things);
  const actors = actorsOf(draft, stage.tables, stage.artwork);
  const placed = arrange(actors, draft, stage);
  const order = paintingOrder(actors, draft, stage);
  return { placed, order, edges: placed.map((one) => edgesOf(one, stage)) };
}

const cat = () => shown('cat', 'twemoji:cat-face');
const dog = () => shown('dog', 'twemoji:dog-face');
const overlap = (one: [number, number], other: [number, number]) =>
  Math.min(one[1], other[1]) - Math.max(one[0], other[0]);

describe('who sleeps', () => {
  const asleep = { mood: 'sleeping' };

  it.each([
    ['desk', 'kaleido:desk'],
    ['couch', 'noto-v1:couch-and-lamp'],
    ['laptop', 'noto-v1:laptop'],
    ['bed', 'twemoji:bed'],
  ])('lies on their side on a %s, within its width', (thing, slug) => {
    const { placed, edges } = laidOut('on', 'fitted', [shown('cat', 'twemoji:cat-face', asleep), shown(thing, slug)]);
    expect(placed[0]!.frame.xx).toBe(0);
    expect(placed[0]!.frame.yx).toBeLessThan(0);
    expect(edges[0]!.x0).toBeGreaterThan(edges[1]!.x0);
    expect(edges[0]!.x1).toBeLessThan(edges[1]!.x1);
    expect(edges[0]!.y1).toBeGreaterThan(edges[1]!.y0);
  });

  it('sits on a chair, and so does whoever is awake on a couch', () => {
    const sitting = [
      [shown('cat', 'twemoji:cat-face', asleep), shown('throne', 'kaleido:throne')],
      [cat(), shown('couch', 'noto-v1:couch-and-lamp')],
    ];
    for (const things of sitting) expect(laidOut('on', 'fitted', things).placed[0]!.frame.yx).toBe(0);
  });
});

describe('what somebody cooks', () => {
  it('is within the pan that is in the hand', () => {
    const things = [cat(), shown('frying pan', 'kaleido:frying-pan'), shown('bacon', 'twemoji:bacon')];
    const { edges, order } = laidOut('holding, holding', 'cooked', things);
    const [, pan, food] = edges;
    expect(order.indexOf(2)).toBeGreaterThan(order.indexOf(1));
    expect(food!.x0).toBeGreaterThan(pan!.x0);
    expect(food!.x1).toBeLessThan(pan!.x1);
    expect(food!.y0).toBeGreaterThan(pan!.y0);
    expect(food!.y1).toBeLessThan(pan!.y1);
  });
});

describe('who is under a table', () => {
  it('is between its legs, smaller than it', () => {
    const { edges, order } = laidOut('below', 'sheltered', [dog(), shown('table', 'kaleido:table')]);
    const [own, table] = edges;
    expect(order).toEqual([1, 0]);
    expect(own!.x0).toBeGreaterThan(table!.x0);
    expect(own!.x1).toBeLessThan(table!.x1);
    expect(own!.y0).toBeGreaterThan(table!.y0);
    expect(own!.y1).toBeCloseTo(table!.y1, 0);
  });
});

describe('who is in something', () => {
  const ducks = { group: { copies: 3, way: 'row' as const } };

  it.each([
    ['bathtub', 'noto-v1:bathtub', 0.56],
    ['basket', 'fluent-emoji-flat:basket', 0.37],
    ['wastebasket', 'twemoji:wastebasket', 0.02],
  ])('is within the opening of a %s, and below its rim, not below its box', (thing, slug, rim) => {
    const things = [shown(thing, slug), shown('duck', 'twemoji:duck', ducks)];
    const { placed, edges } = laidOut('in front of', 'inside', things);
    const [holder, inner] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(inner.x0).toBeGreaterThan(holder.x0);
    expect(inner.x1).toBeLessThan(holder.x1);
    const y = placed[0]!.frame.y + rim * placed[0]!.frame.yy;
    expect(inner.y0).toBeLessThan(y);
    expect(inner.y1).toBeGreaterThan(y);
    expect(inner.y1).toBeLessThan(holder.y1);
  });

  it('is before its inside and behind its front wall', () => {
    const { placed, order } = laidOut('in front of', 'inside', [shown('basket', 'twemoji:basket'), cat()]);
    const layers = layersOf(
      order.map((k) => placed[k]!),
      stage,
    );
    const holder = placed[0]!.picture;
    expect(layers.map(({ picture }) => picture)).toEqual([holder, placed[1]!.picture, holder]);
    expect(layers.map(({ rim }) => rim !== undefined)).toEqual([false, false, true]);
  });

  it('keeps its face above the rim', () => {
    const things = [shown('bathtub', 'noto-v1:bathtub'), shown('beaver', 'noto:beaver')];
    const { placed } = laidOut('in front of', 'inside', things);
    const y = placed[0]!.frame.y + 0.56 * placed[0]!.frame.yy;
    expect(eyesOf(placed[1]!, stage)!.eyes.y).toBeLessThan(y);
  });

  it('is heaped up over the rim of what is full of it', () => {
    const coins = { group: { copies: 6, way: 'pile' as const } };
    const things = [shown('treasure chest', 'twemoji:treasure-chest'), shown('coin', 'twemoji:coin', coins)];
    const { placed, edges } = laidOut('in front of', 'inside', things);
    const [chest, heap] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(heap.x0).toBeGreaterThan(chest.x0);
    expect(heap.x1).toBeLessThan(chest.x1);
    expect(heap.y1).toBeGreaterThan(placed[0]!.frame.y + 0.58 * placed[0]!.frame.yy);
  });

  it('wears what it wears there', () => {
    const hat = shown('top hat', 'twemoji:top-hat');
    const { edges } = laidOut('in front of, wearing', 'inside', [shown('basket', 'twemoji:basket'), cat(), hat]);
    expect(edges[2]!.y1).toBeLessThan(edges[0]!.y1);
    expect(edges[2]!.y0).toBeLessThan(edges[1]!.y0);
  });
});

describe('who drives', () => {
  it('looks out of the window, behind the door', () => {
    const { placed, edges } = laidOut('in front of', 'inside', [shown('car', 'twemoji:automobile'), cat()]);
    const [car, driver] = edges as [(typeof edges)[0], (typeof edges)[0]];
    const door = placed[0]!.frame.y + 0.44 * placed[0]!.frame.yy;
    expect(eyesOf(placed[1]!, stage)!.eyes.y).toBeLessThan(door);
    expect(driver.y1).toBeGreaterThan(door);
    expect(driver.x1 - driver.x0).toBeLessThan(0.5 * (car.x1 - car.x0));
  });
});

describe('who swims', () => {
  it('is behind the next wave with the lower part', () => {
    const things = [shown('cat', 'twemoji:cat-face'), shown('open sea', 'kaleido:open-sea')];
    const { placed, edges } = laidOut('in front of', 'fitted', things);
    expect(placed[1]!.rim).toBeDefined();
    const water = placed[1]!.frame.y + placed[1]!.rim!.y * placed[1]!.frame.yy;
    expect(edges[0]!.y0).toBeLessThan(water);
    expect(edges[0]!.y1).toBeGreaterThan(water);
  });
});

describe('who is under something', () => {
  it('stands on the same ground, smaller, before or beside its stem', () => {
    const things = [shown('hedgehog', 'twemoji:hedgehog'), shown('mushroom', 'twemoji:mushroom')];
    const { edges, order } = laidOut('below', 'sheltered', things);
    const [small, cover] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(small.y1).toBeCloseTo(cover.y1);
    expect(small.y0).toBeGreaterThan(cover.y0 + 0.3 * (cover.y1 - cover.y0));
    expect(small.x1 - small.x0).toBeLessThan(0.7 * (cover.x1 - cover.x0));
    expect(order).toEqual([1, 0]);
  });

  it('has weather up in a corner, and does not stand on it', () => {
    const { edges, order } = laidOut('below', 'sheltered', [
      shown('snowman', 'twemoji:snowman'),
      shown('sun', 'twemoji:sun'),
    ]);
    const [snowman, sun] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect((sun.y0 + sun.y1) / 2).toBeLessThan(snowman.y0 + 0.25 * (snowman.y1 - snowman.y0));
    expect(sun.x1 - sun.x0).toBeLessThan(snowman.y1 - snowman.y0);
    expect(order).toEqual([1, 0]);
  });
});

describe('three things', () => {
  it('are held before the chin and in a hand, and leave a face free', () => {
    const things = [cat(), shown('teacup', 'twemoji:teacup-without-handle'), shown('balloon', 'twemoji:balloon')];
    const { edges } = laidOut('holding, holding', 'fitted', things);
    const [face, cup, balloon] = edges as [(typeof edges)[0], (typeof edges)[0], (typeof edges)[0]];
    expect(cup.y0).toBeGreaterThan(face.y0 + 0.7 * (face.y1 - face.y0));
    expect(cup.x0 + cup.x1).toBeCloseTo(face.x0 + face.x1, 0);
    const hidden = overlap([balloon.x0, balloon.x1], [face.x0, face.x1]) / (face.x1 - face.x0);
    expect(hidden).toBeLessThan(0.25);
  });

  it('keep what somebody holds where a third is beside or below them', () => {
    const pizza = shown('pizza', 'twemoji:pizza');
    const couch = shown('couch', 'twemoji:couch-and-lamp');
    const { edges } = laidOut('holding, on', 'fitted', [cat(), pizza, couch]);
    expect(overlap([edges[0]!.x0, edges[0]!.x1], [edges[1]!.x0, edges[1]!.x1])).toBeGreaterThan(0);
    expect(edges[0]!.y1).toBeLessThan(edges[2]!.y1);
    const beside = laidOut('holding, beside', 'fitted', [cat(), pizza, dog()]).edges;
    expect(beside[2]!.x0).toBeGreaterThan(beside[0]!.x0 + 0.7 * (beside[0]!.x1 - beside[0]!.x0));
  });

  it('sit side by side on what both are on', () => {
    const { edges } = laidOut('beside, on', 'fitted', [cat(), dog(), shown('couch', 'twemoji:couch-and-lamp')]);
    const [one, other, couch] = edges as [(typeof edges)[0], (typeof edges)[0], (typeof edges)[0]];
    expect(one.y1).toBeCloseTo(other.y1);
    expect(one.x1).toBeLessThan(other.x1);
    expect(one.y1).toBeLessThan(couch.y1);
  });
});

describe('a drawing of our own', () => {
  it('has others on it though no seat of it was measured', () => {
    const { edges } = laidOut('on', 'fitted', [cat(), shown('puddle', 'kaleido:puddle')]);
    for (const { x0, y0, x1, y1 } of edges) expect([x0, y0, x1, y1].every(Number.isFinite)).toBe(true);
    expect(edges[0]!.y1).toBeLessThan(edges[1]!.y1);
  });
});

describe('what is small on something', () => {
  it('is several pieces of fruit on a dish, and no wider than it', () => {
    const { placed, edges } = laidOut('holding', 'topped', [
      shown('pancakes', 'twemoji:pancakes'),
      shown('blueberries', 'twemoji:blueberries', { group: { copies: 3, way: 'rows' } }),
    ]);
    expect(eachOf(placed[1]!, stage)).toHaveLength(3);
    const [dish, fruit] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(fruit.x1 - fruit.x0).toBeLessThan(0.75 * (dish.x1 - dish.x0));
    expect(overlap([fruit.y0, fruit.y1], [dish.y0, dish.y1])).toBeGreaterThan(0);
  });

  it.each([
    ['pizza', 'twemoji:pizza', 4],
    ['cake', 'noto:birthday-cake', 3],
    ['bento box', 'twemoji:bento-box', 6],
  ])('lies scattered on the face of a %s, in no line', (thing, slug, copies) => {
    const { placed } = laidOut('holding', 'topped', [
      shown(thing, slug),
      shown('cherries', 'twemoji:cherries', { group: { copies, way: 'rows' } }),
    ]);
    const each = eachOf(placed[1]!, stage).map((one) => edgesOf(one, stage));
    const [x, y, radius] = stage.artwork.circleOf(placed[0]!.picture);
    const { frame } = placed[0]!;
    expect(each).toHaveLength(copies);
    for (const { x0, x1, y0, y1 } of each) {
      const far = Math.hypot((x0 + x1) / 2 - frame.x - x * frame.xx, (y0 + y1) / 2 - frame.y - y * frame.yy);
      expect(far).toBeLessThan(radius * frame.xx);
    }
    expect(new Set(each.map(({ y0 }) => Math.round(y0 / 2))).size).toBeGreaterThan(2);
  });

  it.each([1, 4])('is within the rim of a plate: %i', (copies) => {
    const group = copies > 1 ? { group: { copies, way: 'row' as const } } : {};
    const { placed, edges } = laidOut('on', 'fitted', [
      shown('cookie', 'twemoji:cookie', group),
      shown('fork and knife with plate', 'twemoji:fork-and-knife-with-plate'),
    ]);
    const [food, plate] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(eachOf(placed[0]!, stage)).toHaveLength(copies);
    expect(food.x1 - food.x0).toBeLessThan(0.6 * (plate.x1 - plate.x0));
    expect(food.y0).toBeGreaterThan(plate.y0);
    expect(food.y1).toBeLessThan(plate.y1);
  });

  it.each([
    ['a face', 'twemoji:cat-face', 'cat'],
    ['a whole animal', 'noto:beaver', 'beaver'],
  ])('is half as wide as the head of %s at most, above its eyes', (_, slug, thing) => {
    const { placed, edges } = laidOut('on', 'fitted', [shown('orange', 'noto:tangerine'), shown(thing, slug)]);
    const [fruit, all] = edges as [(typeof edges)[0], (typeof edges)[0]];
    const head = headOf(placed[1]!, stage) ?? all;
    expect(fruit.x1 - fruit.x0).toBeLessThanOrEqual(0.5 * (head.x1 - head.x0) + 1);
    expect(fruit.y1).toBeLessThan(eyesOf(placed[1]!, stage)!.eyes.y);
    expect(fruit.y1).toBeGreaterThan(head.y0);
  });

  it('is a gem on the guard of a dagger, a quarter as long', () => {
    const { edges } = laidOut('holding', 'set', [shown('dagger', 'twemoji:dagger'), shown('gem', 'twemoji:gem-stone')]);
    const [dagger, gem] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(gem.x1 - gem.x0).toBeLessThan(0.3 * (dagger.x1 - dagger.x0));
    expect(gem.x0).toBeGreaterThan(dagger.x0 + 0.4 * (dagger.x1 - dagger.x0));
    expect(gem.y1).toBeLessThan(dagger.y0 + 0.6 * (dagger.y1 - dagger.y0));
  });
});

describe('several under a tree', () => {
  it('are at its foot, on the same ground', () => {
    const gifts = { group: { copies: 3, way: 'row' as const } };
    const tree = shown('christmas tree', 'twemoji:christmas-tree');
    const { edges } = laidOut('below', 'sheltered', [shown('gift', 'twemoji:wrapped-gift', gifts), tree]);
    const [row, over] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(row.y1).toBeCloseTo(over.y1, 0);
    expect(row.y0).toBeGreaterThan(over.y0 + 0.5 * (over.y1 - over.y0));
  });
});

describe('what each of several has', () => {
  it('is above each head, and over no feet of who stands behind', () => {
    const four = { group: { copies: 4, way: 'rows' as const } };
    const { placed } = laidOut('wearing', 'fitted', [
      shown('cat', 'twemoji:cat-face', four),
      shown('crown', 'twemoji:crown'),
    ]);
    const [cats, crowns] = placed.map((one) => eachOf(one, stage).map((each) => edgesOf(each, stage)));
    expect(crowns).toHaveLength(4);
    for (const crown of crowns!)
      for (const one of cats!)
        if (one.y1 < crown.y1) expect(crown.y0).toBeGreaterThan(one.y0 + 0.6 * (one.y1 - one.y0));
  });

  const two = { group: { copies: 2, way: 'row' as const } };

  it('is worn by each', () => {
    const things = [shown('cat', 'twemoji:cat-face', two), shown('top hat', 'twemoji:top-hat')];
    const { placed } = laidOut('wearing', 'fitted', things);
    const [cats, hats] = placed.map((one) => eachOf(one, stage).map((each) => edgesOf(each, stage)));
    expect(hats).toHaveLength(2);
    for (const [k, hat] of hats!.entries()) {
      expect((hat.x0 + hat.x1) / 2).toBeCloseTo((cats![k]!.x0 + cats![k]!.x1) / 2, 0);
    }
  });

  it('is a pair of boots under each', () => {
    const boots = shown('boot', 'twemoji:womans-boot');
    const { placed } = laidOut('holding', 'fitted', [shown('cat', 'twemoji:cat-face', two), boots]);
    const pairs: Placed[] = eachOf(placed[1]!, stage);
    expect(pairs).toHaveLength(4);
    for (const boot of pairs) {
      expect(edgesOf(boot, stage).y1).toBeGreaterThan(edgesOf(placed[0]!, stage).y1);
    }
  });
});

describe('what burns', () => {
  it('leaves room for flames above and on both sides', () => {
    const draft: Draft = {
      style: 'flat',
      kind: 'single',
      things: [shown('cat', 'twemoji:cat-face', { mark: 'burning' })],
      recall: 60,
    };
    const [placed] = arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage) as [Placed];
    const { x0, x1, y0 } = edgesOf(placed, stage);
    expect(x1 - x0).toBeLessThan(0.66 * SIZE);
    expect(y0).toBeGreaterThan(0.25 * SIZE);
  });
});

describe('a place', () => {
  const desert = () => shown('desert', 'noto:desert');

  it('has several in its lower part, side by side, and is behind them', () => {
    const { edges, order } = laidOut('beside, in front of', 'fitted', [cat(), dog(), desert()]);
    const [one, other, scene] = edges as [(typeof edges)[0], (typeof edges)[0], (typeof edges)[0]];
    expect(order[0]).toBe(2);
    expect(one.x0).toBeGreaterThan(scene.x0);
    expect(other.x1).toBeLessThan(scene.x1);
    expect(one.y1).toBeCloseTo(other.y1);
    expect(scene.y1 - one.y1).toBeLessThan(0.1 * SIZE);
    expect(one.y1 - one.y0).toBeGreaterThan(0.3 * SIZE);
  });

  it('has who is beside somebody in it there too', () => {
    const { edges, order } = laidOut('in front of, beside', 'fitted', [cat(), desert(), dog()]);
    const [, scene, other] = edges as [(typeof edges)[0], (typeof edges)[0], (typeof edges)[0]];
    expect(order[0]).toBe(1);
    expect(other.x1).toBeLessThan(scene.x1);
  });

  it('has what is above it up in its sky', () => {
    const { edges, order } = laidOut('above', 'fitted', [cat(), desert()]);
    const [upper, scene] = edges as [(typeof edges)[0], (typeof edges)[0]];
    expect(order).toEqual([1, 0]);
    expect(upper.y0).toBeGreaterThan(scene.y0);
    expect(upper.y1).toBeLessThan((scene.y0 + scene.y1) / 2 + 0.12 * SIZE);
  });
});

describe('who is under furniture', () => {
  it.each([
    ['table', 'kaleido:table', 0.24],
    ['desk', 'kaleido:desk', 0.2],
    ['chair', 'twemoji:chair', 0.7],
  ])('is wholly below the underside of a %s, and within its width', (thing, slug, ends) => {
    for (const who of [cat(), dog(), shown('cat', 'twemoji:cat')]) {
      const [own, over] = laidOut('below', 'sheltered', [who, shown(thing, slug)]).edges;
      expect(own!.y0).toBeGreaterThanOrEqual(over!.y0 + ends * (over!.y1 - over!.y0) - 0.5);
      expect(own!.y1).toBeCloseTo(over!.y1);
      expect(overlap([own!.x0, own!.x1], [over!.x0, over!.x1])).toBeCloseTo(own!.x1 - own!.x0);
    }
  });

  it('is beside the drawers of a desk, on whichever side these are', () => {
    const middles = [false, true].map((flip) => {
      const [own, over] = laidOut('below', 'sheltered', [cat(), shown('desk', 'kaleido:desk', { flip })]).edges;
      return (own!.x0 + own!.x1 - over!.x0 - over!.x1) / 2;
    });
    expect(middles[0]).toBeLessThan(-5);
    expect(middles[1]).toBeCloseTo(-middles[0]!);
  });
});

describe('who is behind a thing', () => {
  it('looks over it, down to below the eyes', () => {
    const { placed, edges, order } = laidOut('in front of', 'fitted', [shown('seedling', 'twemoji:seedling'), cat()]);
    const [front, behind] = edges;
    expect(order).toEqual([1, 0]);
    expect(eyesOf(placed[1]!, stage)!.eyes.y).toBeLessThan(front!.y0);
    expect(behind!.y1).toBeGreaterThan(front!.y0);
    expect(behind!.y1).toBeLessThanOrEqual(front!.y1);
  });

  it('looks past one side of a tree, on the same ground', () => {
    const [tree, behind] = laidOut('in front of', 'fitted', [
      shown('tree', 'twemoji:deciduous-tree'),
      shown('cow', 'twemoji:cow'),
    ]).edges;
    expect(behind!.y1).toBeCloseTo(tree!.y1);
    const hidden = overlap([behind!.x0, behind!.x1], [tree!.x0, tree!.x1]);
    expect(hidden / (behind!.x1 - behind!.x0)).toBeCloseTo(0.4);
  });
});

describe('a box that is drawn shut', () => {
  it('has its inside where its top is, behind who is in it', () => {
    const { placed, order } = laidOut('in front of', 'inside', [shown('package', 'twemoji:package'), cat()]);
    const layers = layersOf(
      order.map((k) => placed[k]!),
      stage,
    );
    const at = layers.findIndex(({ shape }) => shape === 'hollow');
    expect(at).toBeGreaterThan(layers.findIndex(({ picture }) => picture === placed[0]!.picture));
    expect(at).toBeLessThan(layers.findIndex(({ picture }) => picture === placed[1]!.picture));
  });
});
