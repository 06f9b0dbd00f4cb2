import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { createDrafts, type Drafts } from '../../../../src/engine/draft/drafts.js';
import { draftKey } from '../../../../src/engine/recall/draft-likeness.js';
import { variations } from '../../../../src/engine/recall/variations.js';

let bundle: Bundle;
let drafts: Drafts;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  drafts = createDrafts(bundle);
});

function only(thing: string, colour?: string): { draft: Draft; varied: Draft[] } {
  const look = drafts.looksOf('3d', thing).find(({ paint }) => paint === colour)!;
  const paint = look.paint === undefined ? {} : { paint: look.paint };
  const things = [{ thing, picture: look.picture, ...paint, flip: false }];
  const draft = { style: '3d', kind: 'single', things, recall: 60 };
  return { draft, varied: variations(draft, colour === undefined ? [] : [colour], drafts, bundle.manifest.tables) };
}

describe('variations of the only drawing', () => {
  it('are all new, stay in the middle and keep nearly their size', () => {
    for (const thing of ['fox', 'avocado', 'game controller']) {
      const { draft, varied } = only(thing);
      const natural = drafts.describe(draft).boxes[0]!;
      expect(new Set([draft, ...varied].map(draftKey)).size).toBe(varied.length + 1);
      expect(varied.length).toBeGreaterThanOrEqual(4);
      for (const one of varied) {
        const { x0, y0, x1, y1 } = drafts.describe(one).boxes[0]!;
        expect(Math.abs((x0 + x1) / 2 - 0.5)).toBeLessThan(0.07);
        expect(Math.abs((y0 + y1) / 2 - 0.5)).toBeLessThan(0.07);
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x1, y1)).toBeLessThanOrEqual(1);
        expect(Math.max(x1 - x0, y1 - y0)).toBeGreaterThan(
          0.75 * Math.max(natural.x1 - natural.x0, natural.y1 - natural.y0),
        );
      }
    }
  });

  it('are mirrored only where left and right are not known to everybody', () => {
    expect(only('fox').varied.some(({ things }) => things[0]!.flip)).toBe(true);
    expect(only('game controller').varied.some(({ things }) => things[0]!.flip)).toBe(false);
    expect(only('guitar').varied.some(({ things }) => things[0]!.flip)).toBe(false);
  });

  it('have other shades of a colour that was asked for, and are still called so', () => {
    const { varied } = only('game controller', 'blue');
    const shades = varied.flatMap(({ palette = [] }) => palette.map(({ colour }) => colour));
    expect(new Set(shades).size).toBeGreaterThanOrEqual(2);
    for (const one of varied) expect(drafts.describe(one).description).toMatch(/\bblue\b/);
  });
});
