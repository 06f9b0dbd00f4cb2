import { describe, expect, it } from 'vitest';
import { createLocks } from '../../../../src/chat/deliveries/locks.js';

describe('locks', () => {
  it('run tasks of a key one after the other, in order, also after a failure', async () => {
    const locks = createLocks();
    const order: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = locks.run('a', async () => {
      await gate;
      order.push('first');
      throw new Error('no');
    });
    const second = locks.run('a', async () => {
      order.push('second');
      return 2;
    });
    const third = locks.run('a', async () => void order.push('third'));
    await locks.run('b', async () => void order.push('other key'));
    open();
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe(2);
    await third;
    expect(order).toEqual(['other key', 'first', 'second', 'third']);
  });
});
