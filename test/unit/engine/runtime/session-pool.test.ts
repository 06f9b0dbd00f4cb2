import { describe, expect, it } from 'vitest';
import type { Session, SessionOptions } from '../../../../src/engine/runtime/onnx.js';
import { createSessionPool } from '../../../../src/engine/runtime/session-pool.js';

/** An opener that counts, and fails for the paths it is told to. */
function countingOpener(failing: Set<string>) {
  const opened: string[] = [];
  const closed: string[] = [];
  const open = async (path: string, options?: SessionOptions): Promise<Session> => {
    opened.push(path);
    options?.onWarning?.('cuda cannot be used');
    if (failing.has(path)) throw new Error(`no ${path}`);
    return {
      path,
      provider: 'cpu',
      inputs: new Map(),
      outputNames: [],
      run: async () => ({}),
      dispose: async () => {
        closed.push(path);
      },
    };
  };
  return { open, opened, closed };
}

describe('session pool', () => {
  it('opens a graph once, even when asked twice at the same time', async () => {
    const { open, opened } = countingOpener(new Set());
    const pool = createSessionPool({}, open);
    const [first, second] = await Promise.all([pool.open('a'), pool.open('a')]);
    expect(first).toBe(second);
    await pool.open('b');
    expect(opened).toEqual(['a', 'b']);
  });

  it('passes a warning on once, however many graphs it concerns', async () => {
    const warnings: string[] = [];
    const pool = createSessionPool({ onWarning: (text) => warnings.push(text) }, countingOpener(new Set()).open);
    await Promise.all([pool.open('a'), pool.open('b')]);
    expect(warnings).toEqual(['cuda cannot be used']);
  });

  it('forgets a failure and tries again', async () => {
    const failing = new Set(['a']);
    const { open, opened } = countingOpener(failing);
    const pool = createSessionPool({}, open);
    await expect(pool.open('a')).rejects.toThrow('no a');
    failing.clear();
    expect((await pool.open('a')).path).toBe('a');
    expect(opened).toEqual(['a', 'a']);
  });

  it('closes what it opened, and opens anew afterwards', async () => {
    const { open, opened, closed } = countingOpener(new Set(['broken']));
    const pool = createSessionPool({}, open);
    await pool.open('a');
    await pool.open('broken').catch(() => undefined);
    await pool.dispose();
    expect(closed).toEqual(['a']);
    await pool.open('a');
    expect(opened).toEqual(['a', 'broken', 'a']);
  });
});
