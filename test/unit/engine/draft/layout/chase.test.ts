import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundle } from '../../../../../src/engine/bundle/bundle.js';
import type { DraftedThing } from '../../../../../src/engine/draft/draft.js';
import { actorsOf } from '../../../../../src/engine/draft/layout/actor.js';
import { arrange } from '../../../../../src/engine/draft/layout/arrange.js';
import { isBodyMirrored } from '../../../../../src/engine/draft/layout/bodied.js';
import { embodied } from '../../../../../src/engine/draft/layout/embodied.js';
import { facingOf } from '../../../../../src/engine/draft/layout/facing.js';
import { edgesOf, type Placed, type Stage } from '../../../../../src/engine/draft/layout/placed.js';
import { kindOf } from '../../../../../src/engine/draft/layout/standing.js';
import { placesFor, type Way } from '../../../../../src/engine/draft/layout/ways.js';
import { createArtwork } from '../../../../../src/engine/memory/artwork.js';

let stage: Stage;

beforeAll(async () => {
  const bundle = await loadBundle('models/stickers');
  stage = { tables: bundle.manifest.tables, artwork: createArtwork(bundle), size: 128 };
});

const shown = (thing: string, picture: string, flip = false): DraftedThing => ({ thing, picture, flip });

/** @param nth of the places that a draft may have for what is done */
function placed(way: Way, things: DraftedThing[], nth = 0, kind = 'beside'): Placed[] {
  const places = placesFor(kind, things.length, stage.tables.layouts, way)[nth]!;
  const draft = { style: 'flat', kind, things, recall: 60, places };
  return arrange(embodied(actorsOf(draft, stage.tables, stage.artwork), draft, stage), draft, stage);
}

const edges = (one: Placed) => edgesOf(one, stage);
const shapes = (one: Placed) => (one.paws ?? []).map(({ shape }) => shape);
const turtle = (flip = false) => shown('turtle', 'fluent-emoji-flat:turtle', flip);
const duck = () => shown('duck', 'fluent-emoji-flat:duck');
const cat = (flip = false) => shown('cat', 'fluent-emoji-flat:cat', flip);

describe('one who runs after another', () => {
  it.each([false, true])('is behind them, both with their front where they run, mirrored: %s', (flip) => {
    const [chaser, runner] = placed('chased', [cat(flip), duck()]);
    const to = flip ? 1 : -1;
    expect(facingOf(chaser!, stage)).toBe(to);
    expect(facingOf(runner!, stage)).toBe(to);
    if (flip) expect(edges(runner!).x0).toBeGreaterThan(edges(chaser!).x0);
    else expect(edges(runner!).x1).toBeLessThan(edges(chaser!).x1);
  });

  it('leans forward, with dashes and dust behind, and who is ahead with dust', () => {
    const [chaser, runner] = placed('chased', [cat(), duck()]);
    // The upper end of who runs to the left is further left than the lower one.
    expect(chaser!.frame.xy).toBeGreaterThan(0);
    expect(new Set(shapes(chaser!))).toEqual(new Set(['dash', 'dust']));
    expect(new Set(shapes(runner!))).toEqual(new Set(['dust']));
  });

  it('is the second where the first flees', () => {
    const [runner, chaser] = placed('fled', [turtle(), duck()]);
    expect(edges(runner!).x0).toBeLessThan(edges(chaser!).x0);
    expect(shapes(chaser!)).toContain('dash');
  });

  it.each([false, true])('stays where it is as a thing that is fled from, mirrored: %s', (flip) => {
    const [runner, thing] = placed('fled', [cat(flip), shown('cucumber', 'fluent-emoji-flat:cucumber')]);
    const to = flip ? 1 : -1;
    expect(facingOf(runner!, stage)).toBe(to);
    expect(shapes(runner!)).toEqual(expect.arrayContaining(['dash', 'dust']));
    expect(shapes(thing!)).toEqual([]);
    const [own, its] = [edges(runner!), edges(thing!)];
    if (flip) expect(own.x0).toBeGreaterThan(its.x1);
    else expect(own.x1).toBeLessThan(its.x0);
  });

  it('is higher up in every second draft, where one is ahead across the canvas', () => {
    const lower = (nth: number) => {
      const [chaser, runner] = placed('chased', [cat(), duck()], nth).map(edges);
      return (runner!.y1 - chaser!.y1) / (runner!.y1 - runner!.y0);
    };
    expect(lower(1)).toBeGreaterThan(lower(0) + 0.2);
  });

  it('is a head with a running body, that turns where both run', () => {
    for (const flip of [false, true]) {
      const [boy] = placed('chased', [shown('boy', 'fluent-emoji-flat:boy', flip), duck()]);
      expect(boy!.body?.pose).toBe('running');
      expect(isBodyMirrored(boy!)).toBe(flip);
    }
  });

  it.each([
    [0, 'over the nose'],
    [1, 'ahead'],
  ])('has what flies off the ground: place %i, %s', (nth) => {
    const [chaser, butterfly] = placed('chased', [cat(), shown('butterfly', 'fluent-emoji-flat:butterfly')], nth);
    expect(edges(butterfly!).y1).toBeLessThan(edges(chaser!).y1 - 0.25 * (edges(chaser!).y1 - edges(chaser!).y0));
    expect(shapes(butterfly!)).not.toContain('dust');
  });

  it('has a vehicle ahead with its front first', () => {
    const [, car] = placed('chased', [cat(true), shown('car', 'fluent-emoji-flat:automobile')]);
    expect(car!.flip).toBe(true);
  });

  it('leaves nothing behind beyond the scene that both are in', () => {
    const things = [cat(), duck(), shown('beach', 'kaleido:beach')];
    const all = placed('chased', things, 0, kindOf(['beside', 'in front of']));
    const scene = edges(all[2]!);
    expect(edges(all[1]!).x0).toBeLessThan(edges(all[0]!).x0);
    for (const { frame } of all.flatMap(({ paws = [] }) => paws))
      expect(frame.x + Math.max(frame.xx, 0)).toBeLessThanOrEqual(scene.x1);
  });
});
