import { describe, expect, it } from 'vitest';
import {
  cellSeed,
  given,
  madeOf,
  newCell,
  onlyCell,
  pinsOf,
  rerollTasks,
  withChosen,
} from '../../../../src/core/contents/tasks.js';
import type { Cell, Pin } from '../../../../src/core/types.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { cellLike, generationLike } from '../support/examples.js';

const RED = [{ colour: '#ff0000', share: 1 }];
const BLUE = [{ colour: '#0000ff', share: 1 }];
const KINDS = ['description', 'palette'] as const;
const BOX = { label: 'fox', x0: 0.25, y0: 0.25, x1: 0.75, y1: 0.75 };
const FOX: Draft = {
  style: 'flat',
  kind: 'single',
  things: [{ thing: 'fox', picture: 'noto:fox', flip: false }],
  recall: 80,
};
const PARENT = generationLike({
  cells: [
    cellLike(0, { description: 'a red cat', palette: RED }),
    cellLike(1, { description: 'a blue cat', palette: BLUE }),
    cellLike(2, { description: 'a cat', palette: BLUE }),
  ],
});

const reroll = (pins: Pin[], more: Partial<Parameters<typeof rerollTasks>[2]> = {}) =>
  rerollTasks(PARENT, pins, { kinds: KINDS, seed: 7, ...more });

describe('rerollTasks', () => {
  it('samples every cell afresh without pins', () => {
    expect(reroll([])).toEqual(Array(3).fill({ mode: 'sample', given: {}, origins: {} }));
  });

  it('keeps a cell that is pinned whole', () => {
    expect(reroll([{ cell: 1, kind: null }]).map(({ mode }) => mode)).toEqual(['sample', 'keep', 'sample']);
    expect(reroll([{ cell: 1, kind: null }])[1]).toEqual({ mode: 'keep', from: 1 });
  });

  it('gives each cell its own value of a kind that is pinned', () => {
    expect(reroll([{ cell: null, kind: 'palette' }])).toEqual([
      { mode: 'sample', given: { palette: RED }, origins: { palette: 'pinned' } },
      { mode: 'sample', given: { palette: BLUE }, origins: { palette: 'pinned' } },
      { mode: 'sample', given: { palette: BLUE }, origins: { palette: 'pinned' } },
    ]);
  });

  it('gives every cell the value of the cell that a pin names', () => {
    const tasks = reroll([{ cell: 0, kind: 'palette' }]);
    expect(tasks).toEqual(Array(3).fill({ mode: 'sample', given: { palette: RED }, origins: { palette: 'pinned' } }));
  });

  it('joins pins of several kinds and cells', () => {
    const pins: Pin[] = [
      { cell: 0, kind: 'palette' },
      { cell: null, kind: 'description' },
      { cell: 2, kind: null },
    ];
    expect(reroll(pins)).toEqual([
      {
        mode: 'paint',
        given: { description: 'a red cat', palette: RED },
        origins: { description: 'pinned', palette: 'pinned' },
        seed: cellSeed(7, 0),
      },
      {
        mode: 'paint',
        given: { description: 'a blue cat', palette: RED },
        origins: { description: 'pinned', palette: 'pinned' },
        seed: cellSeed(7, 1),
      },
      { mode: 'keep', from: 2 },
    ]);
  });

  it('changes one cell only when asked, with its pinned kinds', () => {
    expect(reroll([{ cell: 0, kind: 'palette' }], { only: [2] })).toEqual([
      { mode: 'keep', from: 0 },
      { mode: 'keep', from: 1 },
      { mode: 'sample', given: { palette: RED }, origins: { palette: 'pinned' } },
    ]);
  });

  it('gives what is pinned for a cell alone to that cell alone, over what is pinned for all', () => {
    const pins: Pin[] = [
      { cell: 1, kind: 'palette', isLocal: true },
      { cell: 0, kind: 'palette' },
    ];
    expect(reroll(pins).map((task) => task.mode === 'sample' && task.given.palette)).toEqual([RED, BLUE, RED]);
    expect(reroll(pins.slice(0, 1)).map((task) => task.mode === 'sample' && task.given)).toEqual([
      {},
      { palette: BLUE },
      {},
    ]);
  });

  it('recalls other artwork, unless all kinds are pinned, and keeps the cell’s own prompt', () => {
    const parent = { ...PARENT, cells: [{ ...PARENT.cells[0]!, draft: FOX, prompt: 'red fox' }] };
    const tasks = (pins: Pin[]) => rerollTasks(parent, pins, { kinds: KINDS, seed: 7 });
    expect(tasks([{ cell: null, kind: 'description' }])).toEqual([
      {
        mode: 'sample',
        given: { description: 'a red cat' },
        origins: { description: 'pinned' },
        prompt: 'red fox',
      },
    ]);
    expect(tasks(pinsOf(KINDS))).toMatchObject([{ mode: 'paint', draft: FOX, prompt: 'red fox' }]);
  });

  it('passes over a pin whose latent is not there', () => {
    expect(
      reroll([
        { cell: 8, kind: 'palette' },
        { cell: null, kind: 'boxes' },
      ]),
    ).toEqual(reroll([]));
  });
});

