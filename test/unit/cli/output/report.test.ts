import { describe, expect, it } from 'vitest';
import { type Report, reportJson, reportShort, reportText } from '../../../../src/cli/output/report.js';

const REPORT: Report = {
  prompt: 'a cat',
  file: '/tmp/grid.png',
  settings: { seed: 9, steps: 2 },
  vendi: 1.756,
  candidates: 6,
  pinned: ['description'],
  cells: [
    {
      latents: { description: 'a big cat' },
      artworks: [],
      centred: ['banana'],
      code: 'AAA',
      seed: 1,
      file: '/tmp/cell-1.png',
    },
    {
      latents: { description: 'a big cat', palette: [{ colour: '#ff0000', share: 1 }] },
      artworks: [
        {
          thing: 'cat',
          picture: 'noto:cat',
          set: 'Noto Emoji',
          author: 'Google',
          licence: 'Apache-2.0',
          source: 'npm',
        },
        { thing: 'hat', picture: 'mine:hat' },
      ],
      centred: [],
      code: 'BBB',
      seed: 2,
    },
  ],
};

describe('reportText', () => {
  it('lists each cell’s latents in words, its code and picture, and marks what was pinned', () => {
    const text = reportText(REPORT);
    expect(text).toMatch(
      /^1\.\n {3}description +a big cat \(pinned\)\n {3}centred +banana: .*\n {3}code +AAA\n {3}picture +\/tmp\/cell-1\.png\n/,
    );
    expect(text).toMatch(/2\.\n.*pinned.*\n {3}palette +\S.*[^)]\n(?: {3}artwork .*\n)+ {3}code +BBB\n/);
  });

  it('names what was recalled, with author and licence where they are known', () => {
    expect(reportText(REPORT)).toContain(
      '   artwork      cat: Noto Emoji by Google, Apache-2.0 (noto:cat)\n   artwork      hat (mine:hat)\n',
    );
  });

  it('ends with diversity, seed and file', () => {
    expect(reportText(REPORT)).toMatch(/1\.76 of 2, chosen from 6 plans\.\nSeed: 9\nGrid: \/tmp\/grid\.png\n$/);
  });
});

describe('reportShort', () => {
  it('has a line of the window for each cell, how to make the grid again, and where the rest is told', () => {
    expect(reportShort(REPORT, 40)).toBe(
      [
        '1. a big cat · /tmp/cell-1.png',
        '2. a big cat · red 100%',
        'Seed 9 · diversity 1.76 of 2 from 6 plans · all latents and codes: --details',
        '/tmp/grid.png',
        '',
      ].join('\n'),
    );
    const cells = [{ ...REPORT.cells[0]!, latents: { description: 'a very long description '.repeat(9) } }];
    expect(reportShort({ ...REPORT, cells }, 40).split('\n')[0]).toMatch(/^1\. a very.{25,29}…$/);
  });
});

describe('reportJson', () => {
  it('carries everything, with words beside the latents', () => {
    const parsed = JSON.parse(JSON.stringify(reportJson(REPORT)));
    expect(parsed).toMatchObject({ vendi: 1.756, settings: { seed: 9 }, cells: [{ code: 'AAA' }, { code: 'BBB' }] });
    expect(parsed.cells[0].words).toEqual({ description: 'a big cat' });
  });
});
