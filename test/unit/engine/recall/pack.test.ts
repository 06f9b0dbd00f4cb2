import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createLatentContext } from '../../../../src/engine/context/context.js';
import { createTextTokenizer } from '../../../../src/engine/context/text-tokenizer.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { createDrafts, type DraftsOfAll } from '../../../../src/engine/draft/drafts.js';
import { USUAL_MOODS } from '../../../../src/engine/moods/moods.js';
import { ownThing } from '../../../../src/engine/own/own-thing.js';
import { packDrafts } from '../../../../src/engine/recall/pack.js';
import type { CandidateSource } from '../../../../src/engine/recall/request-candidates.js';
import type { CheckedPlanRequest } from '../../../../src/engine/requests/check.js';

let source: CandidateSource;
let all: DraftsOfAll;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  const { reader } = createLatentContext(bundle, createTextTokenizer(bundle));
  all = createDrafts(bundle);
  source = { manifest: bundle.manifest, reader, drafts: all };
});

/** A pack of what a prompt names. */
function packOf(prompt: string, moods: readonly string[], parts: Partial<CheckedPlanRequest> = {}) {
  const common = { count: moods.length, variety: 60, seed: 7, pinned: {}, recall: 100, kinds: [] };
  return packDrafts(source, { prompt, ...common, ...parts }, moods);
}

const picturesOf = (drafts: readonly Draft[]) =>
  new Set(drafts.map(({ style, things: [first] }) => `${style} ${first!.picture} ${first!.paint} ${first!.flip}`));

describe('packDrafts', () => {
  it.each(['fox', 'red cat', 'mug', 'robot', 'a pizza'])(
    'shows %s as one artwork in one style, and every usual mood otherwise',
    (prompt) => {
      const drafts = packOf(prompt, USUAL_MOODS).map(({ draft }) => draft);
      expect(drafts).toHaveLength(12);
      expect(picturesOf(drafts).size).toBe(1);
      const told = drafts.map(({ things: [first, worn] }) => `${first!.mood} ${first!.mark} ${worn?.thing}`);
      expect(new Set(told).size).toBe(12);
      expect(told).not.toContain('undefined undefined undefined');
    },
  );

  it('has a face with eyes of its own tell moods by these and by a mark beside it', () => {
    const [crying, cool] = packOf('fox', ['crying', 'cool']).map(({ draft }) => draft);
    expect(crying!.things[0]).toMatchObject({ mood: 'sobbing', mark: 'crying' });
    expect(cool!).toMatchObject({ kind: 'wearing', things: [{ thing: 'fox' }, { thing: 'sunglasses' }] });
  });

  it('leans who laughs and who is dizzy to different sides, and otherwise when that was shown', () => {
    const leans = (shown: Draft[] = []) =>
      packOf('fox', ['happy', 'laughing', 'dizzy'], { shown, ...(shown[0] ? { draft: shown[0] } : {}) });
    const first = leans().map(({ draft }) => draft);
    expect(first.map(({ tilt }) => Math.sign(tilt ?? 0))).toEqual([0, 1, -1]);
    const shown = [...first];
    for (let k = 0; k < 20; k++) shown.push(...leans(shown).map(({ draft }) => draft));
    const tilts = new Set(shown.filter((_, k) => k % 3 === 1).map(({ tilt }) => tilt));
    expect(tilts.size).toBe(3);
  });

  it('keeps the artwork of a draft, whatever mood that is in', () => {
    const [cool] = packOf('fox', ['cool']).map(({ draft }) => draft);
    const [angry] = packOf('fox', ['angry'], { draft: cool!, seed: 99 }).map(({ draft }) => draft);
    expect(angry!.kind).toBe('single');
    expect(angry!.things).toEqual([{ ...cool!.things[0], mood: 'angry', mark: 'angry' }]);
  });

  it('tells a mood in another way than was shown, until none is left', () => {
    const shown: Draft[] = [];
    for (let k = 0; k < 40; k++) {
      const [one] = packOf('fox', ['angry'], { shown, ...(shown[0] ? { draft: shown[0] } : {}) });
      if (one!.wasShown) break;
      expect(picturesOf([...shown, one!.draft]).size).toBe(1);
      shown.push(one!.draft);
    }
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.length).toBeLessThan(40);
  });

  it('takes another artwork when the first was shown', () => {
    const first = packOf('fox', USUAL_MOODS).map(({ draft }) => draft);
    const second = packOf('fox', USUAL_MOODS, { shown: first }).map(({ draft }) => draft);
    expect(picturesOf([...first, ...second]).size).toBe(2);
  });

  it('is in the style and the palette that are asked for', () => {
    const palette = [{ colour: '#2f6fde', share: 1 }];
    const drafts = packOf('fox', ['happy', 'angry'], { style: 'flat', pinned: { palette } });
    expect(drafts.map(({ draft }) => [draft.style, draft.palette])).toEqual([
      ['flat', palette],
      ['flat', palette],
    ]);
  });

  it('shows an own thing without known eyes by marks alone, of which each means one mood', () => {
    const data = new Uint8Array(4 * 128 * 128);
    for (let p = 0; p < 128 * 128; p++) if ((p % 128) + p / 128 > 60) data.set([40, 160, 60, 255], 4 * p);
    const own = [ownThing('our blob', { width: 128, height: 128, data })];
    source = { ...source, drafts: all.withOwn(own) };
    const drafts = packOf('our blob', ['angry', 'surprised', 'laughing'], { own }).map(({ draft }) => draft);
    expect(drafts.map(({ things: [first] }) => first!.mark)).toEqual(['angry', 'surprised', undefined]);
    expect(picturesOf(drafts).size).toBe(1);
  });

  it('has nothing of what nobody knows', () => {
    expect(packOf('qwxyz', ['happy'])).toEqual([]);
  });
});
