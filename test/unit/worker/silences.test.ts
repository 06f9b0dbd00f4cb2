import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PaintEvent, PaintRequest } from '../../../src/engine/requests/types.js';
import { createPaintLine } from '../../../src/worker/paint-line.js';
import { createSilences, PainterSilent } from '../../../src/worker/silences.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const REQUEST = { prompt: 'a cat', cells: [] } as unknown as PaintRequest;

/** A line whose painter says what it is told to, and nothing by itself. */
function quietLine() {
  const told: ((event: PaintEvent) => void)[] = [];
  const engine = {
    async *paintTogether(): AsyncGenerator<{ index: number; event: PaintEvent }> {
      for (;;) {
        const event = await new Promise<PaintEvent>((resolve) => told.push(resolve));
        yield { index: 0, event };
        if (event.type === 'done') return;
      }
    },
  };
  const say = async (event: PaintEvent) => {
    told.shift()!(event);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { line: createPaintLine(engine, { batchCells: 1 }), say };
}

function paintIn(watched: ReturnType<ReturnType<typeof createSilences>['watch']>) {
  const ends: string[] = [];
  const end = (how: string) => void ends.push(how);
  watched
    .paint(REQUEST, new AbortController().signal, () => undefined)
    .then(
      () => end('painted'),
      (error: unknown) => end(error instanceof PainterSilent ? 'left' : String(error)),
    );
  return ends;
}

const STEP: PaintEvent = { type: 'step', step: 1, steps: 2 };
const DONE: PaintEvent = { type: 'done', images: [] };

it('lets who came last into a silent painter’s line leave it, while all places are held, and never who is painted', async () => {
  const silences = createSilences(3, 5_000);
  const { line, say } = quietLine();
  const all = [0, 1, 2].map(() => paintIn(silences.watch('a', line, true)));
  await vi.advanceTimersByTimeAsync(4_000);
  await say(STEP);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(all.flat()).toEqual([]);
  expect(silences.isFull('a')).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(all).toEqual([[], [], ['left']]);
  expect([silences.isFull('a'), silences.isFull('b'), silences.isAnyFull()]).toEqual([true, false, true]);
  await say(DONE);
  expect(all[0]).toEqual(['painted']);
  expect(silences.isFull('a')).toBe(false);
  await say(DONE);
  expect(all[1]).toEqual(['painted']);
  expect(silences.isAnyFull()).toBe(false);
});

it('lets nobody leave that may not, nor where there is one place alone', async () => {
  const [several, one] = [createSilences(2, 1_000), createSilences(1, 1_000)];
  const [first, second] = [quietLine(), quietLine()];
  const held = [0, 1].map(() => paintIn(several.watch('a', first.line, false)));
  const alone = paintIn(one.watch('a', second.line, true));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...held.flat(), ...alone]).toEqual([]);
});

it('counts all silent painters together', async () => {
  const silences = createSilences(2, 1_000);
  const [a, b] = [quietLine(), quietLine()];
  const painted = [paintIn(silences.watch('a', a.line, true)), paintIn(silences.watch('b', b.line, true))];
  const waiting = paintIn(silences.watch('b', b.line, true));
  await vi.advanceTimersByTimeAsync(5_000);
  expect([painted.flat(), waiting]).toEqual([[], ['left']]);
});
