import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createDrafts, type Drafts } from '../../../../src/engine/draft/drafts.js';

let bundle: Bundle;
let drafts: Drafts;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  drafts = createDrafts(bundle);
});

function drawingOf(style: string, thing: string, flip = false): number | undefined {
  const picture = drafts.looksOf(style, thing)[0]?.picture;
  if (picture === undefined) return undefined;
  const draft = { style, kind: 'single', things: [{ thing, picture, flip }], recall: 60 };
  return drafts.describe(draft).drawings[0];
}

describe('the number of a drawing', () => {
  it('is one in two techniques of a set, mirrored or not, and another in other sets', () => {
    for (const thing of ['fox', 'pizza', 'frog', 'penguin']) {
      const [flat, solid] = [drawingOf('flat', thing), drawingOf('3d', thing, true)];
      expect(flat).toBe(solid);
      for (const style of ['blob', 'shaded', 'simple']) expect(drawingOf(style, thing)).not.toBe(flat);
    }
  });

  it('is shared by the first pictures of most things in those two styles, and by none of any others', () => {
    const { styles } = bundle.manifest;
    const pairs = styles.flatMap((one, k) => styles.slice(0, k).map((other) => [other, one] as const));
    const things = bundle.memory.things.filter((_, k) => k % 7 === 0).map(({ name }) => name);
    for (const [one, other] of pairs) {
      const both = things.flatMap((thing) => {
        const [a, b] = [drawingOf(one, thing), drawingOf(other, thing)];
        return a === undefined || b === undefined ? [] : [a === b];
      });
      const shared = both.filter(Boolean).length / both.length;
      if (one === '3d' && other === 'flat') expect(shared).toBeGreaterThan(0.85);
      else expect(shared).toBe(0);
    }
  });
});
