import { expect, it } from 'vitest';
import { together } from '../../../src/store/together.js';

const open = () => {
  const asked: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const find = async (keys: readonly string[]) => {
    asked.push(keys);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (keys.includes('broken')) throw new Error('This one.');
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, key.toUpperCase()]));
  };
  return { asked, ends, look: together(find, (key: string) => key, 'none', 3) };
};

it('asks at once, and for all that come meanwhile together, each once', async () => {
  const { asked, ends, look } = open();
  const first = look('a');
  const rest = [look('b'), look('b'), look('missing'), look('c')];
  expect(asked).toEqual([['a']]);
  ends[0]!();
  expect(await first).toBe('A');
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  await expect.poll(() => ends.length).toBe(3);
  ends[2]!();
  expect(await Promise.all(rest)).toEqual(['B', 'B', 'none', 'C']);
  expect(asked).toEqual([['a'], ['b', 'missing'], ['c']]);
});

it('fails those of the question that failed, and no others', async () => {
  const { ends, look } = open();
  const broken = look('broken');
  const next = look('a');
  ends[0]!();
  await expect(broken).rejects.toThrow('This one.');
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  expect(await next).toBe('A');
});
