import { expect, it } from 'vitest';
import { fold } from '../../../../src/engine/words/fold.js';

const training: { fold(text: string): string } = await import(
  new URL('../../../../training/words/fold.js', import.meta.url).href
);

it.each([
  ['Café', 'cafe'],
  ['Straße', 'strasse'],
  ['ŁÓDŹ', 'lodz'],
  ['ILIK ılık', 'ilik ilik'],
  ['Ёлка й', 'елка и'],
  ['Γάτα', 'γατα'],
  ['قِطّة أرنب', 'قطة ارنب'],
  ['ガラス', 'ガラス'],
  ['हिन्दी', 'हिन्दी'],
  ['고양이', '고양이'],
  ['l’ours', "l'ours"],
  ['Bjørn Ægir œuf', 'bjorn aegir oeuf'],
  ['A cat', 'a cat'],
])('%s is looked up as %s, in training too', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(training.fold(text)).toBe(folded);
});
