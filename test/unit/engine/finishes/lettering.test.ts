import { describe, expect, it } from 'vitest';
import { finishNamed, groundedName, splitGround, writable } from '../../../../src/engine/finishes/index.js';
import { BALL, pixelAt } from './drawn-ball.js';

describe('what can be written', () => {
  it.each([
    ['Dave', 'DAVE'],
    ['Zoë', 'ZOE'],
    ['happy day!', 'HAPPY DAY!'],
    ['welcome home mum', 'WELCOME HOME MUM'],
    ['Дима', undefined],
    ['an invitation to a party of my own', undefined],
    ['', undefined],
  ])('is %s: %s', (text, written) => expect(writable(text)).toBe(written));
});

describe('a text on a picture', () => {
  it.each(['saying DAVE', 'pixel on pink under snow saying I AM ON IT'])('is named last: %s', (name) => {
    expect(groundedName(splitGround(name))).toBe(name);
  });

  it('is dark on a pale ribbon across its lower end, and what is cut out is above it', () => {
    const image = finishNamed('saying DAVE')!.apply(BALL);
    const lights = (rows: readonly number[]) =>
      rows.flatMap((y) => Array.from({ length: 64 }, (_, k) => Math.max(...pixelAt(image, 32 + k, y).slice(0, 3))));
    const ribbon = lights(Array.from({ length: 36 }, (_, k) => 90 + k));
    expect(ribbon.filter((light) => light < 110).length).toBeGreaterThan(40);
    expect(ribbon.filter((light) => light > 240).length).toBeGreaterThan(300);
    expect(pixelAt(image, 64, 30)[3]).toBe(255);
  });
});
