import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange, paintingOrder } from '../../../../../src/engine/draft/layout/arrange.js';
import { facingOf, figureOf } from '../../../../../src/engine/draft/layout/facing.js';
import { pointAt, pointIn, tightBox } from '../../../../../src/engine/draft/layout/frame.js';
import { gripOf } from '../../../../../src/engine/draft/layout/grips.js';
import { edgesOf, headOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

const SIZE = 128;

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: SIZE };
});

const shown = (thing: string, picture: string, flip = false): DraftedThing => ({ thing, picture, flip });

const draftOf = (holder: DraftedThing, thing: DraftedThing, way: Way) => ({
  style: 'flat',
  kind: 'holding',
  places: placesFor('holding', 2, stage.tables.layouts, way)[0]!,
  things: [holder, thing],
  recall: 60,
});

function held(holder: DraftedThing, thing: DraftedThing, way: Way): [Placed, Placed] {
  const draft = draftOf(holder, thing, way);
  return arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage) as [Placed, Placed];
}

const middleOf = (placed: Placed) => {
  const { x0, x1 } = edgesOf(placed, stage);
  return (x0 + x1) / 2;
};

describe('what somebody does with a thing', () => {
  it.each([false, true])('is on the side that they look to (mirrored: %s)', (flip) => {
    const [turtle, book] = held(shown('turtle', 'twemoji:turtle', flip), shown('book', 'twemoji:green-book'), 'fitted');
    expect(facingOf(turtle, stage)).toBe(flip ? 1 : -1);
    expect(Math.sign(middleOf(book) - middleOf(turtle))).toBe(flip ? 1 : -1);
  });

  it.each([
    ['girl', 'noto:girl'],
    ['cat', 'twemoji:cat-face'],
    ['elephant', 'twemoji:elephant'],
    ['ghost', 'twemoji:ghost'],
  ])('is in the air beside the head, on a string, where it is a balloon: %s', (thing, picture) => {
    for (const flip of [false, true]) {
      const [who, balloon] = held(shown(thing, picture, flip), shown('balloon', 'twemoji:balloon'), 'fitted');
      const [own, at] = [edgesOf(who, stage), edgesOf(balloon, stage)];
      const hidden = Math.min(own.x1, at.x1) - Math.max(own.x0, at.x0);
      expect(hidden).toBeLessThan(0.25 * (own.x1 - own.x0));
      expect(at.y0).toBeLessThan(own.y0 + 0.1 * (own.y1 - own.y0));
      expect(balloon.paws?.some(({ shape }) => shape === 'dash')).toBe(true);
    }
  });

  it('is a bunch of balloons, each on its string', () => {
    const balloons = { ...shown('balloon', 'twemoji:balloon'), group: { copies: 3, way: 'row' } } as const;
    const [, bunch] = held(shown('cat', 'twemoji:cat-face'), balloons, 'fitted');
    expect(bunch.each).toHaveLength(3);
    expect(bunch.paws?.filter(({ shape }) => shape === 'dash')).toHaveLength(3);
  });

  it('is before the middle of who has no hands, below the mouth', () => {
    const [ghost, flower] = held(shown('ghost', 'twemoji:ghost'), shown('flower', 'twemoji:blossom'), 'fitted');
    const [own, at] = [edgesOf(ghost, stage), edgesOf(flower, stage)];
    expect(at.y1 - own.y1).toBeLessThan(0.4 * (at.y1 - at.y0));
    expect(at.x1 - at.x0).toBeGreaterThan(0.3 * (own.x1 - own.x0));
    expect((at.y0 + at.y1) / 2).toBeGreaterThan(figureOf(ghost, stage).mouth.y);
  });

  it('overlaps with who holds it by a fifth to a third of itself', () => {
    const [turtle, book] = held(shown('turtle', 'twemoji:turtle'), shown('book', 'twemoji:green-book'), 'fitted');
    const [{ x0 }, own] = [edgesOf(turtle, stage), edgesOf(book, stage)];
    expect((own.x1 - x0) / (own.x1 - own.x0)).toBeGreaterThan(0.2);
  });

  it('is at the mouth of a face that eats it, below its eyes', () => {
    const [cat, fish] = held(shown('cat', 'twemoji:cat-face'), shown('fish', 'twemoji:fish'), 'eaten');
    const { y, y0 } = { y: edgesOf(fish, stage).y0, y0: edgesOf(cat, stage).y0 };
    const eyes = cat.frame.y + cat.frame.yy * stage.artwork.headOf(cat.picture)!.y;
    expect(y0).toBeLessThan(eyes);
    expect(y).toBeGreaterThan(eyes + 0.1 * SIZE);
    expect(middleOf(fish)).toBeCloseTo(middleOf(cat), 0);
  });

  it('is at the snout of a body that eats it, and leaves its eyes free', () => {
    const [turtle, apple] = held(shown('turtle', 'twemoji:turtle'), shown('apple', 'twemoji:red-apple'), 'eaten');
    const [own, head] = [edgesOf(apple, stage), headOf(turtle, stage)!];
    expect(own.x1).toBeLessThan((head.x0 + head.x1) / 2);
    expect(own.x1).toBeGreaterThan(head.x0);
  });

  it.each([false, true])('comes out of a mouth, away from it (mirrored: %s)', (flip) => {
    const [turtle, fire] = held(shown('turtle', 'twemoji:turtle', flip), shown('fire', 'twemoji:fire'), 'breathed');
    const [own, { edges, mouth }] = [edgesOf(fire, stage), figureOf(turtle, stage)];
    const isLeft = facingOf(turtle, stage) < 0;
    expect(isLeft ? own.x1 : own.x0).toBeCloseTo(mouth.x, -1);
    expect(isLeft ? own.x0 < edges.x0 : own.x1 > edges.x1).toBe(true);
    expect(own.x1 - own.x0).toBeGreaterThan(own.y1 - own.y0);
    expect(fire.paws).toBeUndefined();
  });

  it('is before the lower end of who has no hands', () => {
    const [ghost, cup] = held(
      shown('ghost', 'twemoji:ghost'),
      shown('teacup', 'twemoji:teacup-without-handle'),
      'fitted',
    );
    const [own, body] = [edgesOf(cup, stage), edgesOf(ghost, stage)];
    expect(middleOf(cup)).toBeCloseTo(middleOf(ghost), 0);
    expect(own.y0).toBeGreaterThan((body.y0 + body.y1) / 2);
    expect(own.y1).toBeGreaterThan(body.y1);
    expect(cup.paws).toBeUndefined();
  });

  it('is read low in front of who looks at us', () => {
    const [owl, book] = held(shown('owl', 'twemoji:owl'), shown('open book', 'twemoji:open-book'), 'read');
    const { isFace, mouth } = figureOf(owl, stage);
    expect(isFace).toBe(false);
    expect(edgesOf(book, stage).y0).toBeGreaterThan(mouth.y);
  });

  it('is below the teeth of a skull that drinks it', () => {
    const [skull, beer] = held(shown('skull', 'twemoji:skull'), shown('beer', 'twemoji:beer-mug'), 'eaten');
    const { y0, y1 } = edgesOf(skull, stage);
    expect((edgesOf(beer, stage).y0 - y0) / (y1 - y0)).toBeCloseTo(0.9);
  });

  it('leaves the mouth of a face free that drinks it', () => {
    const [bear, coffee] = held(shown('bear', 'twemoji:bear'), shown('coffee', 'twemoji:hot-beverage'), 'eaten');
    expect(edgesOf(coffee, stage).y0).toBeGreaterThan(figureOf(bear, stage).mouth.y);
    expect(coffee.paws).toHaveLength(2);
  });

  it.each(['old woman', 'boy'])('leaves the face of an %s free, though its eyes are not known', (thing) => {
    const picture = thing === 'boy' ? 'twemoji:boy' : 'fluent-emoji-flat:old-woman';
    const [face, cookie] = held(shown(thing, picture), shown('cookie', 'twemoji:cookie'), 'fitted').map((one) =>
      edgesOf(one, stage),
    ) as [ReturnType<typeof edgesOf>, ReturnType<typeof edgesOf>];
    expect(cookie.y0).toBeGreaterThan(face.y0 + 0.7 * (face.y1 - face.y0));
    expect((cookie.x0 + cookie.x1) / 2).toBeCloseTo((face.x0 + face.x1) / 2, 0);
  });

  it.each(['fitted', 'eaten', 'read'] as const)('is between the paws of a face that looks at us: %s', (way) => {
    const [fox, cookie] = held(shown('fox', 'twemoji:fox'), shown('cookie', 'twemoji:cookie'), way);
    const [left, right] = cookie.paws!;
    const { x0, x1, y0, y1 } = edgesOf(cookie, stage);
    expect(cookie.paws!.map(({ by }) => by.picture)).toEqual([fox.picture, fox.picture]);
    expect(Math.abs(left!.frame.x + left!.frame.xx / 2 - x0)).toBeLessThan(0.15 * (x1 - x0));
    expect(Math.abs(right!.frame.x + right!.frame.xx / 2 - x1)).toBeLessThan(0.15 * (x1 - x0));
    expect(left!.frame.y).toBeGreaterThan(y0);
    expect(left!.frame.y + left!.frame.yy).toBeLessThan(y1 + 0.1 * (y1 - y0));
    expect([left!.flip, right!.flip]).toEqual([false, true]);
  });

  it('stands on end at the mouth where it is long, its leaves down, between paws no larger than it is thick', () => {
    const [rabbit, carrot] = held(
      shown('rabbit', 'fluent-emoji-flat:rabbit-face'),
      shown('carrot', 'fluent-emoji-flat:carrot'),
      'eaten',
    );
    const { x0, x1, y0, y1 } = edgesOf(carrot, stage);
    expect(y1 - y0).toBeGreaterThan(1.5 * (x1 - x0));
    expect(middleOf(carrot)).toBeCloseTo(middleOf(rabbit), -1);
    // Its leaves, up as it is drawn, are at the lower end.
    expect(carrot.frame.yy).toBeLessThan(0);
    for (const { frame } of carrot.paws!) {
      expect(frame.xx).toBeLessThanOrEqual(0.27 * (edgesOf(rabbit, stage).x1 - edgesOf(rabbit, stage).x0));
      expect(frame.y).toBeGreaterThan(y0 + 0.15 * (y1 - y0));
      expect(frame.y + frame.yy / 2).toBeLessThanOrEqual(edgesOf(rabbit, stage).y1 + 0.5);
    }
  });

  it('is at both ends in the paws of who plays what is long and aslant', () => {
    const [, guitar] = held(shown('bear', 'twemoji:bear'), shown('guitar', 'twemoji:guitar'), 'fitted');
    const [left, right] = guitar.paws!.map(({ frame }) => ({ x: frame.x + frame.xx / 2, y: frame.y + frame.yy / 2 }));
    expect(right!.x - left!.x).toBeGreaterThan(0.3 * (edgesOf(guitar, stage).x1 - edgesOf(guitar, stage).x0));
    expect(left!.y - right!.y).toBeGreaterThan(0.3 * (edgesOf(guitar, stage).y1 - edgesOf(guitar, stage).y0));
  });

  it('is in one paw by its handle, and in none of bodies, of who has arms in the water, and of several things', () => {
    const pawsOf = (holder: DraftedThing, thing: DraftedThing) => held(holder, thing, 'fitted')[1].paws?.length ?? 0;
    expect(pawsOf(shown('fox', 'twemoji:fox'), shown('rose', 'twemoji:rose'))).toBe(1);
    expect(pawsOf(shown('turtle', 'twemoji:turtle'), shown('cookie', 'twemoji:cookie'))).toBe(0);
    expect(pawsOf(shown('octopus', 'twemoji:octopus'), shown('cookie', 'twemoji:cookie'))).toBe(0);
  });

  it('is carried at the mouth by who goes on all fours', () => {
    const [raccoon, pizza] = held(shown('raccoon', 'noto:raccoon'), shown('pizza', 'twemoji:pizza'), 'fitted');
    const { facing, mouth } = figureOf(raccoon, stage);
    const { x0, x1, y0, y1 } = edgesOf(pizza, stage);
    expect(facing).toBe(-1);
    expect((y0 + y1) / 2).toBeCloseTo(mouth.y, 0);
    expect(mouth.x).toBeLessThan(x1);
    expect(mouth.x).toBeGreaterThan((x0 + x1) / 2);
    expect(pizza.paws).toBeUndefined();
  });

  it.each([
    ['llama', 'noto:llama', -1],
    ['penguin', 'twemoji:penguin', 1],
    ['eagle', 'emojione:eagle', 1],
    ['whale', 'noto:whale', -1],
  ] as const)('is eaten at the mouth that was looked up of a %s in profile, before its eye', (thing, slug, side) => {
    const [eater, cookie] = held(shown(thing, slug), shown('cookie', 'twemoji:cookie'), 'eaten');
    const { facing, mouth } = figureOf(eater, stage);
    const { x0, x1, y0, y1 } = edgesOf(cookie, stage);
    expect(facing).toBe(side);
    expect(mouth.y).toBeGreaterThan(y0);
    expect(mouth.y).toBeLessThan(y1);
    const [eye] = stage.artwork.eyesOf(eater.picture);
    const seen = pointIn(eater, eye!.x, eye!.y);
    expect(side < 0 ? x1 : -x0).toBeLessThan((side < 0 ? 1 : -1) * seen.x);
  });

  it.each(['emojione:octopus', 'twemoji:octopus', 'noto-v1:octopus'])('leaves the eyes of a %s free', (slug) => {
    const [octopus, pawn] = held(shown('octopus', slug), shown('chess pawn', 'twemoji:chess-pawn'), 'fitted');
    const own = edgesOf(pawn, stage);
    for (const { x, y } of stage.artwork.eyesOf(octopus.picture)) {
      const eye = pointAt(octopus.frame, octopus.flip ? 1 - x : x, y);
      expect(eye.x < own.x0 || eye.x > own.x1 || eye.y < own.y0).toBe(true);
    }
  });

  it.each([
    ['kitchen knife', 'twemoji:kitchen-knife'],
    ['kitchen knife', 'noto-v1:kitchen-knife'],
    ['dagger', 'twemoji:dagger'],
    ['dagger', 'emojione:dagger'],
    ['axe', 'twemoji:axe'],
  ])('has its handle at who holds it, and its other end up and away: %s %s', (thing, slug) => {
    for (const flip of [false, true]) {
      const [duck, blade] = held(shown('duck', 'twemoji:duck', flip), shown(thing, slug), 'fitted');
      const [x, y] = gripOf(thing, slug)!;
      const [u0, v0, u1, v1] = tightBox(stage.artwork, blade.picture, blade.flip);
      const grip = pointAt(blade.frame, u0 + (blade.flip ? 1 - x : x) * (u1 - u0), v0 + y * (v1 - v0));
      const own = edgesOf(blade, stage);
      expect(grip.y).toBeGreaterThan((own.y0 + own.y1) / 2);
      expect(Math.abs(grip.x - middleOf(duck))).toBeLessThan(Math.abs(middleOf(blade) - middleOf(duck)));
    }
  });

  it('is an umbrella whose stick is seen beside a face', () => {
    const [boy, umbrella] = held(shown('boy', 'twemoji:boy'), shown('umbrella', 'twemoji:umbrella'), 'fitted');
    const face = edgesOf(boy, stage);
    expect(middleOf(umbrella)).toBeGreaterThan(face.x0 + 0.9 * (face.x1 - face.x0));
    expect(edgesOf(umbrella, stage).y0).toBeLessThan(face.y0);
  });

  it('is beside a face that holds it by its stem', () => {
    const [fox, rose] = held(shown('fox', 'twemoji:fox'), shown('rose', 'twemoji:rose'), 'fitted');
    const [face, own] = [edgesOf(fox, stage), edgesOf(rose, stage)];
    expect(own.x0).toBeGreaterThan(face.x0 + 0.8 * (face.x1 - face.x0));
  });

  it('is held with its lighter end down', () => {
    const [, knife] = held(shown('bear', 'twemoji:bear'), shown('kitchen knife', 'noto:kitchen-knife'), 'fitted');
    const y = stage.artwork.momentsOf(knife.picture)[1];
    const { y0, y1 } = edgesOf(knife, stage);
    expect(knife.frame.y + knife.frame.yy * y).toBeLessThan((y0 + y1) / 2 + 0.03 * SIZE);
  });

  it('is over the head, and behind it, where it shelters', () => {
    const draft = draftOf(shown('frog', 'twemoji:frog'), shown('umbrella', 'twemoji:umbrella'), 'fitted');
    const placed = arrange(actorsOf(draft, stage.tables, stage.artwork), draft, stage);
    const [frog, umbrella] = placed as [Placed, Placed];
    expect(edgesOf(umbrella, stage).y0).toBeLessThan(edgesOf(frog, stage).y0);
    expect(paintingOrder(placed, draft, stage)).toEqual([1, 0]);
  });

  it('is all on the canvas', () => {
    for (const way of ['fitted', 'eaten', 'read'] as const) {
      for (const one of held(shown('turtle', 'twemoji:turtle'), shown('kite', 'twemoji:kite'), way)) {
        const { x0, y0, x1, y1 } = edgesOf(one, stage);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x1, y1)).toBeLessThanOrEqual(SIZE);
      }
    }
  });
});
