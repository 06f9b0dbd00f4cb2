import { describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/index.js';
import { createDrafts } from '../../../../src/engine/draft/index.js';
import { inOrder, ownPicture, ownThing, wholePicture } from '../../../../src/engine/own/index.js';
import { candidatesOf } from '../../../../src/engine/recall/request-candidates.js';
import type { CheckedPlanRequest } from '../../../../src/engine/requests/index.js';
import { createPromptReader } from '../../../../src/engine/words/index.js';

const bundle = await loadBundle('models/stickers');
const { manifest } = bundle;
const reader = createPromptReader(bundle);

/** Teal where it is within, on nothing. */
function pictureOf(isWithin: (x: number, y: number) => boolean) {
  const data = new Uint8Array(4 * 128 * 128);
  for (let p = 0; p < 128 * 128; p++) {
    if (isWithin(p % 128, Math.floor(p / 128))) data.set([20, 180, 165, 255], 4 * p);
  }
  return wholePicture('mascot', { width: 128, height: 128, data });
}

const corner = pictureOf((x, y) => Math.hypot(x - 39.5, y - 39.5) <= 32);
const scene = pictureOf(() => true);
const drafts = createDrafts(bundle);

function candidates(prompt: string, options: Partial<CheckedPlanRequest> = {}) {
  const { own = [corner] } = options;
  const request = { prompt, count: 4, variety: 60, seed: 1, recall: 50, pinned: {}, kinds: manifest.kinds, own };
  const source = { manifest, reader, drafts: drafts.withOwn(own) };
  return candidatesOf(source, { ...request, ...options }).map(({ draft }) => draft);
}

const placesOf = (prompt: string, options: Partial<CheckedPlanRequest>) =>
  new Set(candidates(prompt, options).map(({ boxes, tilt }) => JSON.stringify([boxes, tilt])));

describe('a request that begins from a picture', () => {
  it('drafts it as it lies on its canvas, in a style for each cell', () => {
    const all = candidates('as it is');
    expect(new Set(all.map(({ style }) => style)).size).toBe(4);
    const [x0, x1] = [2 / 32, 18 / 32];
    for (const draft of all) {
      expect(draft.things).toEqual([{ thing: 'mascot', picture: ownPicture(corner), flip: false }]);
      expect(draft).toMatchObject({ recall: 50, boxes: [{ label: 'mascot', x0, y0: x0, x1, y1: x1 }] });
      expect(drafts.withOwn([corner]).describe(draft)).toMatchObject({
        boxes: draft.boxes,
        description: `a teal mascot , ${draft.style} style`,
        fits: ['stretched'],
      });
    }
    expect(new Set(candidates('in flat style').map(({ style }) => style))).toEqual(new Set(['flat']));
  });

  it('is about what the prompt says, and not about what else is called so', () => {
    const named = (prompt: string) => candidates(prompt)[0]!.things[0]!.thing;
    expect(named('a fox')).toBe('fox');
    expect(named('a cat and a pizza on a beach')).toBe('cat');
    expect(reader.read('mascot', { own: [corner] }).things).toEqual([]);
  });

  it('moves what is cut out where nearly all of it stays, and keeps less of a scene, unless somebody says where it is', () => {
    const boxes = [{ label: 'mascot', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }];
    expect(placesOf('', { recall: 50 }).size).toBe(1);
    expect(placesOf('', { recall: 80 }).size).toBe(4);
    expect(placesOf('', { recall: 80, variety: 0 }).size).toBe(1);
    const scenes = candidates('', { recall: 80, own: [scene] });
    expect(new Set(scenes.map(({ boxes, tilt }) => JSON.stringify([boxes, tilt]))).size).toBe(1);
    expect(scenes.map(({ recall }) => recall)).toEqual([80, 71, 62, 53]);
    expect(placesOf('', { recall: 80, pinned: { boxes } })).toEqual(new Set([JSON.stringify([boxes, undefined])]));
  });

  it('keeps it in what is edited, whatever description somebody writes', () => {
    const [draft] = candidates('a fox');
    const edited = { draft: draft!, pinned: { description: 'a blue whale , flat style' } };
    expect(candidates('a fox', edited)).toEqual([draft]);
  });

  it('draws other own things as without it', () => {
    const logo = ownThing('logo', corner.picture);
    expect(inOrder([scene, logo]).map(({ name }) => name)).toEqual(['logo', 'mascot']);
    expect(reader.read('a logo', { own: [logo, scene] })).toEqual(reader.read('a logo', { own: [logo] }));
  });
});
