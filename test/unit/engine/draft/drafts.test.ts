import { beforeAll, describe, expect, it } from 'vitest';
import { labDistance, labOf, toOklab } from '../../../../src/engine/basics/oklab.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Draft, DraftedThing } from '../../../../src/engine/draft/draft.js';
import { centredThings, createDrafts, type Drafts } from '../../../../src/engine/draft/drafts.js';
import type { Blob, Box, Swatch } from '../../../../src/engine/latents/index.js';
import { createArtwork, type Eye } from '../../../../src/engine/memory/index.js';

const SIZE = 128;

let drafts: Drafts;
let styles: readonly string[];
let eyesOf: (style: string, thing: string, slug: string) => readonly Eye[];

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  drafts = createDrafts(bundle);
  styles = bundle.manifest.styles;
  const artwork = createArtwork(bundle);
  eyesOf = (style, thing, slug) => artwork.eyesOf(artwork.find(style, thing, slug)!);
});

function shown(style: string, thing: string, more: Partial<DraftedThing> = {}): DraftedThing {
  const [look] = drafts.looksOf(style, thing);
  return { thing, picture: look!.picture, flip: false, ...more };
}

const draftOf = (kind: string, things: DraftedThing[], more: Partial<Draft> = {}): Draft => ({
  style: '3d',
  kind,
  things,
  recall: 70,
  ...more,
});

describe('looks of a thing', () => {
  it('are its pictures as drawn and in every paint, under the colours that descriptions say', () => {
    const looks = drafts.looksOf('3d', 'fox');
    const [asDrawn] = looks;
    expect(asDrawn!.paint).toBeUndefined();
    expect(looks.filter(({ picture }) => picture === asDrawn!.picture).map(({ paint }) => paint)).toHaveLength(13);
    const blue = looks.find(({ paint }) => paint === 'blue')!;
    const { description } = drafts.describe(
      draftOf('single', [{ thing: 'fox', picture: blue.picture, paint: 'blue', flip: false }]),
    );
    expect(description).toBe(`a ${blue.colours.join(' and ')} fox , 3d style`);
    expect(blue.colours[0]).toBe('blue');
  });

  it('show moods in their own face, or in one that they are given', () => {
    const [pizza] = drafts.looksOf('3d', 'pizza');
    const [face] = drafts.looksOf('3d', 'cat face');
    expect(pizza!.moods).toContain('happy');
    expect(pizza!.moods).not.toContain('in love');
    expect(pizza!.marks).toEqual(expect.arrayContaining(['in love', 'crying']));
    expect(pizza!.seen).toEqual(expect.arrayContaining(['happy', 'in love']));
    // Its own eyes tell what no sign of the name does.
    expect(face!.moods).toContain('happy');
    expect(face!.moods).not.toContain('sleeping');
    expect(face!.seen).toContain('sleeping');
    expect(face!.marks).toContain('crying');
  });

  it('are none of what the memory lacks', () => {
    expect(drafts.looksOf('3d', 'quokka')).toEqual([]);
    expect(drafts.looksOf('no style', 'cat')).toEqual([]);
  });
});

describe('a draft', () => {
  it('may show a picture of another style', () => {
    const cat = shown('blob', 'cat');
    expect(drafts.describe(draftOf('single', [cat])).description).toMatch(/ cat , 3d style$/);
  });

  it.each<[string, Partial<Draft>]>([
    ['a picture', { things: [{ thing: 'cat', picture: 'none:cat', flip: false }] }],
    ['a paint', { things: [{ thing: 'cat', picture: 'fluent:cat-face', flip: false, paint: 'plum' }] }],
    ['a relation', { kind: 'inside' }],
    ['a number of things', { kind: 'count' }],
    ['places', { kind: 'list', places: 99 }],
  ])('is not had, and is refused, for %s that the memory lacks', (_, wrong) => {
    const cat = shown('3d', 'cat');
    const draft = { ...draftOf('single', [cat]), ...wrong };
    const things = wrong.kind === 'list' ? [cat, cat] : draft.things;
    expect(drafts.has(draftOf('single', [cat]))).toBe(true);
    expect(drafts.has({ ...draft, things })).toBe(false);
    expect(() => drafts.describe({ ...draft, things })).toThrow(expect.objectContaining({ code: 'bad_draft' }));
  });
});

