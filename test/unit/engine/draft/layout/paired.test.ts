import { beforeAll, describe, expect, it } from 'vitest';
import { handOfBody } from '../../../../../src/engine/draft/bodies/index.js';
import type { Draft, DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { bareOf, bodySpot } from '../../../../../src/engine/draft/layout/bodied.js';
import { type Edges, edgesAbout, middleOf } from '../../../../../src/engine/draft/layout/geometry.js';
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

const shown = (thing: string, picture: string, flip = false): DraftedThing => ({ thing, picture, flip });
const boy = (flip?: boolean) => shown('boy', 'twemoji:boy', flip);
const cat = (flip?: boolean) => shown('cat', 'twemoji:cat-face', flip);
const dog = () => shown('dog', 'twemoji:dog-face');

function placed(kind: string, way: Way, things: DraftedThing[], base = kind): readonly Placed[] {
  const [places] = placesFor(base, base === kind ? things.length : 2, stage.tables.layouts, way);
  const draft: Draft = { style: 'simple', kind, places: places!, things, recall: 60 };
  return placeThings(draft, stage, labelledAs).spoken;
}

const edges = (one: Placed): Edges => edgesOf(one, stage);
const hand = (one: Placed) => bodySpot(one, handOfBody(one.body!, -1), stage.artwork);

describe('two who do something with each other', () => {
  it.each(['handed', 'danced', 'fived', 'kissed', 'wrestled'] as const)('have hands that meet: %s', (way) => {
    for (const flip of [false, true]) {
      const [one, other] = placed('beside', way, [boy(flip), cat()]) as [Placed, Placed];
      const [a, b] = [hand(one), hand(other)];
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(0.02 * SIZE);
      const [left, right] = flip ? [other, one] : [one, other];
      expect(middleOf(edges(bareOf(left)))).toBeLessThan(a.x);
      expect(middleOf(edges(bareOf(right)))).toBeGreaterThan(a.x);
      const all = edgesAbout([edges(one), edges(other)]);
      expect(Math.max(all.x1 - all.x0, all.y1 - all.y0)).toBeGreaterThan(0.93 * SIZE);
    }
  });

  it.each([
    ['argued', 'anger'],
    ['talked', 'bubble'],
    ['kissed', 'love'],
    ['fought', 'burst'],
    ['laughed', 'dash'],
  ] as const)('have marks about them that show it: %s', (way, shape) => {
    for (const flip of [false, true]) {
      const [one, other] = placed('beside', way, [boy(flip), cat()]) as [Placed, Placed];
      const marks = (other.paws ?? []).filter((mark) => mark.shape === shape);
      expect(marks.length).toBeGreaterThan(0);
      const all = edgesAbout([edges(one), edges(other)]);
      for (const { frame } of marks) expect(frame.y).toBeLessThan((all.y0 + all.y1) / 2);
    }
  });

  it('have a sign over them, small and between their heads', () => {
    const heart = shown('heart', 'twemoji:red-heart');
    const [one, other, sign] = placed('beside, below', 'hugged', [boy(), cat(), heart], 'beside') as [
      Placed,
      Placed,
      Placed,
    ];
    const [a, b, over] = [edges(bareOf(one)), edges(bareOf(other)), edges(sign)];
    expect(middleOf(over)).toBeGreaterThan(middleOf(a));
    expect(middleOf(over)).toBeLessThan(middleOf(b));
    expect(over.x1 - over.x0).toBeLessThan(0.4 * (b.x1 - a.x0));
    expect(over.y0).toBeLessThan(Math.min(a.y0, b.y0));
  });

  it('leave room between their heads where they argue, whoever has no arms', () => {
    const duck = (flip?: boolean) => shown('duck', 'twemoji:duck', flip);
    const [one, other] = placed('count', 'argued', [duck(), duck()]).map(edges) as [Edges, Edges];
    expect(other.x0 - one.x1).toBeGreaterThan(0.2 * (one.x1 - one.x0));
  });

  it('hold each other where they hug: an arm of the one, and a hand of the other', () => {
    const [one, other] = placed('beside', 'hugged', [boy(), cat()]) as [Placed, Placed];
    const trunk = bodySpot(one, [0, 0.4], stage.artwork);
    expect(Math.abs(hand(other).x - trunk.x)).toBeLessThan(0.1 * SIZE);
    expect(other.paws?.map(({ by }) => by.picture)).toEqual([one.picture]);
    expect(edges(bareOf(one)).x1).toBeGreaterThan(edges(bareOf(other)).x0);
  });

  it('have something in hand where they duel, whatever they wear', () => {
    const helmet = shown('knight helmet', 'kaleido:knight-helmet');
    const [knight, , foe] = placed('wearing, beside', 'dueled', [boy(), helmet, cat()], 'beside');
    expect([knight!.body?.gear, foe!.body?.gear]).toEqual(['sword', 'sword']);
    expect(hand(knight!).x).toBeLessThan(hand(foe!).x);
    const [boxer] = placed('beside', 'boxed', [cat(), dog()]);
    expect(boxer!.body?.gear).toBe('glove');
  });

  it('have what is given between them, in a hand of both', () => {
    const rose = shown('rose', 'twemoji:rose');
    const [giver, gift, taker] = placed('holding, beside', 'given', [cat(), rose, dog()]) as [Placed, Placed, Placed];
    const own = edges(gift);
    for (const { x, y } of [hand(giver), hand(taker)]) {
      expect(x).toBeGreaterThan(own.x0);
      expect(x).toBeLessThan(own.x1);
      expect(y).toBeGreaterThan(own.y0);
      expect(y).toBeLessThan(own.y1);
    }
    expect(edges(bareOf(giver)).x1).toBeLessThan(own.x1);
    expect(edges(bareOf(taker)).x0).toBeGreaterThan(own.x0);
  });

  it('stand close where neither is a head, and hold what is a thing', () => {
    const whole = placed('beside', 'dueled', [shown('dragon', 'twemoji:dragon'), shown('t-rex', 'twemoji:t-rex')]);
    expect(whole.map(({ body }) => body)).toEqual([undefined, undefined]);
    expect(Math.abs(edges(whole[0]!).x1 - edges(whole[1]!).x0)).toBeLessThan(0.05 * SIZE);
    const [, pillow] = placed('beside', 'hugged', [boy(), shown('teddy bear', 'twemoji:teddy-bear')]);
    expect(pillow!.body).toBeUndefined();
  });
});
