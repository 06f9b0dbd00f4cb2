import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RgbaImage } from '../../../src/engine/basics/rgba-image.js';
import { loadBundle } from '../../../src/engine/bundle/bundle.js';
import { createEngine } from '../../../src/engine/pipeline/engine.js';
import type { Engine, PaintEvent, PaintRequest } from '../../../src/engine/requests/types.js';
import { createPaintLine } from '../../../src/worker/paint-line.js';

const NEVER = new AbortController().signal;
const ignore = () => {};
/** Sums run in another order in a larger batch. */
const ROUNDING = 1;

let engine: Engine;
let requests: PaintRequest[];
beforeAll(async () => {
  engine = await createEngine(await loadBundle('test/fixtures/bundle-tiny'), { threads: 1, cellsPerCall: 4 });
  requests = await Promise.all(
    ['a cat', 'a dog', 'a red pizza'].map(async (prompt, seed) => ({
      prompt,
      cells: (await engine.plan({ prompt, count: 2, variety: 50, seed })).cells,
      steps: 3,
    })),
  );
});
afterAll(() => engine?.dispose());

/** A line that notes how many cells each run of the denoiser had. */
function lineOf(batchCells: number) {
  const runs: number[] = [];
  return { runs, line: createPaintLine(engine, { batchCells, onPainted: (_, cells) => runs.push(cells) }) };
}

async function alone(request: PaintRequest): Promise<RgbaImage[]> {
  return createPaintLine(engine, { batchCells: 4 }).paint(request, NEVER, ignore);
}

function furthest(a: readonly RgbaImage[], b: readonly RgbaImage[]): number {
  expect(a).toHaveLength(b.length);
  const differences = a.map(({ data }, k) =>
    data.reduce((most, value, i) => Math.max(most, Math.abs(value - b[k]!.data[i]!)), 0),
  );
  return Math.max(...differences);
}

describe('createPaintLine', () => {
  it('paints together those that wait while it is busy, each as it would have been alone', async () => {
    const { runs, line } = lineOf(4);
    const painted = await Promise.all(requests.map((request) => line.paint(request, NEVER, ignore)));
    await vi.waitFor(() => expect(runs).toEqual([2, 4]));
    for (const [k, images] of painted.entries()) {
      expect(furthest(images, await alone(requests[k]!))).toBeLessThanOrEqual(ROUNDING);
    }
  });

  it('lets who came meanwhile go before a patient one’s next denoiser call, and that one before the next', async () => {
    const { line } = lineOf(2);
    const [pack, ...others] = requests;
    const order: string[] = [];
    const telling = (who: string) => (event: PaintEvent) => void order.push(`${who} ${event.type}`);
    const later: Promise<unknown>[] = [];
    const patient = line.paint(
      pack!,
      NEVER,
      (event) => {
        telling('pack')(event);
        if (order.length > 1) return;
        for (const [k, other] of others.entries()) later.push(line.paint(other, NEVER, telling(`grid ${k + 1}`)));
      },
      true,
    );
    const painted = await patient;
    await Promise.all(later);
    const grid = (k: number) => [...Array.from({ length: 3 }, () => `grid ${k} step`), `grid ${k} done`];
    expect(order).toEqual(['pack step', ...grid(1), 'pack step', ...grid(2), 'pack step', 'pack done']);
    expect(furthest(painted, await alone(pack!))).toBeLessThanOrEqual(ROUNDING);
  });

  it('keeps apart what differs in its settings, and what would be too much at once', async () => {
    const { runs, line } = lineOf(4);
    const [first, second, third] = requests;
    const waiting = [first!, { ...second!, guidance: 2 }, third!, first!, second!];
    await Promise.all(waiting.map((request) => line.paint(request, NEVER, ignore)));
    await vi.waitFor(() => expect(runs).toEqual([2, 2, 4, 2]));
  });

  it('drops one that is aborted and goes on with those beside it', async () => {
    const { line } = lineOf(4);
    const stop = new AbortController();
    const reason = new Error('cancelled');
    const onStep = ({ type }: PaintEvent) => type === 'step' && stop.abort(reason);
    const [first, second, third] = requests;
    const painted = await Promise.allSettled([
      line.paint(first!, NEVER, ignore),
      line.paint(second!, stop.signal, onStep),
      line.paint(third!, NEVER, ignore),
      line.paint(first!, AbortSignal.abort(reason), ignore),
    ]);
    expect(painted.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(painted[1]).toMatchObject({ reason });
    expect(painted[3]).toMatchObject({ reason });
    const kept = painted[2]?.status === 'fulfilled' ? painted[2].value : [];
    expect(furthest(kept, await alone(third!))).toBeLessThanOrEqual(ROUNDING);
  });

  it('fails a request that cannot be painted, and none beside it', async () => {
    const { line } = lineOf(6);
    const [first, second, third] = requests;
    const foreign = second!.cells.map((cell) => ({ ...cell, latents: { tokens: [1, 2, 3] } }));
    const painted = await Promise.allSettled([
      line.paint({ ...first!, steps: 0 }, NEVER, ignore),
      line.paint(first!, NEVER, ignore),
      line.paint({ ...second!, cells: foreign }, NEVER, ignore),
      line.paint(third!, NEVER, ignore),
    ]);
    expect(painted.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
    expect(painted[0]).toMatchObject({ reason: { code: 'bad_option' } });
    expect(painted[2]).toMatchObject({ reason: { code: 'bad_pin' } });
  });
});
