import { describe, expect, it } from 'vitest';
import type { Look } from '../../../../src/engine/draft/looks.js';
import { looksFor } from '../../../../src/engine/recall/looks.js';

const NOTHING = { things: [], colours: [], moods: [] };

function look(picture: string, colours: string[], mainShare: number, paint?: string): Look {
  const none = { moods: [], marks: [], parts: [], takesFaceWear: false, isFace: false };
  return { picture, colours, mainShare, ...(paint === undefined ? {} : { paint }), ...none };
}

function found(looks: Look[], colours: string[] = []) {
  const asked = { names: ['bus'], colours, moods: [] };
  return looksFor({ looksOf: () => looks }, 'flat', asked, NOTHING).map(
    ({ look: { picture, paint }, misses, rank }) => [
      paint === undefined ? picture : `${picture} in ${paint}`,
      misses,
      rank,
    ],
  );
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

  it('keeps to common pictures where it paints them, and to none where they have the colour by themselves', () => {
    const other = look('old', ['blue'], 0.7);
    const rare = look('old', ['blue'], 0.9, 'blue');
    expect(found([side, painted, other, rare], ['blue'])).toEqual([
      ['side in blue', 0, 0],
      ['old', 0, 0],
      ['old in blue', 0, 1],
    ]);
  });

  it('takes what has the colour of a part by itself, else what can be given it, and never a paint that may be on it', () => {
    const hair = (colour: string) => [{ part: 'hair', colour }] as const;
    const brown = { ...look('brown', ['yellow'], 0.6), parts: hair('brown') };
    const red = { ...look('red', ['yellow'], 0.6), parts: hair('red') };
    const bald = look('bald', ['yellow'], 0.9);
    const inBlue = { ...look('brown', ['blue'], 0.6, 'blue'), parts: [{ part: 'hair', colour: undefined }] as const };
    const of = (looks: Look[], colour: string) =>
      looksFor(
        { looksOf: () => looks },
        'flat',
        { names: ['man'], colours: [], moods: [], parts: hair(colour) },
        NOTHING,
      );
    expect(of([brown, red, bald, inBlue], 'red').map((one) => [one.look.picture, one.parts, one.misses])).toEqual([
      ['red', [], 0],
    ]);
    expect(of([brown, red, bald, inBlue], 'pink').map((one) => [one.look.picture, one.parts, one.misses])).toEqual([
      ['brown', hair('pink'), 0],
      ['red', hair('pink'), 0],
      ['bald', [], 1],
    ]);
  });

  it('draws the pictures of others in its place where there are such', () => {
    const woman = look('dancing woman', ['red'], 0.5);
    const man = look('dancing man', ['black'], 0.5);
    const asked = { names: ['woman'], colours: [], moods: [], standIns: [{ thing: 'dancer', picture: 0 }] };
    const found = looksFor(
      { looksOf: (_, thing) => (thing === 'dancer' ? [woman, man] : [man]) },
      'flat',
      asked,
      NOTHING,
    );
    expect(found.map(({ thing, look: { picture } }) => [thing, picture])).toEqual([['dancer', 'dancing woman']]);
  });

  it('gives a colour that nothing has to pictures as drawn', () => {
    expect(found([side, painted, front], ['cream'])).toEqual([
      ['side', 0, 0],
      ['front', 0, 0],
    ]);
  });
});
