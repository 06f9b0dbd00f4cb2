import { expect, it } from 'vitest';
import { repeatsOf } from '../../../../src/engine/plan/draft-descriptions.js';

it('counts how often each text has come before', () => {
  expect(repeatsOf(['a cat', 'a dog', 'a cat', 'a cat', 'a dog'])).toEqual([0, 0, 1, 2, 1]);
});
