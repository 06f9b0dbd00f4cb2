import { describe, expect, it } from 'vitest';
import type { Networks } from '../../../src/diffusers/networks.js';
import { createShelf, type OpenFolder } from '../../../src/diffusers/shelf.js';

/** A shelf that tells what it opens and closes. */
function told() {
  const happened: string[] = [];
  let opened = 0;
  const shelf = createShelf({}, async () => {
    const name = `networks ${++opened}`;
    happened.push(`opens ${name}`);
    const networks: Pick<Networks, 'dispose'> = { dispose: async () => void happened.push(`closes ${name}`) };
    return { folder: {}, networks } as OpenFolder;
  });
  return { shelf, happened };
}

describe('the shelf', () => {
  it('keeps a folder’s networks for whoever asks for it again', async () => {
    const { shelf, happened } = told();
    for (let i = 0; i < 2; i++) (await shelf.take('a')).leave();
    expect(happened).toEqual(['opens networks 1']);
  });

  it('closes a folder before another is opened, and not while it is in use', async () => {
    const { shelf, happened } = told();
    const first = await shelf.take('a');
    const second = shelf.take('b').then(({ leave }) => leave());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(happened).toEqual(['opens networks 1']);
    first.leave();
    await second;
    expect(happened).toEqual(['opens networks 1', 'closes networks 1', 'opens networks 2']);
    await shelf.dispose();
    expect(happened.at(-1)).toBe('closes networks 2');
  });

  it('serves in the order of asking, past those who gave up', async () => {
    const { shelf } = told();
    const first = await shelf.take('a');
    const stop = new AbortController();
    const order: string[] = [];
    const given = shelf.take('b', stop.signal);
    const third = shelf.take('c').then(({ leave }) => {
      order.push('c');
      leave();
    });
    const fourth = shelf.take('a').then(({ leave }) => {
      order.push('a');
      leave();
    });
    stop.abort(new Error('enough'));
    await expect(given).rejects.toThrow('enough');
    expect(order).toEqual([]);
    first.leave();
    await Promise.all([third, fourth]);
    expect(order).toEqual(['c', 'a']);
  });
});
