import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobOverlaps, boxOverlaps, paletteKept } from '../../bench/pins/measures.js';
import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import { loadBundle } from '../../src/engine/bundle/bundle.js';
import type { Blob, Box, Latents } from '../../src/engine/latents/index.js';
import { createEngine } from '../../src/engine/pipeline/engine.js';
import type { CellPlan, Engine } from '../../src/engine/requests/types.js';

const PROMPT = 'a cat and a pizza';

describe.each([
  ['the shipped bundle', 'models/stickers'],
  ['the tiny bundle', 'test/fixtures/bundle-tiny'],
])('an edit of one picture, with %s', (_, dir) => {
  let engine: Engine;
  let cell: CellPlan;
  beforeAll(async () => {
    engine = await createEngine(await loadBundle(dir), { threads: 1 });
    const { cells } = await engine.plan({ prompt: PROMPT, count: 2, variety: 60, seed: 7 });
    cell = cells[0]!;
  });
  afterAll(() => engine?.dispose());

  /**
   * The cell planned anew with what was edited, as grids do: with its own draft and noise, at another seed of the plan.
   */
  async function edited(pinned: Latents): Promise<CellPlan> {
    const request = { prompt: PROMPT, count: 1, variety: 60, seed: 99, pinned, draft: cell.draft! };
    const [plan] = (await engine.plan(request)).cells;
    return { ...plan!, seed: cell.seed };
  }

  it('of nothing plans the very same picture', async () => {
    expect((await edited({})).latents).toEqual(cell.latents);
    expect((await edited({})).draft).toEqual(cell.draft);
  });

  it('of a box keeps artwork, colours and the other thing', async () => {
    const boxes = cell.latents.boxes!.map((box, k): Box => (k === 0 ? { ...box, y0: 0, y1: box.y1 - box.y0 } : box));
    const { draft, latents } = await edited({ boxes });
    expect(draft!.things).toEqual(cell.draft!.things);
    expect(draft!.style).toBe(cell.draft!.style);
    expect(latents.boxes).toEqual(boxes);
    expect(latents.palette).toEqual(cell.latents.palette);
    expect(latents.blobs![1]).toEqual(cell.latents.blobs![1]);
    expect(latents.blobs![0]!.y).toBeLessThan(cell.latents.blobs![0]!.y);
    expect(latents.tokens).not.toEqual(cell.latents.tokens);
  });

  it('of a box is described where the thing is now', async () => {
    const plan = (await engine.plan({ prompt: 'three cats', count: 1, variety: 60, seed: 7 })).cells[0]!;
    expect(plan.latents.description).toMatch(/ at the (top|bottom)/);
    const boxes = plan.latents.boxes!.map(
      (box, k): Box => ({ ...box, x0: 0.375, x1: 0.625, y0: k / 3, y1: (k + 1) / 3 }),
    );
    const request = { prompt: 'three cats', count: 1, variety: 60, seed: 99, pinned: { boxes }, draft: plan.draft! };
    const { description } = (await engine.plan(request)).cells[0]!.latents;
    expect(description).toMatch(/ cat at the top and .* cat in the middle and .* cat at the bottom , /);
  });

  it('of a palette keeps artwork and places', async () => {
    const palette = [{ colour: '#2e6fdd', share: 1 }];
    const { draft, latents } = await edited({ palette });
    expect(draft!.things).toEqual(cell.draft!.things);
    expect(latents.palette).toEqual([expect.objectContaining({ share: 1 })]);
    expect(latents.boxes).toEqual(cell.latents.boxes);
    expect(latents.blobs).toEqual(cell.latents.blobs);
  });

  it('of a description swaps one thing, and keeps style, layout and the other', async () => {
    const description = cell.latents.description!.replace('pizza', 'rocket');
    const { draft, latents } = await edited({ description });
    expect(latents.description).toBe(description);
    const [cat, other] = draft!.things;
    expect(cat).toMatchObject({ thing: 'cat', picture: cell.draft!.things[0]!.picture });
    expect(other!.thing).toBe('rocket');
    expect(draft!.style).toBe(cell.draft!.style);
    expect(draft!.kind).toBe(cell.draft!.kind);
    expect(draft!.places).toBe(cell.draft!.places);
  });
});

