import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/index.js';
import { createDrafts } from '../../../../src/engine/draft/index.js';
import { ownThing } from '../../../../src/engine/own/index.js';
import { candidatesOf } from '../../../../src/engine/recall/request-candidates.js';
import type { CheckedPlanRequest } from '../../../../src/engine/requests/index.js';
import { createPromptReader } from '../../../../src/engine/words/index.js';

const bundle = await loadBundle('models/stickers');
const { manifest } = bundle;
const reader = createPromptReader(bundle);
const square = Uint8Array.from({ length: 4 * 128 * 128 }, (_, k) => [20, 180, 165, 255][k % 4]!);
const own = [ownThing('our_mascot', { width: 128, height: 128, data: square })];
const drafts = createDrafts(bundle).withOwn(own);

function candidates(prompt: string, options: Partial<CheckedPlanRequest> = {}) {
  const request = { prompt, count: 4, variety: 60, seed: 1, recall: 60, pinned: {}, kinds: manifest.kinds, own };
  return candidatesOf({ manifest, reader, drafts }, { ...request, ...options }).map(({ draft }) => draft);
}

describe('candidates', () => {
  it('of who sobs shed tears, but of a face that is given, which has its own', () => {
    for (const { things } of candidates('sobbing frog')) expect(things[0]).toMatchObject({ mark: 'crying' });
    for (const { things } of candidates('sobbing pizza')) expect(things[0]).not.toHaveProperty('mark');
  });
});

describe('candidates of an own thing', () => {
  it('differ by how it is put on, and neither by colour nor by mirror', () => {
    const all = candidates('our_mascot');
    expect(all.length).toBeGreaterThanOrEqual(4);
    expect(new Set(all.map(({ tilt, boxes }) => JSON.stringify([tilt, boxes]))).size).toBe(all.length);
    for (const { things } of all) {
      expect(things).toEqual([expect.objectContaining({ thing: 'mascot', flip: false })]);
      expect(things[0]).not.toHaveProperty('paint');
    }
  });

  it('are painted where a colour is asked for', () => {
    for (const { things, palette } of candidates('a purple our_mascot')) {
      expect([things[0]!.paint, palette]).toEqual(['purple', undefined]);
    }
  });

  it('have it with things of the memory, in their styles', () => {
    const all = candidates('crying our_mascot wearing a crown');
    expect(new Set(all.map(({ style }) => style)).size).toBeGreaterThan(3);
    for (const { kind, things } of all) {
      expect(kind).toBe('wearing');
      expect(things[0]).toMatchObject({ thing: 'mascot', mark: 'crying', flip: false });
      expect(things[1]).toMatchObject({ thing: 'crown' });
    }
  });

  it('have it as small as it is asked to be', () => {
    const [draft] = candidates('a small our_mascot beside a large pizza');
    const [one, other] = ['mascot', 'pizza'].map((name) => draft!.boxes!.find(({ label }) => label === name)!);
    expect(one!.y1 - one!.y0).toBeLessThan(other!.y1 - other!.y0);
  });

  it('keep it when a description is edited', () => {
    const [before] = candidates('our_mascot wearing a crown');
    const description = 'a teal mascot wearing a top hat , flat style';
    const [after] = candidates('our_mascot wearing a crown', { draft: before!, pinned: { description } });
    expect(after!.things.map(({ thing }) => thing)).toEqual(['mascot', 'top hat']);
  });
});
