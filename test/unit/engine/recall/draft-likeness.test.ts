import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { draftKey, sharedDrawings } from '../../../../src/engine/recall/draft-likeness.js';

const CAT: Draft = {
  style: 'flat',
  kind: 'single',
  things: [{ thing: 'cat', picture: 'noto:cat', flip: false }],
  recall: 60,
};

function like(change: Partial<Draft['things'][number]>): Draft {
  return { ...CAT, things: [{ ...CAT.things[0]!, ...change }] };
}

describe('draftKey', () => {
  it('tells artwork, paint, mood, mark and layout apart', () => {
    const box = { label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
    const others: Draft[] = [
      like({ picture: 'noto:cat-face' }),
      like({ paint: 'red' }),
      like({ mood: 'happy' }),
      like({ mark: 'crying' }),
      like({ parts: [{ part: 'eyes', colour: 'green' }] }),
      like({ parts: [{ part: 'eyes', colour: 'blue' }] }),
      { ...CAT, boxes: [box] },
      { ...CAT, boxes: [{ ...box, x1: 1 }] },
      { ...CAT, palette: [{ colour: '#ff0000', share: 1 }] },
      { ...CAT, finish: 'pixel' },
    ];
    expect(new Set([CAT, ...others].map(draftKey)).size).toBe(others.length + 1);
  });

  it('does not count a mirror, a nudge or another recall as new', () => {
    const boxes = [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }];
    const nudged = [{ label: 'cat', x0: 0.03, y0: 0, x1: 0.5, y1: 0.5 }];
    expect(draftKey(like({ flip: true }))).toBe(draftKey(CAT));
    expect(draftKey({ ...CAT, recall: 100 })).toBe(draftKey(CAT));
    expect(draftKey({ ...CAT, boxes: nudged })).toBe(draftKey({ ...CAT, boxes }));
  });
});

describe('sharedDrawings', () => {
  it('is the part of the things that are drawn alike', () => {
    expect(sharedDrawings({ drawings: [3, 5] }, { drawings: [3, 6] })).toBe(0.5);
    expect(sharedDrawings({ drawings: [3] }, { drawings: [4] })).toBe(0);
    expect(sharedDrawings({ drawings: [3, 5] }, { drawings: [3, 5] })).toBe(1);
    expect(sharedDrawings({ drawings: [3, 5] }, { drawings: [3] })).toBe(0.5);
  });
});
