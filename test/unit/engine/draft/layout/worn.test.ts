import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange } from '../../../../../src/engine/draft/layout/arrange.js';
import { embodied } from '../../../../../src/engine/draft/layout/embodied.js';
import { facingOf } from '../../../../../src/engine/draft/layout/facing.js';
import { pointAt } from '../../../../../src/engine/draft/layout/frame.js';
import { edgesOf, eyesOf, headOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

let stage: Stage;
let styles: readonly string[];

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: 128 };
  styles = bundle.manifest.styles;
});

/** The thing in a style, and what it wears. */
function dressedIn(style: string, thing: string, worn: string, flip = false): [Placed, Placed][] {
  const { artwork, tables } = stage;
  const [garment] = artwork.picturesOf(style, worn);
  if (garment === undefined) return [];
  return artwork.picturesOf(style, thing).map((picture) => {
    const things = [
      { thing, picture: artwork.slugOf(picture), flip },
      { thing: worn, picture: artwork.slugOf(garment), flip: false },
    ];
    const draft = { style, kind: 'wearing', things, recall: 60 };
    const actors = embodied(actorsOf(draft, tables, artwork), draft, stage);
    return arrange(actors, draft, stage) as [Placed, Placed];
  });
}
const everyStyle = (thing: string, worn: string, flip = false) =>
  styles.flatMap((style) => dressedIn(style, thing, worn, flip));

/** Eyes on the canvas. */
const eyesIn = ({ picture, frame, flip }: Placed) =>
  stage.artwork.eyesOf(picture).map((eye) => ({
    ...pointAt(frame, flip ? 1 - eye.x : eye.x, eye.y),
    half: eye.down * frame.yy,
    wide: eye.across * frame.xx,
  }));

