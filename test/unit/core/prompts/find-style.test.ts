import { expect, it } from 'vitest';
import { findStyle } from '../../../../src/core/prompts/find-style.js';
import { askableStyles } from '../../../../src/engine/finishes/index.js';

const STYLES = ['3d', 'flat'];

it('finds styles and finishes, however they are written', () => {
  expect(findStyle(' Flat ', STYLES)).toBe('flat');
  expect(findStyle('PIXEL', STYLES)).toBe('pixel');
});

it('refuses any other, and says which there are', () => {
  expect(() => findStyle('constructor', STYLES)).toThrow(
    expect.objectContaining({
      code: 'bad_value',
      data: { option: 'style', why: 'not_choice', choices: askableStyles(STYLES) },
    }),
  );
});
