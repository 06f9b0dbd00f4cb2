import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { superviseWorker } from '../../../../src/app/supervision/worker-process.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

async function script(source: string): Promise<() => ChildProcess> {
  const file = join(await mkdtemp(join(tmpdir(), 'kaleido-worker-')), 'worker.mjs');
  await writeFile(file, source);
  return () => fork(file, { execArgv: [] });
}

/** Says that it is up, and ends with code 0 on SIGTERM. */
const POLITE = `
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => undefined, 1000);
  process.send('up');
`;

/** A worker that is kept running, and every process that it has had. */
function supervised(fresh: () => ChildProcess) {
  const children: ChildProcess[] = [];
  const worker = superviseWorker(() => {
    const child = fresh();
    children.push(child);
    return child;
  }, log);
  return { children, worker };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('message', resolve));
}

describe('a supervised worker', () => {
  it('is started again when it is killed, and ends when asked', async () => {
    const fresh = await script(POLITE);
    const { children, worker } = supervised(fresh);
    await nextMessage(children[0]!);
    children[0]!.kill('SIGKILL');
    await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 30_000 });
    await nextMessage(children[1]!);

    await worker.stop();
    expect(children[0]!.signalCode).toBe('SIGKILL');
    expect(children[1]!.exitCode).toBe(0);
    expect(children).toHaveLength(2);
  });

  it('can be stopped while it waits to start again', async () => {
    const start = vi.fn(await script('process.exit(7)'));
    const worker = superviseWorker(start, log);
    await vi.waitFor(
      () => expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ code: 7 }), expect.anything()),
      {
        timeout: 30_000,
      },
    );
    await worker.stop();
    const starts = start.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(start.mock.calls).toHaveLength(starts);
  });

  it('is killed and replaced when it is stopped', async () => {
    const fresh = await script(`
      const beat = (isReady) => ({ type: 'beat', isReady, isBusy: false, progress: 0, limitMs: 2000 });
      setInterval(() => process.send(beat(true)), 200);
      process.send(beat(true));
    `);
    const { children, worker } = supervised(fresh);
    await nextMessage(children[0]!);
    children[0]!.kill('SIGSTOP');
    await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 30_000 });
    expect(children[0]!.signalCode).toBe('SIGKILL');
    await nextMessage(children[1]!);
    await worker.stop();
  });

  it('is not started again when it must start and does not', async () => {
    const start = vi.fn(await script('process.exit(7)'));
    const worker = superviseWorker(start, log, { mustStart: true });
    expect(await worker.failed).toBe(7);
    await worker.stop();
    expect(start).toHaveBeenCalledOnce();
  });
});