describe('an edited picture, painted by the shipped bundle', () => {
  let engine: Engine;
  let cell: CellPlan;
  let before: RgbaImage;
  beforeAll(async () => {
    engine = await createEngine(await loadBundle('models/stickers'), { threads: 1 });
    cell = (await engine.plan({ prompt: 'a fox', count: 1, variety: 60, seed: 7 })).cells[0]!;
    before = await paint(cell);
  });
  afterAll(() => engine?.dispose());

  async function paintAll(cells: readonly CellPlan[]): Promise<RgbaImage[]> {
    for await (const event of engine.paint({ prompt: 'a fox', cells })) if (event.type === 'done') return event.images;
    throw new Error('The painting ended without pictures.');
  }

  async function paint(plan: CellPlan): Promise<RgbaImage> {
    return (await paintAll([{ ...plan, seed: cell.seed }]))[0]!;
  }

  async function edited(pinned: Latents): Promise<RgbaImage> {
    const request = { prompt: 'a fox', count: 1, variety: 60, seed: 99, pinned, draft: cell.draft! };
    return paint((await engine.plan(request)).cells[0]!);
  }

  it('is the same one, byte for byte, where nothing was edited', async () => {
    expect(await edited({})).toEqual(before);
  });

  it('fills the box that it was moved into', async () => {
    const box = { label: 'fox', x0: 0.5, y0: 0.4375, x1: 1, y1: 1 };
    expect(boxOverlaps(before, [box])[0]).toBeLessThan(0.5);
    expect(boxOverlaps(await edited({ boxes: [box] }), [box])[0]).toBeGreaterThan(0.8);
  });

  it('is turned and stretched onto the ellipse', async () => {
    const blob: Blob = { x: 0.375, y: 0.5, major: 0.375, minor: 0.25, angle: 60 };
    const own = blobOverlaps(before, [blob])[0]!;
    const turned = blobOverlaps(await edited({ blobs: [blob] }), [blob])[0]!;
    expect(turned).toBeGreaterThan(0.6);
    expect(turned).toBeGreaterThan(own + 0.1);
  });

  it('leaves the picture beside it as it was, byte for byte', async () => {
    const [, other] = (await engine.plan({ prompt: 'a fox', count: 2, variety: 60, seed: 8 })).cells;
    const box = { label: 'fox', x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
    const request = { prompt: 'a fox', count: 1, variety: 60, seed: 99, pinned: { boxes: [box] }, draft: cell.draft! };
    const moved = { ...(await engine.plan(request)).cells[0]!, seed: cell.seed };
    const [first, beside] = await paintAll([cell, other!]);
    const [second, besideIt] = await paintAll([moved, other!]);
    expect(second).not.toEqual(first);
    expect(besideIt).toEqual(beside);
  });

  it('takes the colours and keeps the shape', async () => {
    const palette = [
      { colour: '#2e6fdd', share: 0.5 },
      { colour: '#ffffff', share: 0.5 },
    ];
    const blue = await edited({ palette });
    expect(paletteKept(before, palette).near).toBeLessThan(0.5);
    expect(paletteKept(blue, palette)).toEqual({ near: expect.any(Number), isFirstLargest: true });
    expect(paletteKept(blue, palette).near).toBeGreaterThan(0.85);
    const solid = (image: RgbaImage) => image.data.filter((_, k) => k % 4 === 3).map((alpha) => Number(alpha > 127));
    const [old, now] = [solid(before), solid(blue)];
    expect(now.filter((alpha, k) => alpha !== old[k]).length).toBeLessThan(0.03 * old.length);
  });
});
