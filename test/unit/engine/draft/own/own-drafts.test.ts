import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../../src/engine/basics/index.js';
import { loadBundle } from '../../../../../src/engine/bundle/index.js';
import { createDrafts, type Draft } from '../../../../../src/engine/draft/index.js';
import { ownPicture, ownSlot, ownThing } from '../../../../../src/engine/own/index.js';

const bundle = await loadBundle('models/stickers');
const drafts = createDrafts(bundle);
const { styles } = bundle.manifest;

/** A disc of a colour. */
function disc(red: number, green: number, blue: number, size = 128): RgbaImage {
  const data = new Uint8Array(4 * size * size);
  for (let p = 0; p < size * size; p++) {
    const isIn = Math.hypot((p % size) - 63.5, Math.floor(p / size) - 63.5) < 60;
    if (isIn) data.set([red, green, blue, 255], 4 * p);
  }
  return { width: size, height: size, data };
}

const mascot = ownThing('mascot', disc(20, 180, 165));
/** The same with eyes. */
const seeing = disc(20, 180, 165);
for (const x of [44, 84]) {
  for (let y = 44; y < 56; y++)
    seeing.data.set(
      new Uint8Array(40).fill(255).map((_, c) => (c % 4 === 3 ? 255 : 15)),
      4 * (128 * y + x - 5),
    );
}
const logo = ownThing('logo', disc(60, 40, 210), true);
const own = drafts.withOwn([mascot, logo]);
const alone: Draft = {
  style: styles[0]!,
  kind: 'single',
  things: [{ thing: 'mascot', picture: ownPicture(mascot), flip: false }],
  recall: 60,
};

describe('drafts of own things', () => {
  it('have one look of each in every style, as drawn and in each paint', () => {
    for (const style of styles) {
      const looks = own.looksOf(style, ownSlot(0, mascot));
      expect(looks).toHaveLength(1 + bundle.manifest.tables.paints.length);
      expect(looks[0]).toMatchObject({ picture: ownPicture(mascot), isFace: true, colours: ['teal'], moods: [] });
      expect(looks[0]!.marks).toContain('crying');
      const [faceless] = own.looksOf(style, ownSlot(1, logo));
      expect(faceless).toMatchObject({ isFace: false, hasHead: false });
      expect(faceless!.moods.length).toBeGreaterThan(0);
    }
  });

  it('show moods in their own eyes, where these are found', async () => {
    const thing = ownThing('mascot', seeing);
    expect(thing.hasEyes).toBe(true);
    const all = drafts.withOwn([thing]);
    const [look] = all.looksOf(styles[0]!, ownSlot(0, thing));
    expect(look).toMatchObject({ isFace: false, hasHead: true, isFrontal: true });
    expect(look!.seen).toContain('sleeping');
    expect(look!.moods).toContain('winking');
    const things = [{ thing: 'mascot', picture: ownPicture(thing), flip: false }];
    const [awake, asleep] = await Promise.all(
      [things, [{ ...things[0]!, mood: 'sleeping' }]].map((of) => all.picture({ ...alone, things: of })),
    );
    const changed = awake!.reduce((sum, value, k) => sum + Number(Math.abs(value - asleep![k]!) > 0.2), 0);
    expect(changed).toBeGreaterThan(100);
    expect(changed).toBeLessThan(0.1 * awake!.length);
  });

  it('are described and measured as those of the memory', () => {
    const { description, boxes, palette } = own.describe({ ...alone, kind: 'single' });
    expect(description).toBe(`a teal mascot , ${styles[0]} style`);
    expect(boxes).toHaveLength(1);
    expect(boxes[0]!.label).toBe('mascot');
    expect(palette[0]!.share).toBeGreaterThan(0.8);
  });

  it('show the very picture, whichever thing of the request it is', async () => {
    const picture = await own.picture(alone);
    const middle = 64 * 128 + 64;
    const seen = [0, 1, 2, 3].map((c) => Math.round(((picture[c * 128 * 128 + middle]! + 1) / 2) * 255));
    expect(seen).toEqual([20, 180, 165, 255]);
    const other = drafts.withOwn([logo, mascot]);
    const painted = { ...alone, things: [{ ...alone.things[0]!, paint: 'purple' }] };
    expect(await other.picture(painted)).toEqual(await own.picture(painted));
  });

  it('are fitted to a box and a palette', () => {
    const boxes = [{ label: 'mascot', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }];
    const palette = [{ colour: '#e02020', share: 1 }];
    const told = own.describe({ ...alone, boxes, palette });
    expect(told).toMatchObject({ boxes, description: expect.stringContaining('red mascot') });
  });

  it('are of another memory where the request does not bring the picture', () => {
    expect([own.has(alone), drafts.has(alone), drafts.withOwn([logo]).has(alone)]).toEqual([true, false, false]);
    expect(drafts.withOwn(undefined).has(alone)).toBe(false);
  });
});
