import { describe, expect, it } from 'vitest';
import { composeReading, withBoxes } from '../../../../src/engine/recall/composition.js';
import type { AskedThing, PromptReading } from '../../../../src/engine/words/prompt-reading.js';

const WORN = new Set(['crown', 'sunglasses']);

function asked(name: string, count = 1): AskedThing {
  return { names: [name], said: name, colours: [], moods: [], count };
}

function reading(things: AskedThing[], relations: string[] = []): PromptReading {
  const without = { things: [], colours: [], moods: [] };
  return { things, relations, style: undefined, without, language: 'en', worded: '', notes: [] };
}

function composed(things: AskedThing[], relations: string[] = []) {
  const found = composeReading(reading(things, relations), WORN);
  return found && [found.kind, ...found.objects.map(({ names }) => names[0])];
}

describe('composeReading', () => {
  it('has nothing to compose where nothing was read', () => {
    expect(composed([])).toBeUndefined();
  });

  it('puts one thing alone and several of it together', () => {
    expect(composed([asked('cat')])).toEqual(['single', 'cat']);
    expect(composed([asked('cat', 3)])).toEqual(['count', 'cat', 'cat', 'cat']);
  });

  it('lets two things stand as the prompt says, beside each other where it says nothing', () => {
    expect(composed([asked('cat'), asked('car')], ['on'])).toEqual(['on', 'cat', 'car']);
    expect(composed([asked('cat'), asked('car')])).toEqual(['beside', 'cat', 'car']);
  });

  it('has up to six things in a list, or as they stand to those before them, several of a kind as one', () => {
    const [cat, dog, crown, garden] = ['cat', 'dog', 'crown', 'garden'].map((name) => asked(name)) as [
      AskedThing,
      AskedThing,
      AskedThing,
      AskedThing,
    ];
    const pears = asked('pear', 2);
    expect(composed([cat, dog, garden, pears])).toEqual(['list', 'cat', 'dog', 'garden', 'pear']);
    expect(composeReading(reading([cat, dog, garden, pears]), WORN)?.objects[3]).toMatchObject({
      count: 1,
      group: { copies: 2 },
    });
    const relations = ['wearing', 'beside', 'in front of'];
    expect(composed([cat, crown, dog, garden], relations)?.[0]).toBe('wearing, beside, in front of');
    expect(composed([cat, dog, crown, garden], relations)?.[0]).toBe('holding, beside, in front of');
  });

  it('has who is between others in the middle of a row', () => {
    const row = reading([asked('duck'), asked('frog'), asked('duck')], ['beside', 'beside']);
    expect(composeReading({ ...row, act: 'between' }, WORN)).toMatchObject({ kind: 'list', way: 'between' });
  });

  it('has who fights or chases seen from the side', () => {
    const both = reading([asked('lion'), asked('bear')], ['beside']);
    expect(composeReading({ ...both, isClose: true, act: 'fought' }, WORN)).toMatchObject({
      isSideways: true,
      way: 'fought',
    });
    expect(composeReading({ ...both, isClose: true, act: 'chased' }, WORN)).toMatchObject({ isSideways: true });
    expect(composeReading({ ...both, isClose: true }, WORN)).not.toHaveProperty('isSideways');
  });

  it('lets only what can be worn be worn', () => {
    expect(composed([asked('cat'), asked('crown')], ['wearing'])).toEqual(['wearing', 'cat', 'crown']);
    expect(composed([asked('cat'), asked('pizza')], ['wearing'])).toEqual(['holding', 'cat', 'pizza']);
  });

  it('lets one wear several things, or wear one and stand to another', () => {
    const [cat, crown, glasses, pizza] = ['cat', 'crown', 'sunglasses', 'pizza'].map((name) => asked(name));
    const kinds = (things: (AskedThing | undefined)[], relations: string[]) =>
      composed(things as AskedThing[], relations)?.[0];
    expect(kinds([cat, crown, glasses], ['wearing', 'beside'])).toBe('wearing, wearing');
    expect(kinds([cat, crown, pizza], ['wearing', 'beside'])).toBe('wearing, beside');
    expect(kinds([cat, crown, pizza], ['wearing', 'on'])).toBe('wearing, on');
    expect(kinds([cat, pizza, crown], ['holding', 'beside'])).toBe('holding, wearing');
    expect(kinds([pizza, cat, crown], ['beside', 'wearing'])).toBe('beside, wearing');
    expect(kinds([cat, pizza, asked('dog')], ['on', 'beside'])).toBe('on, beside');
  });

  it('lets each of several wear or hold its own', () => {
    const grouped = (relation: string, name: string) =>
      composeReading(reading([asked('cat', 2), asked(name)], [relation]), WORN);
    expect(grouped('wearing', 'crown')).toMatchObject({
      kind: 'wearing',
      objects: [{ group: { copies: 2, way: 'row' } }, { names: ['crown'] }],
    });
    expect(grouped('holding', 'pizza')).toMatchObject({ kind: 'holding', way: 'fitted' });
  });

  it('keeps how three stand to each other', () => {
    const [cat, pizza, dog] = ['cat', 'pizza', 'dog'].map((name) => asked(name)) as [
      AskedThing,
      AskedThing,
      AskedThing,
    ];
    const found = (relations: string[], more: Partial<PromptReading> = {}) => {
      const made = composeReading({ ...reading([cat, pizza, dog], relations), ...more }, WORN);
      return made && [made.kind, made.way];
    };
    expect(found(['holding', 'beside'])).toEqual(['holding, beside', 'fitted']);
    expect(found(['holding', 'on'], { act: 'eaten' })).toEqual(['holding, on', 'eaten']);
    expect(found(['in front of', 'holding'], { isNested: true })).toEqual(['in front of, holding', 'inside']);
    expect(found(['beside', 'beside'])).toEqual(['list', undefined]);
  });

  it('puts who is under a mushroom or the sun on the same ground, or below it', () => {
    const under = (name: string) => composeReading(reading([asked('cat'), asked(name)], ['below']), WORN)?.way;
    expect([under('mushroom'), under('sun'), under('pizza')]).toEqual(['sheltered', 'sheltered', 'fitted']);
  });

  it('puts who is with a place into it', () => {
    expect(composed([asked('cat'), asked('desert')])).toEqual(['in front of', 'cat', 'desert']);
  });

  it('says in which way two stand to each other where training does not draw it', () => {
    const way = (relation: string, more: Partial<PromptReading> = {}) =>
      composeReading({ ...reading([asked('cat'), asked('pizza')], [relation]), ...more }, WORN)?.way;
    expect(way('holding')).toBe('fitted');
    expect(way('holding', { act: 'eaten' })).toBe('eaten');
    expect(way('above', { act: 'over' })).toBe('over');
    expect(way('in front of', { isNested: true })).toBe('inside');
    expect(way('beside')).toBeUndefined();
    expect(way('beside', { isClose: true })).toBe('close');
    expect(composeReading({ ...reading([asked('cat', 2)]), isClose: true }, WORN)?.way).toBe('close');
    expect(composeReading(reading([asked('cat', 2)]), WORN)?.way).toBeUndefined();
  });

  it('lists three, of which two may be the same', () => {
    expect(composed([asked('cat', 2), asked('dog')])).toEqual(['list', 'cat', 'cat', 'dog']);
  });
});

describe('withBoxes', () => {
  const box = (label: string) => ({ label, x0: 0, y0: 0, x1: 0.5, y1: 0.5 });
  const read = (label: string) => (label === 'nonsense' ? undefined : asked(label));
  const boxed = (things: AskedThing[], labels: string[]) =>
    withBoxes(reading(things), labels.map(box), read).things.map(({ names, count }) => [names[0], count]);

  it('has as many of a thing as it has boxes', () => {
    expect(boxed([asked('cat')], ['cat', 'cat'])).toEqual([['cat', 2]]);
  });

  it('has the things of other labels besides', () => {
    expect(boxed([asked('cat')], ['cat', 'dog', 'dog'])).toEqual([
      ['cat', 1],
      ['dog', 2],
    ]);
  });

  it('stays as it is where labels are empty or name nothing', () => {
    expect(boxed([asked('cat', 2)], ['', 'nonsense'])).toEqual([['cat', 2]]);
  });
});
