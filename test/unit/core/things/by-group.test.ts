import { describe, expect, it } from 'vitest';
import { thingsByGroup } from '../../../../src/core/things/by-group.js';
import { searchThings } from '../../../../src/core/things/things.js';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createLatentContext, createTextTokenizer } from '../../../../src/engine/context/index.js';

describe('things by group', () => {
  it('have each name once, in the order of the alphabet', () => {
    const memory = {
      groups: [
        { name: 'objects', title: 'Objects' },
        { name: 'food', title: 'Food' },
      ],
      things: [
        { name: 'worn scarf', display: 'scarf', group: 'objects' },
        { name: 'scarf', group: 'objects' },
        { name: 'pizza', group: 'food' },
        { name: 'Bell', group: 'objects' },
      ],
    };
    expect(thingsByGroup(memory as never)).toEqual([
      { name: 'objects', title: 'Objects', things: ['Bell', 'scarf'] },
      { name: 'food', title: 'Food', things: ['pizza'] },
    ]);
  });

  it('are our own drawings too, which prompts can name', async () => {
    const bundle = await loadBundle('models/stickers');
    const context = createLatentContext(bundle, createTextTokenizer(bundle));
    const drawn = bundle.memory.drawn!.things.map(({ name, display }) => display ?? name);
    expect(thingsByGroup(bundle.memory).flatMap(({ things }) => things)).toEqual(expect.arrayContaining(drawn));
    expect(drawn.filter((name) => !searchThings(context, name, 'en').includes(name))).toEqual([]);
  });
});
