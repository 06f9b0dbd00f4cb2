import { describe, expect, it } from 'vitest';
import {
  drawLatents,
  findKind,
  formatLatent,
  LATENT_KINDS,
  type LatentKind,
  type Latents,
  latentKind,
  latentsSchema,
  leftByEdit,
  parsePin,
  pickKinds,
} from '../../../../src/engine/latents/index.js';
import { wordsOf } from '../../../support/words-of.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const codes = Array.from({ length: 64 }, (_, i) => i % 60);

describe('what a person writes for a pin', () => {
  it.each<[string, Latents]>([
    ['description=A cat, a pizza', { description: 'a cat , a pizza' }],
    ['boxes=cat 0,16,64,112', { boxes: [{ label: 'cat', x0: 0, y0: 0.125, x1: 0.5, y1: 0.875 }] }],
    ['boxes=cat: 0% 12.5% 50% 87.5%', { boxes: [{ label: 'cat', x0: 0, y0: 0.125, x1: 0.5, y1: 0.875 }] }],
    ['boxes=cat 0,0,0.2,128', { boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 1 / 32, y1: 1 }] }],
    [
      'boxes=cat 7 0,0,64,64; pizza 64,64,128,128',
      {
        boxes: [
          { label: 'cat 7', x0: 0, y0: 0, x1: 0.5, y1: 0.5 },
          { label: 'pizza', x0: 0.5, y0: 0.5, x1: 1, y1: 1 },
        ],
      },
    ],
    ['blobs=64,64,40,20,30', { blobs: [{ x: 0.5, y: 0.5, major: 20 / 64, minor: 10 / 64, angle: 30 }] }],
    ['shapes=64,64,20,40,30', { blobs: [{ x: 0.5, y: 0.5, major: 20 / 64, minor: 10 / 64, angle: 120 }] }],
    ['blobs=50%,50%,25%,25%,-179.9', { blobs: [{ x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 }] }],
    ['palette=red', { palette: [{ colour: '#dc2a2a', share: 1 }] }],
    [
      'palette=red,#ffee00',
      {
        palette: [
          { colour: '#dc2a2a', share: 0.5 },
          { colour: '#fbd63c', share: 0.5 },
        ],
      },
    ],
    [
      'palette=white 25%, red 75%',
      {
        palette: [
          { colour: '#dc2a2a', share: 0.75 },
          { colour: '#ffffff', share: 0.25 },
        ],
      },
    ],
    [
      'palette=red, #d22, white 50%',
      {
        palette: [
          { colour: '#dc2a2a', share: 0.5 },
          { colour: '#ffffff', share: 0.5 },
        ],
      },
    ],
    [`TOKENS=${codes.join(', ')}`, { tokens: codes }],
    [`Texture=${codes.join(', ')}`, { tokens: codes }],
  ])('%s', (text, expected) => {
    expect(parsePin(text, context)).toEqual(expected);
  });

  it.each([
    ['description=', 'bad_pin'],
    ['description=日本', 'bad_pin'],
    ['description=abcdefghijklmnopq', 'bad_pin'],
    ['boxes=', 'bad_pin'],
    ['boxes=cat 0,16,64', 'bad_pin'],
    ['boxes=0,16,64,112', 'bad_pin'],
    ['boxes=cat 64,16,64,112', 'bad_pin'],
    ['boxes=cat 0,16,129,112', 'bad_pin'],
    ['boxes=cat 0,16,101%,112', 'bad_pin'],
    ['boxes=abcdefgh 0,16,64,112', 'bad_pin'],
    ['boxes=a 0,0,9,9;b 0,0,9,9;c 0,0,9,9;d 0,0,9,9', 'bad_pin'],
    ['blobs=64,64,40,20', 'bad_pin'],
    ['blobs=64,64,80,20,0', 'bad_pin'],
    ['blobs=64,64,20,0,0', 'bad_pin'],
    ['palette=', 'bad_pin'],
    ['palette=sparkly', 'bad_pin'],
    ['palette=red 80%, white 40%', 'bad_pin'],
    ['palette=red 100%, white', 'bad_pin'],
    ['palette=red 0%', 'bad_pin'],
    ['palette=white,black,red,orange,yellow,green', 'bad_pin'],
    ['tokens=1,2,3', 'bad_pin'],
    ['tokens=a', 'bad_pin'],
    [`tokens=${codes.with(5, 60).join(',')}`, 'bad_pin'],
    ['palette', 'bad_pin'],
    ['depth=1', 'unknown_kind'],
    ['red', 'unknown_kind'],
  ])('%s is refused with a hint', async (text, code) => {
    expect(await wordsOf(() => parsePin(text, context))).toMatch(new RegExp(`^${code}: .+\\.\n\\w+`));
  });
});

