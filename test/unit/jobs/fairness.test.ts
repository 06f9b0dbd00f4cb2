import { describe, expect, it } from 'vitest';
import { fairPriority, LOWEST_PRIORITY, type Ticket } from '../../../src/jobs/fairness.js';

function tickets(text: string): Ticket[] {
  return text.split(' ').map((one) => ({ userKey: one[0]!, priority: Number(one.slice(1)) }));
}

describe('fairPriority', () => {
  it('starts at 1 in an empty queue', () => {
    expect(fairPriority('a', [])).toBe(1);
  });

  it.each([
    ['puts a user’s next job behind the own ones', 'a', 'a1 a2 a3', 4],
    ['lets somebody new join the round that is served', 'b', 'a5 a6 a7', 5],
    ['counts own jobs only', 'b', 'a1 b1 a2 a3', 2],
    ['brings back a user who was away at the present round, not at an earlier one', 'c', 'a8 b8 a9', 8],
    ['stays within what BullMQ takes', 'a', `a${LOWEST_PRIORITY}`, LOWEST_PRIORITY],
  ])('%s', (_, user, queue, expected) => {
    expect(fairPriority(user, tickets(queue))).toBe(expected);
  });

  it('serves everybody once a round, whoever asks how much', () => {
    const waiting: Ticket[] = [];
    const ask = (userKey: string) => waiting.push({ userKey, priority: fairPriority(userKey, waiting) });
    for (let k = 0; k < 20; k++) ask('a');
    for (let k = 0; k < 3; k++) ask('b');
    ask('c');
    const served = [...waiting].sort((one, other) => one.priority - other.priority).map(({ userKey }) => userKey);
    expect(served.slice(0, 8).join('')).toBe('abcababa');
  });
});
