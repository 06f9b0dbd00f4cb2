import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createDrafts, type Drafts } from '../../../../src/engine/draft/drafts.js';
import { type DescribedDraft, draftKernel } from '../../../../src/engine/recall/draft-likeness.js';

let drafts: Drafts;

beforeAll(async () => {
  drafts = createDrafts(await loadBundle('models/stickers'));
});

function fox(style: string, slug: string, flip = false): DescribedDraft {
  const draft = { style, kind: 'single', things: [{ thing: 'fox', picture: slug, flip }], recall: 60 };
  return { draft, ...drafts.describe(draft) };
}

describe('the likeness of drafts', () => {
  it('sees one drawing in two techniques, mirrored or not', () => {
    const first = (style: string) => drafts.looksOf(style, 'fox')[0]!.picture;
    const [flat, solid] = [first('flat'), first('3d')];
    expect([flat, solid].every((slug) => slug.startsWith('fluent'))).toBe(true);
    const others = ['blob', 'shaded', 'simple'].map((style) => fox(style, first(style)));
    const kernel = draftKernel([fox('flat', flat), fox('3d', solid), fox('3d', solid, true), ...others]);
    const [one] = kernel;
    for (let other = 3; other < kernel.length; other++) expect(one![1]!).toBeGreaterThan(one![other]! + 0.1);
    expect(one![2]).toBeCloseTo(one![1]!, 6);
    for (const [k, row] of kernel.entries()) expect(row[k]).toBeCloseTo(1, 9);
  });
});