describe('places', () => {
  const boxesOf = (draft: Draft) => {
    const { boxes } = drafts.describe(draft);
    return (thing: string) => boxes.find(({ label }) => label === thing)!;
  };
  const middle = ({ x0, x1 }: Box) => (x0 + x1) / 2;
  const isOnCanvas = ({ x0, y0, x1, y1 }: Box) => x0 >= 0 && y0 >= 0 && x1 <= 1 && y1 <= 1;
  const face = (thing: string) => {
    const look = drafts.looksOf('3d', thing).find(({ isFace, paint }) => isFace && paint === undefined)!;
    return { thing, picture: look.picture, flip: false };
  };

  it('let each wear what is worn where it belongs, behind them what they look out of', () => {
    const scarf = boxesOf(draftOf('wearing', [face('bear'), shown('3d', 'scarf')]));
    expect(scarf('scarf').y0).toBeGreaterThan((scarf('bear').y0 + scarf('bear').y1) / 2);
    expect(scarf('scarf').y0).toBeLessThan(scarf('bear').y1);
    const heard = boxesOf(draftOf('wearing', [face('bear'), shown('3d', 'headphones')]));
    expect(heard('headphones').y0).toBeLessThanOrEqual(heard('bear').y0);
    expect(heard('headphones').x1 - heard('headphones').x0).toBeGreaterThan(heard('bear').x1 - heard('bear').x0);
    const dressed = draftOf('wearing', [face('bear'), shown('3d', 'coat')]);
    expect(boxesOf(dressed)('coat').y0).toBeGreaterThan(boxesOf(dressed)('bear').y0);
    expect(drafts.describe(dressed).boxes.map(({ label }) => label)).toEqual(['coat', 'bear']);
    for (const at of [scarf('scarf'), heard('headphones'), boxesOf(dressed)('coat')]) {
      expect(isOnCanvas(at)).toBe(true);
      expect(middle(at)).toBeCloseTo(0.5, 1);
    }
  });

  it('let what is no face wear on its head what is worn there, where its eyes were found, mirrored too', () => {
    for (const flip of [false, true]) {
      const look = drafts.looksOf('3d', 'giraffe').find(({ hasHead }) => hasHead)!;
      const giraffe = { thing: 'giraffe', picture: look.picture, flip };
      const [body, glasses] = ['giraffe', 'sunglasses'].map(
        boxesOf(draftOf('wearing', [giraffe, shown('3d', 'sunglasses')])),
      );
      const [own, worn] = [body!.x1 - body!.x0, glasses!.x1 - glasses!.x0];
      expect(worn).toBeLessThan(own / 2);
      expect(glasses!.y1).toBeLessThan(0.4);
      const crown = boxesOf(draftOf('wearing', [giraffe, shown('3d', 'crown')]))('crown');
      expect(Math.abs(middle(crown) - middle(glasses!))).toBeLessThan(0.15);
      expect(Math.abs(middle(crown) - 0.5)).toBeGreaterThan(0.1);
    }
  });

  it('rim the face of a mood on what is dark, and on nothing else', async () => {
    const light = async (paint: string) => {
      const plain = { thing: 'pizza', picture: shown('3d', 'pizza').picture, paint, flip: false };
      const [bare, faced] = await Promise.all(
        [plain, { ...plain, mood: 'sad' }].map((one) => drafts.picture(draftOf('single', [one]))),
      );
      let lightened = 0;
      for (let k = 0; k < SIZE * SIZE; k++) if (faced![k]! > 0.9 && bare![k]! < 0) lightened++;
      return lightened;
    };
    expect(await light('black')).toBeGreaterThan(20);
    expect(await light('yellow')).toBe(0);
  });

  it('take no nostril at the end of a snout for an eye', () => {
    const whole = drafts.looksOf('outline', 'pig').filter(({ isFace }) => !isFace);
    expect(whole.length).toBeGreaterThan(0);
    const [eye, ...others] = eyesOf('outline', 'pig', whole[0]!.picture);
    expect(others).toEqual([]);
    expect(eye!.x).toBeGreaterThan(0.1);
  });

  it('dress what is drawn whole over its body, below its head', () => {
    const owl = drafts.looksOf('3d', 'owl').find(({ hasHead, isFace }) => hasHead && !isFace)!;
    const dressed = draftOf('wearing', [{ thing: 'owl', picture: owl.picture, flip: false }, shown('3d', 'coat')]);
    expect(drafts.describe(dressed).boxes.map(({ label }) => label)).toEqual(['owl', 'coat']);
    const at = boxesOf(dressed);
    expect(at('coat').y0).toBeGreaterThan(at('owl').y0 + (at('owl').y1 - at('owl').y0) / 5);
    expect(at('coat').x1 - at('coat').x0).toBeLessThan(1.2 * (at('owl').x1 - at('owl').x0));
  });

  it('stand a sign in the corner where the head is not', async () => {
    const look = drafts.looksOf('3d', 'parrot').find(({ hasHead }) => hasHead)!;
    const signAt = async (flip: boolean) => {
      const parrot = { thing: 'parrot', picture: look.picture, flip };
      const [plain, partying] = await Promise.all(
        [parrot, { ...parrot, mark: 'partying' }].map((one) => drafts.picture(draftOf('single', [one]))),
      );
      const changed = plain!.map((value, k) => Math.abs(value - partying![k]!));
      const half = (isRight: boolean) => changed.filter((_, k) => k % SIZE >= SIZE / 2 === isRight);
      const sum = (values: Float32Array) => values.reduce((all, value) => all + value, 0);
      return sum(half(true)) > sum(half(false)) ? 'right' : 'left';
    };
    expect(new Set([await signAt(false), await signAt(true)])).toEqual(new Set(['left', 'right']));
  });

  it('let one of three wear the others, or one of them, and say so', () => {
    const [bear, crown, glasses] = [face('bear'), shown('3d', 'crown'), shown('3d', 'sunglasses')];
    const both = draftOf('wearing, wearing', [bear, crown, glasses]);
    expect(drafts.describe(both).description).toMatch(/ bear wearing .* crown wearing .* sunglasses , 3d style$/);
    const worn = boxesOf(both);
    expect(worn('crown').y1).toBeLessThan(worn('sunglasses').y1);
    expect(worn('crown').y0).toBeLessThan(worn('bear').y0);
    const beside = boxesOf(draftOf('wearing, beside', [bear, crown, shown('3d', 'pizza')]));
    expect(middle(beside('crown'))).toBeCloseTo(middle(beside('bear')), 1);
    expect(beside('pizza').x0).toBeGreaterThan(beside('bear').x0);
    const second = boxesOf(draftOf('beside, wearing', [shown('3d', 'pizza'), bear, crown]));
    expect(middle(second('crown'))).toBeCloseTo(middle(second('bear')), 1);
    const standing = boxesOf(draftOf('wearing, on', [bear, crown, shown('3d', 'pizza')]));
    expect(standing('pizza').y1).toBeGreaterThan(standing('bear').y1);
    expect(middle(standing('crown'))).toBeCloseTo(middle(standing('bear')), 1);
  });

  it('move what is worn along with its wearer, of three things too', async () => {
    const draft = draftOf('wearing, beside', [face('bear'), shown('3d', 'crown'), shown('3d', 'pizza')]);
    const box = (label: string, y0: number) => ({ label, x0: 0.6, y0, x1: 0.9, y1: y0 + 0.3 });
    const moved = { ...draft, boxes: [box('bear', 0.6), box('pizza', 0.1)] };
    expect(drafts.describe(moved).fits).toEqual([expect.any(String), undefined, expect.any(String)]);
    expect(tightBox(await drafts.picture(moved)).x0).toBeGreaterThan(0.5);
  });

  it('give two things beside each other most of the canvas', () => {
    const pair = [shown('3d', 'pencil'), shown('3d', 'candle')];
    const areas = (draft: Draft) => drafts.describe(draft).boxes.map(({ x0, y0, x1, y1 }) => (x1 - x0) * (y1 - y0));
    const usual = areas(draftOf('beside', pair));
    for (const kind of ['beside', 'list']) {
      const places = drafts.placesOf(kind, 2);
      expect(places).toHaveLength(2);
      const roomy = places.map((way) => draftOf(kind, pair, { places: way }));
      for (const draft of roomy) {
        expect(areas(draft).every((area, k) => area > 1.1 * usual[k]!)).toBe(true);
        expect(drafts.describe(draft).boxes.every(isOnCanvas)).toBe(true);
      }
      const [one, other] = roomy.map((draft) => boxesOf(draft)('pencil'));
      expect([one!.x0, one!.y0]).not.toEqual([other!.x0, other!.y0]);
    }
    expect(drafts.placesOf('beside', 3)).toEqual([]);
  });

  it.each([
    ['wearing, wearing', 2],
    ['holding, on', 2],
    ['beside, inside', 3],
    ['wearing, inside', 3],
  ])('are refused for %s of %i things', (kind, count) => {
    expect(drafts.has(draftOf(kind, [face('bear'), shown('3d', 'crown'), shown('3d', 'pizza')].slice(0, count)))).toBe(
      false,
    );
  });
});

