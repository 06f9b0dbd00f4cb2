import { describe, expect, it } from 'vitest';
import type { Look } from '../../../../src/engine/draft/looks.js';
import { looksFor } from '../../../../src/engine/recall/asked-looks.js';

const NOTHING = { things: [], colours: [], moods: [] };

function look(
  picture: string,
  colours: string[],
  mainShare: number,
  paint?: string,
  shares: Record<string, number> = {},
): Look {
  const none = {
    moods: [],
    marks: [],
    seen: [],
    takesFaceWear: false,
    isBare: false,
    isFace: false,
    isAnimal: false,
    isFrontal: true,
    eyes: 2,
    isAslant: false,
    isPanel: false,
    hasHead: false,
    parts: [],
    shareOf: (colour: string) => shares[colour] ?? 0,
  };
  return { picture, colours, mainShare, isUntypical: false, ...(paint === undefined ? {} : { paint }), ...none };
}

function found(looks: Look[], colours: string[] = [], style = 'flat') {
  const asked = { names: ['bus'], colours, moods: [] };
  return looksFor({ looksOf: () => looks }, style, asked, NOTHING).map(({ look: { picture, paint }, misses, rank }) => [
    paint === undefined ? picture : `${picture} in ${paint}`,
    misses,
    rank,
  ]);
}

describe('looksFor', () => {
  const side = look('side', ['yellow'], 0.8);
  const front = look('front', ['blue', 'grey'], 0.35);
  const painted = look('side', ['blue'], 0.9, 'blue');

  it('has pictures as drawn first, the commonest first, and paints that nobody asked for as such', () => {
    expect(found([side, painted, front])).toEqual([
      ['side', 0, 0],
      ['side in blue', 0, 0],
      ['front', 0, 1],
    ]);
  });

  it('takes what is plainly of a colour before what only has a part of it', () => {
    expect(found([side, painted, front], ['blue'])).toEqual([
      ['side in blue', 0, 0],
      ['front', 0.5, 0],
    ]);
  });

  it('takes what is of one colour, and has another besides, for the other only where much of it is', () => {
    const racer = look('racer', ['pink', 'blue'], 0.5, 'pink', { blue: 0.2 });
    const wheels = look('wheels', ['red', 'blue'], 0.6, undefined, { blue: 0.2 });
    const panda = look('panda', ['black', 'blue'], 0.5, undefined, { blue: 0.4 });
    expect(found([racer, wheels, panda], ['blue']).map(([name]) => name)).toEqual(['panda']);
    const [only] = looksFor(
      { looksOf: () => [racer, wheels] },
      'flat',
      { names: ['car'], colours: ['blue'], moods: [] },
      NOTHING,
    );
    expect([only?.look.picture, only?.recoloured]).toEqual(['wheels', ['blue']]);
  });

  it('takes no other paint where it has that colour, however much of it is left of it', () => {
    const pink = look('racer', ['blue', 'pink'], 0.6, 'pink', { blue: 0.6 });
    const blue = look('racer', ['blue'], 0.8, 'blue', { blue: 0.8 });
    expect(found([pink, blue], ['blue']).map(([name]) => name)).toEqual(['racer in blue']);
  });

  it('takes no paint that is on the lines of a drawing alone, but gives all of it the colour', () => {
    const tower = look('tower', ['brown', 'grey'], 0.4, undefined, { black: 0.3 });
    const onLines = look('tower', ['purple', 'blue'], 0.5, 'purple', { black: 0 });
    const onWalls = look('tower', ['purple', 'blue'], 0.5, 'purple', { black: 0.3 });
    expect(found([tower, onLines], ['purple'], 'outline').map(([name]) => name)).toEqual(['tower']);
    expect(found([tower, onWalls], ['purple'], 'outline').map(([name]) => name)).toEqual(['tower in purple']);
    expect(found([tower, onLines], ['purple']).map(([name]) => name)).toEqual(['tower in purple']);
  });

  it('has poor examples of a thing last, whatever colour is asked for', () => {
    const poor = look('twemoji:hedgehog', ['blue'], 0.8);
    expect(found([poor, front]).map(([name, , rank]) => [name, rank])).toEqual([
      ['twemoji:hedgehog', 4],
      ['front', 1],
    ]);
  });

  it('keeps to common pictures where it paints them, and to none where they have the colour by themselves', () => {
    const other = look('old', ['blue'], 0.7);
    const rare = look('old', ['blue'], 0.9, 'blue');
    expect(found([side, painted, other, rare], ['blue'])).toEqual([
      ['side in blue', 0, 0],
      ['old', 0, 0],
      ['old in blue', 0, 1],
    ]);
  });

  it('gives a colour that nothing has to pictures as drawn', () => {
    expect(found([side, painted, front], ['cream'])).toEqual([
      ['side', 0, 0],
      ['front', 0, 0],
    ]);
  });

  it('has what is of no unwanted colour first, whatever little of it others have', () => {
    const ribbon = look('ribbon', ['yellow'], 0.8, undefined, { red: 0.05 });
    const speck = look('speck', ['yellow'], 0.8, undefined, { red: 0.02 });
    const red = look('red', ['red'], 0.8, undefined, { red: 0.8 });
    const asked = { names: ['bouquet'], colours: [], moods: [] };
    const looks = looksFor({ looksOf: () => [ribbon, speck, red] }, 'flat', asked, { ...NOTHING, colours: ['red'] });
    expect(looks.map(({ look: { picture }, misses }) => [picture, misses])).toEqual([
      ['ribbon', 1],
      ['speck', 0],
      ['red', 2],
    ]);
  });

  it('takes eyes that tell a mood before a sign that does, and what has it by itself with those signs', () => {
    const seen = { ...look('eyes', ['grey'], 0.8), moods: ['happy'], marks: ['sleeping'], seen: ['happy', 'sleeping'] };
    const marked = { ...look('sign', ['grey'], 0.8), marks: ['sleeping'] };
    const misses = (asked: { moods: string[]; content?: string[] }) =>
      looksFor({ looksOf: () => [seen, marked] }, 'flat', { names: ['koala'], colours: [], ...asked }, NOTHING).map(
        (one) => one.misses,
      );
    expect(misses({ moods: ['sleeping'] })).toEqual([0, 0.25]);
    expect(misses({ moods: ['happy'] })).toEqual([0, 1]);
    expect(misses({ moods: ['happy'], content: ['sign'] })).toEqual([0, 0.25]);
  });

  it('has the pictures that show what was asked for first, and what goes ill with its mood last', () => {
    const asked = { names: ['bus'], colours: [], moods: [], pictures: ['front'], unfit: ['side'] };
    const looks = looksFor({ looksOf: () => [side, front] }, 'flat', asked, NOTHING);
    expect(looks.map(({ look: { picture }, misses, awkward }) => [picture, misses, awkward])).toEqual([
      ['side', 1, 0.5],
      ['front', 0, 0],
    ]);
  });

  it('goes ill with black faces in outlines and in 3d, where pale lines or no eyes are left', () => {
    const face = { ...look('face', ['black'], 0.8, 'black'), hasHead: true };
    const awkward = (style: string, one: Look) => {
      const asked = { names: ['cat'], colours: ['black'], moods: [] };
      return looksFor({ looksOf: () => [one] }, style, asked, NOTHING)[0]!.awkward;
    };
    expect([awkward('outline', face), awkward('3d', face), awkward('flat', face)]).toEqual([1, 1, 0]);
    const { paint: _, ...native } = face;
    expect(awkward('3d', native)).toBe(0);
  });
});