describe('what is worn', () => {
  it.each(['frog', 'owl', 'cat'])('has its lens before one eye: of a %s', (thing) => {
    const all = everyStyle(thing, 'worn monocle').filter(([wearer]) => eyesIn(wearer).length === 2);
    expect(all.length).toBeGreaterThan(3);
    for (const [wearer, monocle] of all) {
      const { lens } = stage.tables.layouts.worn.own!['worn monocle']!;
      const { x, y } = pointAt(monocle.frame, lens![0], lens![1]);
      const right = eyesIn(wearer).reduce((one, other) => (other.x > one.x ? other : one));
      expect(Math.hypot(x - right.x, y - right.y)).toBeLessThan(1);
      expect(lens![2] * monocle.frame.xx).toBeGreaterThan(1.1 * right.half);
    }
  });

  it.each(['llama', 'camel', 'deer', 'giraffe', 'horse', 'cow', 'swan', 'duck', 'chicken', 'eagle', 'shark', 'whale'])(
    'is on the head, wherever that is: glasses and a hat of a %s',
    (thing) => {
      for (const worn of ['sunglasses', 'top hat']) {
        const all = [...everyStyle(thing, worn), ...everyStyle(thing, worn, true)];
        expect(all.length).toBeGreaterThan(3);
        for (const [wearer, { picture, frame, flip, ...rest }] of all) {
          const slug = stage.artwork.slugOf(wearer.picture);
          const head = headOf(wearer, stage) ?? edgesOf(wearer, stage);
          const on = edgesOf({ ...rest, picture, frame, flip }, stage);
          const [x, y] = [(on.x0 + on.x1) / 2, worn === 'top hat' ? on.y1 : (on.y0 + on.y1) / 2];
          expect(x, slug).toBeGreaterThan(head.x0);
          expect(x, slug).toBeLessThan(head.x1);
          expect(y, slug).toBeGreaterThan(head.y0 - 1);
          expect(y, slug).toBeLessThan(head.y1);
          if (worn === 'top hat') continue;
          for (const eye of eyesIn(wearer)) {
            expect(eye.x > on.x0 && eye.x < on.x1 && eye.y > on.y0 && eye.y < on.y1, slug).toBe(true);
          }
        }
      }
    },
  );

  it.each(['top hat', 'headband', 'santa hat'])(
    'lies over the tops of a frog’s eyes, and leaves their middles free: a %s',
    (hat) => {
      const all = everyStyle('frog', hat);
      expect(all.length).toBeGreaterThan(4);
      for (const [frog, worn] of all) {
        const eyes = eyesIn(frog);
        if (eyes.length < 2) continue;
        expect(edgesOf(worn, stage).y1).toBeLessThan(Math.min(...eyes.map(({ y }) => y)) + 0.5);
      }
    },
  );

  it.each(['girl', 'dog', 'cat', 'man'])('lies over the ears with its cups beside the eyes: of a %s', (thing) => {
    const all = everyStyle(thing, 'worn headphones');
    expect(all.length).toBeGreaterThan(4);
    for (const [wearer, worn] of all) {
      const [eyes, edges] = [eyesIn(wearer), edgesOf(worn, stage)];
      if (eyes.length < 2) continue;
      // Cups take a fifth of the width at each side.
      const inner = 0.2 * (edges.x1 - edges.x0);
      for (const { x, y, wide } of eyes) {
        expect(x - wide).toBeGreaterThan(edges.x0 + 0.7 * inner);
        expect(x + wide).toBeLessThan(edges.x1 - 0.7 * inner);
        expect(y).toBeLessThan(edges.y1);
        expect(y).toBeGreaterThan(edges.y0);
      }
    }
  });

  it.each([false, true])('sits behind the eye of a head in profile, leant back (mirrored: %s)', (flip) => {
    const all = everyStyle('dog', 'santa hat', flip);
    const [dog, hat] = all.find(
      ([{ picture }]) => !stage.artwork.isFrontal(picture) && eyesIn({ ...all[0]![0], picture }).length === 1,
    )!;
    const eye = eyesOf(dog, stage)!.eyes;
    const looks = facingOf(dog, stage);
    const { x } = pointAt(hat.frame, 0.5, 0.9);
    expect(Math.sign(eye.x - x)).toBe(looks);
    expect(Math.sign(hat.frame.yx)).toBe(-looks);
  });

  it('shows one side on a head in profile: a lens before its one eye, or a cup behind it', () => {
    for (const worn of ['sunglasses', 'worn headphones']) {
      const all = ['parrot', 'rooster', 'duck', 'elephant']
        .flatMap((thing) => [...everyStyle(thing, worn), ...everyStyle(thing, worn, true)])
        .filter(([wearer]) => eyesIn(wearer).length === 1);
      expect(all.length).toBeGreaterThan(8);
      for (const [wearer, half] of all) {
        const [eye] = eyesIn(wearer);
        const { x0, x1 } = edgesOf(half, stage);
        expect(half.across).toBeDefined();
        const isBefore = x0 < eye!.x && eye!.x < x1;
        const isBehind = facingOf(wearer, stage) === -1 ? x1 > eye!.x : x0 < eye!.x;
        expect(worn === 'sunglasses' ? isBefore : isBehind, stage.artwork.slugOf(wearer.picture)).toBe(true);
      }
    }
  });

  it('has the far lens of glasses before the snout of a head in profile, and an arm behind the near one', () => {
    const all = ['parrot', 'duck', 'goose']
      .flatMap((thing) => [...everyStyle(thing, 'sunglasses'), ...everyStyle(thing, 'sunglasses', true)])
      .filter(([wearer]) => eyesIn(wearer).length === 1);
    expect(all.length).toBeGreaterThan(8);
    for (const [wearer, { each, paws }] of all) {
      const looks = facingOf(wearer, stage);
      const [far, near] = each!.map((frame) => pointAt(frame, looks < 0 ? 0.75 : 0.25, 0.5).x);
      expect(Math.abs(near! - eyesIn(wearer)[0]!.x)).toBeLessThan(Math.abs(far! - eyesIn(wearer)[0]!.x));
      expect(Math.sign(paws![0]!.frame.xx)).toBe(-looks);
    }
  });

  it('lets hands and feet of a head out of what is worn on its body', () => {
    for (const thing of ['frog', 'bear', 'girl'])
      for (const garment of ['raincoat', 'dress', 't-shirt']) {
        const all = everyStyle(thing, garment).filter(([wearer]) => stage.artwork.isFace(wearer.picture));
        for (const [wearer, worn] of all) {
          const [body, cloth] = [edgesOf(wearer, stage), edgesOf(worn, stage)];
          const slug = stage.artwork.slugOf(wearer.picture);
          expect(wearer.body?.garment?.thing, slug).toBe(garment);
          expect(body.y1, slug).toBeGreaterThan(cloth.y1 + 3);
          expect((cloth.x0 + cloth.x1) / 2, slug).toBeCloseTo((body.x0 + body.x1) / 2, 0);
        }
      }
  });

  it('covers most of who stands upright before us, wings aside, from the chin to above the feet', () => {
    const all = everyStyle('penguin', 'raincoat').filter(([{ picture }]) => stage.artwork.eyesOf(picture).length === 2);
    expect(all.length).toBeGreaterThan(1);
    for (const [penguin, coat] of all) {
      const [body, cloth] = [edgesOf(penguin, stage), edgesOf(coat, stage)];
      expect(penguin.body).toBeUndefined();
      expect(cloth.x1 - cloth.x0).toBeGreaterThan(0.6 * (body.x1 - body.x0));
      expect(cloth.y0).toBeGreaterThan(eyesOf(penguin, stage)!.eyes.y);
      expect(cloth.y1).toBeLessThan(body.y1);
    }
  });

  it('is a hood that the head of who is drawn whole looks out of', () => {
    const all = everyStyle('turtle', 'hoodie').filter(([{ picture }]) => stage.artwork.headOf(picture));
    expect(all.length).toBeGreaterThan(3);
    for (const [turtle, hoodie] of all) {
      const [head, hood] = [edgesOf(turtle, stage), edgesOf(hoodie, stage)];
      expect(turtle.oval).toBeDefined();
      expect(head.x0).toBeGreaterThan(hood.x0);
      expect(head.x1).toBeLessThan(hood.x1);
      expect(head.y1).toBeLessThan(hood.y0 + 0.8 * (hood.y1 - hood.y0));
    }
  });

  it('is about the neck of a head in profile, behind its snout', () => {
    const all = everyStyle('horse', 'worn scarf').filter(([wearer]) => eyesIn(wearer).length === 1);
    const faces = all.filter(([{ picture }]) => stage.artwork.isFace(picture));
    expect(faces.length).toBeGreaterThan(1);
    for (const [horse, scarf] of faces) {
      const [head, cloth] = [edgesOf(horse, stage), edgesOf(scarf, stage)];
      const shift = (cloth.x0 + cloth.x1 - head.x0 - head.x1) / 2;
      expect(Math.sign(shift)).toBe(-facingOf(horse, stage));
    }
  });

  it('shows both sides on a head that looks at us', () => {
    const all = everyStyle('fox', 'glasses').filter(([wearer]) => eyesIn(wearer).length === 2);
    expect(all.length).toBeGreaterThan(3);
    for (const [, glasses] of all) expect(glasses.across).toBeUndefined();
  });

  it('stands below who wears it, and a blanket covers the lower part', () => {
    for (const [girl, boots] of everyStyle('girl', 'worn boot')) {
      const [body, pair] = [edgesOf(girl, stage), edgesOf(boots, stage)];
      expect(pair.y0).toBeGreaterThan(body.y1 - 0.1 * (body.y1 - body.y0));
      expect((pair.x0 + pair.x1) / 2).toBeCloseTo((body.x0 + body.x1) / 2, 0);
    }
    for (const [bear, blanket] of everyStyle('bear', 'blanket')) {
      const [body, cloth] = [edgesOf(bear, stage), edgesOf(blanket, stage)];
      const covered = (body.y1 - cloth.y0) / (body.y1 - body.y0);
      expect(covered).toBeGreaterThan(0.2);
      expect(covered).toBeLessThan(0.55);
      expect(cloth.x0).toBeLessThan(body.x0);
      expect(cloth.x1).toBeGreaterThan(body.x1);
    }
  });
});

describe('a drawing of our own', () => {
  it.each(['puddle', 'blanket', 'watering can'])('is stood on, which no seat of it is measured for: a %s', (thing) => {
    const { artwork, tables } = stage;
    const [frog, ground] = ['frog', thing].map((name) => artwork.slugOf(artwork.picturesOf('flat', name)[0]!));
    const things = [
      { thing: 'frog', picture: frog!, flip: false },
      { thing, picture: ground!, flip: false },
    ];
    const draft = { style: 'flat', kind: 'on', things, recall: 60 };
    const placed = arrange(actorsOf(draft, tables, artwork), draft, stage);
    const [above, below] = placed.map((one) => edgesOf(one, stage));
    for (const side of ['x0', 'y0', 'x1', 'y1'] as const) expect(Number.isFinite(below![side])).toBe(true);
    expect(above!.y0).toBeLessThan(below!.y0);
    expect(above!.y1).toBeLessThanOrEqual(below!.y1 + 1);
  });
});
