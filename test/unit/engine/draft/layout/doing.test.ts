import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { facingOf } from '../../../../../src/engine/draft/layout/facing.js';
import { edgesOfFrame } from '../../../../../src/engine/draft/layout/frame.js';
import type { Edges } from '../../../../../src/engine/draft/layout/geometry.js';
import { eachOf, edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import type { MarkShape } from '../../../../../src/engine/draft/paws/index.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

const SIZE = 128;

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
});

function shown(thing: string, more: Partial<DraftedThing> = {}): DraftedThing {
  return { thing, picture: stage.artwork.slugOf(stage.artwork.picturesOf('shaded', thing)[0]!), flip: false, ...more };
}

function draftOf(kind: string, way: Way, things: DraftedThing[]): Draft {
  const [places] = placesFor(kind, things.length, stage.tables.layouts, way);
  return { style: 'shaded', kind, places: places!, things, recall: 60 };
}

function arranged(kind: string, way: Way, things: DraftedThing[]): Placed[] {
  const draft = draftOf(kind, way, things);
  return arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
}

const edges = (placed: Placed): Edges => edgesOf(placed, stage);
const middle = ({ x0, x1 }: Edges) => (x0 + x1) / 2;
const height = ({ y0, y1 }: Edges) => y1 - y0;
const marksOf = (placed: readonly Placed[], shape: MarkShape) =>
  placed.flatMap(({ paws = [] }) => paws.filter((paw) => paw.shape === shape).map(({ frame }) => edgesOfFrame(frame)));
const areOnCanvas = (all: readonly Edges[]) =>
  all.every(({ x0, y0, x1, y1 }) => Math.min(x0, y0) >= -0.5 && Math.max(x1, y1) <= SIZE + 0.5);
const row = (copies: number) => ({ group: { copies, way: 'row' as const } });

describe('what is sent to somebody', () => {
  it.each([false, true])('flies between the two, who look at each other (mirrored: %s)', (flip) => {
    const all = arranged('holding, beside', 'aimed', [shown('duck', { flip }), shown('soccer ball'), shown('dog')]);
    const [sender, sent, target] = all.map(edges) as [Edges, Edges, Edges];
    const to = Math.sign(middle(target) - middle(sender));
    expect(Math.sign(middle(sent) - middle(sender))).toBe(to);
    expect(Math.sign(middle(target) - middle(sent))).toBe(to);
    expect(facingOf(all[0]!, stage)).toBe(to);
    expect(height(sent)).toBeLessThan(0.7 * height(sender));
    expect(sent.y1).toBeLessThan(sender.y1);
    expect(marksOf(all, 'dash')).toHaveLength(3);
    expect(areOnCanvas([sender, sent, target, ...marksOf(all, 'dash')])).toBe(true);
  });

  it('is off the ground, tilted, where nobody is aimed at', () => {
    const [sender, ball] = arranged('holding', 'aimed', [shown('duck'), shown('soccer ball')]);
    expect(ball!.frame.yx).not.toBe(0);
    expect(edges(ball!).y1).toBeLessThan(edges(sender!).y1);
    expect(Math.sign(middle(edges(ball!)) - middle(edges(sender!)))).toBe(facingOf(sender!, stage));
  });

  it('is water that drops on what is watered', () => {
    const all = arranged('holding, beside', 'watered', [shown('girl'), shown('watering can'), shown('seedling')]);
    const [girl, , plant] = all.map(edges) as [Edges, Edges, Edges];
    const drops = marksOf(all, 'drop');
    expect(drops.length).toBeGreaterThan(2);
    for (const drop of drops) {
      expect(middle(drop)).toBeGreaterThan(plant.x0 - 0.1 * SIZE);
      expect(middle(drop)).toBeLessThan(plant.x1 + 0.1 * SIZE);
    }
    expect(height(plant)).toBeLessThan(0.6 * height(girl));
  });
});

