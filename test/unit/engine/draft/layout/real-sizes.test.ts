import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { heightOf, longestOf, middleOf, widthOf } from '../../../../../src/engine/draft/layout/geometry.js';
import { edgesOf, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { sizedThings, smallBeside } from '../../../../../src/engine/draft/layout/real-sizes.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

let bundle: Bundle;
let stage: Stage;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: 128 };
});

/** Where things lie that stand so, and which is painted first. */
function laidOut(kind: string, names: readonly string[], way?: Way) {
  const things = names.map((thing) => {
    const picture = stage.artwork.slugOf(stage.artwork.picturesOf('flat', thing)[0]!);
    return { thing, picture, flip: false };
  });
  // Group pictures are those of drafts before there were other arrangements.
  const isGroup = kind === 'list';
  const { layouts } = stage.tables;
  const places = isGroup ? layouts.groups[3].length : placesFor(kind, names.length, layouts, way)[0];
  const draft = { style: 'flat', kind, ...(places === undefined ? {} : { places }), things, recall: 60 };
  const actors = actorsOf(draft, stage.tables, stage.artwork);
  const edges = arrange(actors, draft, stage).map((placed) => edgesOf(placed, stage));
  return { edges, order: paintingOrder(actors, draft, stage) };
}

describe('how large things are beside each other', () => {
  it('is told of things that there are', () => {
    const names = new Set(bundle.memory?.things.map(({ name }) => name));
    expect(sizedThings().filter((name) => !names.has(name))).toEqual([]);
  });

  it('is less different than in the world, and the same where nobody knows', () => {
    expect(smallBeside('bee', 'bear')).toBeCloseTo(0.4);
    expect(smallBeside('mouse', 'cat')).toBeGreaterThan(0.5);
    expect(smallBeside('bear', 'bee')).toBe(1);
    expect(smallBeside('heart', 'cat')).toBe(1);
  });

  it.each([
    ['bee', 'bear'],
    ['dog', 'house'],
    ['mouse', 'cat'],
  ])('has a %s smaller than a %s beside it, on the same ground', (small, large) => {
    for (const names of [
      [small, large],
      [large, small],
    ]) {
      const { edges } = laidOut('beside', names);
      const [one, other] = names[0] === small ? edges : edges.toReversed();
      expect(longestOf(one!)).toBeLessThan(0.75 * longestOf(other!));
      expect(one!.y1).toBeCloseTo(other!.y1);
    }
  });

  it('has a cup on a table much smaller than the table, unless sizes are asked for', () => {
    const ratio = (way: Way) => {
      const { edges } = laidOut('on', ['coffee', 'table'], way);
      return longestOf(edges[0]!) / longestOf(edges[1]!);
    };
    expect(ratio('fitted')).toBeLessThan(0.5);
    expect(ratio('alike')).toBeGreaterThan(0.7);
  });

  it('has the longest of three behind the others and higher, whichever it is', () => {
    for (const names of [
      ['house', 'dog', 'car'],
      ['dog', 'car', 'house'],
    ]) {
      const { edges, order } = laidOut('list', names);
      const house = names.indexOf('house');
      expect(order[0]).toBe(house);
      const others = edges.filter((_, k) => k !== house);
      expect(others[0]!.y1).toBeCloseTo(others[1]!.y1);
      expect(edges[house]!.y1).toBeLessThan(others[0]!.y1);
      expect(Math.max(...others.map(heightOf))).toBeLessThan(heightOf(edges[house]!));
      expect(middleOf(others[0]!)).toBeLessThan(middleOf(edges[house]!));
      expect(middleOf(others[1]!)).toBeGreaterThan(middleOf(edges[house]!));
    }
  });

  it('leaves the eyes of who is behind two others free', () => {
    const { edges } = laidOut('list', ['boy', 'dog', 'soccer ball']);
    const free = edges[2]!.x0 - edges[1]!.x1;
    expect(free).toBeGreaterThan(0.55 * widthOf(edges[0]!));
  });
});