describe('boxes of one’s own', () => {
  const box = (label: string, x0: number, y0: number, x1: number, y1: number): Box => ({ label, x0, y0, x1, y1 });

  it('leave a draft as it is where they are those that were measured of it', async () => {
    const draft = draftOf('on', [shown('3d', 'cat'), shown('3d', 'pizza')]);
    const { boxes, blobs, palette } = drafts.describe(draft);
    const same = await drafts.picture({ ...draft, boxes, blobs, palette });
    expect(same).toEqual(await drafts.picture(draft));
  });

  it('are filled by what is painted', async () => {
    for (const style of styles) {
      for (const [x0, y0, x1, y1] of [
        [0, 0, 0.5, 0.5],
        [0.25, 0.125, 1, 0.75],
        [0.5, 0.0625, 1, 0.75],
      ] as const) {
        const chosen = box('cat', x0, y0, x1, y1);
        const draft = draftOf('single', [shown(style, 'cat')], { style, boxes: [chosen] });
        const { boxes, fits } = drafts.describe(draft);
        expect(boxes).toEqual([chosen]);
        expect(fits).toEqual(['stretched']);
        expect(boxOverlap(tightBox(await drafts.picture(draft)), chosen)).toBeGreaterThan(0.8);
      }
    }
  });

  it('are stood in the middle of by what would have to be stretched too far', () => {
    const wide = [box('cat', 0, 0.375, 1, 0.625), box('crown', 0, 0, 1, 0.25)];
    const things = [shown('3d', 'cat'), shown('3d', 'crown')];
    const named = (boxes: Box[]) => centredThings(draftOf('list', things, { boxes }), drafts);
    expect(named(wide)).toEqual(['cat', 'crown']);
    expect(named([wide[0]!])).toEqual(['cat']);
    expect(named([box('cat', 0.25, 0.25, 0.75, 0.75)])).toEqual([]);
    const foreign = { ...shown('3d', 'cat'), picture: 'none:cat' };
    expect(centredThings(draftOf('single', [foreign], { boxes: wide }), drafts)).toEqual([]);
    expect(centredThings(null, drafts)).toEqual([]);
  });

  it('take along what is worn, and leave what stands beside', () => {
    const hat = draftOf('wearing', [shown('3d', 'frog'), shown('3d', 'crown')]);
    const [frog, crown] = drafts.describe(hat).boxes;
    const moved = drafts.describe({ ...hat, boxes: [{ ...frog!, x0: 0, x1: frog!.x1 - frog!.x0 }] });
    expect(moved.fits).toEqual(['stretched', undefined]);
    expect(moved.boxes).toHaveLength(1);
    const both = drafts.describe({ ...hat, boxes: [box('frog', 0, 0.5, 0.5, 1), crown!] });
    expect(both.boxes[1]).toEqual(crown);
    const beside = draftOf('list', [shown('3d', 'cat'), shown('3d', 'pizza')]);
    const { description } = drafts.describe({ ...beside, boxes: [box('cat', 0.5, 0.5, 1, 1)] });
    expect(description).toMatch(/cat at the bottom on the right and .* pizza on the right , 3d style$/);
  });

  it('without a thing are given back with the ellipse in them', () => {
    const boxes = [box('sun', 0, 0, 0.5, 0.25), box('cat', 0.25, 0.25, 0.75, 0.75)];
    const { blobs } = drafts.describe(draftOf('single', [shown('3d', 'cat')], { boxes: [...boxes, boxes[0]!] }));
    const ellipse = { x: 0.25, y: 0.125, major: 0.25, minor: 0.125, angle: 0 };
    expect(blobs).toEqual([ellipse, expect.objectContaining({ x: 0.5 }), ellipse]);
  });
});

