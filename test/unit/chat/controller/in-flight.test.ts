import { expect, it } from 'vitest';
import { InFlight } from '../../../../src/chat/controller/in-flight.js';
import { type Log, quiet } from '../../../../src/core/basics/log.js';

it('waits for what is under way and for what begins meanwhile, and logs what is thrown', async () => {
  const errors: unknown[] = [];
  const log: Log = { ...quiet, error: (facts) => void errors.push(facts) };
  const inFlight = new InFlight('Slack', log);
  const done: string[] = [];
  void inFlight.run('message', async () => {
    await new Promise((resolve) => setImmediate(resolve));
    done.push('first');
    void inFlight.run('message', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push('second');
    });
  });
  await inFlight.run('action', () => Promise.reject(new Error('broken')));
  await inFlight.settled();
  expect(done).toEqual(['first', 'second']);
  expect(errors).toEqual([expect.objectContaining({ entry: 'Slack action' })]);
});
