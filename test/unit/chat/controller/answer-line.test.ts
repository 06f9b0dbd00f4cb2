import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { AnswerLine } from '../../../../src/chat/controller/answer-line.js';

const turns = async (count: number) => {
  for (let k = 0; k < count; k++) await turn();
};

it('begins no answer while something waits to be acknowledged', async () => {
  const line = new AnswerLine();
  const acknowledged = [line.arrived(), line.arrived()];
  let isBegun = false;
  const answer = line.run(async () => {
    isBegun = true;
  });
  acknowledged[0]!();
  acknowledged[0]!();
  await turns(5);
  expect(isBegun).toBe(false);
  acknowledged[1]!();
  await answer;
});

it('does not wait for acknowledgements for ever', async () => {
  const line = new AnswerLine();
  line.arrived();
  const began = performance.now();
  await line.run(async () => {});
  expect(performance.now() - began).toBeLessThan(3000);
});

it('works on few at a time, in their order, and goes on after one that fails', async () => {
  const line = new AnswerLine();
  let most = 0;
  let running = 0;
  const order: number[] = [];
  const answers = Array.from({ length: 40 }, (_, k) =>
    line.run(async () => {
      order.push(k);
      running += 1;
      most = Math.max(most, running);
      await sleep(1);
      running -= 1;
      if (k === 3) throw new Error('This one.');
    }),
  );
  const outcomes = await Promise.allSettled(answers);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(most).toBe(6);
});