describe('madeOf', () => {
  const cells: Cell[] = [
    { ...PARENT.cells[0]!, draft: { ...FOX, boxes: [BOX] } },
    { ...PARENT.cells[1]!, draft: { ...FOX, style: '3d' } },
  ];

  it('takes the artwork of the cell that the description is of, fitted to what comes from others', () => {
    const { latents, origins, draft } = madeOf({ description: cells[0]!, palette: cells[1]! });
    expect({ latents, origins }).toEqual({
      latents: { description: 'a red cat', palette: BLUE },
      origins: { description: 'pinned', palette: 'pinned' },
    });
    expect(draft).toEqual({ ...FOX, boxes: [BOX], palette: BLUE });
  });

  it('takes that of the first kind where there is no description, and leaves its own values unbound', () => {
    expect(madeOf({ palette: cells[1]! }).draft).toEqual({ ...FOX, style: '3d' });
  });

  it('forgets the old place where another is given', () => {
    const blobs = [{ x: 0.5, y: 0.5, major: 0.25, minor: 0.25, angle: 0 }];
    const round = { ...cells[1]!, latents: { blobs } };
    expect(madeOf({ description: cells[0]!, blobs: round }).draft).toEqual({ ...FOX, blobs });
  });
});

describe('onlyCell', () => {
  it('keeps all others', () => {
    const task = { mode: 'sample', given: {}, origins: {} } as const;
    expect(onlyCell(PARENT, 1, task)).toEqual([{ mode: 'keep', from: 0 }, task, { mode: 'keep', from: 2 }]);
  });
});

describe('newCell', () => {
  it('only paints when all kinds are given', () => {
    const all = given({ description: 'a cat', palette: RED }, 'kept');
    expect(newCell(all, KINDS, 9)).toMatchObject({ mode: 'paint', seed: 9 });
    expect(newCell(all, [...KINDS, 'boxes'], 9)).toMatchObject({ mode: 'sample' });
  });
});

describe('cellSeed', () => {
  it('differs by seed and cell, and is an unsigned 32-bit integer', () => {
    const seeds = [0, 1, 2].flatMap((seed) => [0, 1, 2].map((cell) => cellSeed(seed, cell)));
    expect(new Set(seeds).size).toBe(9);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
    expect(cellSeed(1, 2)).toBe(cellSeed(1, 2));
  });
});

describe('pins of a new grid', () => {
  it('hold what was chosen for a cell, which is not kept whole any more, and leave the others', () => {
    const pins: Pin[] = [
      { cell: 0, kind: 'palette' },
      { cell: 1, kind: null },
      { cell: 2, kind: null },
      { cell: null, kind: 'boxes' },
    ];
    expect(withChosen(pins, 1, ['palette'])).toEqual([
      { cell: 0, kind: 'palette' },
      { cell: 2, kind: null },
      { cell: null, kind: 'boxes' },
      { cell: 1, kind: 'palette', isLocal: true },
    ]);
    expect(withChosen(pins, 0, ['palette'])).toEqual(pins);
    expect(pinsOf(['palette'])).toEqual([{ cell: null, kind: 'palette' }]);
  });
});
