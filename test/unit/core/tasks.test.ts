import { describe, expect, it } from 'vitest';
import { cellSeed, given, newCell, pick, pinsOf, rerollTasks, withFixed } from '../../../src/core/tasks/tasks.js';
import type { Pin } from '../../../src/core/types.js';
import { cellLike, generationLike } from './support/examples.js';

const RED = [{ colour: '#ff0000', share: 1 }];
const BLUE = [{ colour: '#0000ff', share: 1 }];
const KINDS = ['description', 'palette'] as const;
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
    expect(reroll([{ cell: 0, kind: 'palette' }], { only: 2 })).toEqual([
      { mode: 'keep', from: 0 },
      { mode: 'keep', from: 1 },
      { mode: 'sample', given: { palette: RED }, origins: { palette: 'pinned' } },
    ]);
  });

  it('lays what is fixed over what is pinned', () => {
    const fixed = given({ palette: BLUE }, 'edited');
    expect(reroll([{ cell: 0, kind: 'palette' }], { fixed })[0]).toEqual({
      mode: 'sample',
      given: { palette: BLUE },
      origins: { palette: 'edited' },
    });
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
  it('replace older ones of the same kinds and leave the others', () => {
    const pins: Pin[] = [
      { cell: 0, kind: 'palette' },
      { cell: 1, kind: null },
      { cell: null, kind: 'boxes' },
    ];
    expect(withFixed(pins, ['palette'])).toEqual([
      { cell: 1, kind: null },
      { cell: null, kind: 'boxes' },
      { cell: null, kind: 'palette' },
    ]);
    expect(pinsOf(['palette'])).toEqual([{ cell: null, kind: 'palette' }]);
  });
});

describe('pick', () => {
  it('takes the kinds that are there', () => {
    expect(pick({ description: 'a cat', palette: RED }, ['palette', 'boxes'])).toEqual({ palette: RED });
  });
});
