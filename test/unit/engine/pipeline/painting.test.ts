import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import type { Draft } from '../../../../src/engine/draft/draft.js';
import { createEngine } from '../../../../src/engine/pipeline/engine.js';
import { recallSettings } from '../../../../src/engine/requests/recall-settings.js';
import type { CellPlan, Engine, PaintEvent, PaintRequest } from '../../../../src/engine/requests/types.js';

/** Sums run in another order in a larger batch: one 8-bit level, or two where colour is divided by alpha. */
const ROUNDING = 2;
/** Alpha above which colours are compared. */
const VISIBLE = 64;

let engine: Engine;
let cell: CellPlan;
beforeAll(async () => {
  engine = await createEngine(await loadBundle('test/fixtures/bundle-tiny'), { threads: 1 });
  const plan = await engine.plan({ prompt: 'a cat', count: 1, variety: 0, seed: 4, recall: 0 });
  cell = plan.cells[0]!;
});
afterAll(() => engine?.dispose());

function draftOf(recall: number, thing = 'cat'): Draft {
  return { style: 'flat', kind: 'single', things: [{ thing, picture: `flat:${thing}`, flip: false }], recall };
}

async function paint(request: Partial<PaintRequest> & Pick<PaintRequest, 'cells'>) {
  const events: PaintEvent[] = [];
  for await (const event of engine.paint({ prompt: 'a cat', ...request })) events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error('There are no pictures.');
  return { events, images: last.images };
}

function furthest(a: RgbaImage, b: RgbaImage): number {
  return a.data.reduce((most, value, k) => {
    return a.data[k | 3]! > VISIBLE ? Math.max(most, Math.abs(value - b.data[k]!)) : most;
  }, 0);
}

describe('painting cells with drafts', () => {
  it('gives a cell the picture that it has alone, whatever its company recalls', async () => {
    const cells = [
      cell,
      { ...cell, draft: draftOf(100) },
      { ...cell, draft: draftOf(40) },
      { ...cell, draft: draftOf(100, 'star') },
    ];
    const { images } = await paint({ cells });
    for (const [k, one] of cells.entries()) {
      const [alone] = (await paint({ cells: [one] })).images;
      expect(furthest(alone!, images[k]!)).toBeLessThanOrEqual(ROUNDING);
    }
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [1, 3],
    ] as const) {
      expect(furthest(images[a]!, images[b]!)).toBeGreaterThan(10 * ROUNDING);
    }
  });

  it('counts the steps of the cell that has most', async () => {
    const steps = recallSettings(100).steps!;
    const countOf = async (cells: CellPlan[], asked: Partial<PaintRequest> = {}) => {
      const { events } = await paint({ cells, ...asked });
      const seen = events.flatMap((event) => (event.type === 'step' ? [event] : []));
      expect(seen.map(({ step }) => step)).toEqual(seen.map((_, k) => k + 1));
      expect(new Set(seen.map((event) => event.steps))).toEqual(new Set([seen.length]));
      return seen.length;
    };
    const late = { ...cell, draft: draftOf(100) };
    expect(await countOf([late])).toBe(steps);
    expect(await countOf([late, cell])).toBe(10);
    expect(await countOf([late, cell], { steps: 2 })).toBe(2);
  });

  it('shows previews of all cells, those that are done as they are', async () => {
    const { events, images } = await paint({ cells: [{ ...cell, draft: draftOf(100) }, cell], previewEvery: 1 });
    const previews = events.flatMap((event) => (event.type === 'preview' ? [event.images] : []));
    expect(previews).toHaveLength(9);
    expect(previews.every((shown) => shown.length === 2)).toBe(true);
    expect(previews.at(-1)![0]).toEqual(images[0]);
    expect(previews.at(-1)![1]).not.toEqual(images[1]);
  });

  it("paints a cell to its own prompt, over the request's", async () => {
    const other = 'a red pizza and a very green tree';
    const { images } = await paint({ cells: [cell, { ...cell, prompt: other }, cell], steps: 3 });
    const wanted = await paint({ prompt: other, cells: [cell], steps: 3 });
    expect(furthest(wanted.images[0]!, images[1]!)).toBeLessThanOrEqual(ROUNDING);
    expect(furthest(images[0]!, images[1]!)).toBeGreaterThan(0);
    expect(furthest(images[0]!, images[2]!)).toBeLessThanOrEqual(ROUNDING);
  });

  it('paints what the draft of another memory is beside from its latents alone', async () => {
    const foreign = { ...cell, draft: draftOf(60, 'unicorn') };
    const { events, images } = await paint({ cells: [foreign] });
    const alone = await paint({ cells: [cell] });
    expect(images).toEqual(alone.images);
    expect(events).toHaveLength(alone.events.length);
  });
});

describe('painting a prompt', () => {
  it('paints what the prompt says to whoever asks', async () => {
    const [star] = (await paint({ prompt: 'a star', cells: [cell] })).images;
    const [meant] = (await paint({ prompt: 'stern', locale: 'de', cells: [cell] })).images;
    const [other] = (await paint({ prompt: 'hund', locale: 'de', cells: [cell] })).images;
    expect(furthest(star!, meant!)).toBe(0);
    expect(furthest(star!, other!)).toBeGreaterThan(0);
  });
});