describe('the hint of a pin that cannot be read', () => {
  it.each(['boxes', 'blobs'] as const)(
    'gives an example of %s that can be, in pixels of the bundle’s picture',
    async (kind) => {
      const hint = await wordsOf(() => parsePin(`${kind}=1`, context));
      expect(hint).toContain('128 on each side');
      const example = /such as: (.*?)\. /.exec(hint)![1]!;
      expect(Object.values(parsePin(`${kind}=${example}`, context)).flat()).toHaveLength(2);
    },
  );
});

describe('how latents read in chat', () => {
  it.each<[Latents, string]>([
    [{ description: 'a cat , flat style' }, 'a cat, flat style'],
    [
      {
        boxes: [
          { label: 'cat', x0: 0, y0: 0, x1: 0.4, y1: 1 },
          { label: 'pizza', x0: 0.6, y0: 0.6, x1: 0.9, y1: 0.9 },
        ],
      },
      'cat: left, large · pizza: lower right, small',
    ],
    [{ blobs: [{ x: 0.5, y: 0.5, major: 0.4, minor: 0.2, angle: 30 }] }, 'wide ellipse tilted 30° in the centre'],
    [{ blobs: [{ x: 0.1, y: 0.1, major: 0.2, minor: 0.19, angle: 60 }] }, 'circle at the upper left'],
    [{ blobs: [{ x: 0.5, y: 0.9, major: 0.4, minor: 0.2, angle: 90 }] }, 'tall ellipse at the bottom'],
    [
      {
        palette: [
          { colour: '#f58a20', share: 0.625 },
          { colour: '#f8e6c4', share: 0.25 },
        ],
      },
      'orange 63% · cream 25%',
    ],
  ])('%j', (latents, expected) => {
    const [kind] = Object.keys(latents);
    expect(formatLatent(findKind(kind ?? '', context.manifest), latents)).toBe(expected);
  });

  it('tells token grids apart by a short digest', () => {
    const line = formatLatent('tokens', { tokens: codes });
    expect(line).toMatch(/^64 codes \([0-9a-f]{4}…\)$/);
    expect(formatLatent('tokens', { tokens: codes.with(0, 1) })).not.toBe(line);
  });
});

describe('latents on the picture', () => {
  it('draws boxes, ellipses and chips, and nothing for text and tokens', () => {
    const latents: Latents = {
      description: 'a cat',
      boxes: [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 1 }],
      blobs: [{ x: 0.5, y: 0.5, major: 0.4, minor: 0.2, angle: 30 }],
      palette: [{ colour: '#f58a20', share: 0.625 }],
      tokens: codes,
    };
    expect(drawLatents(latents)).toEqual([
      { type: 'rect', label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 1 },
      { type: 'ellipse', x: 0.5, y: 0.5, major: 0.4, minor: 0.2, angle: 30 },
      { type: 'chip', colour: '#f58a20', share: 0.625 },
    ]);
  });
});

describe('latents from outside', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [{ palette: [{ colour: '#FF0000', share: 1 }] }, true],
    [{ boxes: [{ label: 'cat', x0: 0.5, y0: 0, x1: 0.5, y1: 1 }] }, false],
    [{ blobs: [{ x: 0.5, y: 0.5, major: 0.1, minor: 0.2, angle: 0 }] }, false],
    [{ blobs: [{ x: 0.5, y: 0.5, major: 0.2, minor: 0.2, angle: 180 }] }, false],
    [{ palette: [{ colour: 'red', share: 1 }] }, false],
    [{ tokens: [1.5] }, false],
    [{ depth: 1 }, false],
  ])('%j is accepted: %s', (value, accepted) => {
    expect(latentsSchema.safeParse(value).success).toBe(accepted);
  });
});

describe('pickKinds', () => {
  it('takes the kinds that are there', () => {
    const palette = [{ colour: '#ff0000', share: 1 }];
    expect(pickKinds({ description: 'a cat', palette }, ['palette', 'boxes'])).toEqual({ palette });
  });
});

describe('what an edit leaves as it was', () => {
  const LEFT: readonly [LatentKind, LatentKind[]][] = [
    ['description', []],
    ['boxes', ['description', 'palette']],
    ['blobs', ['description', 'palette']],
    ['palette', ['boxes', 'blobs']],
    ['tokens', ['description', 'boxes', 'blobs', 'palette']],
  ];
  const told = LEFT.map(([kind]) => kind);
  it.each(LEFT)('of the %s: %j', (kind, left) => {
    expect(leftByEdit(kind).filter((one) => told.includes(one))).toEqual(left);
  });

  it.each(LATENT_KINDS)('is told by kinds that there are, other than the kind itself: %s', (kind) => {
    const others: readonly string[] = LATENT_KINDS.filter((one) => one !== kind);
    expect(others).toEqual(expect.arrayContaining([...latentKind(kind).follows]));
  });
});
