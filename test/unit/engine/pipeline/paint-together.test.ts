import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RgbaImage } from '../../../../src/engine/basics/rgba-image.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createEngine } from '../../../../src/engine/pipeline/engine.js';
import type { Engine, PaintEvent, PaintRequest, SharedPaintRequest } from '../../../../src/engine/requests/types.js';

const STEPS = 3;
/** Sums run in another order in a larger batch; a step of 1 of 255 apart is rounding. */
const ROUNDING = 1;

let engine: Engine;
let cat: PaintRequest;
let pizza: PaintRequest;
beforeAll(async () => {
  engine = await createEngine(await loadBundle('test/fixtures/bundle-tiny'), { threads: 1, cellsPerCall: 3 });
  const plan = async (prompt: string, count: number, seed: number): Promise<PaintRequest> => ({
    prompt,
    cells: (await engine.plan({ prompt, count, variety: 60, seed })).cells,
    steps: STEPS,
    previewEvery: 1,
  });
  cat = await plan('a cat', 2, 1);
  pizza = await plan('a red pizza and a green tree', 3, 2);
});
afterAll(() => engine?.dispose());

async function together(requests: readonly SharedPaintRequest[], onEvent?: (index: number, event: PaintEvent) => void) {
  const events: PaintEvent[][] = requests.map(() => []);
  for await (const { index, event } of engine.paintTogether(requests)) {
    events[index]!.push(event);
    onEvent?.(index, event);
  }
  return events;
}

function imagesOf(events: readonly PaintEvent[]): RgbaImage[] {
  const last = events.at(-1);
  return last?.type === 'done' ? last.images : [];
}

async function alone(request: PaintRequest): Promise<PaintEvent[]> {
  const events: PaintEvent[] = [];
  for await (const event of engine.paint(request)) events.push(event);
  return events;
}

function furthest(a: readonly RgbaImage[], b: readonly RgbaImage[]): number {
  expect(a).toHaveLength(b.length);
  const differences = a.map(({ data }, k) =>
    data.reduce((most, value, i) => Math.max(most, Math.abs(value - b[k]!.data[i]!)), 0),
  );
  return Math.max(...differences);
}

describe('painting several requests together', () => {
  it('gives each the pictures and events that it would have had alone', async () => {
    const [cats, pizzas] = await together([{ request: cat }, { request: pizza }]);
    for (const [shared, request] of [
      [cats!, cat],
      [pizzas!, pizza],
    ] as const) {
      const own = await alone(request);
      expect(shared.map(({ type }) => type)).toEqual(own.map(({ type }) => type));
      expect(furthest(imagesOf(shared), imagesOf(own))).toBeLessThanOrEqual(ROUNDING);
    }
  });

  it('goes on with the others when one is aborted', async () => {
    const leaving = new AbortController();
    const [cats, pizzas] = await together(
      [{ request: cat, signal: leaving.signal }, { request: pizza }],
      (index, event) => {
        if (index === 0 && event.type === 'step') leaving.abort();
      },
    );
    expect(cats!.filter(({ type }) => type === 'step')).toHaveLength(1);
    expect(imagesOf(cats!)).toEqual([]);
    expect(furthest(imagesOf(pizzas!), imagesOf(await alone(pizza)))).toBeLessThanOrEqual(ROUNDING);
  });

  it('ends when all are aborted', async () => {
    const events = await together([{ request: cat, signal: AbortSignal.abort() }]);
    expect(events).toEqual([[]]);
  });

  it('paints requests of different settings, each as if alone', async () => {
    const other: PaintRequest = { ...pizza, steps: STEPS + 2, sampler: 'dpm-solver++', guidance: 1 };
    const [cats, pizzas] = await together([{ request: cat }, { request: other }]);
    for (const [shared, request] of [
      [cats!, cat],
      [pizzas!, other],
    ] as const) {
      const own = await alone(request);
      expect(shared.map(({ type }) => type)).toEqual(own.map(({ type }) => type));
      expect(furthest(imagesOf(shared), imagesOf(own))).toBeLessThanOrEqual(ROUNDING);
    }
  });
});
