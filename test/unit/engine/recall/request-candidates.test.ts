import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { keptOf, withLatents } from '../../../../src/engine/recall/request-candidates.js';

const BOX = { label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
const BLOB = { x: 0.5, y: 0.5, major: 0.25, minor: 0.2, angle: 0 };
const CAT: Draft = {
  style: 'flat',
  kind: 'single',
  things: [{ thing: 'cat', picture: 'noto:cat', flip: true }],
  boxes: [BOX],
  recall: 60,
};

describe('withLatents', () => {
  it('keeps places, artwork and mirror when only the palette changes', () => {
    const palette = [{ colour: '#ff0000', share: 1 }];
    expect(withLatents(CAT, { palette })).toEqual({ ...CAT, palette });
  });

  it('measures boxes anew when blobs are given, and the other way round', () => {
    expect(withLatents(CAT, { blobs: [BLOB] })).toEqual({ ...CAT, boxes: undefined, blobs: [BLOB] });
    expect(withLatents({ ...CAT, blobs: [BLOB] }, { boxes: [BOX] }).blobs).toBeUndefined();
  });
});

describe('keptOf', () => {
  const other = (change: Partial<Draft['things'][number]>, draft: Partial<Draft> = {}): Draft => {
    return { ...CAT, ...draft, things: [{ ...CAT.things[0]!, ...change }] };
  };

  it('is most for the draft itself, and artwork weighs more than looks and style', () => {
    const itself = keptOf(CAT, CAT);
    const repainted = keptOf(CAT, other({ paint: 'red' }));
    const restyled = keptOf(CAT, other({ picture: 'twemoji:cat' }, { style: 'simple' }));
    expect(itself).toBeGreaterThan(repainted);
    expect(repainted).toBeGreaterThan(keptOf(CAT, other({ picture: 'noto:dog' })));
    expect(keptOf(CAT, other({ picture: 'twemoji:cat' }))).toBeGreaterThan(restyled);
  });
});
