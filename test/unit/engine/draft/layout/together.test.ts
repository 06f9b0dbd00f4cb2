import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { facingOf } from '../../../../../src/engine/draft/layout/facing.js';
import type { Edges } from '../../../../../src/engine/draft/layout/geometry.js';
import { eachOf, edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

const SIZE = 128;

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
});

function shown(thing: string, more: Partial<DraftedThing> = {}, style = 'flat'): DraftedThing {
  return { thing, picture: stage.artwork.slugOf(stage.artwork.picturesOf(style, thing)[0]!), flip: false, ...more };
}

function draftOf(kind: string, way: Way, things: DraftedThing[]): Draft {
  return { style: 'flat', kind, places: placesFor(kind, 2, stage.tables.layouts, way)[0]!, things, recall: 60 };
}

function arranged(kind: string, way: Way, things: DraftedThing[]): Placed[] {
  const draft = draftOf(kind, way, things);
  return arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
}

const edges = (placed: Placed): Edges => edgesOf(placed, stage);
const width = ({ x0, x1 }: Edges) => x1 - x0;
const height = ({ y0, y1 }: Edges) => y1 - y0;
const middle = ({ x0, x1 }: Edges) => (x0 + x1) / 2;

function whole(placed: readonly Placed[]): Edges {
  const all = placed.map(edges);
  return {
    x0: Math.min(...all.map(({ x0 }) => x0)),
    y0: Math.min(...all.map(({ y0 }) => y0)),
    x1: Math.max(...all.map(({ x1 }) => x1)),
    y1: Math.max(...all.map(({ y1 }) => y1)),
  };
}

const isOnCanvas = ({ x0, y0, x1, y1 }: Edges) => Math.min(x0, y0) >= -0.5 && Math.max(x1, y1) <= SIZE + 0.5;

describe('two that do something with each other', () => {
  it.each(['dog', 'turtle', 'duck', 'penguin', 'bear'])('touch and look at each other: two of %s', (thing) => {
    for (const flip of [false, true]) {
      const pair = arranged('count', 'close', [shown(thing, { flip }), shown(thing, { flip })]);
      const [left, right] = [...pair].sort((one, other) => middle(edges(one)) - middle(edges(other)));
      expect(facingOf(left!, stage)).toBeGreaterThanOrEqual(0);
      expect(facingOf(right!, stage)).toBeLessThanOrEqual(0);
      expect(left!.flip).not.toBe(right!.flip);
      expect(edges(left!).x1).toBeGreaterThan(edges(right!).x0);
      expect(isOnCanvas(whole(pair))).toBe(true);
    }
  });

  it('hug what is no figure before the chest', () => {
    const [dragon, heart] = arranged('beside', 'close', [shown('dragon'), shown('heart')]);
    const [own, arms] = [edges(heart!), edges(dragon!)];
    expect(own.x1).toBeGreaterThan(arms.x0);
    expect(middle(own)).toBeLessThan(middle(arms));
    expect((own.y0 + own.y1) / 2).toBeGreaterThan((arms.y0 + arms.y1) / 2);
  });

  it('push a thing ahead by its handle, pull it behind, or run away', () => {
    const cart = shown('shopping cart', { picture: 'twemoji:shopping-cart' });
    const [pusher, pushed] = arranged('beside', 'pushed', [shown('turtle'), cart]);
    expect(middle(edges(pushed!))).toBeLessThan(middle(edges(pusher!)));
    expect(facingOf(pusher!, stage)).toBe(-1);
    // As it is drawn, its handle is on the left.
    expect(pushed!.flip).toBe(true);
    const [puller, pulled] = arranged('beside', 'pulled', [shown('turtle'), cart]);
    expect(middle(edges(puller!))).toBeLessThan(middle(edges(pulled!)));
    expect(pulled!.flip).toBe(false);
    const [runner, chaser] = arranged('beside', 'fled', [shown('turtle'), shown('duck')]);
    expect(edges(runner!).x1).toBeLessThan(edges(chaser!).x0);
    expect(facingOf(runner!, stage)).toBe(-1);
  });

  it('look at each other in every second draft where nothing is said but how many there are', () => {
    const flips = (['left', 'right'] as const).map((way) => {
      const pair = arranged('count', way, [shown('turtle'), shown('turtle')]);
      return pair.map((one) => facingOf(one, stage));
    });
    expect(flips).toEqual([
      [-1, -1],
      [1, -1],
    ]);
  });
});

