import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createBoundary } from '../../../../src/core/basics/boundary.js';
import { quiet } from '../../../../src/core/basics/log.js';

const HOSTILE = {
  get message() {
    throw new Error('not even to be looked at');
  },
};

describe('a boundary', () => {
  it.each([
    ['an error', () => new Error('broken')],
    ['a text', () => 'no error'],
    ['nothing', () => undefined],
    ['what throws when it is looked at', () => HOSTILE],
  ])('turns %s into a line of the log, thrown now or later', async (_, make) => {
    const thrown: unknown = make();
    const error = vi.fn<(facts: { err?: unknown; entry?: string }) => void>();
    const boundary = createBoundary('tests', { ...quiet, error });
    await boundary.run(() => {
      throw thrown;
    });
    await boundary.run(async () => {
      await turn();
      throw thrown;
    });
    expect(error).toHaveBeenCalledTimes(2);
    expect(error.mock.calls.every(([{ err, entry }]) => err === thrown && entry === 'tests')).toBe(true);
  });

  it('lets an emitter go on, and its other listeners', () => {
    const boundary = createBoundary('tests', quiet);
    const emitter = new EventEmitter();
    const heard = vi.fn();
    emitter.on(
      'event',
      boundary.guard(() => Promise.reject('later')),
    );
    emitter.on(
      'event',
      boundary.guard(() => {
        throw new Error('now');
      }),
    );
    emitter.on('event', boundary.guard(heard));
    emitter.emit('event', 1, 2);
    expect(heard).toHaveBeenCalledExactlyOnceWith(1, 2);
  });

  it('answers instead, and bears it when that fails too', async () => {
    const boundary = createBoundary('tests', quiet);
    const answer = vi.fn(() => Promise.reject(new Error('the client is gone')));
    const thrown = new Error('broken');
    await boundary.run(() => Promise.reject(thrown), answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(thrown);
  });

  it('holds when the log cannot be written', async () => {
    const error = () => {
      throw new Error('no space left on device');
    };
    await createBoundary('tests', { ...quiet, error }).run(() => Promise.reject(new Error('broken')));
  });
});
