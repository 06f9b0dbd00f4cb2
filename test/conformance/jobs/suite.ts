import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { quiet } from '../../../src/core/basics/log.js';
import type { JobEvent, Jobs } from '../../../src/core/ports.js';
import { GenerationFailed } from '../../../src/core/work/failures.js';
import { type WorkHandler, WorkPutAside } from '../../../src/core/work/work.js';
import { EngineError } from '../../../src/engine/basics/engine-error.js';
import { openGenerationQueue, openPictureQueue, type QueueConfig } from '../../../src/jobs/backend.js';
import { createDescriptionWorker } from '../../../src/jobs/descriptions.js';
import { createEndWatch } from '../../../src/jobs/end-watch.js';
import { jobIdOf } from '../../../src/jobs/job-types.js';
import { createJobWorker, type JobWorker, type JobWorkerOptions } from '../../../src/jobs/job-worker.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import type { QueueServer } from './servers.js';

const WAIT = { timeout: 60_000, interval: 25 };
/** A dead worker is noticed after two to three seconds. */
const FAST: JobWorkerOptions = { log: quiet, concurrency: 1, lockMs: 2_000, stalledEveryMs: 500 };
const RETRY = { attempts: 3, backoffMs: 50 };

/** What every backend of the queue must do; run with real servers only. */
export function jobsConformance(start: () => Promise<QueueServer>): void {
  let server: QueueServer;
  let config: QueueConfig;
  let jobs: Jobs;
  let workers: JobWorker[];
  let children: ChildProcess[];
  let events: JobEvent[];

  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  beforeEach(async () => {
    config = server.config(`test-${randomUUID()}`);
    jobs = await createJobs(config, { log: quiet, retry: RETRY });
    workers = [];
    children = [];
    events = [];
    jobs.subscribe((event) => events.push(event));
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(workers.map((worker) => worker.close(0)));
    await jobs.close();
  });

  async function work(handler: WorkHandler, options: Partial<JobWorkerOptions> = {}): Promise<JobWorker> {
    const worker = await createJobWorker(config, handler, { ...FAST, ...options });
    workers.push(worker);
    return worker;
  }

  const ended = (id: string) => events.filter((event) => event.type === 'ended' && event.generationId === id).length;
  const hasEnded = (id: string) => vi.waitFor(() => expect(ended(id)).toBe(1), WAIT);

  it('runs a job once however often it is asked for, and tells its end once', async () => {
    const seen: string[] = [];
    await Promise.all([jobs.enqueue('aaa', 'u1'), jobs.enqueue('aaa', 'u1'), jobs.enqueue('aaa', 'u1')]);
    await work(async (id) => {
      seen.push(id);
    });
    await jobs.enqueue('bbb', 'u1');
    await hasEnded('aaa');
    await hasEnded('bbb');
    expect(seen).toEqual(['aaa', 'bbb']);
  });

  it('has pictures described beside whatever waits, one after another, and keeps none', async () => {
    await jobs.enqueue('aaa', 'u1');
    const said = { sureness: 0.25, others: [], likest: ['cat'], colours: ['red'], latents: {} };
    const seen: string[] = [];
    const looker = await createDescriptionWorker(
      config,
      async (png) => {
        seen.push(png.toString());
        if (png.toString() === 'broken') throw new Error('no picture');
        return said;
      },
      { log: quiet },
    );
    expect(await Promise.all([jobs.describe(Buffer.from('one')), jobs.describe(Buffer.from('two'))])).toEqual([
      said,
      said,
    ]);
    await expect(jobs.describe(Buffer.from('broken'))).rejects.toThrow('no picture');
    await looker.close();
    expect(seen).toEqual(['one', 'two', 'broken']);
    const queue = openPictureQueue(config);
    expect(await queue.getJobs(['completed', 'failed', 'waiting'])).toEqual([]);
    await queue.close();
    expect(await jobs.counts()).toMatchObject({ waiting: 1, active: 0 });
  });

  it('takes ids that read as numbers', async () => {
    await work(async () => {});
    await jobs.enqueue('012345678901', 'u1');
    await jobs.enqueue('123456789012', 'u1');
    await hasEnded('012345678901');
    await hasEnded('123456789012');
  });

  it('runs a job again that is asked for after it ended, done or failed', async () => {
    const seen: string[] = [];
    await work(async (id) => {
      seen.push(id);
      if (id === 'bad' && seen.filter((one) => one === 'bad').length === 1) throw new EngineError('empty_prompt');
    });
    for (const id of ['good', 'bad']) {
      await jobs.enqueue(id, 'u1');
      await hasEnded(id);
      await jobs.enqueue(id, 'u1');
      await vi.waitFor(() => expect(ended(id)).toBe(2), WAIT);
    }
    expect(seen).toEqual(['good', 'good', 'bad', 'bad']);
  });

  it('keeps a place for others beside patient jobs, which have their turn all the same', async () => {
    const inHand = new Set<string>();
    const cancelled = new Set<string>();
    let mostPacks = 0;
    const gate = new AbortController();
    await work(
      async (id) => {
        if (cancelled.has(id)) return;
        inHand.add(id);
        mostPacks = Math.max(mostPacks, [...inHand].filter((one) => one !== 'grid').length);
        if (id !== 'grid' && !gate.signal.aborted) await once(gate.signal, 'abort');
        inHand.delete(id);
      },
      { concurrency: 2 },
    );
    const packs = ['pack-1', 'pack-2', 'pack-3'];
    await Promise.all(packs.map((id) => jobs.enqueue(id, id, true)));
    await vi.waitFor(() => expect(inHand.size).toBe(1), WAIT);
    await jobs.enqueue('grid', 'another');
    await hasEnded('grid');
    const [dropped, last] = packs.filter((id) => !inHand.has(id)) as [string, string];
    cancelled.add(dropped);
    await jobs.cancel(dropped);
    await hasEnded(dropped);
    expect(ended(last)).toBe(0);
    gate.abort();
    await hasEnded(last);
    expect(mostPacks).toBe(1);
  });

  it('serves users in turn: fifty requests of one do not starve another’s first', async () => {
    const many = Array.from({ length: 50 }, (_, k) => `many-${k}`);
    await Promise.all(many.map((id) => jobs.enqueue(id, 'greedy')));
    await jobs.enqueue('first', 'modest');
    await jobs.enqueue('second', 'modest');
    const order: string[] = [];
    await work(async (id) => {
      order.push(id);
    });
    await vi.waitFor(() => expect(order).toHaveLength(52), WAIT);
    expect(order.indexOf('first')).toBeLessThanOrEqual(1);
    expect(order.indexOf('second')).toBeLessThanOrEqual(3);
    expect(order.slice(0, 4).filter((id) => id.startsWith('many')).length).toBe(2);
  });

  it('tries again what may go better, with pauses, and says which attempt is the last', async () => {
    const lasts: boolean[] = [];
    const times: number[] = [];
    await work(async (_, { isLastAttempt }) => {
      lasts.push(isLastAttempt);
      times.push(performance.now());
      if (!isLastAttempt) throw new Error('the device is busy');
    });
    await jobs.enqueue('aaa', 'u1');
    await hasEnded('aaa');
    expect(lasts).toEqual([false, false, true]);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(RETRY.backoffMs);
    expect(times[2]! - times[1]!).toBeGreaterThanOrEqual(2 * RETRY.backoffMs);
    expect((await jobs.counts()).failed).toBe(0);
  });

  it('gives the place of what is put aside to others, and has it again later without counting', async () => {
    const seen: [id: string, isLast: boolean, mayPutAside: boolean | undefined][] = [];
    let isAway = true;
    const handler: WorkHandler = async (id, { isLastAttempt, mayPutAside }) => {
      seen.push([id, isLastAttempt, mayPutAside]);
      if (isAway && id !== 'own') throw new WorkPutAside(false);
    };
    const first = await work(handler);
    const waiting = ['engine-1', 'engine-2', 'engine-3', 'engine-4'];
    for (const id of waiting) await jobs.enqueue(id, 'u1');
    await jobs.enqueue('own', 'u1');
    await hasEnded('own');
    expect(seen.map(([id]) => id)).toEqual([...waiting, 'own']);
    expect(await jobs.missing(waiting)).toEqual([]);
    expect(await jobs.counts()).toEqual({ waiting: 4, active: 0, failed: 0 });
    // Nobody waits for one that is cancelled, and another worker may take them up.
    await first.close();
    isAway = false;
    await work(handler);
    await jobs.cancel('engine-4');
    await hasEnded('engine-4');
    expect(waiting.map(ended).slice(0, 3)).toEqual([0, 0, 0]);
    for (const id of waiting) await hasEnded(id);
    expect(new Set(seen.map(([, ...told]) => told.join()))).toEqual(new Set(['false,true']));
    expect((await jobs.counts()).failed).toBe(0);
  });

  it.each([
    ['a request that cannot be met', new EngineError('empty_prompt')],
    ['an end that a rule decided', new GenerationFailed('parent_gone', { cell: 1 })],
  ])('does not try again %s', async (_, error) => {
    const handler = vi.fn(() => Promise.reject(error));
    await work(handler);
    await jobs.enqueue('aaa', 'u1');
    await hasEnded('aaa');
    expect(handler).toHaveBeenCalledTimes(1);
    expect(await jobs.counts()).toEqual({ waiting: 0, active: 0, failed: 1 });
  });

  it('takes a waiting job out when it is cancelled, and tells its end', async () => {
    await jobs.enqueue('aaa', 'u1');
    await jobs.enqueue('bbb', 'u1');
    await jobs.cancel('aaa');
    await hasEnded('aaa');
    const seen: string[] = [];
    await work(async (id) => {
      seen.push(id);
    });
    await hasEnded('bbb');
    expect(seen).toEqual(['bbb']);
  });

  it('tells the worker of a running job to stop, and only that job', async () => {
    const reasons: unknown[] = [];
    let release: () => void = () => {};
    const free = new Promise<void>((resolve) => {
      release = resolve;
    });
    await work(
      async (id, { signal }) => {
        if (id === 'other') await free;
        else await new Promise((resolve) => signal.addEventListener('abort', resolve));
        if (signal.aborted) reasons.push([id, signal.reason]);
      },
      { concurrency: 2 },
    );
    await jobs.enqueue('aaa', 'u1');
    await jobs.enqueue('other', 'u1');
    await vi.waitFor(async () => expect((await jobs.counts()).active).toBe(2), WAIT);
    await jobs.cancel('aaa');
    await hasEnded('aaa');
    release();
    await hasEnded('other');
    expect(reasons).toEqual([['aaa', expect.objectContaining({ name: 'WorkStopped', kind: 'cancelled' })]]);
  });

  it('passes progress on in order, the last before the end', async () => {
    await work(async (generationId, { report }) => {
      for (let step = 1; step <= 5; step++) {
        report({
          generationId,
          attempt: 1,
          phase: 'painting',
          step,
          steps: 5,
          previewKey: step > 2 ? 'a/b.png' : null,
        });
        await sleep(20);
      }
    });
    await jobs.enqueue('aaa', 'u1');
    await hasEnded('aaa');
    const steps = events.flatMap((event) => (event.type === 'progress' ? [event.progress.step] : []));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(steps.at(-1)).toBe(5);
    expect(events.at(-1)).toEqual({ type: 'ended', generationId: 'aaa' });
    expect(events.at(-2)).toEqual({
      type: 'progress',
      progress: { generationId: 'aaa', attempt: 1, phase: 'painting', step: 5, steps: 5, previewKey: 'a/b.png' },
    });
  });

  it('gives the job of a killed worker to another within seconds', async () => {
    const child = await startChild(config);
    children.push(child);
    await jobs.enqueue('aaa', 'u1');
    await prints(child, 'took aaa');
    const lasts: boolean[] = [];
    await work(async (_, { isLastAttempt }) => {
      lasts.push(isLastAttempt);
    });
    child.kill('SIGKILL');
    const killed = performance.now();
    await hasEnded('aaa');
    expect(lasts).toEqual([false]);
    expect((await jobs.counts()).failed).toBe(0);
    expect(performance.now() - killed).toBeLessThan(30_000);
  });

  it('never fails a job for the deaths of its workers', async () => {
    await jobs.enqueue('aaa', 'u1');
    for (let death = 0; death < 3; death++) {
      const child = await startChild(config);
      children.push(child);
      await prints(child, 'took aaa');
      child.kill('SIGKILL');
    }
    const lasts: boolean[] = [];
    await work(async (_, { isLastAttempt }) => {
      lasts.push(isLastAttempt);
    });
    await hasEnded('aaa');
    expect(lasts).toEqual([false]);
  });

  it('knows who goes before, and from measured durations when it should be done', async () => {
    expect(await jobs.position('nobody')).toEqual({ ahead: 0, etaSeconds: null });
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await work(async (id, { signal }) => {
      await (id === 'measured' ? sleep(1_200) : Promise.race([gate, once(signal, 'abort')]));
    });
    await jobs.enqueue('measured', 'u1');
    await hasEnded('measured');
    await jobs.enqueue('running', 'u1');
    await vi.waitFor(async () => expect((await jobs.counts()).active).toBe(1), WAIT);
    await jobs.enqueue('next', 'u1');
    await jobs.enqueue('last', 'u1');
    expect(await jobs.position('running')).toEqual({ ahead: 0, etaSeconds: 1 });
    const next = await jobs.position('next');
    const last = await jobs.position('last');
    expect(next.ahead).toBe(0);
    expect(last.ahead).toBe(1);
    expect(next.etaSeconds).toBeGreaterThanOrEqual(2);
    expect(last.etaSeconds).toBeGreaterThan(next.etaSeconds ?? Number.POSITIVE_INFINITY);
    expect(await jobs.counts()).toEqual({ waiting: 2, active: 1, failed: 0 });
    release();
    await hasEnded('last');
  });

  it('tells the end of a job even when its event is lost', async () => {
    const queue = openGenerationQueue(config);
    const told: string[] = [];
    const watch = createEndWatch(queue, (jobId) => told.push(jobId), quiet);
    const doors = new Map<string, () => void>();
    await work((id) => new Promise((resolve) => doors.set(id, resolve)), { concurrency: 2 });
    try {
      for (const id of ['short', 'long']) {
        await jobs.enqueue(id, 'u1');
        await watch.track(jobIdOf(id));
      }
      await vi.waitFor(() => expect(doors.size).toBe(2), WAIT);
      doors.get('short')?.();
      await vi.waitFor(() => expect(told).toEqual([jobIdOf('short')]), WAIT);
      watch.forget(jobIdOf('long'));
      doors.get('long')?.();
      await hasEnded('long');
    } finally {
      await watch.stop();
      await queue.close();
    }
    expect(told).toEqual([jobIdOf('short')]);
  });

  it('finishes what runs before it closes', async () => {
    let done = false;
    const worker = await work(async () => {
      await sleep(300);
      done = true;
    });
    await jobs.enqueue('aaa', 'u1');
    await vi.waitFor(() => expect(worker.running).toBe(1), WAIT);
    await worker.close();
    expect(done).toBe(true);
    await hasEnded('aaa');
  });

  it('hands back what does not end in time, for another worker to start at once', async () => {
    const worker = await work((_, { signal }) => new Promise((_, reject) => onAbort(signal, reject)));
    await jobs.enqueue('aaa', 'u1');
    await vi.waitFor(() => expect(worker.running).toBe(1), WAIT);
    await worker.close(0);
    expect(await jobs.counts()).toEqual({ waiting: 1, active: 0, failed: 0 });
    const lasts: boolean[] = [];
    await work(async (_, { isLastAttempt }) => {
      lasts.push(isLastAttempt);
    });
    await hasEnded('aaa');
    expect(lasts).toEqual([false]);
  });

  it('goes on after the server was restarted', async ({ skip }) => {
    if (!server.restart) skip('the server is not ours to restart');
    const seen: string[] = [];
    await work(async (id) => {
      seen.push(id);
    });
    await jobs.enqueue('before', 'u1');
    await hasEnded('before');
    await server.restart?.();
    await vi.waitFor(() => jobs.ping(), WAIT);
    await vi.waitFor(() => jobs.enqueue('after', 'u1'), WAIT);
    await hasEnded('after');
    expect(seen).toEqual(['before', 'after']);
  });
}

function onAbort(signal: AbortSignal, reject: (reason: unknown) => void): void {
  signal.addEventListener('abort', () => reject(signal.reason));
}

async function startChild(config: QueueConfig): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('fixture-worker.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child;
}

/** Resolves when the child's output has the line; rejects when it exits first. */
async function prints(child: ChildProcess, line: string): Promise<void> {
  let output = '';
  const gone = once(child, 'exit').then(() => {
    throw new Error(`The worker ended before it printed "${line}": ${output}`);
  });
  const printed = new Promise<void>((resolve) =>
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(line)) resolve();
    }),
  );
  await Promise.race([printed, gone]);
  gone.catch(() => {});
}