describe('one thing and what is about it', () => {
  it('fills the canvas where one is above the other, and leaps where it jumps', () => {
    const above = arranged('above', 'fitted', [shown('moon'), shown('castle')]);
    const over = arranged('above', 'over', [shown('moon'), shown('castle')]);
    expect(height(whole(above))).toBeGreaterThan(0.9 * SIZE);
    const overlap = ([one, other]: Placed[]) => edges(one!).y1 - edges(other!).y0;
    expect(overlap(over)).toBeGreaterThan(overlap(above) + 0.1 * SIZE);
    expect(paintingOrder(over, draftOf('above', 'over', [shown('moon'), shown('castle')]), stage)).toEqual([1, 0]);
  });

  it('is low and large before what it stands before', () => {
    const [owl, house] = arranged('in front of', 'fitted', [shown('owl'), shown('house')]);
    expect(Math.max(width(edges(owl!)), height(edges(owl!)))).toBeGreaterThan(0.5 * SIZE);
    expect(edges(owl!).y1).toBeGreaterThan(edges(house!).y1);
    expect(edges(house!).y0).toBeLessThan(edges(owl!).y0);
  });

  it.each(['on', 'in front of'])('stands in a scene that fills the canvas: %s', (kind) => {
    for (const place of ['desert', 'mountain', 'sunrise', 'national park']) {
      const [camel, scene] = arranged(kind, 'fitted', [shown('camel'), shown(place)]);
      const [own, all] = [edges(camel!), edges(scene!)];
      expect(Math.max(width(all), height(all)), place).toBeGreaterThan(0.9 * SIZE);
      expect(Math.max(width(own), height(own)), place).toBeGreaterThan(0.5 * SIZE);
      expect(middle(own), place).toBeCloseTo(SIZE / 2, 0);
    }
  });

  it('stands on what is no scene as it did', () => {
    const draft: Draft = { style: 'flat', kind: 'on', things: [shown('dog'), shown('couch')], recall: 60 };
    const trained = arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
    expect(arranged('on', 'fitted', draft.things)).toEqual(trained);
  });

  it('is large among small things in the corners', () => {
    const [cat, hearts] = arranged('beside', 'strewn', [
      shown('cat'),
      shown('heart', { group: { copies: 3, way: 'row' } }),
    ]);
    const each = eachOf(hearts!, stage).map(edges);
    expect(each).toHaveLength(4);
    expect(each.every(isOnCanvas)).toBe(true);
    expect(new Set(each.map((one) => `${middle(one) < SIZE / 2} ${one.y0 < SIZE / 2}`)).size).toBe(4);
    for (const one of each) expect(width(one)).toBeLessThan(0.4 * height(edges(cat!)));
  });

  it('stands in a fan where several look out of one thing', () => {
    const [, kittens] = arranged('in front of', 'nested', [
      shown('basket'),
      shown('cat face', { group: { copies: 3, way: 'row' } }),
    ]);
    const each = eachOf(kittens!, stage).map(edges);
    const ahead = each.at(-1)!;
    expect(each).toHaveLength(3);
    expect(Math.min(...each.map(({ y0 }) => y0))).toBe(ahead.y0);
    expect(middle(ahead)).toBeCloseTo(middle(whole([kittens!])), 3);
  });
});

describe('who is dressed as something', () => {
  it.each([
    ['cat', 'shark'],
    ['baby', 't-rex'],
    ['dog', 'pumpkin'],
    ['cat', 'frog'],
    ['girl', 'penguin'],
  ])('shows a round part of the face before it, which nothing of both is cut off: a %s as a %s', (wearer, costume) => {
    const draft = draftOf('in front of', 'costumed', [shown(wearer), shown(costume)]);
    const actors = actorsOf(draft, stage.tables, stage.artwork);
    const [face, body] = arrange(actors, draft, stage) as [Placed, Placed];
    expect(paintingOrder(actors, draft, stage)).toEqual([1, 0]);
    expect(face.oval).toBeDefined();
    expect(isOnCanvas(whole([face, body]))).toBe(true);
    expect(edges(face).x0).toBeGreaterThan(edges(body).x0);
    expect(edges(face).x1).toBeLessThan(edges(body).x1);
    expect(height(edges(face))).toBeGreaterThan(0.3 * Math.min(width(edges(body)), height(edges(body))));
  });
});
