import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { heightOf, middleOf, widthOf } from '../../../../../src/engine/draft/layout/geometry.js';
import { type createLabelledAs, placeThings } from '../../../../../src/engine/draft/layout/place.js';
import { edgesOf, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
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

function placed(kind: string, things: DraftedThing[], way?: Way) {
  const [places] = placesFor(kind, things.length, stage.tables.layouts, way);
  const draft: Draft = { style: 'simple', kind, ...(places === undefined ? {} : { places }), things, recall: 60 };
  const { spoken, order } = placeThings(draft, stage, labelledAs);
  return { spoken, order, edges: spoken.map((one) => edgesOf(one, stage)) };
}

const man = () => shown('man', 'twemoji:man');
const hat = () => shown('pirate hat', 'kaleido:pirate-hat');
const parrot = () => shown('parrot', 'twemoji:parrot');
const tree = () => shown('christmas tree', 'twemoji:christmas-tree');

describe('what is on a shoulder', () => {
  it('is beside the head of who wears a hat, and below its crown', () => {
    const { spoken, order, edges } = placed('wearing, below', [man(), hat(), parrot()], 'onShoulder');
    const [own, worn, on] = edges;
    expect(spoken[0]!.body?.pose).toBe('standing');
    expect(middleOf(on!)).toBeGreaterThan(own!.x0 + 0.6 * widthOf(own!));
    expect(on!.y1).toBeGreaterThan(worn!.y1);
    expect(on!.y1).toBeLessThan(own!.y1);
    expect(order.at(-1)).toBe(2);
  });

  it('is a small body of whoever is a head', () => {
    const { spoken, edges } = placed('on', [shown('child', 'twemoji:child'), man()], 'onShoulder');
    expect(spoken.map(({ body }) => body?.pose)).toEqual(['sitting', 'standing']);
    expect(heightOf(edges[0]!)).toBeLessThan(0.6 * heightOf(edges[1]!));
  });
});

describe('who wears something', () => {
  it('is under a tree as who wears nothing is, before its trunk', () => {
    const snake = shown('snake', 'twemoji:snake');
    const { order, edges } = placed(
      'wearing, below',
      [snake, shown('santa hat', 'kaleido:santa-hat'), tree()],
      'sheltered',
    );
    const [own, , over] = edges;
    expect(order[0]).toBe(2);
    expect(own!.y1).toBeCloseTo(over!.y1, 0);
    expect(heightOf(own!)).toBeLessThan(0.6 * heightOf(over!));
  });
});

describe('what lies flat', () => {
  it('has who is on it in its middle', () => {
    const { edges } = placed('on', [shown('cat', 'twemoji:cat'), shown('pizza', 'twemoji:pizza')], 'fitted');
    const [own, under] = edges;
    expect(own!.y1).toBeGreaterThan(under!.y0 + 0.3 * heightOf(under!));
    expect(own!.y1).toBeLessThan(under!.y1);
    expect(widthOf(under!)).toBeGreaterThan(heightOf(under!));
  });
});

describe('several of a small thing', () => {
  it('are no dots beside a large one', () => {
    const dice = shown('dice', 'twemoji:game-die', { group: { copies: 5, way: 'rows' } });
    const { edges } = placed('beside', [dice, shown('beer', 'twemoji:beer-mug')], 'scaledLeft');
    expect(heightOf(edges[0]!) * widthOf(edges[0]!)).toBeGreaterThan(0.08 * SIZE * SIZE);
  });
});

describe('a rider', () => {
  it('sits on the back of who stands upright, and not on the head', () => {
    const santa = shown('santa', 'twemoji:santa-claus');
    const { spoken, edges } = placed('on', [santa, shown('t-rex', 'twemoji:t-rex')], 'fitted');
    const [own, under] = edges;
    expect(spoken[0]!.body?.attire).toBe('red');
    expect(own!.y1).toBeGreaterThan(under!.y0 + 0.4 * heightOf(under!));
  });
});