describe('what falls', () => {
  it.each([false, true])('is past the edge of what who pushed it stands on (mirrored: %s)', (flip) => {
    const all = arranged('holding, on', 'fallen', [shown('cat', { flip }), shown('vase'), shown('desk')]);
    const [cat, vase, desk] = all.map(edges) as [Edges, Edges, Edges];
    expect(flip ? vase.x1 <= desk.x0 : vase.x0 >= desk.x1).toBe(true);
    expect(vase.y1).toBeGreaterThan(desk.y0);
    expect(cat.y1).toBeLessThan(desk.y0 + 0.1 * SIZE);
    expect(all[1]!.frame.yx).not.toBe(0);
    expect(marksOf(all, 'drop').length).toBeGreaterThan(0);
  });

  it('is below the hand of who drops it', () => {
    const [child, cream] = arranged('holding', 'dropped', [shown('child'), shown('ice cream')]).map(edges);
    expect((cream!.y0 + cream!.y1) / 2).toBeGreaterThan((child!.y0 + child!.y1) / 2);
  });
});

describe('who is on a leash, or fed', () => {
  it.each(['beside', 'beside, in front of'])('is at the end of it, on the same ground: %s', (kind) => {
    const park = kind === 'beside' ? [] : [shown('city park')];
    const all = arranged(kind, 'walked', [shown('old man'), shown('dog'), ...park]);
    const [man, dog] = all.map(edges) as [Edges, Edges];
    const leash = marksOf(all, 'leash');
    const [from, to] = [Math.min(...leash.map(({ x0 }) => x0)), Math.max(...leash.map(({ x1 }) => x1))];
    expect(from).toBeLessThan(Math.max(man.x0, dog.x0));
    expect(to).toBeGreaterThan(Math.min(man.x1, dog.x1));
    expect(dog.y1).toBeCloseTo(man.y1, 0);
  });

  it('stands before who feeds them, with crumbs, each of several', () => {
    const all = arranged('beside', 'fed', [shown('woman'), shown('duck', row(3))]);
    expect(eachOf(all[1]!, stage)).toHaveLength(3);
    expect(height(edges(all[1]!))).toBeLessThan(0.9 * height(edges(all[0]!)));
    expect(marksOf(all, 'crumb').length).toBeGreaterThan(3);
  });
});

describe('who shares one thing', () => {
  it('stands about it, turned to it, and what it is on', () => {
    const things = [shown('raccoon', row(3)), shown('pizza'), shown('wastebasket')];
    const all = arranged('holding, holding', 'shared', things);
    const [group, pizza, can] = all.map(edges) as [Edges, Edges, Edges];
    expect(middle(pizza)).toBeCloseTo(middle(can), 0);
    expect(middle(can)).toBeCloseTo(middle(group), 0);
    expect(pizza.y0).toBeLessThan(can.y0);
    expect(paintingOrder(all, draftOf('holding, holding', 'shared', things), stage)).toEqual([0, 1, 2]);
    const [first, last] = arranged('holding', 'shared', [shown('duck', row(2)), shown('fish')]).flatMap((one) =>
      eachOf(one, stage),
    );
    expect(Math.sign(first!.frame.xx)).toBe(-Math.sign(last!.frame.xx));
  });
});

describe('a table', () => {
  it('hides the lower part of who plays at it, each with their cards', () => {
    const all = arranged('holding', 'tabled', [shown('penguin', row(2)), shown('playing cards')]);
    const [board] = marksOf(all, 'table') as [Edges];
    expect(eachOf(all[1]!, stage)).toHaveLength(2);
    for (const player of eachOf(all[0]!, stage).map(edges)) {
      expect(player.y0).toBeLessThan(board.y0 - 0.15 * SIZE);
      expect(player.y1).toBeGreaterThan(board.y0);
      expect(player.y1).toBeLessThan(board.y1);
    }
  });

  it('has a board between two, and is the one that was asked for', () => {
    const [cat, dog, chess] = arranged('beside, holding', 'tabled', [
      shown('cat'),
      shown('dog'),
      shown('chessboard'),
    ]).map(edges) as [Edges, Edges, Edges];
    expect(middle(chess)).toBeGreaterThan(middle(cat));
    expect(middle(chess)).toBeLessThan(middle(dog));
    const dining = arranged('holding, holding', 'tabled', [shown('cat'), shown('spaghetti'), shown('table')]);
    expect(marksOf(dining, 'table')).toEqual([]);
    expect(edges(dining[2]!).x1 - edges(dining[2]!).x0).toBeGreaterThan(0.8 * SIZE);
  });
});
