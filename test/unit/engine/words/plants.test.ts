import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what bears fruit', () => {
  it.each([
    ['strawberry plant', ['potted plant', 'strawberry']],
    ['tomato plant in a pot', ['potted plant', 'tomato']],
    ['a pepper plant', ['potted plant', 'bell pepper']],
    ['lemon tree', ['tree', 'lemon']],
    ['cherry tree', ['tree', 'cherries']],
  ])('is a plant with several of what it is called after: %s', (prompt, names) => {
    const { things, relations, act } = reader.read(prompt);
    expect(things.map((thing) => thing.names[0])).toEqual(names);
    expect(things[1]!.group?.copies).toBe(5);
    expect({ relations, act }).toEqual({ relations: ['holding'], act: 'topped' });
  });

  it.each([
    ['a horse plant', 1],
    ['a palm tree', 1],
    ['a tomato and a tree', 2],
  ])('is none that is called otherwise, or beside it: %s', (prompt, count) => {
    const { things, act } = reader.read(prompt);
    expect(things).toHaveLength(count);
    expect(act).toBeUndefined();
  });
});
