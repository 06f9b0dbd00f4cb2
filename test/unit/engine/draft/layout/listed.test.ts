import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { embodied } from '../../../../../src/engine/draft/layout/embodied.js';
import { type Edges, longestOf } from '../../../../../src/engine/draft/layout/geometry.js';
import { edgesOf, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';
import { isPlace } from '../../../../../src/engine/memory/places.js';

const SIZE = 128;
/** Of its box, what of a thing shows at least; of its longer side, at least, in parts of the canvas. */
const [SHOWN, SIDE, SIDE_THERE] = [0.7, 0.2, 0.14];

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
});

function shown(thing: string, style: string): DraftedThing {
  const [picture] = stage.artwork.picturesOf(style, thing);
  return { thing, picture: stage.artwork.slugOf(picture!), flip: false };
}

function draftsOf(kind: string, names: readonly string[], style = 'flat'): Draft[] {
  const things = names.map((name) => shown(name, style));
  return placesFor(kind, things.length, stage.tables.layouts).map((places) => ({
    style,
    kind,
    places,
    things,
    recall: 60,
  }));
}

function laidOut(draft: Draft): { edges: Edges[]; order: number[] } {
  const actors = embodied(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
  const edges = arrange(actors, draft, stage).map((placed) => edgesOf(placed, stage));
  return { edges, order: paintingOrder(actors, draft, stage) };
}

const areaOf = ({ x0, y0, x1, y1 }: Edges) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
const between = (a: Edges, b: Edges): Edges => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
});

/** What of the box of each is not under the boxes of those before it, at least. */
function shares({ edges, order }: ReturnType<typeof laidOut>): number[] {
  return edges.map((own, k) => {
    const before = order.slice(order.indexOf(k) + 1);
    const hidden = before.reduce((sum, at) => sum + areaOf(between(own, edges[at]!)), 0);
    return 1 - hidden / areaOf(own);
  });
}

const isOnCanvas = ({ x0, y0, x1, y1 }: Edges) => Math.min(x0, y0) >= -0.5 && Math.max(x1, y1) <= SIZE + 0.5;

describe('three to six things that nothing more is said of', () => {
  const LISTS = [
    ['apple', 'banana', 'grapes'],
    ['car', 'bus', 'bicycle'],
    ['ladybug', 'house', 'tree'],
    ['pencil', 'umbrella', 'guitar'],
    ['elephant', 'mouse', 'giraffe', 'snail'],
    ['apple', 'banana', 'grapes', 'strawberry'],
    ['robot', 'alien', 'ghost', 'cat', 'dog'],
    ['sun', 'cloud', 'rainbow', 'flower', 'bee'],
    ['dog', 'cat', 'mouse', 'hamster', 'rabbit', 'fox'],
    ['snake', 'giraffe', 'pencil', 'bus', 'key', 'bee'],
  ];

  it.each(LISTS.map((names) => [names.join(', '), names] as const))(
    'are large, hardly hidden and whole in every arrangement: %s',
    (_, names) => {
      for (const draft of draftsOf('list', names)) {
        const { edges, order } = laidOut(draft);
        expect([...order].sort()).toEqual([...names.keys()]);
        for (const own of edges) {
          expect(isOnCanvas(own)).toBe(true);
          expect(longestOf(own)).toBeGreaterThan(SIDE * SIZE);
        }
        for (const share of shares({ edges, order })) expect(share).toBeGreaterThan(SHOWN);
        const all = {
          x0: Math.min(...edges.map(({ x0 }) => x0)),
          y0: Math.min(...edges.map(({ y0 }) => y0)),
          x1: Math.max(...edges.map(({ x1 }) => x1)),
          y1: Math.max(...edges.map(({ y1 }) => y1)),
        };
        expect(Math.max(all.x1 - all.x0, all.y1 - all.y0)).toBeGreaterThan(0.95 * SIZE);
        expect(Math.min(all.x1 - all.x0, all.y1 - all.y0)).toBeGreaterThan(0.6 * SIZE);
      }
    },
  );

  it.each([3, 4, 5, 6])('stand elsewhere in each arrangement, whichever of %d is where', (count) => {
    const names = ['apple', 'hamburger', 'pizza', 'tomato', 'orange', 'peach'].slice(0, count);
    const places = draftsOf('list', names).map((draft) => {
      const middles = laidOut(draft).edges.map(({ x0, y0, x1, y1 }) => [(x0 + x1) / 2, (y0 + y1) / 2]);
      return middles.map((at) => at.map((one) => Math.round((8 * one) / SIZE)).join()).sort();
    });
    expect(new Set(places.map((one) => one.join(' '))).size).toBe(places.length);
  });

  it('stand in a row where the second is between the others', () => {
    const names = ['dog', 'cat', 'bird'];
    const things = names.map((name) => shown(name, 'flat'));
    for (const places of placesFor('list', 3, stage.tables.layouts, 'between')) {
      const [left, middle, right] = laidOut({ style: 'flat', kind: 'list', places, things, recall: 60 }).edges;
      expect(left!.x1).toBeLessThanOrEqual(middle!.x0);
      expect(middle!.x1).toBeLessThanOrEqual(right!.x0);
    }
  });

  it('have what is up in the sky over what is not', () => {
    const [sun, flower, cloud] = laidOut(draftsOf('list', ['sun', 'flower', 'cloud'])[1]!).edges;
    for (const risen of [sun!, cloud!]) expect(risen.y0).toBeLessThan(flower!.y0);
  });
});

describe('several things of which some stand to others, or to a place', () => {
  const SCENES: readonly (readonly [kind: string, names: readonly string[]])[] = [
    ['beside, beside, in front of', ['cat', 'dog', 'rabbit', 'garden']],
    ['beside, beside, beside, in front of', ['cat', 'dog', 'rabbit', 'bird', 'forest']],
    ['beside, beside, on', ['laptop', 'lamp', 'coffee', 'desk']],
    ['holding, beside, beside', ['girl', 'balloon', 'dog', 'ice cream']],
    ['wearing, beside, beside', ['cat', 'top hat', 'dog', 'apple']],
    ['on, beside, beside', ['cat', 'package', 'dog', 'tree']],
  ];

  it.each(SCENES)('are whole and can be known: %s of %s', (kind, names) => {
    for (const draft of draftsOf(kind, names)) {
      const { edges, order } = laidOut(draft);
      expect([...order].sort()).toEqual([...names.keys()]);
      expect(edges.every(isOnCanvas)).toBe(true);
      for (const own of edges) expect(longestOf(own)).toBeGreaterThan(SIDE_THERE * SIZE);
      const free = shares({ edges, order }).filter((_, k) => !isPlace(names[k]!) && kind.includes('front'));
      for (const share of free) expect(share).toBeGreaterThan(SHOWN);
    }
  });

  it('are on what all of them are on', () => {
    const [laptop, lamp, cup, desk] = laidOut(
      draftsOf('beside, beside, on', ['laptop', 'lamp', 'coffee', 'desk'])[0]!,
    ).edges;
    for (const on of [laptop!, lamp!, cup!]) {
      expect(Math.abs(on.y1 - laptop!.y1)).toBeLessThan(1);
      expect(on.x0).toBeGreaterThanOrEqual(desk!.x0 - 1);
      expect(on.x1).toBeLessThanOrEqual(desk!.x1 + 1);
      expect(on.y1).toBeGreaterThan(desk!.y0);
    }
  });
});