describe('ellipses of one’s own', () => {
  it.each<Blob>([
    { x: 0.5, y: 0.5, major: 0.375, minor: 0.28125, angle: 30 },
    { x: 0.375, y: 0.625, major: 0.25, minor: 0.21875, angle: 90 },
    { x: 0.5, y: 0.5, major: 0.40625, minor: 0.25, angle: 150 },
  ])('are filled by what is painted: %o', async (blob) => {
    for (const style of styles) {
      const draft = draftOf('single', [shown(style, 'cat')], { style, blobs: [blob] });
      expect(drafts.describe(draft).blobs).toEqual([blob]);
      const picture = await drafts.picture(draft);
      expect(blobOverlap(picture, blob)).toBeGreaterThan(0.6);
      // Boxes of turned things are judged without painting them.
      expect(boxOverlap(tightBox(picture), drafts.describe(draft).boxes[0]!)).toBeGreaterThan(0.65);
    }
  });
});

describe('a palette of one’s own', () => {
  const equal = (...colours: string[]): Swatch[] => colours.map((colour) => ({ colour, share: 1 / colours.length }));

  it.each([
    ['cat', equal('#2e6fdd', '#ffffff')],
    ['fox', equal('#ff0000', '#ffffff')],
    ['crown', equal('#dfae2b')],
    ['frog', equal('#f484b5')],
    ['rocket', equal('#3fa946', '#fbd63c')],
  ])('colours %s', async (thing, palette) => {
    const shares: number[] = [];
    for (const style of styles.filter((name) => drafts.looksOf(name, thing).length > 0 && name !== 'outline')) {
      const draft = draftOf('single', [shown(style, thing)], { style, palette });
      expect(drafts.describe(draft).palette).toEqual(palette);
      shares.push(paintedIn(await drafts.picture(draft), palette));
    }
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.88);
    expect(Math.min(...shares)).toBeGreaterThan(0.8);
  });

  it('gives the first of equal colours to the body, and is described', () => {
    for (const style of styles) {
      const draft = draftOf('single', [shown(style, 'cat')], { style, palette: equal('#2e6fdd', '#ffffff') });
      expect(drafts.describe(draft).description).toMatch(/^a blue( and white)? cat , /);
    }
  });

  it('changes the colour that was edited, and no other', async () => {
    const draft = draftOf('beside', [shown('flat', 'apple'), shown('flat', 'pear')], { style: 'flat' });
    const { palette } = drafts.describe(draft);
    const red = palette.findIndex(({ colour }) => labOf(colour)[1] > 0.15);
    const edited = palette.with(red, { ...palette[red]!, colour: '#2e6fdd' });
    const [before, after] = [await drafts.picture(draft), await drafts.picture({ ...draft, palette: edited })];
    const blue = equal('#2e6fdd');
    expect(paintedIn(before, blue)).toBeLessThan(0.01);
    expect(paintedIn(after, blue)).toBeGreaterThan(0.3);
    // The pear, which is green, stands on the right.
    expect(halfOf(after)).toEqual(halfOf(before));
  });

  it('leaves faces of moods and marks as they are drawn', async () => {
    const plain = draftOf('single', [shown('3d', 'pizza')], { palette: equal('#2e6fdd') });
    const loving = draftOf('single', [shown('3d', 'pizza', { mood: 'in love' })], { palette: equal('#2e6fdd') });
    expect(paintedIn(await drafts.picture(loving), equal('#e83850'))).toBeGreaterThan(
      paintedIn(await drafts.picture(plain), equal('#e83850')) + 0.02,
    );
  });
});

