import { describe, expect, it } from 'vitest';
import { fileName } from '../../../../src/core/grids/picture.js';

describe('fileName', () => {
  it.each([
    ['a cat and a pizza', 'a-cat-and-a-pizza-0123456789ab-2.png'],
    ['Ein Bär / «größer»: ../..\\x', 'ein-bar-gro-er-x-0123456789ab-2.png'],
    ['猫', 'kaleido-0123456789ab-2.png'],
    ['CON', 'con-0123456789ab-2.png'],
    [`${'very '.repeat(50)}long`, 'very-very-very-very-very-very-very-very-0123456789ab-2.png'],
  ])('of %j is %s', (prompt, name) => {
    expect(fileName({ prompt, id: '0123456789ab' }, '2')).toBe(name);
  });
});
