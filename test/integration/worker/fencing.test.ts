import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlobStore, GenerationStore } from '../../../src/core/ports.js';
import type { Generation } from '../../../src/core/types.js';
import type { WorkContext, WorkHandler } from '../../../src/core/work/work.js';
import { here, somebody } from '../core/support/world.js';
import { gated, openWorkbench, recording, type Workbench } from './workbench.js';

const COUNT = 2;

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench?.close());

function context(change: Partial<WorkContext> = {}): WorkContext {
  return { signal: new AbortController().signal, report: () => {}, isLastAttempt: true, ...change };
}

async function ask(): Promise<string> {
  const { generation } = await bench.core.imagine(somebody(), { prompt: 'a cat', count: COUNT, steps: 4 }, here());
  return generation.id;
}

/** What is on record of a generation and its pictures. */
async function stateOf(id: string) {
  const { query } = bench.stores;
  return {
    generation: await bench.find(id),
    delivery: await query('SELECT is_due, attempts FROM delivery WHERE generation_id = $1', [id]),
    ledger: await query('SELECT kind, images FROM ledger_entry WHERE generation_id = $1', [id]),
  };
}

/** A worker that calls `gate` before each of its steps, by its name. */
function worker(blobs: BlobStore, gate: (step: string) => Promise<void>): WorkHandler {
  const generations: GenerationStore = gated(bench.stores.store.generations, gate);
  return bench.workshop({ blobs: gated(blobs, (method, key) => gate(stepOf(method, key))), store: { generations } });
}

/** `put cells/x/1-0.png` is `put cells 0`. */
function stepOf(method: string, key: unknown): string {
  const [, folder, cell = ''] = /^(\w+)\/.*?(-\d)?\.png$/.exec(String(key)) ?? [];
  return folder === undefined ? method : `${method} ${folder}${folder === 'cells' ? cell.replace('-', ' ') : ''}`;
}

/** Its pictures are those of its attempt, and of all that was ever written nothing else is left. */
async function expectWhole({ id, attempt, gridKey, cells }: Generation, written: ReadonlyMap<string, Buffer>) {
  const shown = [gridKey, ...cells.map(({ imageKey }) => imageKey)];
  expect(shown).toEqual([
    `grids/${id}-${attempt}.png`,
    ...cells.map(({ index }) => `cells/${id}/${attempt}-${index}.png`),
  ]);
  expect(cells).toHaveLength(COUNT);
  for (const [key, bytes] of written) {
    expect([key, await bench.stores.blobs.get(key)]).toEqual([key, shown.includes(key) ? bytes : null]);
  }
}

/** Steps of an attempt that write, before each of which its worker may be stopped. */
const STEPS = ['planned', 'put previews', 'put cells 0', 'put cells 1', 'put grids', 'finish'] as const;

/** A worker on its way, that is stopped before one of its steps. */
interface Stopped {
  /** Resolves when it has ended. */
  wake(): Promise<unknown>;
}

/** Starts work and resolves when it is stopped before a step. */
async function stopBefore(step: string, id: string, blobs: BlobStore): Promise<Stopped> {
  const stopped = new EventEmitter();
  const woken = once(stopped, 'wake');
  const isStopped = once(stopped, 'stop');
  const gate = async (next: string) => {
    if (next !== step) return;
    stopped.emit('stop');
    await woken;
  };
  const ended = worker(blobs, gate)(id, context()).catch((error: unknown) => error);
  const isEarly = await Promise.race([isStopped.then(() => false), ended.then(() => true)]);
  if (isEarly) throw new Error(`A worker has ended without ${step}.`);
  return {
    wake: () => {
      stopped.emit('wake');
      return ended;
    },
  };
}

const CHARGED_ONCE = {
  generation: { status: 'done', attempt: 2, failure: null },
  delivery: [{ is_due: true, attempts: 0 }],
  ledger: [{ kind: 'charge', images: COUNT }],
};

describe('a worker that was taken for dead and wakes up', () => {
  it.each(STEPS)(
    'before its step “%s”, after another has finished, changes nothing and leaves nothing',
    async (step) => {
      const id = await ask();
      const { recorded, written } = recording(bench.stores.blobs);
      const late = await stopBefore(step, id, recorded);
      await worker(recorded, async () => {})(id, context());
      const before = await stateOf(id);
      expect(before).toMatchObject(CHARGED_ONCE);
      await late.wake();
      expect(await stateOf(id)).toEqual(before);
      await expectWhole(before.generation, written);
    },
  );

  it.each(STEPS)('before its step “%s”, while another is half-way, does not hinder it', async (step) => {
    const id = await ask();
    const { recorded, written } = recording(bench.stores.blobs);
    const late = await stopBefore(step, id, recorded);
    const next = await stopBefore(STEPS[STEPS.length - 1 - STEPS.indexOf(step)]!, id, recorded);
    await late.wake();
    expect(await bench.find(id)).toMatchObject({ finishedAt: null, attempt: 2 });
    await next.wake();
    const after = await stateOf(id);
    expect(after).toMatchObject(CHARGED_ONCE);
    await expectWhole(after.generation, written);
  });
});