const alphaAt = (picture: Float32Array, k: number) => (picture[3 * SIZE * SIZE + k]! + 1) / 2;

function tightBox(picture: Float32Array) {
  const found = { x0: 1, y0: 1, x1: 0, y1: 0 };
  for (let k = 0; k < SIZE * SIZE; k++) {
    if (alphaAt(picture, k) <= 0.3) continue;
    const [x, y] = [k % SIZE, Math.floor(k / SIZE)];
    found.x0 = Math.min(found.x0, x / SIZE);
    found.y0 = Math.min(found.y0, y / SIZE);
    found.x1 = Math.max(found.x1, (x + 1) / SIZE);
    found.y1 = Math.max(found.y1, (y + 1) / SIZE);
  }
  return found;
}

/** Intersection over union. */
function boxOverlap(a: Omit<Box, 'label'>, b: Omit<Box, 'label'>): number {
  const area = ({ x0, y0, x1, y1 }: Omit<Box, 'label'>) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
  const shared = area({
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  });
  return shared / (area(a) + area(b) - shared);
}

function blobOverlap(picture: Float32Array, { x, y, major, minor, angle }: Blob): number {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  let [both, either] = [0, 0];
  for (let k = 0; k < SIZE * SIZE; k++) {
    const [dx, dy] = [((k % SIZE) + 0.5) / SIZE - x, (Math.floor(k / SIZE) + 0.5) / SIZE - y];
    const isInside = ((cos * dx + sin * dy) / major) ** 2 + ((cos * dy - sin * dx) / minor) ** 2 <= 1;
    const isPainted = alphaAt(picture, k) > 0.5;
    if (isInside && isPainted) both++;
    if (isInside || isPainted) either++;
  }
  return both / either;
}

/** The part of the opaque pixels that lie within 0.10 in OKLab of one of the palette's colours. */
function paintedIn(picture: Float32Array, palette: readonly Swatch[]): number {
  const labs = palette.map(({ colour }) => labOf(colour));
  const lab = new Float64Array(3);
  let [opaque, painted] = [0, 0];
  for (let k = 0; k < SIZE * SIZE; k++) {
    if (alphaAt(picture, k) < 0.95) continue;
    const byte = (c: number) => Math.round((255 * (picture[c * SIZE * SIZE + k]! + 1)) / 2);
    toOklab(byte(0), byte(1), byte(2), lab, 0);
    opaque++;
    if (labs.some((colour) => labDistance(colour, [lab[0]!, lab[1]!, lab[2]!]) <= 0.1)) painted++;
  }
  return painted / opaque;
}

/** What is right of the middle. */
function halfOf(picture: Float32Array): Float32Array {
  return picture.filter((_, k) => k % SIZE > SIZE / 2);
}
